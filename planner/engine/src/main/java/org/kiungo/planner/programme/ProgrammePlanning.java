package org.kiungo.planner.programme;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.kiungo.planner.deploy.BroadbandSolver;
import org.kiungo.planner.deploy.Deployment;
import org.kiungo.planner.deploy.prices.PriceSearch;
import org.kiungo.planner.deploy.search.PlanImprover;
import org.kiungo.planner.deploy.settings.DeploySettings;
import org.kiungo.planner.model.BoundProof;
import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.model.Certificate.Row;
import org.kiungo.planner.model.Certificate.Sense;
import org.kiungo.planner.model.InputRefused;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.scenario.Phase;

/**
 * Plans a programme: most person-years under budgets that roll over. The network at the end of each
 * phase is planned and bounded by itself for all money that has come in until then, at prices that
 * no build pays less than; the plan of each is then cut into the phases before and extended into
 * those after, and the best of these starts is searched on from.
 *
 * <p>The bound is Σ ω_t · UB_t: what is served until the end of a phase counts ω_t, and nobody can
 * serve more than UB_t until then. It leaves out that what stands at the end of one phase is part
 * of what stands at the end of the next.
 */
public final class ProgrammePlanning {

  /** What the sum of rows leaves out beside what each row does. */
  private static final String ORDER = "phaseOrder";

  /** How often the plan is extended and its phases are searched. */
  private static final int ROUNDS = 2;

  private final Terms terms;
  private final DeploySettings settings;
  private final PlanImprover improver;
  private final ScheduleSearch search;
  private final PhasePrices prices;
  private final List<End> ends = new ArrayList<>();
  private Optional<JointRows.Priced> joint = Optional.empty();

  /** Finds better phases for what a schedule serves. */
  public interface ScheduleSearch {

    /**
     * @param cumulativeCents that have come in by the end of each phase
     * @param rowPricePerCent price of all money paid until the end of each phase, value in
     *     thousandths of a year per cent
     * @param seed of every random choice
     * @param steps moves to try
     * @param fitted brings a schedule within the money and spends what is left; may change it
     */
    record Request(
        long[] cumulativeCents,
        double[] rowPricePerCent,
        long seed,
        long steps,
        UnaryOperator<Schedule> fitted) {}

    /** Never worse than the start. */
    Schedule improve(Schedule start, Request request, BooleanSupplier stop);
  }

  /**
   * A programme and what is proven about it.
   *
   * @param plan with its phases
   * @param rows of the bound
   * @param relaxed what it leaves out
   * @param candidateGraph of the plan
   * @param steps moves tried
   * @param proof of the rows
   */
  public record Found(
      Plan plan,
      List<Row> rows,
      List<String> relaxed,
      String candidateGraph,
      long steps,
      BoundProof proof) {

    /** Weighted person-years of the plan. */
    public double value() {
      return plan.programme().weightedPersonYears();
    }

    /** No plan has more weighted person-years. */
    public double bound() {
      return rows.stream().mapToDouble(row -> row.weight() * row.boundPeople()).sum();
    }
  }

  /**
   * The end of a phase by itself.
   *
   * @param solver of the last one alone, for what it knows takes much memory
   */
  private record End(BroadbandSolver solver, Deployment found, double budgetUsd) {}

  /**
   * @param facts under a scenario's levers and terms
   * @param phases at least two
   * @param weights what a person served until the end of each phase counts for it, years
   */
  public ProgrammePlanning(
      PlanningProblem facts,
      List<Phase> phases,
      double[] weights,
      DeploySettings settings,
      PlanImprover improver,
      ScheduleSearch search) {
    terms = Terms.of(facts, phases, weights, settings);
    this.settings = settings;
    this.improver = improver;
    this.search = search;
    prices = new PhasePrices(terms);
  }

