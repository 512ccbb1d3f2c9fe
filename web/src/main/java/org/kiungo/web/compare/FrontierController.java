package org.kiungo.web.compare;

import java.util.List;
import org.kiungo.web.plan.PlanSummary;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.plan.today.PlanTodays;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The plans between which a reader may slide. */
@RestController
class FrontierController {

  private final Plans plans;
  private final PlanTodays todays;

  FrontierController(Plans plans, PlanTodays todays) {
    this.plans = plans;
    this.todays = todays;
  }

  @GetMapping("/api/v1/plans/{id}/frontier")
  ResponseEntity<List<Frontier.Step>> frontier(@PathVariable String id) {
    PlanSummary plan = plans.find(id).orElseThrow(() -> ApiRefusal.unknown("plan", id));
    return ResponseEntity.ok()
        .header("Cache-Control", "no-store")
        .body(Frontier.of(plan, todays.onSameData(plan, plans.candidates(plan.country()))));
  }
}
