package org.kiungo.planner.programme;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;
import org.kiungo.planner.deploy.BroadbandSolver;
import org.kiungo.planner.deploy.Deployment;
import org.kiungo.planner.deploy.question.ServedPeople;
import org.kiungo.planner.deploy.search.PlanImprover;
import org.kiungo.planner.deploy.settings.DeploySettings;
import org.kiungo.planner.deploy.settings.SolverUnits;
import org.kiungo.planner.model.BoundProof;
import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.model.Certificate.Row;
import org.kiungo.planner.model.Certificate.Sense;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.scenario.Phase;

/**
 * Least money for a share of the people by the end of the last phase, and of others where they have
 * a target too, within budgets that roll over. The plan for each target is sought by itself; all of
 * it is built in the last phase, given earlier where an earlier target asks for it, and spared
 * where none does.
 *
 * <p>The bound: with λ_t ≥ 0 the price of money paid until the end of phase t and λ = 1 in the
 * last, what stands at the end of phase t rents for no less than the least cost of its target at
 * {@link org.kiungo.planner.model.money.Money.Waiting} prices, so that a plan costs no less than Σ
 * λ_t · least_t − Σ λ_t · C_t, the last sum without the last phase. All but that phase get a price
 * near nothing: their targets bind, their money hardly does.
 */
public final class TargetProgramme {

  /** Price of money in rows of earlier phases, the last phase's being 1. */
  private static final double NEAR_NOTHING = 1e-3;

  private final Terms terms;
  private final double[] targetRatio;
  private final long[] wanted;
  private final DeploySettings settings;
  private final PlanImprover improver;
  private final ToDoubleFunction<Plan> usd;
  private final boolean isPublic;
  private Rephasing rephasing;

  /** The last phase whose target some plan missed. */
  private int shortOf;

  /**
   * @param facts under a scenario's levers and terms
   * @param phases at least two
   * @param weights what a person served until the end of each phase counts for it, years
   * @param lastTargetRatio for the end of the last phase, 0–1
   * @param isPublic true where it is public money that is to be least: that is bounded by nothing
   * @param usd what is to be least
   */
  public TargetProgramme(
      PlanningProblem facts,
      List<Phase> phases,
      double[] weights,
      double lastTargetRatio,
      DeploySettings settings,
      PlanImprover improver,
      boolean isPublic,
      ToDoubleFunction<Plan> usd) {
    terms = Terms.of(facts, phases, weights, settings);
    this.settings = settings;
    this.improver = improver;
    this.isPublic = isPublic;
    this.usd = usd;
    targetRatio = phases.stream().mapToDouble(Phase::targetRatio).toArray();
    targetRatio[targetRatio.length - 1] = lastTargetRatio;
    wanted = new long[targetRatio.length];
    for (int t = 0; t < wanted.length; t++) {
      double people = Double.isNaN(targetRatio[t]) ? 0 : ServedPeople.wanted(facts, targetRatio[t]);
      wanted[t] = (long) Math.ceil(Math.max(0, people) * SolverUnits.VALUE_PER_PERSON);
    }
  }

  /**
   * The cheapest programme found.
   *
   * @param starts plans with the same phases, candidates where they reach the targets
   * @throws InputRefused {@code phases.target-money} where no programme found reaches the targets
   *     within the money
   */
  public ProgrammePlanning.Found plan(List<Plan> starts, Progress progress, BooleanSupplier stop) {
    int last = terms.count() - 1;
    List<Plan> plans = new ArrayList<>();
    Deployment least = null;
    BroadbandSolver solver = null;
    double part = 0.8 / terms.count();
    for (int t = 0; t <= last; t++) {
      if (t == last || wanted[t] > 0) {
        solver = new BroadbandSolver(terms.row(t, 0), terms.row(settings, t), improver);
        Progress own = ProgrammePlanning.ofOneEnd(progress, t * part, part);
        least = solver.solveForTarget(targetRatio[t], own, stop);
        plans.add(least.plan());
      }
    }
    double[] cents = new double[terms.count()];
    Arrays.fill(cents, 1);
    double budgetUsd = Phase.cumulativeUsd(terms.phases())[last];
    rephasing = new Rephasing(terms, new PhasePrices(terms), solver, budgetUsd, cents);
    if (isPublic) {
      BroadbandSolver other =
          BroadbandSolver.ofPublicMoney(terms.row(last, 0), terms.row(settings, last), improver);
      plans.add(other.solveForTarget(targetRatio[last], Progress.NONE, stop).plan());
    }
    if (plans.size() > 1) {
      plans.add(plans.stream().reduce(solver.parts()::merged).orElseThrow());
    }
    Plan best = null;
    for (Plan each : plans) {
      best = better(best, spared(rephasing.schedule(each, id -> last)));
    }
    for (Plan start : starts) {
      best = better(best, rephasing.restated(start).flatMap(this::spared));
    }
    if (best == null) {
      Phase phase = terms.phases().get(shortOf);
      throw new InputRefused(
          "phases.target-money",
          "field",
          "phases",
          "phase",
          phase.firstYear() + "-" + phase.lastYear(),
          "targetRatio",
          targetRatio[shortOf],
          "usd",
          Phase.cumulativeUsd(terms.phases())[shortOf]);
    }
    Rows proven = isPublic ? Rows.NONE : rows(least, stop);
    double value = usd.applyAsDouble(best);
    double people = best.totals().peopleServed();
    progress.report(
        "certificate",
        1,
        value,
        proven.bound,
        Certificate.gapRatio(Sense.MINIMISE, value, proven.bound),
        () -> people);
    return new ProgrammePlanning.Found(
        best,
        value,
        Math.min(value, proven.bound),
        proven.rows,
        isPublic ? List.of("publicMoneyOfPhases") : least.relaxed(),
        least.candidateGraph(),
        least.steps(),
        new BoundProof(BoundProof.NONE.bytes(), proven.proofs));
  }

