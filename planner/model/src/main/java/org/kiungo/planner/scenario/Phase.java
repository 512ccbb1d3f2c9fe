package org.kiungo.planner.scenario;

import java.util.List;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.model.value.InputRefused;

/**
 * Years that are planned and paid together. What is built in a phase is paid at the start of its
 * first year, running cost to the plan's last year included and set aside, in constant USD of that
 * year, and serves from then on. Money that is not spent is carried on to the next phase, without
 * interest.
 *
 * @param firstYear in which everything of the phase is built
 * @param lastYear the last before the next phase, ≥ firstYear
 * @param budgetUsd money that comes in at the start of the phase, ≥ 0
 * @param targetRatio share of the people to serve by the end of the phase where a plan must reach a
 *     target, as {@link Scenario#targetRatio} has it for the end of the last, 0–1; NaN = none
 */
public record Phase(int firstYear, int lastYear, double budgetUsd, double targetRatio) {

  /** Phases that a programme may have. */
  public static final int MOST = 5;

  /** A phase that is given money and no target. */
  public Phase(int firstYear, int lastYear, double budgetUsd) {
    this(firstYear, lastYear, budgetUsd, Double.NaN);
  }

  /** The same with a share of its money. */
  public Phase scaled(double ratio) {
    return new Phase(firstYear, lastYear, Math.rint(budgetUsd * ratio * 100) / 100, targetRatio);
  }

  /** True where a share of the people must be served by its end. */
  public boolean hasTarget() {
    return !Double.isNaN(targetRatio);
  }

  /** Years of the phase. */
  public int years() {
    return lastYear - firstYear + 1;
  }

  /** Money of everything built in the phase: counted from its first year to the plan's last. */
  public Money money(Money plan) {
    return plan.from(firstYear);
  }

  /**
   * Prices that bound the row of a phase.
   *
   * @param phase from 0
   * @param ratio as {@link Money.Waiting#ratio}
   */
  public static Money waiting(List<Phase> phases, int phase, double ratio, Money plan) {
    List<Integer> years = phases.stream().map(Phase::firstYear).toList();
    int next = phase + 1 < years.size() ? years.get(phase + 1) : 0;
    return new Money(
        plan.discountRateRatio(),
        years.get(phase),
        plan.lastYear(),
        plan.priceYear(),
        new Money.Waiting(years.subList(0, phase + 1), next, ratio));
  }

  /**
   * Number of the phase in which something is built, the first being 1.
   *
   * @return 0 where there are no phases, or nothing is built
   */
  public static int of(List<Phase> phases, int buildYear) {
    for (int k = 0; k < phases.size(); k++) {
      if (buildYear >= phases.get(k).firstYear && buildYear <= phases.get(k).lastYear) {
        return k + 1;
      }
    }
    return 0;
  }

  /** Money that comes in until the end of each phase, USD. */
  public static double[] cumulativeUsd(List<Phase> phases) {
    double[] usd = new double[phases.size()];
    double sum = 0;
    for (int k = 0; k < usd.length; k++) {
      sum += phases.get(k).budgetUsd;
      usd[k] = sum;
    }
    return usd;
  }

  /**
   * Refuses targets of phases that a plan does not strive for, that fall, or that the last phase
   * has beside the scenario's.
   *
   * @param targetRatio of the scenario; NaN where it strives for none
   * @throws InputRefused naming the phase
   */
  static void checkTargets(List<Phase> phases, double targetRatio) {
    double before = 0;
    for (int t = 0; t < phases.size(); t++) {
      Phase each = phases.get(t);
      if (!each.hasTarget()) {
        continue;
      }
      String name = each.firstYear + "-" + each.lastYear;
      if (Double.isNaN(targetRatio) || t == phases.size() - 1) {
        throw new InputRefused("phases.target", "field", "phases", "phase", name);
      }
      if (!(each.targetRatio >= before && each.targetRatio <= targetRatio)) {
        throw new InputRefused(
            "phases.targetRange",
            "field",
            "phases",
            "phase",
            name,
            "targetRatio",
            each.targetRatio,
            "low",
            before,
            "high",
            targetRatio);
      }
      before = each.targetRatio;
    }
  }

  /**
   * Refuses phases that are not one after the other through all years of a plan.
   *
   * @throws InputRefused naming the phase and what is wrong with it
   */
  static void check(List<Phase> phases, Money money) {
    if (phases.size() > MOST) {
      throw new InputRefused("phases.many", "field", "phases", "most", MOST, "n", phases.size());
    }
    int next = money.firstYear();
    for (Phase each : phases) {
      String name = each.firstYear + "-" + each.lastYear;
      if (each.lastYear < each.firstYear) {
        throw new InputRefused("phases.backwards", "field", "phases", "phase", name);
      }
      if (!(each.budgetUsd >= 0 && each.budgetUsd <= 1e12)) {
        throw new InputRefused(
            "phases.budget", "field", "phases", "phase", name, "budgetUsd", each.budgetUsd);
      }
      if (each.firstYear < money.firstYear() || each.lastYear > money.lastYear()) {
        String years = money.firstYear() + "-" + money.lastYear();
        throw new InputRefused("phases.outside", "field", "phases", "phase", name, "years", years);
      }
      if (each.firstYear != next) {
        String code = each.firstYear > next ? "phases.gap" : "phases.overlap";
        throw new InputRefused(
            code, "field", "phases", "phase", name, "year", String.valueOf(next));
      }
      next = each.lastYear + 1;
    }
    if (next <= money.lastYear()) {
      throw new InputRefused("phases.short", "field", "phases", "year", String.valueOf(next));
    }
  }
}
