package org.kiungo.planner.programme;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.kiungo.planner.deploy.settings.DeploySettings;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.scenario.Phase;

/**
 * What the phases of a programme mean to a search.
 *
 * @param facts under the scenario's levers and terms, money of the whole plan
 * @param phases in order
 * @param weights what a person served until the end of each phase counts for it, years
 * @param demanded settlements whose choice is locked
 */
record Terms(PlanningProblem facts, List<Phase> phases, double[] weights, Set<String> demanded) {

  /** Settings that allow everything. */
  static final DeploySettings ALL =
      new DeploySettings(Double.NaN, Double.NaN, List.of(), List.of(), List.of(), 0, 0);

  /** Terms under which nobody's choice is locked. */
  Terms(PlanningProblem facts, List<Phase> phases, double[] weights) {
    this(facts, phases, weights, Set.of());
  }

  /** Terms under which settlements must be served as settings lock them. */
  static Terms of(
      PlanningProblem facts, List<Phase> phases, double[] weights, DeploySettings settings) {
    return new Terms(
        facts,
        phases,
        weights,
        settings.locks().stream()
            .filter(lock -> !lock.forbid())
            .map(DeploySettings.LockedChoice::settlementId)
            .collect(Collectors.toSet()));
  }

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

  /**
   * The facts of a row: its prices, and nobody need be served yet but at the end of the last phase.
   *
   * @param ratio as {@link Money.Waiting#ratio}
   */
  PlanningProblem row(int phase, double ratio) {
    var row = facts.with().money(Phase.waiting(phases, phase, ratio, facts.money()));
    return isLast(phase) ? row.build() : row.rules(facts.rules().withoutObligations()).build();
  }

  /** Settings of a row: what must be chosen need not be chosen yet but in the last phase. */
  DeploySettings row(DeploySettings settings, int phase) {
    return isLast(phase)
        ? settings
        : settings.withLocks(
            settings.locks().stream().filter(DeploySettings.LockedChoice::forbid).toList());
  }

  /** The facts of a row in which some are served already, and nobody need be. */
  PlanningProblem left(int phase, Set<String> served) {
    return row(phase, 0)
        .with()
        .rules(facts.rules().withoutObligations())
        .settlements(
            facts.settlements().stream()
                .map(each -> served.contains(each.id()) ? each.withBaseline(1) : each)
                .toList())
        .build();
  }

  boolean isLast(int phase) {
    return phase == count() - 1;
  }

  /** True when a settlement must be served some time, by a lock or by law. */
  boolean isDemanded(Settlement settlement) {
    return demanded.contains(settlement.id()) || facts.rules().obliges(settlement);
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
