package org.kiungo.planner;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import org.kiungo.planner.deploy.BroadbandSolver;
import org.kiungo.planner.deploy.local.LocalSearch;
import org.kiungo.planner.deploy.question.ServedPeople;
import org.kiungo.planner.finance.PlanFinance;
import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.model.Certificate.Sense;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.programme.FloorProgramme;
import org.kiungo.planner.programme.PlannedProgramme;
import org.kiungo.planner.programme.ProgrammePlanning;
import org.kiungo.planner.programme.TargetProgramme;
import org.kiungo.planner.programme.local.PhaseSearch;
import org.kiungo.planner.scenario.Phase;
import org.kiungo.planner.scenario.PlanResult;
import org.kiungo.planner.scenario.Scenario;

/** A scenario with phases asked of facts, whatever it strives for. */
final class ProgrammeQuestion {

  /** Of a programme's bound; its rows have methods of their own. */
  private static final String ROWS = "sum over phases of a bound for each";

  private static final String NOTHING = "no public money is below nothing";

  private final PlanningProblem facts;
  private final Scenario scenario;

  /**
   * @param facts under the scenario's market terms and levers
   */
  ProgrammeQuestion(PlanningProblem facts, Scenario scenario) {
    this.facts = facts;
    this.scenario = scenario;
  }

  /**
   * Best programme found.
   *
   * @param starts plans of like questions to search on from
   */
  PlanResult plan(List<Plan> starts, Progress progress, BooleanSupplier stop) {
    List<Plan> phased = starts.stream().filter(each -> each.programme() != null).toList();
    ProgrammePlanning.Found found =
        switch (scenario.goal()) {
          case MOST_PEOPLE_UNDER_BUDGET ->
              new ProgrammePlanning(
                      facts,
                      scenario.phases(),
                      scenario.phaseWeights(),
                      Planner.settings(scenario),
                      new LocalSearch(),
                      new PhaseSearch())
                  .plan(phased, frugal(stop), this::isWithinPublicBudget, progress, stop);
          case HIGHEST_DISTRICT_FLOOR ->
              new FloorProgramme(
                      facts,
                      scenario.phases(),
                      scenario.phaseWeights(),
                      Planner.settings(scenario),
                      new LocalSearch())
                  .plan(phased, progress, stop);
          case HIGHEST_EQUITABLE_SHARE -> throw noPhases();
          case LEAST_COST_TO_TARGET -> target(false).plan(phased, progress, stop);
          case LEAST_PUBLIC_MONEY_TO_TARGET -> target(true).plan(phased, progress, stop);
        };
    Plan plan = Planner.withPublicMoney(facts, found.plan());
    return new PlanResult(scenario, plan, certificate(found), found.proof());
  }

  /** No scenario asks so: it refuses phases for this goal. */
  private static InputRefused noPhases() {
    return new InputRefused("fairness.phases", "field", "phases");
  }

  /** The plan for the cap on public money alone, as if all of it were built at once. */
  private List<Plan> frugal(BooleanSupplier stop) {
    double capUsd = scenario.publicBudgetUsd();
    return Double.isNaN(capUsd)
        ? List.of()
        : List.of(
            BroadbandSolver.ofPublicMoney(facts, Planner.settings(scenario), new LocalSearch())
                .solve(capUsd, Progress.NONE, stop)
                .plan());
  }

  private TargetProgramme target(boolean isPublic) {
    return new TargetProgramme(
        facts,
        scenario.phases(),
        scenario.phaseWeights(),
        scenario.targetRatio(),
        Planner.settings(scenario),
        new LocalSearch(),
        isPublic,
        isPublic ? this::publicUsd : plan -> plan.totals().lifetimeCostUsd());
  }

  private double publicUsd(Plan plan) {
    return PlanFinance.publicUsd(facts, plan);
  }

  private boolean isWithinPublicBudget(Plan plan) {
    return Double.isNaN(scenario.publicBudgetUsd())
        || publicUsd(plan) <= scenario.publicBudgetUsd();
  }

