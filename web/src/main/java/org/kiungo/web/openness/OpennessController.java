package org.kiungo.web.openness;

import java.util.List;
import org.kiungo.geodata.openness.CountryAudit;
import org.kiungo.geodata.openness.Openness;
import org.kiungo.geodata.openness.RegionAudit;
import org.kiungo.geodata.openness.StressAnswer;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.reference.facts.CountryFacts;
import org.kiungo.planner.model.InputRefused;
import org.kiungo.web.openapi.Answers;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who sits behind one gate today. */
@RestController
@RequestMapping("/api/v1/openness")
class OpennessController {

  private final Openness openness;
  private final Reference reference;

  OpennessController(Openness openness, Reference reference) {
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
