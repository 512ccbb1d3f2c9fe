package org.kiungo.planner.deploy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import org.kiungo.planner.deploy.draft.Draft;
import org.kiungo.planner.deploy.plan.PlanReader;
import org.kiungo.planner.deploy.prices.PriceSearch;
import org.kiungo.planner.deploy.protect.BudgetedProtection;
import org.kiungo.planner.deploy.protect.Hubs;
import org.kiungo.planner.deploy.protect.Protected;
import org.kiungo.planner.deploy.protect.Protection;
import org.kiungo.planner.deploy.question.Question;
import org.kiungo.planner.deploy.question.ServedPeople;
import org.kiungo.planner.deploy.search.BudgetSearch;
import org.kiungo.planner.deploy.search.PlanImprover;
import org.kiungo.planner.deploy.search.TargetSearch;
import org.kiungo.planner.deploy.settings.DeploySettings;
import org.kiungo.planner.deploy.settings.SolverUnits;
import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.resilience.TwoPaths;
import org.kiungo.planner.model.value.InputRefused;

/**
 * Plans whose hubs have two ways to the existing network. The question without hubs is solved, hubs
 * get second ways, and people and second ways are brought within the budget together; then hubs are
 * charged what their second ways were found to cost, and all is solved again with these charges.
 * The bound is that of the question without hubs, whose plans cost no more for the same people.
 */
public final class TwoPathSolver {

  /** Listed among what the bound leaves out. */
  public static final String RELAXED = "twoPaths";

  /** Times that the question is solved with charges. */
  private static final int ROUNDS = 2;

  private final BroadbandSolver single;
  private final Question asked;
  private final Hubs hubs;
  private final Protection protection;
  private final PlanImprover improver;

  /**
   * @throws InputRefused when a hub or a lock names something unknown
   */
  public TwoPathSolver(
      PlanningProblem problem, DeploySettings settings, TwoPaths rule, PlanImprover improver) {
    asked = new Question(problem, settings);
    single = new BroadbandSolver(asked, improver);
    hubs = new Hubs(asked, rule);
    protection = new Protection(hubs);
    this.improver = improver;
  }

  /** What is asked to be reached, and what of it a plan reaches. */
  private interface Search {
    /** A draft of the question with these charges. */
    Draft with(long[] charges);

    /** The draft with second ways, as far as it then keeps the rules. */
    Optional<Protected> protect(Draft draft, long[] charges);

    /** The better of two. */
    Protected better(Protected one, Protected other);
  }

  /**
   * Best plan found for a budget and the bound on every plan.
   *
   * @param budgetUsd cap on lifetime cost, second ways included; NaN = no cap
   * @param starts plans of like questions, candidates as far as they fit with second ways
   * @throws InputRefused when the locked choices alone, with their second ways, cost more
   */
  public Deployment solve(
      double budgetUsd, List<Plan> starts, Progress progress, BooleanSupplier stop) {
    Deployment bound = single.solve(budgetUsd, quiet(progress.part(0, 0.4)), stop);
    Question within = asked.withBudget(budgetUsd);
    double price = price(bound);
    BudgetedProtection budgeted = new BudgetedProtection(hubs, within.budgetCents());
    Search search =
        new Search() {
          @Override
          public Draft with(long[] charges) {
            Question charged = hubs.charging(charges);
            return new BudgetSearch(charged, budgetUsd, new PriceSearch(charged), improver)
                .search(Progress.NONE, stop)
                .improved()
                .draft();
          }

          @Override
          public Optional<Protected> protect(Draft draft, long[] charges) {
            return budgeted.fitted(draft, charges, price, stop);
          }

          @Override
          public Protected better(Protected one, Protected other) {
            return one.orBetter(other);
          }
        };
    Protected best = search(bound, starts, search, progress, stop);
    return deployment(bound, best);
  }

