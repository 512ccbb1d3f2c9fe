package org.kiungo.web.plan;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.kiungo.planner.compare.Corridor;
import org.kiungo.planner.demand.UseByYear;
import org.kiungo.web.access.Requires;
import org.kiungo.web.access.Role;
import org.kiungo.web.audit.AuditLog;
import org.kiungo.web.openapi.Answers;
import org.kiungo.web.system.ApiRefusal;
import org.kiungo.web.system.Unchanging;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Finished plans: list, figures, points, links and table. */
@RestController
@RequestMapping("/api/v1/plans")
class PlanController {

  private final Plans plans;
  private final AuditLog audit;

  PlanController(Plans plans, AuditLog audit) {
    this.plans = plans;
    this.audit = audit;
  }

  /**
   * How a plan is to be called.
   *
   * @param name up to 200 characters; a name that another plan of the country has is numbered
   */
  record Name(String name) {}

  @Answers(409)
  @Requires(Role.PLANNER)
  @PutMapping(path = "/{id}/name", consumes = MediaType.APPLICATION_JSON_VALUE)
  PlanSummary rename(@PathVariable String id, @RequestBody Name name) {
    String wanted = name.name() == null ? "" : name.name();
    return audit.together("plan.rename", kept -> id, () -> plans.rename(id, wanted));
  }

  @GetMapping
  List<PlanSummary> list(@RequestParam(required = false) String country) {
    return country == null ? plans.list() : plans.list(country);
  }

  /** A plan never changes, but its name may. */
  @Answers(304)
  @GetMapping("/{id}")
  ResponseEntity<PlanDetail> plan(@PathVariable String id) {
    PlanDetail detail = plans.findDetail(id).orElseThrow(() -> ApiRefusal.unknown("plan", id));
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noCache())
        .eTag("W/\"" + id + "-" + Integer.toHexString(detail.name().hashCode()) + "\"")
        .body(detail);
  }

  @Answers(304)
  @GetMapping(path = "/{id}/points", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  ResponseEntity<byte[]> points(@PathVariable String id) {
    return mapped(id, PlanPoints::encode);
  }

  @Answers(304)
  @GetMapping(path = "/{id}/classes", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  ResponseEntity<byte[]> classes(@PathVariable String id) {
    return mapped(id, PlanPoints::classes);
  }

  /**
   * Ids and names in the order of the points.
   *
   * @param parts by position, shares of those places' people that two technologies serve
   * @param modelled positions of those with a name whose people or place are modelled
   */
  record Index(
      List<String> ids,
      List<String> names,
      Map<Integer, List<SettlementRow.Part>> parts,
      List<Integer> modelled) {}

  @Answers(304)
  @GetMapping("/{id}/index")
  ResponseEntity<Index> index(@PathVariable String id) {
    return unchanging(
        id,
        MediaType.APPLICATION_JSON,
        content ->
            new Index(
                content.places().stream().map(each -> each.settlement().id()).toList(),
                content.places().stream().map(each -> each.settlement().name()).toList(),
                parts(content),
                modelled(content)));
  }

  private static List<Integer> modelled(PlanContent content) {
    return IntStream.range(0, content.places().size())
        .filter(k -> content.places().get(k).settlement().modelled())
        .filter(k -> !content.places().get(k).settlement().name().isEmpty())
        .boxed()
        .toList();
  }

  private static Map<Integer, List<SettlementRow.Part>> parts(PlanContent content) {
    Map<Integer, List<SettlementRow.Part>> parts = new TreeMap<>();
    for (int k = 0; k < content.places().size(); k++) {
      List<SettlementRow.Part> here = SettlementRow.parts(content.places().get(k));
      if (!here.isEmpty()) {
        parts.put(k, here);
      }
    }
    return parts;
  }

  /** What the map can colour places by, in the order of the points. */
  @Answers(304)
  @GetMapping("/{id}/values")
  ResponseEntity<PlanGains.Values> values(@PathVariable String id) {
    return unchanging(id, MediaType.APPLICATION_JSON, PlanGains::values);
  }

  @Answers(304)
  @GetMapping("/{id}/links")
  ResponseEntity<PlanLinks> links(@PathVariable String id) {
    return unchanging(id, MediaType.APPLICATION_JSON, PlanLinks::of);
  }

  @Answers(304)
  @GetMapping("/{id}/corridors")
  ResponseEntity<List<Corridor>> corridors(@PathVariable String id) {
    return unchanging(id, MediaType.APPLICATION_JSON, PlanCorridors::of);
  }

  /** How full what a plan builds is, year by year. */
  @Answers(304)
  @GetMapping("/{id}/use-by-year")
  ResponseEntity<List<UseByYear.Year>> useByYear(@PathVariable String id) {
    return unchanging(id, MediaType.APPLICATION_JSON, PlanContent::useByYear);
  }

  @GetMapping("/{id}/settlements")
  SettlementQuery.Page settlements(
      @PathVariable String id, @ParameterObject SettlementQuery query) {
    return query.answer(content(id));
  }

  /** What holds class bytes changes with their meaning: pages ask for it by that version. */
  private ResponseEntity<byte[]> mapped(String id, Function<PlanContent, byte[]> body) {
    return Unchanging.answer(
        id + "-" + MapClass.version(), MediaType.APPLICATION_OCTET_STREAM, body.apply(content(id)));
  }

  private <T> ResponseEntity<T> unchanging(
      String id, MediaType type, Function<PlanContent, T> body) {
    return Unchanging.answer(id, type, body.apply(content(id)));
  }

  private PlanContent content(String id) {
    plans.find(id).orElseThrow(() -> ApiRefusal.unknown("plan", id));
    return plans.content(id);
  }
}
