package org.kiungo.planner.joint;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.kiungo.planner.deploy.BroadbandSolver;
import org.kiungo.planner.deploy.question.ServedPeople;
import org.kiungo.planner.deploy.search.PlanImprover;
import org.kiungo.planner.deploy.settings.DeploySettings;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;

/** Works of a plan without phases. */
public final class OneBudget implements Works {

  private final PlanningProblem facts;
  private final BroadbandSolver solver;
  private final BroadbandSolver widening;
  private final double budgetUsd;

  /**
   * @param facts under a scenario's levers and terms
   * @param looking the same facts at the prices at which more is looked for
   * @param budgetUsd all money together
   */
  public OneBudget(
      PlanningProblem facts, DeploySettings settings, PlanningProblem looking, double budgetUsd) {
    this.facts = facts;
    this.budgetUsd = budgetUsd;
    solver = new BroadbandSolver(facts, settings, PlanImprover.NONE);
    widening =
        looking == facts ? solver : new BroadbandSolver(looking, settings, PlanImprover.NONE);
  }

  @Override
  public int phases() {
    return 1;
  }

  @Override
  public Map<String, Integer> served(Plan plan) {
    Map<String, Integer> served = new HashMap<>();
    for (Plan.SettlementService each : plan.settlements()) {
      if (each.peopleServed() > 0) {
        served.put(each.settlementId(), 0);
      }
    }
    return served;
  }

  @Override
  public Plan rephased(Plan plan, ToIntFunction<String> phaseOf) {
    return solver.parts().only(plan, id -> phaseOf.applyAsInt(id) < 1);
  }

  @Override
  public Plan more(Plan plan, Predicate<String> mayServe, BooleanSupplier stop) {
    Set<String> before = served(plan).keySet();
    Plan more = widening.extended(plan, budgetUsd, stop);
    return solver.parts().only(more, id -> before.contains(id) || mayServe.test(id));
  }

  @Override
  public double value(Plan plan) {
    return ServedPeople.weighted(facts, plan);
  }
}