  /** The best programme found. */
  public Found plan(Progress progress, BooleanSupplier stop) {
    double[] cumulativeUsd = Phase.cumulativeUsd(terms.phases());
    double share = 0.7 / terms.count();
    for (int t = 0; t < terms.count(); t++) {
      BroadbandSolver solver =
          new BroadbandSolver(terms.row(t, 0), terms.row(settings, t), improver);
      Deployment found = solver.solve(cumulativeUsd[t], progress.part(t * share, share), stop);
      ends.add(new End(terms.isLast(t) ? solver : null, found, cumulativeUsd[t]));
    }
    joint = joint(stop);
    Schedule best = null;
    for (int m = 0; m < terms.count(); m++) {
      Schedule start = start(m, stop);
      best = best == null || start.value() > best.value() ? start : best;
    }
    Schedule apart = apart(stop);
    best = apart.value() > best.value() ? apart : best;
    report(progress, 0.75, best);
    long steps = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Schedule wider = round == 0 ? best : wider(best, stop);
      Filling filling = filling(wider);
      ScheduleSearch.Request request =
          new ScheduleSearch.Request(
              terms.cumulativeCents(),
              rowPrices(),
              settings.seed() + 100L * round,
              settings.steps(),
              each -> fitted(each, filling));
      Schedule found = search.improve(wider, request, stop);
      best = found.value() >= best.value() ? found : best;
      steps += settings.steps();
      report(progress, 0.75 + 0.2 * (round + 1) / ROUNDS, best);
    }
    Schedule kept = kept(best);
    if (kept.overCents(terms.cumulativeCents()) > 0) {
      double usd = ends.get(ends.size() - 1).budgetUsd;
      double paidUsd = kept.paid(terms.count() - 1) / 100.0;
      throw new InputRefused("lock.overBudget", "costUsd", paidUsd, "budgetUsd", usd);
    }
    report(progress, 1, kept);
    return found(new ProgrammeWriter(kept).write(), steps);
  }

  /**
   * The plan for the end of one phase, cut into those before and extended into those after: either
   * each phase as full as it gets, the first one first, or all of it kept for its own phase and
   * only then given earlier as far as money goes. The second is better where early money would not
   * suffice for anything large.
   */
  private Schedule start(int m, BooleanSupplier stop) {
    Plan own = ends.get(m).found.plan();
    Schedule early = new Schedule(new Network(terms, prices, extended(own, stop)));
    Set<String> served = served(own);
    Network network = early.network();
    Filling filling = filling(early);
    Schedule late = early.copy();
    for (int t = 0; t <= m; t++) {
      filling.fill(early, t, k -> served.contains(id(network, k)));
    }
    filling.fillAll(early);
    for (int k = 0; k < late.services(); k++) {
      if (served.contains(id(network, k))) {
        late.move(k, m);
      }
    }
    fitted(late, filling);
    return late.value() > early.value() ? late : early;
  }

  /**
   * Each phase's money planned by itself for those who have nothing by then, and all of it joined:
   * what is saved by links that serve several phases is spent on others.
   */
  private Schedule apart(BooleanSupplier stop) {
    Plan joined = ends.get(0).found.plan();
    Map<String, Integer> phase = new HashMap<>();
    for (int t = 0; t < terms.count(); t++) {
      if (t > 0) {
        PlanningProblem left = terms.left(t, phase.keySet());
        Plan own =
            new BroadbandSolver(left, terms.row(settings, 0), improver)
                .solve(terms.phases().get(t).budgetUsd(), Progress.NONE, stop)
                .plan();
        joined = ends.get(ends.size() - 1).solver.merged(joined, own);
      }
      int now = t;
      served(joined).forEach(id -> phase.putIfAbsent(id, now));
    }
    Schedule schedule = new Schedule(new Network(terms, prices, extended(joined, stop)));
    for (int k = 0; k < schedule.services(); k++) {
      schedule.move(k, phase.getOrDefault(id(schedule.network(), k), terms.count()));
    }
    return fitted(schedule, filling(schedule));
  }

  private Plan extended(Plan smaller, BooleanSupplier stop) {
    End last = ends.get(ends.size() - 1);
    return last.solver.extended(smaller, last.budgetUsd, stop);
  }

  private static Set<String> served(Plan plan) {
    Set<String> served = new HashSet<>();
    plan.settlements().stream()
        .filter(each -> each.peopleServed() > 0)
        .forEach(each -> served.add(each.settlementId()));
    return served;
  }

  private static String id(Network network, int k) {
    return network.plan.settlements().get(network.service[k]).settlementId();
  }

  /** The same phases in a plan that offers more to serve, as far as money goes. */
  private Schedule wider(Schedule schedule, BooleanSupplier stop) {
    return rephased(schedule, extended(only(schedule), stop));
  }

  /** The plan of those whom a schedule serves some time. */
  private Plan only(Schedule schedule) {
    Network network = schedule.network();
    Set<String> served = new HashSet<>();
    for (int k = 0; k < network.services(); k++) {
      if (schedule.phase(k) < terms.count()) {
        served.add(id(network, k));
      }
    }
    return ends.get(ends.size() - 1).solver.only(network.plan, served::contains);
  }

  /** The phases of a schedule for another plan. */
  private Schedule rephased(Schedule schedule, Plan plan) {
    Map<String, Integer> phase = new HashMap<>();
    for (int k = 0; k < schedule.services(); k++) {
      phase.put(id(schedule.network(), k), schedule.phase(k));
    }
    Schedule other = new Schedule(new Network(terms, prices, plan));
    for (int k = 0; k < other.services(); k++) {
      other.move(k, phase.getOrDefault(id(other.network(), k), terms.count()));
    }
    return fitted(other, filling(other));
  }

  private static Schedule fitted(Schedule schedule, Filling filling) {
    filling.fit(schedule);
    filling.fillAll(schedule);
    return schedule;
  }

  /** The schedule of a plan in which nobody is left for never. */
  private Schedule kept(Schedule schedule) {
    Schedule kept = schedule;
    while (kept.isAnyNever() || kept == schedule) {
      kept = rephased(kept, only(kept));
    }
    return kept;
  }

  private Filling filling(Schedule schedule) {
    return new Filling(
        new Blocks(schedule.network()), terms.cumulativeCents(), phasePrices(rowPrices()));
  }

  /** Price of all money paid until the end of each phase: ω_t · λ_t. */
  private double[] rowPrices() {
    double[] row = new double[terms.count()];
    for (int t = 0; t < row.length; t++) {
      double own = ends.get(t).found.lambdaPeoplePerUsd();
      int phase = t;
      double lambda = joint.map(found -> found.lambda()[phase]).orElse(own);
      row[t] = Double.isNaN(lambda) ? 0 : terms.weights()[t] * lambda * 1e7;
    }
    return row;
  }

  /** Better rows that hold together; empty where rows by themselves are no worse. */
  private Optional<JointRows.Priced> joint(BooleanSupplier stop) {
    double[] lambda = ends.stream().mapToDouble(end -> end.found.lambdaPeoplePerUsd()).toArray();
    for (double each : lambda) {
      if (!(each > 0)) {
        return Optional.empty();
      }
    }
    return new JointRows(terms, settings, stop)
        .search(lambda)
        .filter(found -> found.bound() < bound());
  }

  /** Price of money paid in each phase, which counts in all later rows too. */
  private static double[] phasePrices(double[] row) {
    double[] phase = row.clone();
    for (int t = phase.length - 2; t >= 0; t--) {
      phase[t] += phase[t + 1];
    }
    return phase;
  }

  /** How far the plan for the end of one phase is; its people and its plan are no programme's. */
  private static Progress ofOneEnd(Progress whole, double from, double share) {
    return (phase, done, value, bound, gap) ->
        whole.report(phase, from + share * done, Double.NaN, Double.NaN, Double.NaN);
  }

  private void report(Progress progress, double done, Schedule schedule) {
    double value = schedule.value() / 1e9;
    double bound = bound();
    progress.report(
        "search", done, value, bound, Certificate.gapRatio(Sense.MAXIMISE, value, bound));
  }

  private double bound() {
    if (joint.isPresent()) {
      return joint.get().bound();
    }
    double sum = 0;
    for (int t = 0; t < ends.size(); t++) {
      sum += terms.weights()[t] * ends.get(t).found.boundPeople();
    }
    return sum;
  }

  private Found found(Plan plan, long steps) {
    List<Row> rows = new ArrayList<>();
    List<BoundProof> proofs = new ArrayList<>();
    Set<String> relaxed = new TreeSet<>(Set.of(ORDER));
    for (int t = 0; t < ends.size(); t++) {
      Deployment each = ends.get(t).found;
      rows.add(
          new Row(
              t + 1,
              ends.get(t).budgetUsd,
              terms.weights()[t],
              each.boundPeople(),
              each.lambdaPeoplePerUsd(),
              0,
              each.method(),
              each.candidateGraph()));
      proofs.add(each.proof());
      relaxed.addAll(each.relaxed());
    }
    if (joint.isPresent()) {
      JointRows.Proven proven =
          new JointRows(terms, settings, () -> false).prove(joint.get(), PriceSearch.METHOD);
      rows = proven.rows();
      proofs = proven.proofs();
    }
    return new Found(
        plan,
        rows,
        List.copyOf(relaxed),
        ends.get(ends.size() - 1).found.candidateGraph(),
        steps,
        new BoundProof(BoundProof.NONE.bytes(), proofs));
  }
}
