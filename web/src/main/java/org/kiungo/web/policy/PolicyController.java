package org.kiungo.web.policy;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.compare.LeverPair;
import org.kiungo.planner.folder.Assumptions;
import org.kiungo.planner.folder.FinanceBrief;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.ScenarioFile;
import org.kiungo.planner.scenario.PlanResult;
import org.kiungo.web.language.Words;
import org.kiungo.web.openapi.Answers;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.scenario.ProblemSource;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Levers, market terms, readiness, schemas, and the money of plans. */
@RestController
@RequestMapping("/api/v1")
class PolicyController {

  private final Reference reference;
  private final Plans plans;
  private final ProblemSource facts;
  private final Clock clock;

  PolicyController(Reference reference, Plans plans, ProblemSource facts, Clock clock) {
    this.facts = facts;
    this.reference = reference;
    this.plans = plans;
    this.clock = clock;
  }

  @GetMapping("/levers")
  List<LeverWords> levers(Locale locale) {
    return LeverWords.all(Words.in(locale.getLanguage()));
  }

  @GetMapping("/countries/{iso3}/market-terms")
  List<MarketTermWords> marketTerms(@PathVariable String iso3, Locale locale) {
    return MarketTermWords.of(reference, known(iso3), Words.in(locale.getLanguage()));
  }

  @GetMapping("/countries/{iso3}/readiness")
  Readiness readiness(@PathVariable String iso3) {
    return Readiness.of(reference, known(iso3), LocalDate.now(clock));
  }

  @GetMapping("/countries/{iso3}/equity-layers")
  List<EquityLayerWords> equityLayers(@PathVariable String iso3, Locale locale) {
    Words words = Words.in(locale.getLanguage());
    return EquityLayerWords.of(facts.builtIn(known(iso3)).settlements(), words);
  }

  private String known(String iso3) {
    boolean known = reference.countries().stream().anyMatch(each -> each.iso3().equals(iso3));
    if (!known) {
      throw ApiRefusal.unknown("country", iso3);
    }
    return iso3;
  }

  /** A JSON Schema of the files that Kiungo reads and writes, such as {@code scenario.json}. */
  @Answers(type = "application/schema+json", gives = "schema")
  @GetMapping("/schemas/{name:[a-z.]+}")
  ResponseEntity<byte[]> schema(@PathVariable String name) throws IOException {
    try (InputStream in =
        ScenarioFile.class.getResourceAsStream("/schema/" + name + ".schema.json")) {
      if (in == null) {
        throw ApiRefusal.unknown("schema", name);
      }
      return ResponseEntity.ok()
          .contentType(MediaType.parseMediaType("application/schema+json"))
          .header("Schema-Version", String.valueOf(ScenarioFile.SCHEMA_VERSION))
          .body(in.readAllBytes());
    }
  }

  @GetMapping("/plans/{id}/finance")
  FinanceBrief finance(@PathVariable String id) {
    plans.find(id).orElseThrow(() -> ApiRefusal.unknown("plan", id));
    return FinanceBrief.read(plans.getFiles(id));
  }

  /**
   * What one plan brings over another of the same facts, by district.
   *
   * @param changes assumptions in which they differ
   * @param districts who gains and who loses
   */
  record Gains(List<Assumptions.Change> changes, List<LeverPair.District> districts) {}

  @GetMapping("/plans/{id}/gains")
  Gains gains(@PathVariable String id, @RequestParam String over) {
    PlanFolder with = plans.getFolder(id);
    PlanFolder without = plans.getFolder(over);
    LeverPair pair = LeverPair.of(with.problem(), result(without), result(with));
    return new Gains(
        Assumptions.between(without.scenario(), with.scenario()).changes(), pair.districts());
  }

  private static PlanResult result(PlanFolder folder) {
    return new PlanResult(folder.scenario(), folder.plan(), folder.certificate());
  }
}
