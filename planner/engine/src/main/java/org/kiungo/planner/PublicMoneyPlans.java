package org.kiungo.planner;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.kiungo.planner.deploy.BroadbandSolver;
import org.kiungo.planner.deploy.Deployment;
import org.kiungo.planner.deploy.local.LocalSearch;
import org.kiungo.planner.deploy.question.ServedPeople;
import org.kiungo.planner.finance.PublicCost;
import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.model.Certificate.Sense;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.scenario.PlanResult;
import org.kiungo.planner.scenario.Scenario;

/**
 * Questions about public money. The solver works on the sum of {@link PublicCost}, which public
 * money never lies below; what a plan needs is told by its accounts. Where the accounts of a plan
 * exceed a public budget (operators keep surpluses, or a subsidy is given where none is needed),
 * the sum's budget is lowered by what is too much and the plan made again. The bound is that of the
 * budget as given.
 */
final class PublicMoneyPlans {

  private static final int ROUNDS = 8;

  /** Public money known within this ratio is known finely enough. */
  private static final double FINE = 0.01;

  /** Share of the work that the first plan for a target is told as. */
  private static final double FIRST = 0.4;

  private final PlanningProblem facts;
  private final Scenario scenario;
  private final BroadbandSolver solver;

  /**
   * @param facts under the scenario's market terms and levers
   * @param solver of public money
   */
  PublicMoneyPlans(PlanningProblem facts, Scenario scenario, BroadbandSolver solver) {
    this.facts = facts;
    this.scenario = scenario;
    this.solver = solver;
  }

  /**
   * @throws InputRefused {@code finance.unknown} naming the market terms to be given first
   */
  static void refuseWithoutAnswer(PlanningProblem facts, Scenario scenario) {
    List<String> unknown = PublicCost.unknownRevenue(facts);
    if (!unknown.isEmpty()) {
      throw new InputRefused(
          "finance.unknown", "field", "marketTerms", "terms", String.join(", ", unknown));
    }
  }

  /** Most weighted people for the scenario's public budget within its budget too. */
  PlanResult underBothCaps(List<Plan> starts, Progress progress, BooleanSupplier stop) {
    BroadbandSolver cost =
        new BroadbandSolver(facts, Planner.settings(scenario), new LocalSearch());
    TwoCaps.Found both =
        new TwoCaps(facts, scenario).mostPeople(cost, solver, starts, progress, stop);
    Deployment bound = both.bound();
    double people = both.found().weightedPeople();
    Certificate certificate =
        both.isPublic()
            ? certificate(both.found(), bound, Sense.MAXIMISE, people, bound.boundPeople())
            : Planner.certificate(bound, facts, scenario).withValue(people);
    return new PlanResult(scenario, both.plan(), certificate, bound.proof());
  }

  /** Most weighted people for the scenario's public budget. */
  PlanResult mostPeople(List<Plan> starts, Progress progress, BooleanSupplier stop) {
    double budgetUsd = scenario.publicBudgetUsd();
    double capUsd = budgetUsd;
    // how many rounds there will be is not known: each is told as half of what is left
    Deployment first = solver.solve(capUsd, starts, progress.part(0, 0.5), stop);
    Deployment found = first;
    Plan plan = Planner.withPublicMoney(facts, found.plan());
    double excessUsd = plan.totals().viabilityGapUsd() - budgetUsd;
    for (int round = 0; round < ROUNDS && excessUsd > 0; round++) {
      capUsd -= excessUsd * (1 + 0.25 * round);
      double left = Math.pow(0.5, round + 1.0);
      try {
        found = solver.solve(capUsd, starts, progress.part(1 - left, left / 2), stop);
      } catch (InputRefused below) {
        // a cap of this search, below what any plan can be had for, is none that anybody gave
        throw capUsd < budgetUsd ? overBudget(excessUsd) : below;
      }
      plan = Planner.withPublicMoney(facts, found.plan());
      excessUsd = plan.totals().viabilityGapUsd() - budgetUsd;
    }
    if (excessUsd > 0) {
      throw overBudget(excessUsd);
    }
    Certificate certificate =
        certificate(found, first, Sense.MAXIMISE, found.weightedPeople(), first.boundPeople());
    tell(progress, 1, certificate.value(), certificate.bound(), Sense.MAXIMISE, plan);
    return new PlanResult(scenario, plan, certificate, first.proof());
  }

