package org.kiungo.planner;

import java.util.ArrayList;
import java.util.List;
import org.kiungo.planner.model.InputRefused;
import org.kiungo.planner.partner.Partner;
import org.kiungo.planner.partner.Partnership;
import org.kiungo.planner.partner.PhaseYears;
import org.kiungo.planner.scenario.Phase;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.scenario.Scenario.Goal;

/** What partners bring together, as the money of a scenario. */
final class PartnerMoney {

  private PartnerMoney() {}

  /**
   * The scenario with what the partners bring as its money: never more than its own budget, or than
   * its own phases bring by the end of each, where it names any.
   */
  static Scenario capped(Scenario scenario, Partnership partnership) {
    if (scenario.goal() != Goal.MOST_PEOPLE_UNDER_BUDGET
        || !Double.isNaN(scenario.publicBudgetUsd())) {
      throw new InputRefused("partners.goal", "field", "partners");
    }
    List<PhaseYears> years = PhaseYears.of(scenario.phases(), scenario.money());
    long[] cents = new long[years.size()];
    for (Partner each : partnership.partners()) {
      if (each.instrument().pays()) {
        long[] own = each.centsByPhase(years);
        for (int t = 0; t < cents.length; t++) {
          cents[t] += own[t];
        }
      }
    }
    if (!scenario.hasPhases()) {
      double usd = cents[0] / 100.0;
      return scenario.withBudgetUsd(
          Double.isNaN(scenario.budgetUsd()) ? usd : Math.min(usd, scenario.budgetUsd()));
    }
    double[] own = Phase.cumulativeUsd(scenario.phases());
    List<Phase> phases = new ArrayList<>();
    double in = 0;
    long brought = 0;
    for (int t = 0; t < cents.length; t++) {
      brought += cents[t];
      Phase phase = scenario.phases().get(t);
      double until = Math.max(in, Math.min(brought / 100.0, own[t]));
      phases.add(new Phase(phase.firstYear(), phase.lastYear(), cents(until - in)));
      in += phases.get(t).budgetUsd();
    }
    return scenario.withProgramme(phases);
  }

  private static double cents(double usd) {
    return Math.rint(usd * 100) / 100;
  }
}
