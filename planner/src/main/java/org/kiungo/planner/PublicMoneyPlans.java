package org.kiungo.planner;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.kiungo.planner.deploy.BroadbandSolver;
import org.kiungo.planner.deploy.DeploySettings;
import org.kiungo.planner.deploy.Deployment;
import org.kiungo.planner.deploy.local.LocalSearch;
import org.kiungo.planner.finance.PlanFinance;
import org.kiungo.planner.finance.PublicCost;
import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.model.Certificate.Sense;
import org.kiungo.planner.model.InputRefused;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.Settlement;

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

  private final PlanningProblem facts;
  private final Scenario scenario;
  private final BroadbandSolver solver;

  /**
   * @param facts under the scenario's market terms and levers
   * @throws InputRefused {@code finance.unknown} naming the market terms to be given first
   */
  PublicMoneyPlans(PlanningProblem facts, Scenario scenario, DeploySettings settings) {
    this.facts = facts;
    this.scenario = scenario;
    List<String> unknown = PublicCost.unknownRevenue(facts);
    if (!unknown.isEmpty()) {
      throw new InputRefused(
          "finance.unknown", "field", "marketTerms", "terms", String.join(", ", unknown));
    }
    if (!Double.isNaN(scenario.budgetUsd())) {
      throw new InputRefused("scenario.two-caps", "field", "budgetUsd");
    }
    solver = BroadbandSolver.ofPublicMoney(facts, settings, new LocalSearch());
  }

  /** Most weighted people for the scenario's public budget. */
  PlanResult mostPeople(Progress progress, BooleanSupplier stop) {
    double budgetUsd = scenario.publicBudgetUsd();
    double capUsd = budgetUsd;
    Deployment first = solver.solve(capUsd, progress, stop);
    Deployment found = first;
    Plan plan = told(found.plan());
    double excessUsd = plan.totals().viabilityGapUsd() - budgetUsd;
    for (int round = 0; round < ROUNDS && excessUsd > 0; round++) {
      capUsd -= excessUsd * (1 + 0.25 * round);
      found = solver.solve(capUsd, progress, stop);
      plan = told(found.plan());
      excessUsd = plan.totals().viabilityGapUsd() - budgetUsd;
    }
    if (excessUsd > 0) {
      throw new InputRefused(
          "finance.overBudget", "publicUsd", budgetUsd + excessUsd, "budgetUsd", budgetUsd);
    }
    Certificate certificate =
        certificate(
            found,
            Sense.MAXIMISE,
            found.weightedPeople(),
            first.boundPeople(),
            first.lambdaPeoplePerUsd());
    return new PlanResult(scenario, plan, certificate);
  }

  /**
   * Least public money for the scenario's target. Public budgets between the bound and the best
   * plan are halved: a plan that reaches the target with one lowers the value; where no plan with
   * one can reach it, by the bound on people, the least lies above.
   */
  PlanResult leastMoney(Progress progress, BooleanSupplier stop) {
    Deployment found = solver.solveForTarget(scenario.targetRatio(), progress, stop);
    Plan plan = told(found.plan());
    double value = plan.totals().viabilityGapUsd();
    double bound = Math.min(value, Math.max(0, found.boundUsd()));
    double lambda = found.lambdaPeoplePerUsd();
    double wanted = wantedPeople();
    double low = bound;
    for (int k = 0; k < ROUNDS && value - low > FINE * value && !stop.getAsBoolean(); k++) {
      double capUsd = (low + value) / 2;
      Deployment tried = solver.solve(capUsd, progress, stop);
      Plan told = told(tried.plan());
      if (tried.weightedPeople() >= wanted && told.totals().viabilityGapUsd() < value) {
        found = tried;
        plan = told;
        value = told.totals().viabilityGapUsd();
      } else {
        low = capUsd;
      }
      if (tried.boundPeople() < wanted && capUsd > bound) {
        bound = capUsd;
        lambda = tried.lambdaPeoplePerUsd();
      }
    }
    bound = Math.min(value, bound);
    Certificate certificate = certificate(found, Sense.MINIMISE, value, bound, lambda);
    return new PlanResult(scenario, plan, certificate);
  }

  /** Weighted people that the target asks of the plan, today's service taken off. */
  private double wantedPeople() {
    double people = 0;
    double served = 0;
    for (Settlement s : facts.settlements()) {
      people += Double.isNaN(s.population()) ? 0 : s.population();
      served += Double.isNaN(s.population()) ? 0 : s.population() - s.unservedPopulation();
    }
    return scenario.targetRatio() * people - served;
  }

  private Plan told(Plan plan) {
    double usd = PlanFinance.of(facts, plan).publicUsd();
    return new Plan(
        plan.settlements(), plan.sites(), plan.links(), plan.totals().withViabilityGapUsd(usd));
  }

  private Certificate certificate(
      Deployment found, Sense sense, double value, double bound, double lambda) {
    List<String> relaxed = new ArrayList<>(found.relaxed());
    relaxed.addAll(PublicCost.relaxed(facts));
    return new Certificate(
        sense,
        value,
        bound,
        Certificate.gapRatio(sense, value, bound),
        lambda,
        found.method() + ", costs as public money",
        found.candidateGraph(),
        relaxed,
        scenario.seed(),
        found.steps(),
        Planner.ENGINE_VERSION,
        facts.catalogue().version());
  }
}
