package org.kiungo.web.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.web.job.PatientWrites;
import org.kiungo.web.plan.NewPlan;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.scenario.ScenarioPlanner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Makes the plans of runs in the server itself: for facts that no other process knows. */
@Component
@ConditionalOnProperty(name = "kiungo.worker.apart", havingValue = "false")
class PlanningHere implements RunPlanning {

  private final ScenarioPlanner planner;
  private final Plans plans;
  private final PatientWrites writes;

  PlanningHere(ScenarioPlanner planner, Plans plans, PatientWrites writes) {
    this.planner = planner;
    this.plans = plans;
    this.writes = writes;
  }

  @Override
  public List<NewPlan> plans(LiveRun run, BooleanSupplier abandoned) {
    List<PlanFolder> found =
        planner.plans(
            run.scenario(),
            run.lever(),
            run.starts(),
            run::of,
            () -> abandoned.getAsBoolean() || run.isStopped());
    List<NewPlan> written = new ArrayList<>();
    if (!abandoned.getAsBoolean()) {
      for (PlanFolder each : found) {
        writes.write(abandoned, () -> written.add(plans.write(each)));
      }
    }
    return written;
  }
}