  private Plan better(Plan best, Optional<Plan> other) {
    return other
        .filter(plan -> best == null || usd.applyAsDouble(plan) < usd.applyAsDouble(best))
        .orElse(best);
  }

  private boolean isReached(Schedule schedule) {
    for (int t = 0; t < wanted.length; t++) {
      if (schedule.served(t) < wanted[t]) {
        return false;
      }
    }
    return true;
  }

  /** Earlier where targets ask for it, later where none does; empty where that is beyond reach. */
  private Optional<Plan> spared(Schedule schedule) {
    Filling filling = rephasing.filling(schedule);
    for (int t = 0; t < terms.count(); t++) {
      int phase = t;
      filling.fillUntil(schedule, t, () -> schedule.served(phase) >= wanted[phase]);
    }
    if (isReached(schedule)) {
      new Sparing(new Blocks(schedule.network()), this::isReached).spare(schedule);
    }
    Schedule kept = rephasing.kept(schedule);
    if (isReached(kept) && kept.overCents(terms.cumulativeCents()) == 0) {
      return Optional.of(new ProgrammeWriter(kept).write());
    }
    for (int t = shortOf; t < wanted.length; t++) {
      boolean isShort = kept.served(t) < wanted[t] || kept.paid(t) > terms.cumulativeCents()[t];
      shortOf = isShort ? t : shortOf;
    }
    return Optional.empty();
  }

  /** What is proven, as a certificate has it. */
  private record Rows(double bound, List<Row> rows, List<BoundProof> proofs) {
    static final Rows NONE = new Rows(0, List.of(), List.of());
  }

  /** The last phase's target alone or, where it proves more, all of them together. */
  private Rows rows(Deployment least, BooleanSupplier stop) {
    int last = terms.count() - 1;
    double[] cumulativeUsd = Phase.cumulativeUsd(terms.phases());
    Row alone = row(last, cumulativeUsd[last], 1, 0, least);
    double bound = Math.max(0, alone.boundUsd());
    List<Row> rows = new ArrayList<>();
    List<BoundProof> proofs = new ArrayList<>();
    double sum = alone.boundUsd();
    for (int t = 0; t < last; t++) {
      if (wanted[t] > 0) {
        long later = Arrays.stream(wanted, t + 1, last).filter(each -> each > 0).count();
        double ratio = (1 + later * NEAR_NOTHING) / NEAR_NOTHING;
        Deployment rent =
            new BroadbandSolver(terms.row(t, ratio), terms.row(settings, t), PlanImprover.NONE)
                .solveForTarget(targetRatio[t], Progress.NONE, stop);
        rows.add(row(t, cumulativeUsd[t], NEAR_NOTHING, ratio, rent));
        proofs.add(rent.proof());
        sum += NEAR_NOTHING * (rent.boundUsd() - cumulativeUsd[t]);
      }
    }
    rows.add(alone);
    proofs.add(least.proof());
    return sum > bound
        ? new Rows(sum, rows, proofs)
        : new Rows(bound, List.of(alone), List.of(least.proof()));
  }

  private static Row row(int t, double cumulativeUsd, double weight, double ratio, Deployment own) {
    return new Row(
        t + 1,
        cumulativeUsd,
        weight,
        Double.NaN,
        own.lambdaPeoplePerUsd(),
        ratio,
        own.method(),
        own.candidateGraph(),
        Double.NaN,
        own.boundUsd());
  }
}
