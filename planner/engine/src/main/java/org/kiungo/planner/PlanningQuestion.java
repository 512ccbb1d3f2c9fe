package org.kiungo.planner;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.kiungo.planner.deploy.BroadbandSolver;
import org.kiungo.planner.deploy.Deployment;
import org.kiungo.planner.deploy.TwoPathSolver;
import org.kiungo.planner.deploy.local.LocalSearch;
import org.kiungo.planner.deploy.question.ServedPeople;
import org.kiungo.planner.deploy.question.Welfare;
import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.model.Certificate.Sense;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.scenario.PlaceIds;
import org.kiungo.planner.scenario.PlanResult;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.scenario.Scenario.Goal;
import org.kiungo.planner.scenario.ScenarioFacts;

/**
 * A scenario asked of facts. Candidate links and options are prepared once; then the question can
 * be planned, and the plans of like questions (the same without a lever, say) be held against it.
 */
public final class PlanningQuestion {

  private final PlanningProblem facts;
  private final Scenario scenario;
  private final BroadbandSolver solver;
  private final PublicMoneyPlans publicMoney;

  /** In place of the solver where hubs need two ways; else null. */
  private final TwoPathSolver twoPaths;

  /** Where countries have budgets of their own. */
  private final CountryBudgets budgets;

  /** In place of the others where there are phases. */
  private final ProgrammeQuestion programme;

  /**
   * @throws InputRefused when the scenario cannot be planned as it stands
   */
  public PlanningQuestion(PlanningProblem problem, Scenario scenario) {
    PlaceIds.requireApart(problem);
    this.scenario = scenario;
    facts = ScenarioFacts.of(problem, scenario);
    boolean least = scenario.goal() == Goal.LEAST_PUBLIC_MONEY_TO_TARGET;
    boolean publicCap = !Double.isNaN(scenario.publicBudgetUsd());
    if (publicCap && scenario.goal() != Goal.MOST_PEOPLE_UNDER_BUDGET) {
      throw new InputRefused("scenario.public-cap", "field", "publicBudgetUsd");
    }
    if (least && !Double.isNaN(scenario.budgetUsd()) && !scenario.hasPhases()) {
      throw new InputRefused("scenario.public-cap", "field", "budgetUsd");
    }
    boolean isPublic = isPublic(scenario);
    if (isPublic) {
      PublicMoneyPlans.refuseWithoutAnswer(facts, scenario);
    }
    if (scenario.hasPhases()) {
      programme = new ProgrammeQuestion(facts, scenario);
      solver = null;
      publicMoney = null;
      twoPaths = null;
      budgets = null;
      return;
    }
    programme = null;
    LocalSearch search = new LocalSearch();
    if (!scenario.twoPaths().isNone()) {
      twoPaths = new TwoPathSolver(facts, Planner.settings(scenario), scenario.twoPaths(), search);
      solver = null;
      publicMoney = null;
      budgets = null;
      return;
    }
    twoPaths = null;
    solver =
        isPublic
            ? BroadbandSolver.ofPublicMoney(facts, Planner.settings(scenario), search)
            : new BroadbandSolver(facts, Planner.settings(scenario), search);
    budgets =
        scenario.budgetsByCountry().isEmpty() ? null : new CountryBudgets(facts, scenario, solver);
    publicMoney = isPublic ? new PublicMoneyPlans(facts, scenario, solver) : null;
  }

  /**
   * All that the decisions of a question depend on which is not about public money: market terms,
   * and levers that change nothing else, move accounts only.
   */
  public record Decision(PlanningProblem facts, Scenario scenario) {}

  /** What a question's decisions depend on; empty where they depend on market terms too. */
  public static Optional<Decision> decision(PlanningProblem problem, Scenario scenario) {
    return isPublic(scenario)
        ? Optional.empty()
        : Optional.of(
            new Decision(
                ScenarioFacts.of(problem, scenario).withEconomics(List.of()),
                scenario.withLevers(List.of()).withMarketTerms(List.of())));
  }

  /** The plan of a question with the same {@link Decision}, at this one's accounts. */
  public static PlanResult accounted(
      PlanningProblem problem, Scenario scenario, PlanResult planned) {
    return new PlanResult(
        scenario,
        Planner.withPublicMoney(ScenarioFacts.of(problem, scenario), planned.plan()),
        planned.certificate(),
        planned.proof());
  }

  private static boolean isPublic(Scenario scenario) {
    return scenario.goal() == Goal.LEAST_PUBLIC_MONEY_TO_TARGET
        || !Double.isNaN(scenario.publicBudgetUsd());
  }

  /**
   * Best plan found; not worse than any of the plans given that keeps to this question's rules.
   *
   * @param starts plans of like questions to search on from
   */
  public PlanResult plan(List<Plan> starts, Progress progress, BooleanSupplier stop) {
    Ending ending = new Ending(stop);
    if (programme != null) {
      return ending.on(programme.plan(starts, progress, ending));
    }
    PlanResult best = ending.on(solved(starts, progress, ending));
    for (Plan start : starts) {
      best = better(best, start);
    }
    return best;
  }

  private PlanResult fairest(Welfare welfare, Progress progress, BooleanSupplier stop) {
    return result(solver.solveForFairness(welfare, scenario.budgetUsd(), progress, stop));
  }

