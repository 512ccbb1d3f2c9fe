package org.kiungo.planner.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.kiungo.planner.bound.DualAscent;
import org.kiungo.planner.bound.DualSolution;
import org.kiungo.planner.network.Arborescence;
import org.kiungo.planner.network.ArborescenceInstance;
import org.kiungo.planner.network.ShortestPathHeuristic;
import org.kiungo.planner.network.StrongPruning;

/**
 * Bisects the price of money. At each λ the arborescence of {@link PricedForest} is bounded by
 * Wong's dual ascent; with LB(λ) its bound on lost value + λ · cost,
 *
 * <pre>UB(λ) = Σ best values + λ · B − LB(λ)</pre>
 *
 * bounds every plan within budget B. The tree grown on the ascent's saturated arcs and pruned
 * exactly is a candidate plan; its cost tells whether λ is too low. Bounds are pooled: one found
 * with options dearer than B₀ deleted holds for every budget up to B₀.
 */
final class PriceSearch {

  static final String METHOD = "Lagrangian price with Wong's dual ascent";

  private static final int PRICES = 9;

  private final World world;
  private final PricedForest forest;
  private final int[] ways;
  private final long totalValue;
  private final List<Bounded> pool = new ArrayList<>();

  private record Bounded(double valuePerCent, long deletedAboveCents, double lowerBound) {}

  /**
   * @param valuePerCent price of the least bound
   * @param bound value no plan exceeds
   * @param drafts candidate plans found on the way, some dearer than the budget
   */
  record Found(double valuePerCent, double bound, List<Draft> drafts) {}

  PriceSearch(World world, int[] ways) {
    this.world = world;
    this.ways = ways;
    forest = new PricedForest(world);
    totalValue = forest.totalValue();
  }

  Found search(World question, double firstPrice, BooleanSupplier stop) {
    List<Draft> drafts = new ArrayList<>();
    double price = firstPrice;
    double low = 0;
    double high = 0;
    for (int k = 0; k < PRICES && price > 0 && !stop.getAsBoolean(); k++) {
      Draft draft = bounded(question, price);
      drafts.add(draft);
      boolean over = draft.costCents > question.budgetCents;
      low = over ? price : low;
      high = over ? high : price;
      double between = low == 0 ? price / 1.25 : high == 0 ? price * 1.25 : Math.sqrt(low * high);
      price = k % 2 == 0 ? besideLeast(question, 1.2 / (1 + 0.02 * k)) : between;
    }
    double best = totalValue;
    double bestPrice = 0;
    for (Bounded b : pool) {
      double bound = totalValue + b.valuePerCent * question.budgetCents - b.lowerBound;
      if (b.deletedAboveCents >= question.budgetCents && bound < best) {
        best = bound;
        bestPrice = b.valuePerCent;
      }
    }
    return new Found(bestPrice, best, drafts);
  }

  /**
   * @param cents no plan that reaches the value costs less
   * @param valuePerCent price at which that was found
   */
  record Cheapest(double cents, double valuePerCent) {}

  /**
   * Turns the pool round: whoever reaches a value loses at most the rest, so λ · cost ≥ LB(λ) − (Σ
   * best values − value).
   *
   * @param knownCents cost of a plan that reaches it; only bounds that hold up to there count
   */
  Cheapest leastCents(long value, long knownCents) {
    double best = 0;
    double at = Double.NaN;
    for (Bounded b : pool) {
      double cents = (b.lowerBound - (totalValue - value)) / b.valuePerCent;
      if (b.deletedAboveCents >= knownCents && cents > best) {
        best = cents;
        at = b.valuePerCent;
      }
    }
    return new Cheapest(best, at);
  }

  /** The price beside the one of the least bound so far, on the side where fewer were tried. */
  private double besideLeast(World question, double factor) {
    double least = Double.POSITIVE_INFINITY;
    double at = 0;
    for (Bounded b : pool) {
      double bound = totalValue + b.valuePerCent * question.budgetCents - b.lowerBound;
      if (b.deletedAboveCents >= question.budgetCents && bound < least) {
        least = bound;
        at = b.valuePerCent;
      }
    }
    int above = 0;
    for (Bounded b : pool) {
      above += b.valuePerCent > at ? 1 : 0;
    }
    return 2 * above < pool.size() ? at * factor : at / factor;
  }

  private Draft bounded(World question, double price) {
    ArborescenceInstance instance = forest.at(price, question.budgetCents);
    DualSolution dual = new DualAscent(instance).ascend();
    pool.add(new Bounded(price, question.budgetCents, dual.lowerBound()));
    Arborescence grown = new ShortestPathHeuristic(instance).grow(dual.saturatedLengths(instance));
    Draft draft = forest.draft(instance, StrongPruning.prune(instance, grown), ways);
    Draft here = new Draft(question, draft.arc);
    for (int i = 0; i < draft.choice.length; i++) {
      here.choose(i, draft.choice[i]);
    }
    return here;
  }
}
