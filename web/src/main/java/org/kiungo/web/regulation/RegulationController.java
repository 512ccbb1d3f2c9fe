package org.kiungo.web.regulation;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.regulation.BroadbandTarget;
import org.kiungo.geodata.regulation.CountryRegulation;
import org.kiungo.geodata.regulation.Regulation;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.web.export.Sheet;
import org.kiungo.web.export.SheetFiles;
import org.kiungo.web.language.Words;
import org.kiungo.web.openapi.Answers;
import org.kiungo.web.system.ApiRefusal;
import org.kiungo.web.told.ToldFact;
import org.kiungo.web.told.ToldFacts;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** How countries regulate, for machines and as tables. */
@RestController
@RequestMapping("/api/v1/regulation")
class RegulationController {

  private final Regulation regulation;
  private final Reference reference;
  private final SheetFiles sheets;
  private final ToldFacts facts;

  RegulationController(Reference reference, SheetFiles sheets, ToldFacts facts) {
    this.facts = facts;
    this.reference = reference;
    this.sheets = sheets;
    regulation = new Regulation(reference);
  }

  /**
   * Countries side by side.
   *
   * @param countries in the order asked for
   * @param communities targets of the African Union and of the United Nations
   * @param told what users filled in on topics that were not looked up
   */
  record Comparison(
      List<CountryRegulation> countries, List<BroadbandTarget> communities, List<ToldFact> told) {}

  @GetMapping("/{countries}")
  Comparison regulation(@PathVariable List<String> countries) {
    List<CountryRegulation> asked = asked(countries);
    return new Comparison(asked, RegulationWords.targets(List.of()), told(asked));
  }

  /** Of topics on which nothing was published, in the order of the countries. */
  private List<ToldFact> told(List<CountryRegulation> countries) {
    return countries.stream()
        .flatMap(
            each ->
                facts.last(each.iso3()).values().stream()
                    .filter(ToldFact::holds)
                    .filter(
                        told ->
                            each.notLookedUp().stream()
                                .anyMatch(topic -> topic.name().equals(told.topic()))))
        .toList();
  }

  @Answers(type = "application/octet-stream")
  @GetMapping("/{countries}/exports/{format}")
  ResponseEntity<StreamingResponseBody> export(
      @PathVariable List<String> countries, @PathVariable String format, Locale locale)
      throws IOException {
    Words words = Words.in(locale.getLanguage());
    List<CountryRegulation> all = asked(countries);
    String name = String.join("-", countries).toLowerCase(Locale.ROOT);
    return sheets.answer(
        new Sheet(
            "kiungo-regulation-" + name,
            new RegulationWords(reference, words).heading(all),
            countries,
            List.of(RegulationTable.layer(all, told(all))),
            List.of(words.text("export.source.regulation"))),
        RegulationTable.checked(format),
        locale);
  }

  private List<CountryRegulation> asked(List<String> countries) {
    try {
      return countries.stream().distinct().map(regulation::country).toList();
    } catch (InputRefused unknown) {
      throw ApiRefusal.unknown("country", String.join(",", countries));
    }
  }
}