  private PlanResult solved(List<Plan> starts, Progress progress, BooleanSupplier stop) {
    if (twoPaths != null) {
      return result(
          scenario.strivesForTarget()
              ? twoPaths.solveForTarget(scenario.targetRatio(), starts, progress, stop)
              : twoPaths.solve(scenario.budgetUsd(), starts, progress, stop));
    }
    return switch (scenario.goal()) {
      case LEAST_COST_TO_TARGET ->
          result(solver.solveForTarget(scenario.targetRatio(), starts, progress, stop));
      case HIGHEST_DISTRICT_FLOOR -> fairest(Welfare.LEAST_SHARE, progress, stop);
      case HIGHEST_EQUITABLE_SHARE -> fairest(Welfare.EQUITABLE_SHARE, progress, stop);
      case LEAST_PUBLIC_MONEY_TO_TARGET -> publicMoney.leastMoney(starts, progress, stop);
      case MOST_PEOPLE_UNDER_BUDGET ->
          publicMoney == null
              ? result(
                  budgets == null
                      ? solver.solve(scenario.budgetUsd(), starts, progress, stop)
                      : budgets.mostPeople(starts, progress, stop))
              : Double.isNaN(scenario.budgetUsd())
                  ? publicMoney.mostPeople(starts, progress, stop)
                  : publicMoney.underBothCaps(starts, progress, stop);
    };
  }

  private PlanResult result(Deployment found) {
    return Planner.result(found, facts, scenario);
  }

  /**
   * The better of this question's plan and another plan's decisions, priced and judged by this
   * question; its own where they are equal, or where the other cannot be had here.
   */
  public PlanResult better(PlanResult own, Plan other) {
    if (programme != null) {
      return programme.better(own, other);
    }
    Certificate certificate = own.certificate();
    boolean most = certificate.sense() == Sense.MAXIMISE;
    Optional<Plan> here = restated(other);
    double value = here.map(this::value).orElse(Double.NaN);
    boolean wins = most ? value > certificate.value() : value < certificate.value();
    return wins
        ? new PlanResult(scenario, here.get(), certificate.withValue(value), own.proof())
        : own;
  }

  /**
   * Plans of countries side by side as one plan of this question, as far as it offers what they
   * decide; what they cost together is not held against any budget.
   */
  public Plan sideBySide(List<Plan> plans) {
    Plan together = CountryPart.together(plans);
    return solver == null ? together : solver.parts().read(together);
  }

  private Optional<Plan> restated(Plan plan) {
    boolean capped = scenario.goal() != Goal.LEAST_COST_TO_TARGET;
    if (twoPaths != null) {
      return twoPaths
          .restated(plan, capped ? scenario.budgetUsd() : Double.NaN)
          .map(each -> Planner.withPublicMoney(facts, each));
    }
    return solver
        .restated(plan, capped && publicMoney == null ? scenario.budgetUsd() : Double.NaN)
        .filter(each -> !capped || !(each.totals().lifetimeCostUsd() > scenario.budgetUsd()))
        .filter(each -> budgets == null || budgets.areKept(each))
        .map(each -> Planner.withPublicMoney(facts, each))
        .filter(
            each ->
                publicMoney == null
                    || !(each.totals().viabilityGapUsd() > scenario.publicBudgetUsd()));
  }

  /**
   * A plan's decisions as far as this question, which has one budget, offers and pays for them.
   *
   * @param plan of a like question
   */
  public Plan trimmed(Plan plan) {
    return trimmed(plan, scenario.budgetUsd(), id -> true);
  }

  /**
   * The same for another budget.
   *
   * @param budgetUsd cap on lifetime cost; NaN = no cap
   * @param mayGo who may be left out, by id; the others stay whatever they cost
   */
  public Plan trimmed(Plan plan, double budgetUsd, Predicate<String> mayGo) {
    return Planner.withPublicMoney(facts, solver.trimmed(plan, budgetUsd, mayGo));
  }

  /** What is left of a plan that serves no others than those, by id. */
  public Plan only(Plan plan, Predicate<String> isServed) {
    return solver.parts().only(plan, isServed);
  }

  /**
   * A trimmed plan and what follows it, others first as in another plan of this question. All that
   * the trimmed plan serves and builds stays.
   */
  public Plan completed(Plan trimmed, Plan like) {
    return Planner.withPublicMoney(facts, solver.completed(trimmed, like, scenario.budgetUsd()));
  }

  /** A trimmed plan, and what is left of the budget spent on whoever brings most people per USD. */
  public Plan refilled(Plan trimmed) {
    Plan plan = solver.extended(trimmed, scenario.budgetUsd(), () -> false);
    return Planner.withPublicMoney(facts, plan);
  }

  /** The objective; not a number where the target is missed. */
  public double value(Plan plan) {
    double people = ServedPeople.weighted(facts, plan);
    boolean reached =
        Double.isNaN(scenario.targetRatio())
            || people >= ServedPeople.wanted(facts, scenario.targetRatio());
    return switch (scenario.goal()) {
      case MOST_PEOPLE_UNDER_BUDGET -> people;
      case HIGHEST_DISTRICT_FLOOR -> ServedPeople.fairRatio(Welfare.LEAST_SHARE, facts, plan);
      case HIGHEST_EQUITABLE_SHARE -> ServedPeople.fairRatio(Welfare.EQUITABLE_SHARE, facts, plan);
      case LEAST_COST_TO_TARGET -> reached ? plan.totals().lifetimeCostUsd() : Double.NaN;
      case LEAST_PUBLIC_MONEY_TO_TARGET -> reached ? plan.totals().viabilityGapUsd() : Double.NaN;
    };
  }
}
