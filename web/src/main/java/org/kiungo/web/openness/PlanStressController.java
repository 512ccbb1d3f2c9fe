package org.kiungo.web.openness;

import java.util.List;
import org.kiungo.geodata.openness.Openness;
import org.kiungo.geodata.openness.stress.PlanStress;
import org.kiungo.geodata.openness.stress.PlanStressAnswer;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.web.plan.Plans;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a cut does to a plan. */
@RestController
@RequestMapping("/api/v1/plans")
class PlanStressController {

  private final Plans plans;
  private final Openness openness;

  PlanStressController(Plans plans, Openness openness) {
    this.plans = plans;
    this.openness = openness;
  }

  @GetMapping("/{id}/stress")
  PlanStressAnswer stress(
      @PathVariable String id,
      @RequestParam List<String> cut,
      @RequestParam(defaultValue = "1") double share) {
    PlanFolder folder = plans.getFolder(id);
    return new PlanStress(openness)
        .run(folder.problem(), folder.plan(), folder.scenario().countries(), cut, share);
  }
}
