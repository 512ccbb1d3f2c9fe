package org.kiungo.web.plan.explain;

import org.kiungo.planner.explain.Explanation;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Why a plan does what it does at a place. */
@RestController
class PlanExplainController {

  private final Plans plans;
  private final PlanExplainers explainers;

  PlanExplainController(Plans plans, PlanExplainers explainers) {
    this.plans = plans;
    this.explainers = explainers;
  }

  @GetMapping("/api/v1/plans/{id}/settlements/{settlementId}/explanation")
  Explanation explain(@PathVariable String id, @PathVariable String settlementId) {
    plans.find(id).orElseThrow(() -> ApiRefusal.unknown("plan", id));
    return explainers.ask(id, explainer -> explainer.explain(settlementId));
  }
}
