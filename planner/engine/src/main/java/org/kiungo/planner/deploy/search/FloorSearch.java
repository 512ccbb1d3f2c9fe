package org.kiungo.planner.deploy.search;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.kiungo.planner.deploy.construct.BudgetFit;
import org.kiungo.planner.deploy.construct.GreedyConstruction;
import org.kiungo.planner.deploy.draft.Draft;
import org.kiungo.planner.deploy.prices.PriceSearch;
import org.kiungo.planner.deploy.question.Districts;
import org.kiungo.planner.deploy.question.Question;
import org.kiungo.planner.deploy.settings.SolverUnits;
import org.kiungo.planner.model.BoundProof;

/**
 * The highest share of people with service that every district reaches within the budget.
 *
 * <p>Plan: bisection on the share; a greedy construction serves each district up to it and no
 * further. Bound: for weights π ≥ 0 with Σ π = 1 the floor of a plan is at most the weighted mean
 * Σ_d π_d share_d, whose best value is a most-people question where a person of district d counts
 * π_d / people_d, bounded by {@link PriceSearch}. The weights follow the districts that fall short
 * (multiplicative weights: Arora, Hazan and Kale 2012, Theory of Computing 8, 121–164,
 * https://doi.org/10.4086/toc.2012.v008a006); every round's bound holds, the least is kept.
 */
public final class FloorSearch {

  public static final String METHOD = "weighted districts, " + PriceSearch.METHOD;

  private static final int BISECTIONS = 14;
  private static final int ROUNDS = 6;
  private static final double LEARNING = 4;

  private final Question question;
  private final Districts districts;

  public FloorSearch(Question question) {
    this.question = question;
    districts = new Districts(question.problem().settlements(), question.problem().standard());
  }

  /**
   * @param draft within the budget
   * @param boundRatio no plan within the budget has a higher floor
   * @param proof of that
   */
  public record Found(Draft draft, double boundRatio, BoundProof proof) {}

  /** A bound on the floor and what writes its proof down. */
  private record Bound(double ratio, Supplier<BoundProof> proof) {
    static final Bound NONE = new Bound(1, () -> BoundProof.NONE);
  }

  /** Hears how a search goes on. */
  @FunctionalInterface
  public interface Watch {
    /**
     * @param doneRatio 0–1
     * @param floorRatio what the best draft so far reaches in every district, 0–1
     * @param boundRatio what none exceeds, 0–1; NaN before the first bound
     */
    void at(String phase, double doneRatio, double floorRatio, double boundRatio, Draft best);
  }

  public Found search(BooleanSupplier stop, Watch watch) {
    Draft best = new GreedyConstruction(question).buildTo(districts.quota(0), () -> false);
    double low = 0;
    double high = 1;
    for (int k = 0; k < BISECTIONS && !stop.getAsBoolean(); k++) {
      double middle = (low + high) / 2;
      Districts.Quota quota = districts.quota(middle);
      Draft draft = new GreedyConstruction(question).buildTo(quota, stop);
      boolean reached = quota.isMetEverywhere() && draft.violation() == 0;
      best = reached ? draft : best;
      low = reached ? middle : low;
      high = reached ? high : middle;
      watch.at("construction", 0.5 * (k + 1) / BISECTIONS, floor(best), Double.NaN, best);
    }
    BudgetFit.reroute(best);
    best = new GreedyConstruction(question).fill(best, () -> false);
    Bound bound = bound(best, stop, watch);
    return new Found(best, bound.ratio, bound.proof.get());
  }

  private double[] shares(Draft draft) {
    return districts.shares(i -> question.options().valueOf(draft.choice(i)));
  }

  private double floor(Draft draft) {
    return Arrays.stream(shares(draft)).min().orElse(1);
  }

  private Bound bound(Draft start, BooleanSupplier stop, Watch watch) {
    double floor = floor(start);
    double[] weight = new double[districts.count()];
    Arrays.fill(weight, 1.0 / Math.max(1, districts.count()));
    double[] share = shares(start);
    double all = districts.people();
    Bound best = Bound.NONE;
    for (int round = 0; round < ROUNDS && !stop.getAsBoolean(); round++) {
      lean(weight, share);
      Question weighted = question.withWeights(districts, weight);
      Draft greedy = new GreedyConstruction(weighted).build(stop);
      double price = greedy.value() / (2.0 * Math.max(1, greedy.costCents()));
      PriceSearch prices = new PriceSearch(weighted);
      PriceSearch.Found found = prices.search(weighted, price, stop, done -> {});
      double rounding = 0.5 * question.places().settlements();
      double ratio =
          districts.todayRatio(weight)
              + (found.bound() + rounding) / SolverUnits.VALUE_PER_PERSON / all;
      best = ratio < best.ratio ? new Bound(ratio, () -> prices.prove(weighted)) : best;
      watch.at("bound", 0.5 + 0.5 * (round + 1) / ROUNDS, floor, best.ratio, start);
      share = shares(greedy);
    }
    return best;
  }

  /** More weight where the share is low. */
  private static void lean(double[] weight, double[] share) {
    double sum = 0;
    for (int d = 0; d < weight.length; d++) {
      weight[d] *= StrictMath.exp(-LEARNING * share[d]);
      sum += weight[d];
    }
    for (int d = 0; d < weight.length; d++) {
      weight[d] /= sum;
    }
  }
}
