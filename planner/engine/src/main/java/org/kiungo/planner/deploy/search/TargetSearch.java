package org.kiungo.planner.deploy.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.kiungo.planner.deploy.branch.Aim;
import org.kiungo.planner.deploy.branch.ExactBranching;
import org.kiungo.planner.deploy.construct.BudgetFit;
import org.kiungo.planner.deploy.construct.GreedyConstruction;
import org.kiungo.planner.deploy.construct.PricedDescent;
import org.kiungo.planner.deploy.draft.Draft;
import org.kiungo.planner.deploy.plan.PlanReader;
import org.kiungo.planner.deploy.plan.PlanWriter;
import org.kiungo.planner.deploy.prices.PriceSearch;
import org.kiungo.planner.deploy.question.Question;
import org.kiungo.planner.deploy.question.ServedPeople;
import org.kiungo.planner.deploy.settings.SolverUnits;
import org.kiungo.planner.model.BoundProof;
import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.model.Certificate.Sense;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.value.InputRefused;

/**
 * Least cost that serves a share of the people. Budgets are bisected with the greedy construction;
 * then prices give the bound and further candidates, and local search looks for what can be spared.
 */
public final class TargetSearch {

  /** A share out of reach is told in parts of so many, rounded down so that it differs. */
  private static final double TOLD_PARTS = 10_000;

  private static final int BISECTIONS = 12;
  private static final int CHEAPENING_ROUNDS = 4;

  private final Question asked;
  private final PriceSearch prices;
  private final PlanImprover improver;

  public TargetSearch(Question asked, PriceSearch prices, PlanImprover improver) {
    this.asked = asked;
    this.prices = prices;
    this.improver = improver;
  }

  /**
   * The cheapest draft found.
   *
   * @param boundUsd no plan that reaches the target costs less
   * @param valuePerCent price that gives the bound
   * @param method literature name of the bound
   * @param proof of the bound
   * @param isCutOff true when work alone kept branching on a small question from its end
   */
  public record Found(
      Draft draft,
      long steps,
      double boundUsd,
      double valuePerCent,
      String method,
      BoundProof proof,
      boolean isCutOff) {}

  /**
   * @param targetRatio weighted people with service over people whose number is known, 0–1
   * @param starts plans of like questions, candidates where they reach the target
   * @throws InputRefused when not even an unlimited budget reaches the target
   */
  public Found search(
      double targetRatio, List<Plan> starts, Progress progress, BooleanSupplier stop) {
    double wanted = ServedPeople.wanted(asked.problem(), targetRatio);
    long target = (long) Math.ceil(wanted * SolverUnits.VALUE_PER_PERSON);
    progress.report("construction", 0, Double.NaN, Double.NaN, Double.NaN);
    Draft best = new GreedyConstruction(asked.withBudget(Double.NaN)).build(() -> false);
    if (best.value() < target) {
      double ratio =
          ServedPeople.shareRatio(asked.problem(), best.value() / SolverUnits.VALUE_PER_PERSON);
      throw new InputRefused(
          "target.unreachable",
          "targetRatio",
          targetRatio,
          "reachableRatio",
          Math.floor(ratio * TOLD_PARTS) / TOLD_PARTS);
    }
    double low = -asked.forgoneTotalCents() / 100.0;
    for (int k = 0; k < BISECTIONS && !stop.getAsBoolean(); k++) {
      reportCost(progress, "construction", 0.05 + 0.45 * k / BISECTIONS, best, Double.NaN);
      double middle = (low + best.spentUsd()) / 2;
      Draft draft = new GreedyConstruction(asked.withBudget(middle)).build(() -> false);
      boolean reached = draft.value() >= target && draft.violation() == 0;
      best = reached ? draft : best;
      low = reached ? low : middle;
    }
    for (Plan start : starts) {
      Draft begun = new PlanReader(asked, start).draft();
      BudgetFit.reroute(begun);
      boolean cheaper = begun.value() >= target && begun.costCents() < best.costCents();
      best = cheaper && begun.unkept() == 0 ? begun : best;
    }
    Question question = asked.withBudget(best.spentUsd());
    double price = best.value() / (double) Math.max(1, best.costCents());
    Draft known = best;
    PriceSearch.Found found =
        prices.search(
            question,
            price,
            stop,
            done -> {
              double cents = prices.leastCentsSoFar(target, question.budgetCents());
              reportCost(progress, "bound", 0.5 + 0.4 * done, known, boundUsd(cents));
            });
    List<Draft> candidates = new ArrayList<>(found.drafts());
    candidates.add(best.in(question));
    for (Draft candidate : candidates) {
      Draft fitted = PricedDescent.fitted(candidate, found.valuePerCent(), stop);
      BudgetFit.spare(fitted, target, found.valuePerCent());
      boolean cheaper = fitted.value() >= target && fitted.costCents() < best.costCents();
      best = cheaper && fitted.violation() == 0 ? fitted : best;
    }
    PriceSearch.Cheapest least = prices.leastCents(target, question.budgetCents());
    PlanImprover.Improved cheapest = cheapen(best, target, found.valuePerCent(), stop);
    Optional<ExactBranching> exact = exact(cheapest.draft(), target, progress, stop);
    best = exact.map(ExactBranching::best).orElse(cheapest.draft());
    double cents = exact.map(each -> -each.bound()).orElse(0.0);
    boolean isExact = exact.isPresent() && cents >= least.cents();
    double boundUsd = boundUsd(isExact ? cents : least.cents());
    reportCost(progress, "certificate", 1, best, boundUsd);
    return new Found(
        best,
        cheapest.steps(),
        boundUsd,
        isExact ? exact.get().valuePerCent() : least.valuePerCent(),
        isExact ? exact.get().method() : PriceSearch.METHOD,
        isExact ? exact.get().proof() : least.proof(),
        exact.isPresent() && !exact.get().isExact());
  }

