package org.kiungo.planner;

import java.util.ArrayList;
import java.util.List;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.partner.Partner;
import org.kiungo.planner.partner.Partnership;
import org.kiungo.planner.partner.PhaseYears;
import org.kiungo.planner.scenario.Phase;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.scenario.Scenario.Goal;

/** What partners bring together, as the money of a scenario. */
final class PartnerMoney {

  /** More than partners bring in a phase. */
  private static final double ENDLESS_USD = 1e11;

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

  /**
   * The money of a plan that partners pay for, once others pay: all of theirs where the plan's own
   * was all of the former partners', else at most as much as it was.
   */
  static Scenario recapped(Scenario scenario, Partnership before, Partnership now) {
    Scenario uncapped =
        scenario.hasPhases()
            ? scenario.withProgramme(
                scenario.phases().stream()
                    .map(p -> new Phase(p.firstYear(), p.lastYear(), ENDLESS_USD))
                    .toList())
            : scenario.withBudgetUsd(Double.NaN);
    boolean isAll = capped(uncapped, before).withSeed(0).equals(scenario.withSeed(0));
    return capped(isAll ? uncapped : scenario, now);
  }

  private static double cents(double usd) {
    return Math.rint(usd * 100) / 100;
  }
}