  /**
   * Cheapest plan found that serves a share of the people, and the bound on every such plan.
   *
   * @param targetRatio weighted people with service over people whose number is known, 0–1
   * @param starts as of the other
   * @throws InputRefused when not even an unlimited budget reaches the target
   */
  public Deployment solveForTarget(
      double targetRatio, List<Plan> starts, Progress progress, BooleanSupplier stop) {
    Deployment bound =
        single.solveForTarget(targetRatio, List.of(), quiet(progress.part(0, 0.4)), stop);
    long target =
        (long)
            Math.ceil(
                ServedPeople.wanted(asked.problem(), targetRatio) * SolverUnits.VALUE_PER_PERSON);
    Search search =
        new Search() {
          @Override
          public Draft with(long[] charges) {
            Question charged = hubs.charging(charges);
            return new TargetSearch(charged, new PriceSearch(charged), improver)
                .search(targetRatio, List.of(), Progress.NONE, stop)
                .draft();
          }

          @Override
          public Optional<Protected> protect(Draft draft, long[] charges) {
            Protected found = protection.of(draft.in(asked));
            return Optional.of(found)
                .filter(each -> each.value() >= target && each.draft().unkept() == 0);
          }

          @Override
          public Protected better(Protected one, Protected other) {
            return other.costCents() < one.costCents() ? other : one;
          }
        };
    Protected best = search(bound, starts, search, progress, stop);
    return deployment(bound, best);
  }

  private Protected search(
      Deployment bound, List<Plan> starts, Search search, Progress progress, BooleanSupplier stop) {
    long[] charges = new long[asked.places().settlements()];
    Draft draft = new PlanReader(asked, bound.plan()).draft();
    List<Protected> found = new ArrayList<>();
    for (Plan start : starts) {
      search.protect(new PlanReader(asked, start).draft(), charges).ifPresent(found::add);
    }
    for (int round = 0; round <= ROUNDS; round++) {
      search.protect(draft, charges).ifPresent(found::add);
      tell(progress, found, search, bound, 0.4 + 0.2 * round);
      long[] next = protection.charges(protection.of(draft.in(asked)), charges);
      if (round == ROUNDS || Arrays.equals(next, charges) || stop.getAsBoolean()) {
        break;
      }
      charges = next;
      draft = search.with(charges);
    }
    if (found.isEmpty()) {
      Arrays.fill(charges, SolverUnits.UNLIMITED_CENTS / 1_000);
      search.protect(search.with(charges), charges).ifPresent(found::add);
    }
    return found.stream()
        .reduce(search::better)
        .orElseThrow(() -> new InputRefused("twoPaths.none", "field", "twoPaths"));
  }

  private void tell(
      Progress progress, List<Protected> found, Search search, Deployment bound, double done) {
    if (!found.isEmpty()) {
      Protected best = found.stream().reduce(search::better).orElseThrow();
      boolean most = Double.isNaN(bound.boundUsd());
      double value = most ? best.value() / SolverUnits.VALUE_PER_PERSON : best.costCents() / 100.0;
      double limit = most ? bound.boundPeople() : bound.boundUsd();
      double whole = most ? limit : value;
      progress.report(
          "search",
          done,
          value,
          limit,
          whole == 0 ? 0 : Math.abs(limit - value) / whole,
          () -> best.plan().totals().peopleServed());
      progress.offer(best::plan);
    }
  }

  /**
   * A plan's decisions with second ways.
   *
   * @param budgetUsd cap on lifetime cost; NaN = no cap
   * @return empty where that breaks a rule or the budget
   */
  public Optional<Plan> restated(Plan plan, double budgetUsd) {
    Draft draft = new PlanReader(asked, plan).draft();
    Protected found = protection.of(draft);
    return found.isWithin(asked.withBudget(budgetUsd).budgetCents())
        ? Optional.of(found.plan())
        : Optional.empty();
  }

  /** A plan without second ways is no plan of this question: it is not offered. */
  private static Progress quiet(Progress progress) {
    return new Progress() {
      @Override
      public void report(String phase, double done, double value, double bound, double gap) {
        progress.report(phase, done, value, bound, gap);
      }

      @Override
      public void report(
          String phase,
          double done,
          double value,
          double bound,
          double gap,
          DoubleSupplier people) {
        progress.report(phase, done, value, bound, gap, people);
      }
    };
  }

  private double price(Deployment bound) {
    double lambda = bound.lambdaPeoplePerUsd();
    double usd = Math.max(1, bound.plan().totals().lifetimeCostUsd());
    double each = lambda > 0 ? lambda : bound.weightedPeople() / usd;
    return each * SolverUnits.VALUE_PER_PERSON / 100;
  }

  private Deployment deployment(Deployment bound, Protected best) {
    Plan plan = best.plan();
    double people = ServedPeople.weighted(asked.problem(), plan);
    return bound.relaxing(RELAXED).withPlan(plan, people).ended(Certificate.End.WORK);
  }
}
