package org.kiungo.planner.joint;

import java.util.List;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.partner.Partnership;
import org.kiungo.planner.partner.PhaseYears;
import org.kiungo.planner.scenario.Phase;

/**
 * A network and who pays for it.
 *
 * @param facts under a scenario's levers and terms
 * @param phases of the programme; empty = everything is built at once
 * @param weights what a person served until the end of each phase counts for it; empty without
 * @param partnership who pays
 * @param phaseYears when
 * @param basicWeight what a person with basic service counts, 0–1
 * @param smallestCents connected builds of a district worth less are signed together, ≥ 0
 */
public record JointQuestion(
    PlanningProblem facts,
    List<Phase> phases,
    double[] weights,
    Partnership partnership,
    List<PhaseYears> phaseYears,
    double basicWeight,
    long smallestCents) {

  /** What somebody counts who is served from each phase on; 1 without phases. */
  double[] yearsFrom() {
    if (phases.isEmpty()) {
      return new double[] {1};
    }
    double[] years = weights.clone();
    for (int t = years.length - 2; t >= 0; t--) {
      years[t] += years[t + 1];
    }
    return years;
  }
}
