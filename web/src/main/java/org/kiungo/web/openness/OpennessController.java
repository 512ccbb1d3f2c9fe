package org.kiungo.web.openness;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.kiungo.geodata.export.ExportLayer;
import org.kiungo.geodata.openness.CountryAudit;
import org.kiungo.geodata.openness.Openness;
import org.kiungo.geodata.openness.RegionAudit;
import org.kiungo.geodata.openness.StressAnswer;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.reference.facts.CountryFacts;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.web.export.Sheet;
import org.kiungo.web.export.SheetFiles;
import org.kiungo.web.language.Words;
import org.kiungo.web.openapi.Answers;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Who sits behind one gate today. */
@RestController
@RequestMapping("/api/v1/openness")
class OpennessController {

  private final Openness openness;
  private final Reference reference;
  private final SheetFiles sheets;

  OpennessController(Openness openness, Reference reference, SheetFiles sheets) {
    this.sheets = sheets;
    this.openness = openness;
    this.reference = reference;
  }

  @GetMapping("/countries/{iso3}")
  CountryAudit country(@PathVariable String iso3) {
    if (reference.countries().stream().noneMatch(each -> each.iso3().equals(iso3))) {
      throw ApiRefusal.unknown("country", iso3);
    }
    return openness.country(iso3);
  }

  @GetMapping("/countries/{iso3}/exports")
  List<String> formats(@PathVariable String iso3) {
    country(iso3);
    return SheetFiles.formats();
  }

  /** Single points and near misses, in a format of other programs or as a picture. */
  @Answers(type = {"application/octet-stream", "image/png"})
  @GetMapping("/countries/{iso3}/exports/{format}")
  ResponseEntity<StreamingResponseBody> export(
      @PathVariable String iso3, @PathVariable String format, Locale locale) throws IOException {
    Words words = Words.in(locale.getLanguage());
    String name =
        reference.countries().stream()
            .filter(each -> each.iso3().equals(iso3))
            .findFirst()
            .map(each -> each.name(locale.getLanguage()))
            .orElse(iso3);
    ExportLayer layer = AuditFiles.layer(List.of(country(iso3)));
    return sheets.answer(
        new Sheet(
            "kiungo-openness-" + iso3.toLowerCase(Locale.ROOT),
            words.text("export.title.openness", name),
            List.of(iso3),
            List.of(layer),
            List.of(words.text("export.source.openness"))),
        format,
        locale);
  }

  @GetMapping("/regions/{rec}")
  RegionAudit region(@PathVariable String rec) {
    List<String> members = reference.facts().members(rec, Openness.MEMBERS_ON);
    if (members.isEmpty()) {
      throw ApiRefusal.unknown("rec", rec);
    }
    return openness.region(members);
  }

  /** On the countries named, else on the members of a community, else on all of Africa. */
  @Answers(404)
  @GetMapping("/stress")
  StressAnswer stress(
      @RequestParam(defaultValue = "") List<String> country,
      @RequestParam(required = false) String rec,
      @RequestParam List<String> cut) {
    List<String> members =
        rec == null ? List.of() : reference.facts().members(rec, Openness.MEMBERS_ON);
    if (rec != null && members.isEmpty()) {
      throw new InputRefused("rec.unknown", "rec", rec);
    }
    List<String> all = reference.countries().stream().map(CountryFacts::iso3).toList();
    return openness.stress(!country.isEmpty() ? country : members.isEmpty() ? all : members, cut);
  }
}
