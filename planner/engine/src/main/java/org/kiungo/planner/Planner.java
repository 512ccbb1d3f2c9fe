package org.kiungo.planner;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import org.kiungo.planner.deploy.BroadbandSolver;
import org.kiungo.planner.deploy.Deployment;
import org.kiungo.planner.deploy.links.BlockedHops;
import org.kiungo.planner.deploy.local.LocalSearch;
import org.kiungo.planner.deploy.settings.DeploySettings;
import org.kiungo.planner.explain.Explainer;
import org.kiungo.planner.finance.PlanFinance;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.gain.PossibleGain;
import org.kiungo.planner.model.BlockedHop;
import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.model.Certificate.Sense;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.today.PossibleWorks;
import org.kiungo.planner.model.today.TodayTotals;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.scenario.PlaceIds;
import org.kiungo.planner.scenario.PlanResult;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.scenario.ScenarioFacts;

/** The one entry point: facts and choices in, a plan with its certificate out. */
public final class Planner {

  /** Version written into certificates: the build's, which the root pom says. */
  public static final String ENGINE_VERSION = EngineVersion.read();

  private Planner() {}

  /**
   * Best plan found within the scenario's step limit. The same problem, scenario and seed give the
   * same plan as long as {@code stop} stays false.
   *
   * @param stop asked often; once true, the best plan so far is returned with its certificate
   * @throws InputRefused when the scenario cannot be planned as it stands
   */
  public static PlanResult plan(
      PlanningProblem problem, Scenario scenario, Progress progress, BooleanSupplier stop) {
    return plan(problem, scenario, List.of(), progress, stop);
  }

  /**
   * As the other, searching on from plans of the same question: not worse than any of them.
   *
   * @param starts what an interrupted search had found
   */
  public static PlanResult plan(
      PlanningProblem problem,
      Scenario scenario,
      List<Plan> starts,
      Progress progress,
      BooleanSupplier stop) {
    progress.report("candidates", 0, Double.NaN, Double.NaN, Double.NaN);
    return InstitutionGoals.areAsked(scenario)
        ? InstitutionGoals.plan(problem, scenario, starts, progress, stop)
        : new PlanningQuestion(problem, scenario).plan(starts, progress, stop);
  }

  /**
   * Candidate plans for several budgets that share candidate links, options and prices; none serves
   * fewer than one for less money.
   *
   * @param budgetsUsd caps on lifetime cost, one plan each, in the order given; NaN = no cap
   * @param stops of the search for each plan, given how many are still to be made, so that each can
   *     have its share of the time
   */
  public static List<PlanResult> frontier(
      PlanningProblem problem,
      Scenario scenario,
      double[] budgetsUsd,
      Progress progress,
      IntFunction<BooleanSupplier> stops) {
    PlaceIds.requireApart(problem);
    progress.report("candidates", 0, Double.NaN, Double.NaN, Double.NaN);
    if (scenario.hasPhases()) {
      return ProgrammeQuestion.frontier(problem, scenario, budgetsUsd, progress, stops);
    }
    refuseBudgetsByCountry(scenario);
    PlanningProblem facts = ScenarioFacts.of(problem, scenario);
    if (!scenario.twoPaths().isNone()) {
      return TwoPathFrontier.of(problem, scenario, budgetsUsd, progress, stops);
    }
    BroadbandSolver solver = new BroadbandSolver(facts, settings(scenario), new LocalSearch());
    double share = 1.0 / budgetsUsd.length;
    List<Deployment> found = new ArrayList<>();
    List<Ending> endings = new ArrayList<>();
    for (int k = 0; k < budgetsUsd.length; k++) {
      Ending ending = new Ending(stops.apply(budgetsUsd.length - k));
      found.add(solver.solve(budgetsUsd[k], progress.part(k * share, share), ending));
      endings.add(ending);
    }
    return results(problem, scenario, budgetsUsd, solver.rising(budgetsUsd, found), endings);
  }

  /**
   * As {@link #frontier}, each plan part of the next: whoever has service keeps it, from the same
   * site and over the same links. The first plan is searched for, the others extend it.
   *
   * @param budgetsUsd ascending caps on lifetime cost, one plan each; NaN = no cap, last
   * @param stops as of {@link #frontier}
   */
  public static List<PlanResult> nestedFrontier(
      PlanningProblem problem,
      Scenario scenario,
      double[] budgetsUsd,
      Progress progress,
      IntFunction<BooleanSupplier> stops) {
    PlaceIds.requireApart(problem);
    progress.report("candidates", 0, Double.NaN, Double.NaN, Double.NaN);
    if (scenario.hasPhases()) {
      throw new InputRefused("phases.nested", "field", "phases");
    }
    if (!scenario.twoPaths().isNone()) {
      throw new InputRefused("twoPaths.nested", "field", "twoPaths");
    }
    refuseBudgetsByCountry(scenario);
    List<Ending> endings = new ArrayList<>();
    IntFunction<BooleanSupplier> watched =
        left -> {
          endings.add(new Ending(stops.apply(left)));
          return endings.get(endings.size() - 1);
        };
    List<Deployment> found =
        new BroadbandSolver(
                ScenarioFacts.of(problem, scenario), settings(scenario), new LocalSearch())
            .solveNested(budgetsUsd, progress, watched);
    return results(problem, scenario, budgetsUsd, found, endings);
  }

