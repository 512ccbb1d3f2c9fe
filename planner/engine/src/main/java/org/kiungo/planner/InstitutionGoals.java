package org.kiungo.planner;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.institution.GoalOutcome;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.scenario.InstitutionGoal;
import org.kiungo.planner.scenario.PlanResult;
import org.kiungo.planner.scenario.Scenario;

/**
 * Plans a scenario that asks for shares of institutions. Where all of a kind are asked for, their
 * places must be served, in the plan and in its bound. Where that costs more than the budget, or
 * less than all are asked for, one counts in the objective as so many people as it takes, from a
 * rising ladder; the plan's scenario says how many, so that plan, bound and {@code verify} weigh
 * alike. The best value of the weighted question bounds every plan that reaches the goal too.
 */
final class InstitutionGoals {

  private static final String OVER_BUDGET = "lock.overBudget";
  private static final double[] LADDER = {1e3, 1e4, 1e5};

  private final PlanningProblem problem;
  private final Progress progress;
  private final BooleanSupplier stop;
  private int attempts;

  private InstitutionGoals(PlanningProblem problem, Progress progress, BooleanSupplier stop) {
    this.problem = problem;
    this.progress = progress;
    this.stop = stop;
  }

  /** True where shares are asked for, so that one question may not be enough. */
  static boolean areAsked(Scenario scenario) {
    return scenario.institutions().goals().stream().anyMatch(InstitutionGoals::isOpen);
  }

  private static boolean isOpen(InstitutionGoal goal) {
    return goal.asksForShare() && Double.isNaN(goal.weightPeople());
  }

  /**
   * Best plan found that reaches the goals; where none does, one that reaches for them with the
   * greatest weight. How many are missing is in {@link PlanFolder#institutionGoals}.
   */
  static PlanResult plan(
      PlanningProblem problem,
      Scenario scenario,
      List<Plan> starts,
      Progress progress,
      BooleanSupplier stop) {
    return new InstitutionGoals(problem, progress, stop).plan(scenario, starts);
  }

  private PlanResult plan(Scenario scenario, List<Plan> starts) {
    PlanResult found;
    try {
      found = attempt(scenario, starts);
    } catch (InputRefused refused) {
      boolean most = scenario.goal() == Scenario.Goal.MOST_PEOPLE_UNDER_BUDGET;
      if (!refused.code().equals(OVER_BUDGET) || !most) {
        throw refused;
      }
      found = attempt(weighed(scenario, null, LADDER[LADDER.length - 1]), starts);
    }
    for (double weight : LADDER) {
      List<GoalOutcome> outcomes = outcomes(found);
      Scenario next = weighed(found.scenario(), outcomes, weight);
      if (!next.equals(found.scenario()) && !stop.getAsBoolean()) {
        found = attempt(next, List.of(found.plan()));
      }
    }
    return found;
  }

  private PlanResult attempt(Scenario scenario, List<Plan> starts) {
    double done = 1 - Math.scalb(1.0, -attempts);
    attempts++;
    return new PlanningQuestion(problem, scenario)
        .plan(starts, progress.part(done, Math.scalb(1.0, -attempts)), stop);
  }

  private List<GoalOutcome> outcomes(PlanResult found) {
    PlanningProblem counted = found.scenario().today().applyTo(problem);
    return PlanFolder.institutionGoals(counted, found.scenario(), found.plan());
  }

  /** With a weight for goals that are missed, or for those that must be reached whole. */
  private static Scenario weighed(Scenario scenario, List<GoalOutcome> outcomes, double weight) {
    List<InstitutionGoal> goals = new ArrayList<>(scenario.institutions().goals());
    for (int k = 0; k < goals.size(); k++) {
      InstitutionGoal goal = goals.get(k);
      boolean raise =
          outcomes == null
              ? goal.asksForAll()
              : !goal.asksForAll()
                  && goal.asksForShare()
                  && !(goal.weightPeople() >= weight)
                  && !outcomes.get(k).reached();
      goals.set(k, raise ? goal.withWeightPeople(weight) : goal);
    }
    return scenario.withInstitutions(scenario.institutions().withGoals(goals));
  }
}
