package org.kiungo.web.plan.resilience;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.kiungo.planner.explain.HubWays;
import org.kiungo.web.plan.PlanContent;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The hubs of a plan, and the price of their second ways beside a plan without them. */
@RestController
class PlanHubsController {

  private final Plans plans;

  PlanHubsController(Plans plans) {
    this.plans = plans;
  }

  /**
   * What a plan has less, or costs more, than another one.
   *
   * @param id the other plan
   * @param peopleLost weighted people whom that one serves more
   * @param furtherUsd lifetime cost that this one has more
   */
  record Beside(String id, double peopleLost, double furtherUsd) {}

  /**
   * @param ways of every hub
   * @param beside absent unless another plan is named
   */
  record Hubs(HubWays ways, @JsonInclude(JsonInclude.Include.NON_NULL) Beside beside) {}

  /** Hubs of a plan; with {@code without} what it has less and costs more than that plan. */
  @GetMapping("/api/v1/plans/{id}/hubs")
  Hubs hubs(@PathVariable String id, @RequestParam(required = false) String without) {
    PlanContent content = content(id);
    return new Hubs(ways(content), without == null ? null : beside(content, without));
  }

  private Beside beside(PlanContent with, String id) {
    PlanContent without = content(id);
    return new Beside(
        id,
        without.folder().certificate().value() - with.folder().certificate().value(),
        with.folder().plan().totals().lifetimeCostUsd()
            - without.folder().plan().totals().lifetimeCostUsd());
  }

  static HubWays ways(PlanContent content) {
    return HubWays.of(
        content.folder().problem(),
        content.folder().scenario().twoPaths(),
        content.folder().plan());
  }

  private PlanContent content(String id) {
    plans.find(id).orElseThrow(() -> ApiRefusal.unknown("plan", id));
    return plans.content(id);
  }
}
