package org.kiungo.planner.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.kiungo.planner.bound.DualSolution;
import org.kiungo.planner.bound.LoadedAscent;
import org.kiungo.planner.model.BoundProof;
import org.kiungo.planner.network.Arborescence;
import org.kiungo.planner.network.ArborescenceInstance;
import org.kiungo.planner.network.ShortestPathHeuristic;
import org.kiungo.planner.network.StrongPruning;

/**
 * Searches the price of money. At each λ the arborescence of {@link PricedForest} is bounded by
 * Wong's dual ascent with private charges for load; with LB(λ) its bound on lost value + λ · cost,
 *
 * <pre>UB(λ) = Σ best values + λ · B − LB(λ)</pre>
 *
 * bounds every plan within budget B. UB is convex up to what dual ascent loses; its least is
 * bracketed and narrowed by golden section on log λ. The tree grown on the ascent's saturated arcs
 * and pruned exactly is a candidate plan. Bounds are pooled: one found with options dearer than B₀
 * deleted holds for every budget up to B₀.
 */
final class PriceSearch {

  static final String METHOD = "Lagrangian price with Wong's dual ascent, loads charged privately";

  private static final int PRICES = 9;

  /** First stride of the bracketing, as a ratio of prices. */
  private static final double STRIDE = 1.2;

  /** Prices closer than this ratio are not told apart. */
  private static final double FINEST = 1.002;

  private final World world;
  private final PricedForest forest;
  private final int[] ways;
  private final long totalValue;
  private final List<Bounded> pool = new ArrayList<>();
  private boolean fluid;
  private boolean fluidKnown;

  private record Bounded(
      double valuePerCent, long deletedAboveCents, boolean fluid, double lowerBound) {}

  /**
   * @param valuePerCent price of the least bound
   * @param bound value no plan exceeds
   * @param drafts candidate plans found on the way, some dearer than the budget
   */
  record Found(double valuePerCent, double bound, List<Draft> drafts) {}

  /** Candidate arcs beyond which a proof would be too large to be kept with the plan. */
  private static final int LARGEST_PROOF_ARCS = 40_000_000;

  PriceSearch(World world, int[] ways) {
    this.world = world;
    this.ways = ways;
    forest = new PricedForest(world);
    totalValue = forest.totalValue();
  }

  Found search(World question, double firstPrice, BooleanSupplier stop) {
    List<Draft> drafts = new ArrayList<>();
    double price = firstPrice;
    for (int k = 0; k < PRICES && price > 0 && !stop.getAsBoolean(); k++) {
      if (!fluidKnown) {
        compare(question, price, drafts);
        k++;
      } else {
        drafts.add(bounded(question, price));
      }
      price = next(question);
    }
    Bounded best = least(question);
    double bound = best == null ? totalValue : Math.min(totalValue, bound(question, best));
    return new Found(best == null ? 0 : best.valuePerCent, bound, drafts);
  }

  /** Raises again at the price of the least bound of a question, and writes them down. */
  BoundProof prove(World question) {
    return prove(least(question));
  }

  private BoundProof prove(Bounded best) {
    if (best == null || forest.graph.arcCount() > LARGEST_PROOF_ARCS) {
      return BoundProof.NONE;
    }
    PricedForest.Priced priced = forest.at(best.valuePerCent, best.deletedAboveCents, best.fluid);
    DualSolution dual = new LoadedAscent(priced.instance(), priced.loads()).ascend();
    return ProofFile.of(
        world, best.valuePerCent, best.deletedAboveCents, best.fluid, dual, forest.firstTerminal());
  }

  /** Both ways to charge loads at the first price; the better one is kept. */
  private void compare(World question, double price, List<Draft> drafts) {
    drafts.add(bounded(question, price));
    fluidKnown = true;
    if (world.links.media.isStepped()) {
      fluid = true;
      drafts.add(bounded(question, price));
      int last = pool.size() - 1;
      fluid = pool.get(last).lowerBound > pool.get(last - 1).lowerBound;
    }
  }

  private double bound(World question, Bounded b) {
    return totalValue + b.valuePerCent * question.budgetCents - b.lowerBound;
  }

  private boolean holds(World question, Bounded b) {
    return b.deletedAboveCents >= question.budgetCents;
  }

  private Bounded least(World question) {
    Bounded best = null;
    for (Bounded b : pool) {
      if (holds(question, b) && (best == null || bound(question, b) < bound(question, best))) {
        best = b;
      }
    }
    return best;
  }

  /** Next price beside the one of the least bound; 0 when it is known finely enough. */
  private double next(World question) {
    Bounded best = least(question);
    double below = 0;
    double above = Double.POSITIVE_INFINITY;
    for (Bounded b : pool) {
      if (holds(question, b) && b.valuePerCent < best.valuePerCent) {
        below = Math.max(below, b.valuePerCent);
      } else if (holds(question, b) && b.valuePerCent > best.valuePerCent) {
        above = Math.min(above, b.valuePerCent);
      }
    }
    double at = best.valuePerCent;
    if (below == 0) {
      return at / STRIDE;
    }
    if (above == Double.POSITIVE_INFINITY) {
      return at * STRIDE;
    }
    boolean wideAbove = above / at > at / below;
    double wide = wideAbove ? above / at : at / below;
    if (wide < FINEST) {
      return 0;
    }
    double golden = Math.pow(wide, 0.382);
    return wideAbove ? at * golden : at / golden;
  }

  /**
   * @param cents no plan that reaches the value costs less
   * @param valuePerCent price at which that was found; NaN when nothing is proven
   * @param proof of it
   */
  record Cheapest(double cents, double valuePerCent, BoundProof proof) {}

  /**
   * Turns the pool round: whoever reaches a value loses at most the rest, so λ · cost ≥ LB(λ) − (Σ
   * best values − value).
   *
   * @param knownCents cost of a plan that reaches it; only bounds that hold up to there count
   */
  Cheapest leastCents(long value, long knownCents) {
    double best = 0;
    Bounded at = null;
    for (Bounded b : pool) {
      double cents = (b.lowerBound - (totalValue - value)) / b.valuePerCent;
      if (b.deletedAboveCents >= knownCents && cents > best) {
        best = cents;
        at = b;
      }
    }
    return new Cheapest(best, at == null ? Double.NaN : at.valuePerCent, prove(at));
  }

  private Draft bounded(World question, double price) {
    PricedForest.Priced priced = forest.at(price, question.budgetCents, fluid);
    ArborescenceInstance instance = priced.instance();
    DualSolution dual = new LoadedAscent(instance, priced.loads()).ascend();
    pool.add(new Bounded(price, question.budgetCents, fluid, dual.lowerBound()));
    Arborescence grown = new ShortestPathHeuristic(instance).grow(dual.saturatedLengths(instance));
    Draft draft = forest.draft(instance, StrongPruning.prune(instance, grown), ways);
    Draft here = new Draft(question, draft.arc);
    for (int i = 0; i < draft.choice.length; i++) {
      here.choose(i, draft.choice[i]);
    }
    return here;
  }
}
