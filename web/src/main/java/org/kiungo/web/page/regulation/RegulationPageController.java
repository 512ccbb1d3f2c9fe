package org.kiungo.web.page.regulation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.regulation.CountryRegulation;
import org.kiungo.geodata.regulation.Regulation;
import org.kiungo.geodata.regulation.Topic;
import org.kiungo.web.country.Countries;
import org.kiungo.web.language.Words;
import org.kiungo.web.page.CountryOption;
import org.kiungo.web.regulation.RegulationTable;
import org.kiungo.web.regulation.RegulationWords;
import org.kiungo.web.told.ToldFact;
import org.kiungo.web.told.ToldFacts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page that sets how two countries regulate side by side; it needs no scripts. */
@Controller
class RegulationPageController {

  private final Countries countries;
  private final Reference reference;
  private final Regulation regulation;
  private final ToldFacts facts;

  RegulationPageController(Countries countries, Reference reference, ToldFacts facts) {
    this.facts = facts;
    this.countries = countries;
    this.reference = reference;
    regulation = new Regulation(reference);
  }

  @GetMapping("/regulation")
  String regulation(
      @RequestParam(defaultValue = "") String country,
      @RequestParam(defaultValue = "") String with,
      Model model,
      Locale locale) {
    List<CountryRegulation> compared =
        Stream.of(country, with)
            .filter(each -> !each.isEmpty())
            .distinct()
            .map(regulation::country)
            .toList();
    model.addAttribute("countryOptions", CountryOption.all(countries, locale));
    model.addAttribute("first", country);
    model.addAttribute("with", with);
    model.addAttribute("compared", compared);
    model.addAttribute("topics", Topic.values());
    Map<String, Map<String, ToldFact>> told = new TreeMap<>();
    compared.forEach(each -> told.put(each.iso3(), facts.last(each.iso3())));
    model.addAttribute("told", told);
    model.addAttribute("back", "/regulation?country=" + country + "&with=" + with);
    model.addAttribute("targets", RegulationWords.targets(compared));
    model.addAttribute("words", new RegulationWords(reference, Words.in(locale.getLanguage())));
    model.addAttribute(
        "asked", String.join(",", compared.stream().map(each -> each.iso3()).toList()));
    model.addAttribute("formats", RegulationTable.FORMATS);
    return "regulation";
  }
}
