package org.kiungo.planner;

import java.util.List;
import java.util.TreeMap;
import org.kiungo.planner.model.EquityWeight;
import org.kiungo.planner.model.InputRefused;
import org.kiungo.planner.model.Money;
import org.kiungo.planner.model.ServiceStandard;
import org.kiungo.planner.policy.Levers;
import org.kiungo.planner.policy.MarketTerm;
import org.kiungo.planner.policy.PolicyLever;

/**
 * The choices behind a plan: everything a user may set, and nothing else. Written as JSON beside
 * every plan; unknown fields are refused by name.
 *
 * @param name shown to users
 * @param countries ISO 3166-1 alpha-3 codes, sorted
 * @param goal what the plan strives for
 * @param budgetUsd cap on the present value of capex, replacements and opex; NaN = no cap
 * @param publicBudgetUsd cap on public money: Σ viability gaps after cross-subsidy; NaN = no cap
 * @param targetRatio share of people to serve when the goal is least cost or least public money,
 *     0–1; NaN otherwise
 * @param standard what counts as served
 * @param money how years are added up
 * @param technologyIds allowed access technologies; empty = all
 * @param mediumIds allowed media; empty = all
 * @param locks decisions the plan must respect
 * @param marketTerms figures that the user gives where nobody has published one, or in its place
 * @param levers of policy, applied to the facts before planning, in the order of {@link Levers};
 *     one at its neutral setting is the same as none and left out
 * @param fairness what people of some groups count in the objective; empty = all count alike
 * @param seed of every random choice
 * @param steps moves that local search tries; the only limit under which two runs give the same
 *     bytes
 * @param seconds wall-clock limit, 0 = none; a certificate says if it ended the search
 * @param threads that work at once, ≥ 1; plans do not depend on it
 */
