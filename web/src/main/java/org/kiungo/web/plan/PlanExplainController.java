package org.kiungo.web.plan;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.kiungo.planner.PlanResult;
import org.kiungo.planner.Planner;
import org.kiungo.planner.explain.Explainer;
import org.kiungo.planner.explain.Explanation;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Why a plan does what it does at a place. */
@RestController
class PlanExplainController {

  private static final int KEPT = 4;

  private final Plans plans;
  private final Map<String, Explainer> explainers = new ConcurrentHashMap<>();

  PlanExplainController(Plans plans) {
    this.plans = plans;
  }

  @GetMapping("/api/v1/plans/{id}/settlements/{settlementId}/explanation")
  Explanation explain(@PathVariable String id, @PathVariable String settlementId) {
    plans.find(id).orElseThrow(() -> ApiRefusal.unknown("plan", id));
    if (explainers.size() > KEPT) {
      explainers.clear();
    }
    return explainers.computeIfAbsent(id, this::explainer).explain(settlementId);
  }

  private Explainer explainer(String id) {
    PlanFolder folder = plans.content(id).folder();
    return Planner.explainer(
        folder.problem(), new PlanResult(folder.scenario(), folder.plan(), folder.certificate()));
  }
}
