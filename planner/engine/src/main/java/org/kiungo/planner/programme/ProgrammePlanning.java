package org.kiungo.planner.programme;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
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
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.scenario.Phase;

/**
 * Plans a programme: most person-years under budgets that roll over. The network at the end of each
 * phase is planned and bounded by itself for all money that has come in until then, at prices that
 * no build pays less than; the plan of each is then cut into the phases before and extended into
 * those after, and phases planned apart are joined. From each of these starts phases are searched;
 * then one phase after the other is planned again over what stands by then.
 *
 * <p>The bound is Σ ω_t · UB_t: what is served until the end of a phase counts ω_t, and nobody can
 * serve more than UB_t until then. It leaves out that what stands at the end of one phase is part
 * of what stands at the end of the next.
 */
public final class ProgrammePlanning {

  /** What the sum of rows leaves out beside what each row does. */
  static final String ORDER = "phaseOrder";

  /**
   * Least price of a row's money in that of the dearest: any price bounds, and what is nearly free
   * in one phase would make what runs on from it uncountably dear.
   */
  private static final double LEAST_PRICE = 1e-6;

  /** How often each phase is planned again over what stands by then, the last one first. */
  private static final int REPLANNED = 2;

  /** How often the money that other caps leave is halved. */
  private static final int HALVINGS = 12;

