package org.kiungo.web.run;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.kiungo.web.plan.NewPlan;

/** Where the plans of runs are made. */
interface RunPlanning {

  /**
   * Makes the scenario's plan and, where the run names a lever, then the one without it, from the
   * run's checkpoints on. A run that its user stopped gives its best plan.
   *
   * @param abandoned once true, nobody wants the answer
   * @return plans that are written, and to be added or discarded; empty when abandoned
   * @throws org.kiungo.planner.model.value.InputRefused for a scenario without an answer; {@code
   *     run.memory} for one that took more memory than there is
   * @throws org.kiungo.web.worker.WorkerGone when the place where they were made is gone
   */
  List<NewPlan> plans(LiveRun run, BooleanSupplier abandoned);
}
