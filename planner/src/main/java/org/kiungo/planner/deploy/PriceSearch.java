package org.kiungo.planner.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import org.kiungo.planner.bound.DualSolution;
import org.kiungo.planner.bound.LoadedAscent;
import org.kiungo.planner.deploy.PricedForest.Charging;
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

  /** Prices tried before both ways to charge loads are compared. */
  private static final int COMPARED_AFTER = 3;

  /** First stride of the bracketing, as a ratio of prices; later ones are no shorter. */
  private static final double STRIDE = 1.2;

  /** Prices closer than this ratio are not told apart. */
  private static final double FINEST = 1.002;

  private final World world;
  private final PricedForest forest;
  private final int[] ways;
  private final long totalValue;
  private final List<Bounded> pool = new ArrayList<>();
  private Charging charging = Charging.SYSTEMS;
  private boolean compared;

  private record Bounded(
      double valuePerCent, long deletedAboveCents, Charging charging, double lowerBound) {}

  /**
   * @param valuePerCent price of the least bound
   * @param bound value no plan exceeds
   * @param drafts candidate plans found on the way, some dearer than the budget
   */
  record Found(double valuePerCent, double bound, List<Draft> drafts) {}

  /** Arcs that an ascent which charges loads may look at; with more, loads are not charged. */
  private static final long FEWEST_LOOKED = 20_000_000;

  private static final long LOOKED_PER_SETTLEMENT = 5_000;

  /** Candidate arcs beyond which a proof would be too large to be kept with the plan. */
  private static final int LARGEST_PROOF_ARCS = 40_000_000;

  PriceSearch(World world, int[] ways) {
    this.world = world;
    this.ways = ways;
    forest = new PricedForest(world);
    totalValue = forest.totalValue();
  }

  Found search(World question, double firstPrice, BooleanSupplier stop) {
    return search(question, firstPrice, stop, doneRatio -> {});
  }

  /**
   * @param watch told the share of prices that are done after each, 0–1
   */
  Found search(World question, double firstPrice, BooleanSupplier stop, DoubleConsumer watch) {
    List<Draft> drafts = new ArrayList<>();
    double price = firstPrice;
    for (int k = 0; k < PRICES && price > 0 && !stop.getAsBoolean(); k++) {
      bounded(question, price, charging, drafts);
      watch.accept((k + 1.0) / PRICES);
      boolean due = k >= COMPARED_AFTER && isBracketed(question);
      if (!compared && world.links.media.isStepped() && due) {
        compare(question, drafts);
        k++;
      }
      price = next(question);
    }
    return new Found(leastPrice(question), leastBound(question), drafts);
  }

  /** Price of the least bound; 0 before the first. */
  double leastPrice(World question) {
    Bounded best = least(question);
    return best == null ? 0 : best.valuePerCent;
  }

  /** Value that no plan exceeds, as far as is known. */
  double leastBound(World question) {
    Bounded best = least(question);
    return best == null ? totalValue : Math.min(totalValue, bound(question, best));
  }

  /** Raises again at the price of the least bound of a question, and writes them down. */
  BoundProof prove(World question) {
    return prove(least(question));
  }

  private BoundProof prove(Bounded best) {
    if (best == null || forest.graph.arcCount() > LARGEST_PROOF_ARCS) {
      return BoundProof.NONE;
    }
    PricedForest.Priced priced =
        forest.at(best.valuePerCent, best.deletedAboveCents, best.charging);
    DualSolution dual = new LoadedAscent(priced.instance(), priced.loads()).ascend();
    return ProofFile.of(
        world,
        best.valuePerCent,
        best.deletedAboveCents,
        best.charging,
        dual,
        forest.firstTerminal());
  }

  /** Both ways to charge loads at the best price so far; the better one is kept. */
  private void compare(World question, List<Draft> drafts) {
    compared = true;
    Bounded bySystems = least(question);
    int before = pool.size();
    bounded(question, bySystems.valuePerCent, Charging.FLUID, drafts);
    boolean better = pool.size() > before && pool.get(before).lowerBound > bySystems.lowerBound;
    charging = better ? Charging.FLUID : Charging.SYSTEMS;
  }

  private boolean isBracketed(World question) {
    double best = least(question).valuePerCent;
    boolean below = false;
    boolean above = false;
    for (Bounded b : pool) {
      below |= holds(question, b) && b.valuePerCent < best;
      above |= holds(question, b) && b.valuePerCent > best;
    }
    return below && above;
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
      return at / Math.max(STRIDE, above < Double.POSITIVE_INFINITY ? above / at : 0);
    }
    if (above == Double.POSITIVE_INFINITY) {
      return at * Math.max(STRIDE, at / below);
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
    Bounded at = dearest(value, knownCents);
    return at == null
        ? new Cheapest(0, Double.NaN, BoundProof.NONE)
        : new Cheapest(cents(at, value), at.valuePerCent, prove(at));
  }

  /** The cents of {@link #leastCents} as far as they are known, without the proof. */
  double leastCentsSoFar(long value, long knownCents) {
    Bounded at = dearest(value, knownCents);
    return at == null ? 0 : cents(at, value);
  }

  private Bounded dearest(long value, long knownCents) {
    Bounded best = null;
    for (Bounded b : pool) {
      double least = best == null ? 0 : cents(best, value);
      if (b.deletedAboveCents >= knownCents && cents(b, value) > least) {
        best = b;
      }
    }
    return best;
  }

  private double cents(Bounded b, long value) {
    return (b.lowerBound - (totalValue - value)) / b.valuePerCent;
  }

  /** One price: its bound into the pool, its plan among the drafts. */
  private void bounded(World question, double price, Charging how, List<Draft> drafts) {
    PricedForest.Priced priced = forest.at(price, question.budgetCents, how);
    ArborescenceInstance instance = priced.instance();
    DualSolution dual = new LoadedAscent(instance, priced.loads()).ascend(mostLooked(how));
    if (dual == null) {
      if (how == Charging.SYSTEMS) {
        bounded(question, price, Charging.NONE, drafts);
      }
      return;
    }
    pool.add(new Bounded(price, question.budgetCents, how, dual.lowerBound()));
    Arborescence grown = new ShortestPathHeuristic(instance).grow(dual.saturatedLengths(instance));
    Draft draft = forest.draft(instance, StrongPruning.prune(instance, grown), ways);
    Draft here = new Draft(question, draft.arc);
    for (int i = 0; i < draft.choice.length; i++) {
      here.choose(i, draft.choice[i]);
    }
    drafts.add(here);
  }

  private long mostLooked(Charging how) {
    long most = FEWEST_LOOKED + LOOKED_PER_SETTLEMENT * (long) world.places.settlements;
    return how == Charging.NONE ? Long.MAX_VALUE : how == Charging.FLUID ? 4 * most : most;
  }
}
