package org.kiungo.planner.programme;

import java.util.List;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.scenario.Phase;

/**
 * What the phases of a programme mean to a search.
 *
 * @param facts under the scenario's levers and terms, money of the whole plan
 * @param phases in order
 * @param weights what a person served until the end of each phase counts for it, years
 */
record Terms(PlanningProblem facts, List<Phase> phases, double[] weights) {

  /** Number of phases. */
  int count() {
    return phases.size();
  }

  /** Money of what is built in a phase, from 0. */
  Money money(int phase) {
    return phases.get(phase).money(facts.money());
  }

  /** Whole cents that have come in by the end of each phase. */
  long[] cumulativeCents() {
    double[] usd = Phase.cumulativeUsd(phases);
    long[] cents = new long[usd.length];
    for (int t = 0; t < cents.length; t++) {
      cents[t] = Money.wholeCents(usd[t]);
    }
    return cents;
  }

  /** Years for which somebody counts who is served from a phase on; 0 beyond the last. */
  double[] yearsFrom() {
    double[] years = new double[count() + 1];
    for (int t = count() - 1; t >= 0; t--) {
      years[t] = years[t + 1] + weights[t];
    }
    return years;
  }
}