public record Scenario(
    String name,
    List<String> countries,
    Goal goal,
    double budgetUsd,
    double publicBudgetUsd,
    double targetRatio,
    ServiceStandard standard,
    Money money,
    List<String> technologyIds,
    List<String> mediumIds,
    List<Lock> locks,
    List<MarketTerm> marketTerms,
    List<PolicyLever> levers,
    List<EquityWeight> fairness,
    long seed,
    long steps,
    double seconds,
    int threads) {

  /** What a plan strives for. */
  public enum Goal {
    /** Most weighted people brought to service within the budget. */
    MOST_PEOPLE_UNDER_BUDGET,
    /** Least lifetime cost of serving {@link Scenario#targetRatio} of the people. */
    LEAST_COST_TO_TARGET,
    /**
     * The highest share of people with service, today's included, that no district falls short of
     * within the budget; with that share kept, most people. Settlements of a country without a
     * district count as one district.
     */
    HIGHEST_DISTRICT_FLOOR,
    /** Least public money for serving {@link Scenario#targetRatio} of the people. */
    LEAST_PUBLIC_MONEY_TO_TARGET
  }

  /**
   * A decision the plan must respect at one settlement.
   *
   * @param settlementId where
   * @param technologyId which technology
   * @param forbid true: never that technology there ("*" = none at all); false: always that one
   */
  public record Lock(String settlementId, String technologyId, boolean forbid) {}

  /** A scenario that takes market terms as published and pulls no lever. */
  public Scenario(
      String name,
      List<String> countries,
      Goal goal,
      double budgetUsd,
      double targetRatio,
      ServiceStandard standard,
      Money money,
      List<String> technologyIds,
      List<String> mediumIds,
      List<Lock> locks,
      long seed,
      long steps,
      double seconds,
      int threads) {
    this(
        name,
        countries,
        goal,
        budgetUsd,
        Double.NaN,
        targetRatio,
        standard,
        money,
        technologyIds,
        mediumIds,
        locks,
        List.of(),
        List.of(),
        List.of(),
        seed,
        steps,
        seconds,
        threads);
  }

  public Scenario {
    countries = countries.stream().sorted().toList();
    technologyIds = List.copyOf(technologyIds);
    mediumIds = List.copyOf(mediumIds);
    locks = List.copyOf(locks);
    marketTerms = List.copyOf(marketTerms);
    levers = new Levers(levers).ordered();
    // plans of before weights were known have none
    fairness = fairness == null ? List.of() : ordered(fairness);
    if (goal == Goal.HIGHEST_DISTRICT_FLOOR && !fairness.isEmpty()) {
      throw new InputRefused("fairness.floor", "field", "fairness");
    }
    notNegative("budgetUsd", budgetUsd);
    notNegative("publicBudgetUsd", publicBudgetUsd);
  }

  private static void notNegative(String field, double budgetUsd) {
    if (budgetUsd < 0) {
      throw new InputRefused(
          "field.range", "field", field, "value", budgetUsd, "low", 0, "high", 1e15);
    }
  }

  /** By layer and group, so that the order in a file does not matter; 1 is the same as none. */
  private static List<EquityWeight> ordered(List<EquityWeight> weights) {
    TreeMap<String, EquityWeight> sorted = new TreeMap<>();
    for (EquityWeight each : weights) {
      String name = each.layer() + ":" + each.group();
      if (sorted.put(name, each) != null) {
        throw new InputRefused("fairness.twice", "field", "fairness", "group", name);
      }
    }
    return sorted.values().stream().filter(each -> each.weightRatio() != 1).toList();
  }

  /** The same choices, people of some groups counting more or less. */
  public Scenario withFairness(List<EquityWeight> changed) {
    Copy copy = new Copy(this);
    copy.fairness = changed;
    return copy.made();
  }

  /** The same choices under other levers. */
  public Scenario withLevers(List<PolicyLever> changed) {
    Copy copy = new Copy(this);
    copy.levers = changed;
    return copy.made();
  }

  /** The same choices with another budget. */
  public Scenario withBudgetUsd(double changed) {
    Copy copy = new Copy(this);
    copy.budgetUsd = changed;
    return copy.made();
  }

  /** The same choices with another wall-clock limit, 0 = none. */
  public Scenario withSeconds(double changed) {
    Copy copy = new Copy(this);
    copy.seconds = changed;
    return copy.made();
  }

  /** The same choices with other decisions that the plan must respect. */
  public Scenario withLocks(List<Lock> changed) {
    Copy copy = new Copy(this);
    copy.locks = changed;
    return copy.made();
  }

  /** The same choices, striving for least cost to a share of people served. */
  public Scenario withTarget(double changedTargetRatio) {
    Copy copy = new Copy(this);
    copy.goal = Goal.LEAST_COST_TO_TARGET;
    copy.targetRatio = changedTargetRatio;
    return copy.made();
  }

  /** The same choices with market terms given by the user. */
  public Scenario withMarketTerms(List<MarketTerm> changed) {
    Copy copy = new Copy(this);
    copy.marketTerms = changed;
    return copy.made();
  }

  /** The same choices with a cap on public money in place of one on lifetime cost. */
  public Scenario withPublicBudgetUsd(double changed) {
    Copy copy = new Copy(this);
    copy.budgetUsd = Double.NaN;
    copy.publicBudgetUsd = changed;
    return copy.made();
  }

  /** The same choices, striving for least public money to a share of people served. */
  public Scenario withPublicTarget(double changedTargetRatio) {
    Copy copy = new Copy(this);
    copy.goal = Goal.LEAST_PUBLIC_MONEY_TO_TARGET;
    copy.budgetUsd = Double.NaN;
    copy.publicBudgetUsd = Double.NaN;
    copy.targetRatio = changedTargetRatio;
    return copy.made();
  }

  /** A scenario in the making: all choices of another, those set anew aside. */
  private static final class Copy {
    private final Scenario from;
    private Goal goal;
    private double budgetUsd;
    private double publicBudgetUsd;
    private double targetRatio;
    private List<Lock> locks;
    private List<MarketTerm> marketTerms;
    private List<PolicyLever> levers;
    private List<EquityWeight> fairness;
    private double seconds;

    Copy(Scenario from) {
      this.from = from;
      goal = from.goal;
      budgetUsd = from.budgetUsd;
      publicBudgetUsd = from.publicBudgetUsd;
      targetRatio = from.targetRatio;
      locks = from.locks;
      marketTerms = from.marketTerms;
      levers = from.levers;
      fairness = from.fairness;
      seconds = from.seconds;
    }

    Scenario made() {
      return new Scenario(
          from.name,
          from.countries,
          goal,
          budgetUsd,
          publicBudgetUsd,
          targetRatio,
          from.standard,
          from.money,
          from.technologyIds,
          from.mediumIds,
          locks,
          marketTerms,
          levers,
          fairness,
          from.seed,
          from.steps,
          seconds,
          from.threads);
    }
  }
}
