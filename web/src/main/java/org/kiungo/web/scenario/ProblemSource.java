package org.kiungo.web.scenario;

import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.scenario.Scenario;

/** Gathers the facts that a scenario is planned on. */
public interface ProblemSource {

  /**
   * @throws org.kiungo.planner.model.value.InputRefused when there are none for it
   */
  PlanningProblem problem(Scenario scenario);

  /**
   * The scenario with what feeds it, where imported data may; the same one where all is what Kiungo
   * carries.
   */
  default Scenario told(Scenario scenario) {
    return scenario;
  }

  /** The facts that Kiungo carries about one country. */
  PlanningProblem builtIn(String iso3);
}
