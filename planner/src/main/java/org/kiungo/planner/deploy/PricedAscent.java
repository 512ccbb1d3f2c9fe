package org.kiungo.planner.deploy;

import java.util.function.BooleanSupplier;
import org.kiungo.planner.bound.DualSolution;
import org.kiungo.planner.bound.LoadedAscent;
import org.kiungo.planner.deploy.PricedForest.Charging;
import org.kiungo.planner.network.Arborescence;
import org.kiungo.planner.network.ArborescenceInstance;
import org.kiungo.planner.network.ShortestPathHeuristic;
import org.kiungo.planner.network.StrongPruning;

/**
 * What one price of {@link PriceSearch} gives: a bound with the raises that prove it, and a plan.
 * Keeps nothing, so that prices can be tried on several threads.
 */
final class PricedAscent {

  /** Arcs that an ascent which charges loads may look at; with more, loads are not charged. */
  private static final long FEWEST_LOOKED = 20_000_000;

  private static final long LOOKED_PER_SETTLEMENT = 5_000;
  private static final long MOST_LOOKED = 2_000_000_000;

  /** A price that needs more than this share of what may be looked at is a dear one. */
  private static final int DEAR_SHARE = 16;

  private final PricedForest forest;
  private final int[] ways;
  private final long mostLooked;

  /**
   * @param valuePerCent λ
   * @param deletedAboveCents options dearer than this were deleted
   * @param charging how loads are charged on links
   * @param lowerBound on lost value + λ · cost
   */
  record Bounded(
      double valuePerCent, long deletedAboveCents, Charging charging, double lowerBound) {}

  /**
   * @param terminals raised, in order
   * @param raises as long
   * @param draft the plan grown on saturated arcs
   * @param looked arcs that were looked at for it
   */
  record Result(Bounded bounded, int[] terminals, long[] raises, Draft draft, long looked) {

    Result withoutDraft() {
      return new Result(bounded, terminals, raises, null, looked);
    }
  }

  PricedAscent(PricedForest forest, int[] ways, int settlements) {
    this.forest = forest;
    this.ways = ways;
    mostLooked = Math.min(MOST_LOOKED, FEWEST_LOOKED + LOOKED_PER_SETTLEMENT * settlements);
  }

  /** What a price gives; null when that takes too long, or longer than until the stop. */
  Result at(World question, Ahead.Asked asked, BooleanSupplier stop) {
    double valuePerCent = asked.valuePerCent();
    Charging how = asked.charging();
    PricedForest.Priced priced = forest.at(valuePerCent, question.ceilingCents(), how);
    LoadedAscent loaded = new LoadedAscent(priced.instance(), priced.loads());
    Ascended best = best(priced, loaded, mostLooked(how), stop);
    if (best == null) {
      boolean again = asked.retry() && how != Charging.NONE && !stop.getAsBoolean();
      return again ? at(question, new Ahead.Asked(valuePerCent, Charging.NONE, false), stop) : null;
    }
    return new Result(
        new Bounded(valuePerCent, question.ceilingCents(), how, best.dual.lowerBound()),
        best.dual.raisedTerminals(),
        best.dual.raises(),
        forest.draft(question, priced.instance(), best.tree, ways),
        loaded.looked());
  }

  private record Ascended(DualSolution dual, Arborescence tree) {}

  /**
   * The better of an ascent and of another that the first one's tree guides. Where links are
   * charged for load a tree of shared costs guides badly, and there is one ascent only.
   */
  private static Ascended best(
      PricedForest.Priced priced, LoadedAscent loaded, long mostLooked, BooleanSupplier stop) {
    ArborescenceInstance instance = priced.instance();
    DualSolution plain = loaded.ascend(null, mostLooked, stop);
    if (plain == null) {
      return null;
    }
    Arborescence tree = pruned(instance, plain);
    DualSolution guided =
        priced.loads().areCharged() ? null : loaded.ascend(tree, mostLooked, stop);
    if (guided == null) {
      return new Ascended(plain, tree);
    }
    Arborescence other = pruned(instance, guided);
    return new Ascended(
        guided.lowerBound() > plain.lowerBound() ? guided : plain,
        other.value() < tree.value() ? other : tree);
  }

  private static Arborescence pruned(ArborescenceInstance instance, DualSolution dual) {
    Arborescence grown = new ShortestPathHeuristic(instance).grow(dual.saturatedLengths(instance));
    return StrongPruning.prune(instance, grown);
  }

  /** The raises of a bound found before. */
  Result again(Bounded bounded) {
    PricedForest.Priced priced =
        forest.at(bounded.valuePerCent, bounded.deletedAboveCents, bounded.charging);
    DualSolution dual =
        best(
                priced,
                new LoadedAscent(priced.instance(), priced.loads()),
                Long.MAX_VALUE,
                () -> false)
            .dual;
    return new Result(bounded, dual.raisedTerminals(), dual.raises(), null, 0);
  }

  /** True when a somewhat lower price than one found may take too long. */
  boolean isDear(Result found) {
    return found.looked > mostLooked / DEAR_SHARE;
  }

  private long mostLooked(Charging how) {
    return how == Charging.NONE ? Long.MAX_VALUE : mostLooked;
  }
}
