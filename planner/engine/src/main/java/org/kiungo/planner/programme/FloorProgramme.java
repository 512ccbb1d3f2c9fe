package org.kiungo.planner.programme;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.kiungo.planner.deploy.BroadbandSolver;
import org.kiungo.planner.deploy.Deployment;
import org.kiungo.planner.deploy.question.Districts;
import org.kiungo.planner.deploy.question.ServedPeople;
import org.kiungo.planner.deploy.question.Welfare;
import org.kiungo.planner.deploy.search.PlanImprover;
import org.kiungo.planner.deploy.settings.DeploySettings;
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
 * The highest share of people with service that no district falls short of, on the mean of all
 * years, under budgets that roll over; what is left is spent on most person-years. The floor at the
 * end of each phase is bounded by itself for all money that has come in until then.
 */
public final class FloorProgramme {

  private static final int BISECTIONS = 12;

  private final Terms terms;
  private final DeploySettings settings;
  private final PlanImprover improver;
  private final Districts districts;
  private final Map<String, Integer> index = new HashMap<>();
  private final List<Deployment> ends = new ArrayList<>();
  private Rephasing rephasing;

  /**
   * @param facts under a scenario's levers and terms
   * @param phases at least two
   * @param weights what a person served until the end of each phase counts for it, years
   */
  public FloorProgramme(
      PlanningProblem facts,
      List<Phase> phases,
      double[] weights,
      DeploySettings settings,
      PlanImprover improver) {
    terms = Terms.of(facts, phases, weights, settings);
    this.settings = settings;
    this.improver = improver;
    districts = new Districts(facts.settlements(), facts.standard());
    for (int i = 0; i < facts.settlements().size(); i++) {
      index.put(facts.settlements().get(i).id(), i);
    }
  }

  /**
   * The best programme found.
   *
   * @param starts plans with the same phases
   */
  public ProgrammePlanning.Found plan(List<Plan> starts, Progress progress, BooleanSupplier stop) {
    double[] cumulativeUsd = Phase.cumulativeUsd(terms.phases());
    int last = terms.count() - 1;
    double part = 0.8 / terms.count();
    BroadbandSolver solver = null;
    for (int t = 0; t <= last; t++) {
      solver = new BroadbandSolver(terms.row(t, 0), terms.row(settings, t), improver);
      Progress own = ProgrammePlanning.ofOneEnd(progress, t * part, part);
      ends.add(solver.solveForFairness(Welfare.LEAST_SHARE, cumulativeUsd[t], own, stop));
    }
    double[] cents = new double[terms.count()];
    Arrays.fill(cents, 1);
    rephasing = new Rephasing(terms, new PhasePrices(terms), solver, cumulativeUsd[last], cents);
    List<Schedule> found = new ArrayList<>();
    for (Deployment end : ends) {
      Schedule none = rephasing.schedule(rephasing.extended(end.plan(), stop));
      found.add(raised(none.copy(), true));
      found.add(raised(none, false));
    }
    starts.forEach(start -> rephasing.restated(start).map(rephasing::fitted).ifPresent(found::add));
    Plan best = null;
    for (Schedule each : found) {
      Schedule kept = rephasing.keptAndFilled(each);
      if (kept.overCents(terms.cumulativeCents()) == 0) {
        Plan plan = new ProgrammeWriter(kept).write();
        best = best == null || floor(plan) > floor(best) ? plan : best;
      }
    }
    if (best == null) {
      throw new InputRefused(
          "lock.overBudget", "costUsd", Double.NaN, "budgetUsd", cumulativeUsd[last]);
    }
    return found(best, cumulativeUsd, progress);
  }

  private ProgrammePlanning.Found found(Plan plan, double[] cumulativeUsd, Progress progress) {
    List<Row> rows = new ArrayList<>();
    List<BoundProof> proofs = new ArrayList<>();
    Set<String> relaxed = new TreeSet<>(Set.of(ProgrammePlanning.ORDER));
    double bound = 0;
    for (int t = 0; t < ends.size(); t++) {
      Deployment end = ends.get(t);
      rows.add(
          new Row(
              t + 1,
              cumulativeUsd[t],
              terms.weights()[t],
              Double.NaN,
              Double.NaN,
              0,
              end.method(),
              end.candidateGraph(),
              end.boundPeople(),
              Double.NaN));
      proofs.add(end.proof());
      relaxed.addAll(end.relaxed());
      bound += terms.weights()[t] * end.boundPeople();
    }
    bound /= Arrays.stream(terms.weights()).sum();
    double value = floor(plan);
    progress.report(
        "certificate",
        1,
        value,
        bound,
        Certificate.gapRatio(Sense.MAXIMISE, value, bound),
        () -> plan.totals().peopleServed());
    return new ProgrammePlanning.Found(
        plan,
        value,
        bound,
        rows,
        List.copyOf(relaxed),
        ends.get(ends.size() - 1).candidateGraph(),
        0,
        new BoundProof(BoundProof.NONE.bytes(), proofs));
  }

  private double floor(Plan plan) {
    return floorRatio(terms.facts(), terms.phases(), terms.weights(), plan);
  }

  /**
   * The floor at the end of each phase, on the mean of all years.
   *
   * @param weights what the end of each phase counts for it, years
   */
  public static double floorRatio(
      PlanningProblem facts, List<Phase> phases, double[] weights, Plan plan) {
    double sum = 0;
    for (int t = 0; t < weights.length; t++) {
      sum += weights[t] * ServedPeople.floorRatio(facts, plan, phases.get(t).lastYear());
    }
    return sum / Arrays.stream(weights).sum();
  }

  /** As high a floor as is found for one phase after the other, what is left spent on people. */
  private Schedule raised(Schedule none, boolean firstComesFirst) {
    Schedule schedule = none;
    for (int step = 0; step < terms.count(); step++) {
      schedule = raised(schedule, firstComesFirst ? step : terms.count() - 1 - step);
    }
    rephasing.filling(schedule).fillAll(schedule);
    return schedule;
  }

  private Schedule raised(Schedule schedule, int phase) {
    Schedule best = schedule;
    double low = 0;
    double high = ends.get(phase).boundPeople();
    for (int k = 0; k < BISECTIONS; k++) {
      double middle = (low + high) / 2;
      Schedule tried = schedule.copy();
      boolean reached = raise(tried, phase, middle);
      best = reached ? tried : best;
      low = reached ? middle : low;
      high = reached ? high : middle;
    }
    return best;
  }

  /** Gives services from a phase on where their district falls short; true where none does then. */
  private boolean raise(Schedule schedule, int phase, double shareRatio) {
    Districts.Quota quota = districts.quota(shareRatio);
    Network network = schedule.network();
    for (int k = 0; k < schedule.services(); k++) {
      if (schedule.phase(k) <= phase) {
        quota.served(index.get(network.id(k)), network.value[k]);
      }
    }
    rephasing
        .filling(schedule)
        .fill(
            schedule,
            phase,
            k -> !quota.isMet(index.get(network.id(k))),
            k -> quota.served(index.get(network.id(k)), network.value[k]));
    return quota.isMetEverywhere();
  }
}
