package org.kiungo.planner.compare;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import org.kiungo.planner.Planner;
import org.kiungo.planner.PlanningQuestion;
import org.kiungo.planner.deploy.question.ServedPeople;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.resilience.TwoPaths;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.scenario.PlanResult;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.scenario.ScenarioFacts;

/**
 * What two ways for hubs cost: people at the same money, and money for the same people.
 *
 * @param without plan without the rule
 * @param with plan with it, for the same money or the same target
 * @param samePeople the cheapest plan found with the rule that serves as many as {@code without};
 *     {@code with} itself where a target is asked for; null where no plan was found
 */
public record ResiliencePrice(PlanResult without, PlanResult with, PlanResult samePeople) {

  /** Plans that are made. */
  public static final int PLANS = 3;

  /** A share of people is reached but for the rounding of sums, relative. */
  private static final double ROUNDING = 1e-9;

  /** Weighted people fewer at the same money. */
  public double peopleLost() {
    boolean most = !with.scenario().strivesForTarget();
    return most ? without.certificate().value() - with.certificate().value() : 0;
  }

  /** Lifetime cost more for the same people, USD; NaN where no plan was found. */
  public double furtherUsd() {
    return samePeople == null
        ? Double.NaN
        : samePeople.plan().totals().lifetimeCostUsd() - without.plan().totals().lifetimeCostUsd();
  }

  /**
   * Plans all of them.
   *
   * @param stops asked once before each plan, for the number of plans still to be made
   * @throws InputRefused {@code twoPaths.missing} when the scenario names no hubs
   */
  public static ResiliencePrice of(
      PlanningProblem problem,
      Scenario scenario,
      Progress progress,
      IntFunction<BooleanSupplier> stops) {
    if (scenario.twoPaths().isNone()) {
      throw new InputRefused("twoPaths.missing", "field", "twoPaths");
    }
    double share = 1.0 / PLANS;
    PlanResult with = Planner.plan(problem, scenario, progress.part(0, share), stops.apply(PLANS));
    PlanResult without =
        Planner.plan(
            problem,
            scenario.withTwoPaths(TwoPaths.NONE),
            List.of(with.plan()),
            progress.part(share, share),
            stops.apply(2));
    // the plan without the rule may keep it, or have money left to
    with = new PlanningQuestion(problem, scenario).better(with, without.plan());
    return new ResiliencePrice(
        without,
        with,
        scenario.strivesForTarget()
            ? with
            : same(
                problem,
                scenario,
                without,
                untold(progress.part(2 * share, share)),
                stops.apply(1)));
  }

  /** How far it has come, not how: its value is money, that of the others people. */
  private static Progress untold(Progress progress) {
    return (phase, done, value, bound, gap) ->
        progress.report(phase, done, Double.NaN, Double.NaN, Double.NaN);
  }

  private static PlanResult same(
      PlanningProblem problem,
      Scenario scenario,
      PlanResult without,
      Progress progress,
      BooleanSupplier stop) {
    double ratio =
        ServedPeople.shareRatio(ScenarioFacts.of(problem, scenario), without.certificate().value());
    Scenario target = scenario.withBudgetUsd(Double.NaN).withTarget(ratio * (1 - ROUNDING));
    try {
      return Planner.plan(problem, target, List.of(without.plan()), progress, stop);
    } catch (InputRefused refused) {
      if (refused.code().equals("target.unreachable") || refused.code().equals("twoPaths.none")) {
        return null;
      }
      throw refused;
    }
  }
}