  private InputRefused overBudget(double excessUsd) {
    double budgetUsd = scenario.publicBudgetUsd();
    return new InputRefused(
        "finance.overBudget", "publicUsd", budgetUsd + excessUsd, "budgetUsd", budgetUsd);
  }

  /**
   * Least public money for the scenario's target. Public budgets between the bound and the best
   * plan are halved: a plan that reaches the target with one lowers the value; where no plan with
   * one can reach it, by the bound on people, the least lies above.
   */
  PlanResult leastMoney(List<Plan> starts, Progress progress, BooleanSupplier stop) {
    Deployment found =
        solver.solveForTarget(
            scenario.targetRatio(),
            starts,
            (phase, done, sumUsd, boundUsd, gap) ->
                // what accounts will tell lies above the sum that is solved: only the bound is
                // known yet
                progress.report(
                    "bound", FIRST * done, Double.NaN, Math.max(0, boundUsd), Double.NaN),
            stop);
    Plan plan = Planner.withPublicMoney(facts, found.plan());
    double value = plan.totals().viabilityGapUsd();
    double bound = Math.min(value, Math.max(0, found.boundUsd()));
    tell(progress, FIRST, value, bound, Sense.MINIMISE, plan);
    offer(progress, plan);
    Deployment proven = found;
    double wanted = ServedPeople.wanted(facts, scenario.targetRatio());
    double low = bound;
    for (int k = 0; k < ROUNDS && value - low > FINE * value && !stop.getAsBoolean(); k++) {
      // Budgets cap whole cents: a bound between two of them would not be proven.
      double capUsd = Money.wholeCents((low + value) / 2) / 100.0;
      double doneRatio = FIRST + (1 - FIRST) * k / ROUNDS;
      double knownUsd = value;
      double leastUsd = bound;
      Plan best = plan;
      Deployment tried =
          solver.solve(
              capUsd,
              starts,
              (phase, done, people, most, gap) ->
                  tell(
                      progress,
                      doneRatio + (1 - FIRST) / ROUNDS * done,
                      knownUsd,
                      leastUsd,
                      Sense.MINIMISE,
                      best),
              stop);
      Plan told = Planner.withPublicMoney(facts, tried.plan());
      if (tried.weightedPeople() >= wanted && told.totals().viabilityGapUsd() < value) {
        found = tried;
        plan = told;
        value = told.totals().viabilityGapUsd();
        offer(progress, plan);
      } else {
        low = capUsd;
      }
      if (tried.boundPeople() < wanted && capUsd > bound) {
        bound = capUsd;
        proven = tried;
      }
    }
    bound = Math.min(value, bound);
    Certificate certificate = certificate(found, proven, Sense.MINIMISE, value, bound);
    tell(progress, 1, value, bound, Sense.MINIMISE, plan);
    return new PlanResult(scenario, plan, certificate, proven.proof());
  }

  private static void tell(
      Progress progress, double doneRatio, double value, double bound, Sense sense, Plan best) {
    String phase = doneRatio < 1 ? "search" : "certificate";
    double gap = Certificate.gapRatio(sense, value, bound);
    progress.report(phase, doneRatio, value, bound, gap, () -> best.totals().peopleServed());
  }

  private static void offer(Progress progress, Plan plan) {
    progress.offer(() -> plan);
  }

  /**
   * @param found whose plan it is
   * @param proven whose bound it is
   */
  private Certificate certificate(
      Deployment found, Deployment proven, Sense sense, double value, double bound) {
    List<String> relaxed = new ArrayList<>(proven.relaxed());
    relaxed.addAll(PublicCost.relaxed(facts));
    return new Certificate(
        sense,
        value,
        bound,
        Certificate.gapRatio(sense, value, bound),
        proven.lambdaPeoplePerUsd(),
        proven.method() + ", costs as public money",
        proven.candidateGraph(),
        relaxed,
        scenario.seed(),
        found.steps(),
        Planner.ENGINE_VERSION,
        facts.catalogue().version());
  }
}
