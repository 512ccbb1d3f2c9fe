package org.kiungo.planner;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.kiungo.planner.deploy.BroadbandSolver;
import org.kiungo.planner.deploy.Deployment;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.scenario.Scenario;

/**
 * Most people under a cap on lifetime cost and one on public money together. Leaving either cap
 * away only adds plans, so the lesser of the two bounds holds. Plans are sought under each cap
 * alone, lowered by halving until the other is kept too; the best of them is taken. Heuristic
 * beyond that bound.
 */
final class TwoCaps {

  private static final int ROUNDS = 8;

  private final PlanningProblem facts;
  private final Scenario scenario;
  private Deployment best;
  private Plan bestPlan;

  /**
   * @param facts under the scenario's market terms and levers
   */
  TwoCaps(PlanningProblem facts, Scenario scenario) {
    this.facts = facts;
    this.scenario = scenario;
  }

  /**
   * @throws InputRefused {@code finance.overBudget} when no plan keeps both caps
   */
  Found mostPeople(
      BroadbandSolver cost,
      BroadbandSolver publicMoney,
      List<Plan> starts,
      Progress progress,
      BooleanSupplier stop) {
    Deployment byCost = lowered(cost, scenario.budgetUsd(), starts, progress.part(0, 0.5), stop);
    Deployment byPublic =
        lowered(publicMoney, scenario.publicBudgetUsd(), starts, progress.part(0.5, 0.5), stop);
    if (best == null) {
      double usd = Planner.withPublicMoney(facts, byPublic.plan()).totals().viabilityGapUsd();
      throw new InputRefused(
          "finance.overBudget", "publicUsd", usd, "budgetUsd", scenario.publicBudgetUsd());
    }
    boolean costBinds = byCost.boundPeople() <= byPublic.boundPeople();
    return new Found(best, bestPlan, costBinds ? byCost : byPublic, !costBinds);
  }

  /**
   * A plan and the lesser bound.
   *
   * @param plan with its public money
   * @param bound whose bound holds
   * @param isPublic true when the cap on public money gave the bound
   */
  record Found(Deployment found, Plan plan, Deployment bound, boolean isPublic) {}

  /** What the cap alone gives; on the way, plans that keep both. */
  private Deployment lowered(
      BroadbandSolver solver,
      double capUsd,
      List<Plan> starts,
      Progress progress,
      BooleanSupplier stop) {
    Deployment first = solver.solve(capUsd, starts, progress, stop);
    double low = 0;
    double high = capUsd;
    boolean kept = take(first);
    for (int round = 0; round < ROUNDS && !kept && !stop.getAsBoolean(); round++) {
      double middle = (low + high) / 2;
      boolean within = take(solver.solve(middle, starts, Progress.NONE, stop));
      low = within ? middle : low;
      high = within ? high : middle;
    }
    return first;
  }

  /** Keeps a plan that is within both caps and better; true when it is within. */
  private boolean take(Deployment tried) {
    Plan plan = Planner.withPublicMoney(facts, tried.plan());
    boolean within =
        plan.totals().viabilityGapUsd() <= scenario.publicBudgetUsd()
            && plan.totals().lifetimeCostUsd() <= scenario.budgetUsd();
    if (within && (best == null || tried.weightedPeople() > best.weightedPeople())) {
      best = tried;
      bestPlan = plan;
    }
    return within;
  }
}