  private static void refuseBudgetsByCountry(Scenario scenario) {
    if (!scenario.budgetsByCountry().isEmpty()) {
      throw new InputRefused("budgets.frontier", "field", "budgetsByCountry");
    }
  }

  private static List<PlanResult> results(
      PlanningProblem problem,
      Scenario scenario,
      double[] budgetsUsd,
      List<Deployment> found,
      List<Ending> endings) {
    PlanningProblem facts = ScenarioFacts.of(problem, scenario);
    List<PlanResult> results = new ArrayList<>();
    for (int k = 0; k < budgetsUsd.length; k++) {
      PlanResult result = result(found.get(k), facts, scenario.withBudgetUsd(budgetsUsd[k]));
      results.add(endings.get(k).on(result));
    }
    return List.copyOf(results);
  }

  /** Explains the choices of a plan made with {@link #plan}; built once, asked for any place. */
  public static Explainer explainer(PlanningProblem problem, PlanResult result) {
    return new Explainer(
        ScenarioFacts.of(problem, result.scenario()), settings(result.scenario()), result.plan());
  }

  /** The plan with the public money it needs; not a number where revenue is not known. */
  static Plan withPublicMoney(PlanningProblem facts, Plan plan) {
    double usd = PlanFinance.publicUsd(facts, plan);
    return plan.withTotals(plan.totals().withViabilityGapUsd(usd));
  }

  /**
   * The plan with the people whom it may possibly gain; not a number where it is not worked out: of
   * plans with phases, with second ways, or whose money is public or each country's own.
   */
  public static Plan withPossibleGain(PlanningProblem problem, Scenario scenario, Plan plan) {
    TodayTotals today = plan.totals().today();
    boolean simple =
        plan.programme() == null
            && plan.secondPaths().isNone()
            && scenario.budgetsByCountry().isEmpty()
            && Double.isNaN(scenario.publicBudgetUsd());
    if (today == null || !simple) {
      return plan;
    }
    PlanningProblem facts = ScenarioFacts.of(problem, scenario);
    double capUsd =
        Double.isNaN(scenario.budgetUsd()) ? plan.totals().lifetimeCostUsd() : scenario.budgetUsd();
    PossibleWorks works = PossibleGain.of(facts, plan, capUsd, kept(facts, scenario)).orElse(null);
    double people = works == null ? today.peopleGainedLikely() : works.people();
    return plan.withPossible(works).withTotals(plan.totals().withToday(today.withPossible(people)));
  }

  /** Places that a plan of the scenario must serve. */
  private static Set<String> kept(PlanningProblem facts, Scenario scenario) {
    Set<String> kept = new HashSet<>();
    scenario.locks().stream()
        .filter(each -> !each.forbid())
        .forEach(each -> kept.add(each.settlementId()));
    facts.settlements().stream()
        .filter(each -> facts.rules().obliges(each))
        .forEach(each -> kept.add(each.id()));
    return kept;
  }

  /**
   * A computed plan with the facts it answers and, where the ground is known, the candidate hops
   * that it closes to radio, ready to be written.
   */
  public static PlanFolder folder(PlanningProblem problem, PlanResult result) {
    return new PlanFolder(
        problem,
        result.scenario(),
        withPossibleGain(problem, result.scenario(), result.plan()),
        // whatever was searched for on the way, the scenario says with which seed and limit
        result.certificate().withSearch(result.scenario().seed(), result.scenario().steps()),
        result.proof(),
        blockedHops(problem, result.scenario()));
  }

  /**
   * The candidate hops of a question that the ground closes to radio; none where no ground is
   * known.
   */
  public static List<BlockedHop> blockedHops(PlanningProblem problem, Scenario scenario) {
    return BlockedHops.among(ScenarioFacts.of(problem, scenario), settings(scenario));
  }

  static DeploySettings settings(Scenario scenario) {
    return new DeploySettings(
        scenario.budgetUsd(),
        Double.NaN,
        scenario.technologyIds(),
        scenario.mediumIds(),
        scenario.locks().stream()
            .map(
                lock ->
                    new DeploySettings.LockedChoice(
                        lock.settlementId(), lock.technologyId(), lock.forbid(), lock.placeId()))
            .toList(),
        scenario.seed(),
        scenario.steps(),
        scenario.threads(),
        Optional.empty());
  }

  static PlanResult result(Deployment found, PlanningProblem facts, Scenario scenario) {
    return new PlanResult(
        scenario,
        withPublicMoney(facts, found.plan()),
        certificate(found, facts, scenario),
        found.proof());
  }

  static Certificate certificate(Deployment found, PlanningProblem problem, Scenario scenario) {
    boolean most = Double.isNaN(found.boundUsd());
    Sense sense = most ? Sense.MAXIMISE : Sense.MINIMISE;
    double value = most ? found.weightedPeople() : found.plan().totals().lifetimeCostUsd();
    // bounds count people in millionths and cost in cents: what is served whole may lie beyond
    double bound = most ? Math.max(value, found.boundPeople()) : Math.min(value, found.boundUsd());
    return new Certificate(
            sense,
            value,
            bound,
            Certificate.gapRatio(sense, value, bound),
            found.lambdaPeoplePerUsd(),
            found.method(),
            found.candidateGraph(),
            found.relaxed(),
            scenario.seed(),
            found.steps(),
            ENGINE_VERSION,
            problem.catalogue().version())
        .withLambdaByCountry(found.lambdaByCountry())
        .withEnd(found.end());
  }
}
