package org.kiungo.web.plan.programme;

import java.util.Optional;
import org.kiungo.web.openapi.Answers;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.system.ApiRefusal;
import org.kiungo.web.system.Unchanging;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The phases of a plan. */
@RestController
class PlanProgrammeController {

  private final Plans plans;

  PlanProgrammeController(Plans plans) {
    this.plans = plans;
  }

  @Answers(304)
  @GetMapping("/api/v1/plans/{id}/programme")
  ResponseEntity<PlanProgramme> programme(@PathVariable String id) {
    plans.find(id).orElseThrow(() -> ApiRefusal.unknown("plan", id));
    PlanProgramme programme =
        Optional.ofNullable(ProgrammeBreakdown.of(plans.content(id)))
            .orElseThrow(() -> ApiRefusal.unknown("programme", id));
    return Unchanging.answer(id, MediaType.APPLICATION_JSON, programme);
  }
}