  /** Branches on every decision of a small question; empty of a larger one. */
  private Optional<ExactBranching> exact(
      Draft known, long target, Progress progress, BooleanSupplier stop) {
    Question question = asked.withBudget(known.spentUsd());
    if (!ExactBranching.isFor(question) || known.unkept() > 0 || known.value() < target) {
      return Optional.empty();
    }
    return Optional.of(
        new ExactBranching(question, prices, Aim.leastCost(target), known.in(question))
            .search(
                stop,
                (done, soFar) ->
                    reportCost(
                        progress,
                        "search",
                        0.9 + 0.09 * done,
                        soFar.best(),
                        boundUsd(-soFar.bound()))));
  }

  /**
   * Local search at the budget of the cheapest plan so far looks for more value; what is more than
   * the target is given back as money, and so on while that pays.
   */
  private PlanImprover.Improved cheapen(
      Draft start, long target, double valuePerCent, BooleanSupplier stop) {
    Draft best = start;
    long steps = 0;
    boolean cheaper = true;
    for (int k = 0; k < CHEAPENING_ROUNDS && cheaper && !stop.getAsBoolean(); k++) {
      Draft within = best.in(asked.withBudget(best.spentUsd()));
      PlanImprover.Improved more =
          improver.improve(
              within,
              valuePerCent,
              asked.settings().withSteps(asked.settings().steps() / CHEAPENING_ROUNDS),
              stop);
      steps += more.steps();
      Draft spared = more.draft().in(within.question());
      BudgetFit.spare(spared, target, valuePerCent);
      cheaper =
          spared.violation() == 0
              && spared.value() >= target
              && spared.costCents() < best.costCents();
      best = cheaper ? spared : best;
    }
    return new PlanImprover.Improved(best, steps);
  }

  private double boundUsd(double cents) {
    return (cents - asked.forgoneTotalCents() - asked.slackCents()) / 100;
  }

  private void reportCost(
      Progress progress, String phase, double done, Draft draft, double boundUsd) {
    double usd = draft.spentUsd();
    progress.report(
        phase,
        done,
        usd,
        boundUsd,
        Certificate.gapRatio(Sense.MINIMISE, usd, boundUsd),
        () -> new PlanWriter(draft).peopleServed());
    progress.offer(() -> new PlanWriter(draft).write());
  }
}