  private final Terms terms;
  private final DeploySettings settings;
  private final PlanImprover improver;
  private final ScheduleSearch search;
  private final PhasePrices prices;
  private final List<End> ends = new ArrayList<>();
  private Optional<JointRows.Priced> joint = Optional.empty();
  private Rephasing rephasing;
  private int searches;

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
   * @param value of the goal
   * @param bound no plan has a better one
   * @param rows of the bound
   * @param relaxed what it leaves out
   * @param candidateGraph of the plan
   * @param steps moves tried
   * @param proof of the rows
   */
  public record Found(
      Plan plan,
      double value,
      double bound,
      List<Row> rows,
      List<String> relaxed,
      String candidateGraph,
      long steps,
      BoundProof proof) {}

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
    return plan(List.of(), List.of(), plan -> true, progress, stop);
  }

  /**
   * As the other, under caps that no bound here knows of and searching on from other plans.
   *
   * @param starts plans with the same phases; those whose decisions are not all offered are left
   *     out
   * @param frugal plans that do well by other caps and have no phases, to be cut where those bind
   * @param isWithin true for a plan that keeps all other caps, which less of the same plan keeps
   *     too
   * @throws InputRefused {@code phases.cap} where not even what must be served is within
   */
  public Found plan(
      List<Plan> starts,
      List<Plan> frugal,
      Predicate<Plan> isWithin,
      Progress progress,
      BooleanSupplier stop) {
    double[] cumulativeUsd = Phase.cumulativeUsd(terms.phases());
    double share = 0.7 / terms.count();
    for (int t = 0; t < terms.count(); t++) {
      BroadbandSolver solver =
          new BroadbandSolver(terms.row(t, 0), terms.row(settings, t), improver);
      Deployment found = solver.solve(cumulativeUsd[t], ofEnd(progress, t * share, share), stop);
      ends.add(new End(terms.isLast(t) ? solver : null, found, cumulativeUsd[t]));
    }
    joint = joint(stop);
    End last = ends.get(ends.size() - 1);
    rephasing = new Rephasing(terms, prices, last.solver, last.budgetUsd, phasePrices(rowPrices()));
    Schedule best = best(starts, stop);
    report(progress, 0.75, best);
    best = better(best, searched(rephasing.wider(best, stop), stop));
    Replanning replanning = new Replanning(terms, settings, improver, rephasing);
    for (int k = 0; k < REPLANNED * terms.count() && !stop.getAsBoolean(); k++) {
      int t = terms.count() - 1 - k % terms.count();
      double lambda = ends.get(t).found.lambdaPeoplePerUsd();
      best = better(best, searched(replanning.replanned(best, t, lambda, stop), stop));
      report(progress, 0.8 + 0.2 * (k + 1) / (REPLANNED * terms.count()), best);
    }
    Schedule kept = rephasing.keptAndFilled(best);
    if (kept.overCents(terms.cumulativeCents()) > 0) {
      double usd = ends.get(ends.size() - 1).budgetUsd;
      double paidUsd = kept.paid(terms.count() - 1) / 100.0;
      throw new InputRefused("lock.overBudget", "costUsd", paidUsd, "budgetUsd", usd);
    }
    Plan plan = new ProgrammeWriter(kept).write();
    plan = isWithin.test(plan) ? replacing(kept, plan, isWithin) : within(kept, frugal, isWithin);
    double people = plan.totals().peopleServed();
    report(progress, 1, plan.programme().weightedPersonYears(), () -> people);
    return found(plan, searches * settings.steps());
  }

  /** A plan that serves some from terminals first, or else the one that does not. */
  private Plan replacing(Schedule kept, Plan without, Predicate<Plan> isWithin) {
    Interims interims = new Interims(terms, prices, settings);
    Schedule found =
        new Replacing(terms, interims, rephasing, phasePrices(rowPrices())).improve(kept);
    Plan plan = found == kept ? without : new ProgrammeWriter(found).write();
    return isWithin.test(plan) ? plan : without;
  }

  private Plan within(Schedule kept, List<Plan> frugal, Predicate<Plan> isWithin) {
    Plan best = within(kept, isWithin);
    for (Plan each : frugal) {
      Schedule late = rephasing.schedule(each, id -> terms.count() - 1);
      Plan other = within(rephasing.keptAndFilled(rephasing.fitted(late)), isWithin);
      double more =
          other.programme().weightedPersonYears() - best.programme().weightedPersonYears();
      best = more > 0 ? other : best;
    }
    return best;
  }

  /** What is left of a schedule with the largest share of its money that keeps all other caps. */
  private Plan within(Schedule schedule, Predicate<Plan> isWithin) {
    Plan best = null;
    double low = 0;
    double high = 1;
    for (int round = 0; round <= HALVINGS; round++) {
      // nothing but what must be served comes first
      double share = round == 0 ? 0 : (low + high) / 2;
      long[] cents = terms.cumulativeCents();
      Arrays.setAll(cents, t -> (long) (share * schedule.paid(t)));
      Schedule less = schedule.copy();
      new Filling(new Blocks(less.network()), cents, phasePrices(rowPrices())).fit(less);
      Plan plan = new ProgrammeWriter(rephasing.kept(less)).write();
      if (isWithin.test(plan)) {
        best = plan;
        low = share;
      } else if (round == 0) {
        throw new InputRefused("phases.cap", "field", "publicBudgetUsd");
      } else {
        high = share;
      }
    }
    return best;
  }

  /** The best of what is found from every start. */
  private Schedule best(List<Plan> others, BooleanSupplier stop) {
    Starts starts = new Starts(terms, settings, improver, rephasing);
    Schedule best = searched(starts.apart(ends.get(0).found.plan(), stop), stop);
    for (int m = 0; m < terms.count(); m++) {
      best = better(best, searched(starts.cut(m, ends.get(m).found.plan(), stop), stop));
    }
    for (Plan other : others) {
      Optional<Schedule> same = rephasing.restated(other).map(rephasing::fitted);
      best = same.isPresent() ? better(best, searched(same.get(), stop)) : best;
    }
    return best;
  }

  /** The one that lacks less money, or else is worth more. */
  private Schedule better(Schedule best, Schedule other) {
    long less = best.overCents(terms.cumulativeCents()) - other.overCents(terms.cumulativeCents());
    return less > 0 || less == 0 && other.value() > best.value() ? other : best;
  }

  /** Searched on; each search draws its own random choices. */
  private Schedule searched(Schedule start, BooleanSupplier stop) {
    Filling filling = rephasing.filling(start);
    ScheduleSearch.Request request =
        new ScheduleSearch.Request(
            terms.cumulativeCents(),
            rowPrices(),
            settings.seed() + 100L * searches++,
            settings.steps(),
            filling::fitted);
    return search.improve(start, request, stop);
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
    double least = LEAST_PRICE * Arrays.stream(lambda).max().orElse(0);
    for (int t = 0; t < lambda.length; t++) {
      if (!(lambda[t] > 0)) {
        return Optional.empty();
      }
      lambda[t] = Math.max(lambda[t], least);
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

  /** How far the plan for the end of one phase is; its value counts people, not years. */
  private static Progress ofEnd(Progress whole, double from, double share) {
    Progress part = whole.part(from, share);
    return new Progress() {
      @Override
      public void report(String phase, double done, double value, double bound, double gap) {
        part.report(phase, done, Double.NaN, Double.NaN, Double.NaN);
      }

      @Override
      public void report(
          String phase,
          double done,
          double value,
          double bound,
          double gap,
          DoubleSupplier people) {
        part.report(phase, done, Double.NaN, Double.NaN, Double.NaN, people);
      }

      @Override
      public void offer(Supplier<Plan> plan) {
        part.offer(plan);
      }
    };
  }

  /** How far the plan for the end of one phase is; its people and its plan are no programme's. */
  static Progress ofOneEnd(Progress whole, double from, double share) {
    return (phase, done, value, bound, gap) ->
        whole.report(phase, from + share * done, Double.NaN, Double.NaN, Double.NaN);
  }

  private void report(Progress progress, double done, Schedule schedule) {
    report(progress, done, schedule.value() / 1e9, schedule::peopleServed);
  }

  private void report(Progress progress, double done, double value, DoubleSupplier people) {
    double bound = bound();
    progress.report(
        "search", done, value, bound, Certificate.gapRatio(Sense.MAXIMISE, value, bound), people);
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
      // these prove the bound, whatever bounded each phase by itself
      relaxed = new TreeSet<>(BroadbandSolver.TREE_RELAXES);
      relaxed.add(ORDER);
    }
    return new Found(
        plan,
        plan.programme().weightedPersonYears(),
        rows.stream().mapToDouble(row -> row.weight() * row.boundPeople()).sum(),
        rows,
        List.copyOf(relaxed),
        ends.get(ends.size() - 1).found.candidateGraph(),
        steps,
        new BoundProof(BoundProof.NONE.bytes(), proofs));
  }
}