  private Certificate certificate(ProgrammePlanning.Found found) {
    Sense sense = scenario.strivesForTarget() ? Sense.MINIMISE : Sense.MAXIMISE;
    TreeSet<String> relaxed = new TreeSet<>(found.relaxed());
    if (!Double.isNaN(scenario.publicBudgetUsd())) {
      relaxed.add("publicBudget");
    }
    return new Certificate(
            sense,
            found.value(),
            found.bound(),
            Certificate.gapRatio(sense, found.value(), found.bound()),
            Double.NaN,
            found.rows().isEmpty() ? NOTHING : ROWS,
            found.candidateGraph(),
            List.copyOf(relaxed),
            scenario.seed(),
            found.steps(),
            Planner.ENGINE_VERSION,
            facts.catalogue().version())
        .withRows(found.rows());
  }

  /** The better of this question's plan and another's decisions and phases, as far as it has it. */
  PlanResult better(PlanResult own, Plan other) {
    Optional<Plan> here =
        other.programme() == null
            ? Optional.empty()
            : PlannedProgramme.restated(
                    facts,
                    scenario.phases(),
                    scenario.phaseWeights(),
                    Planner.settings(scenario),
                    other)
                .filter(this::isWithinPublicBudget);
    double value = here.map(this::value).orElse(Double.NaN);
    double known = own.certificate().value();
    boolean wins = scenario.strivesForTarget() ? value < known : value > known;
    return wins
        ? new PlanResult(
            scenario,
            Planner.withPublicMoney(facts, here.get()),
            own.certificate().withValue(value),
            own.proof())
        : own;
  }

  /** The objective; not a number where a target is missed. */
  private double value(Plan plan) {
    return switch (scenario.goal()) {
      case MOST_PEOPLE_UNDER_BUDGET -> plan.programme().weightedPersonYears();
      case HIGHEST_DISTRICT_FLOOR ->
          FloorProgramme.floorRatio(facts, scenario.phases(), scenario.phaseWeights(), plan);
      case HIGHEST_EQUITABLE_SHARE -> throw noPhases();
      case LEAST_COST_TO_TARGET -> reaches(plan) ? plan.totals().lifetimeCostUsd() : Double.NaN;
      case LEAST_PUBLIC_MONEY_TO_TARGET -> reaches(plan) ? publicUsd(plan) : Double.NaN;
    };
  }

  private boolean reaches(Plan plan) {
    List<Phase> phases = scenario.phases();
    for (int t = 0; t < phases.size(); t++) {
      boolean isLast = t == phases.size() - 1;
      double share = isLast ? scenario.targetRatio() : phases.get(t).targetRatio();
      double served = plan.programme().phases().get(t).weightedPeople();
      if (served < ServedPeople.wanted(facts, share)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Programmes for several budgets, of which each phase has the share that it has of the
   * scenario's. None is worse than one for less money, which more money can build too.
   *
   * @param budgetsUsd in the order given
   * @param stops of the search for each, given how many are still to be made
   */
  static List<PlanResult> frontier(
      PlanningProblem problem,
      Scenario scenario,
      double[] budgetsUsd,
      Progress progress,
      IntFunction<BooleanSupplier> stops) {
    if (scenario.strivesForTarget()) {
      throw new InputRefused("phases.frontier", "field", "goal");
    }
    List<PlanResult> results = new ArrayList<>();
    List<Plan> starts = new ArrayList<>();
    double share = 1.0 / budgetsUsd.length;
    for (int k = 0; k < budgetsUsd.length; k++) {
      PlanResult result =
          Planner.plan(
              problem,
              scenario.withScaledPhases(budgetsUsd[k]),
              starts,
              progress.part(k * share, share),
              stops.apply(budgetsUsd.length - k));
      results.add(result);
      starts = List.of(result.plan());
    }
    return List.copyOf(results);
  }
}
