package org.kiungo.planner.deploy.prices;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.kiungo.planner.bound.DualSolution;
import org.kiungo.planner.bound.LoadedAscent;
import org.kiungo.planner.deploy.draft.Draft;
import org.kiungo.planner.deploy.prices.PricedForest.Charging;
import org.kiungo.planner.deploy.question.Question;
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

  /** The tree that guides an ascent, and how much its crossings of a cut count. */
  enum Guide {
    NONE(0),
    /** As it would be built. */
    PRUNED(0),
    /** With the paths to all who were then left out; crossings count as their square root. */
    GROWN_BY_ROOT(1),
    /** Likewise, as their fourth root. */
    GROWN_BY_FOURTH_ROOT(2);

    final int halvings;

    Guide(int halvings) {
      this.halvings = halvings;
    }
  }

  private final PricedForest forest;
  private final List<Guide> guides;
  private final long mostLooked;

  /**
   * @param valuePerCent λ
   * @param deletedAboveCents options dearer than this were deleted
   * @param charging how loads are charged on links
   * @param guide what guided the ascent
   * @param lowerBound on lost value + λ · cost
   */
  record Bounded(
      double valuePerCent,
      long deletedAboveCents,
      Charging charging,
      Guide guide,
      double lowerBound) {}

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

  /**
   * @param guides those to be tried where links are not charged for load
   */
  PricedAscent(PricedForest forest, int settlements, List<Guide> guides) {
    this.forest = forest;
    this.guides = guides;
    mostLooked = Math.min(MOST_LOOKED, FEWEST_LOOKED + LOOKED_PER_SETTLEMENT * settlements);
  }

  /** What a price gives; null when that takes too long, or longer than until the stop. */
  Result at(Question question, SpeculativeAscents.Asked asked, BooleanSupplier stop) {
    double valuePerCent = asked.valuePerCent();
    Charging how = asked.charging();
    PricedForest.Priced priced = forest.at(valuePerCent, question.ceilingCents(), how);
    LoadedAscent loaded = new LoadedAscent(priced.instance(), priced.loads());
    Ascended best = best(priced, loaded, guides, mostLooked(how), stop);
    if (best == null) {
      boolean again = asked.retry() && how != Charging.NONE && !stop.getAsBoolean();
      return again
          ? at(question, new SpeculativeAscents.Asked(valuePerCent, Charging.NONE, false), stop)
          : null;
    }
    return new Result(
        new Bounded(valuePerCent, question.ceilingCents(), how, best.guide, best.dual.lowerBound()),
        best.dual.raisedTerminals(),
        best.dual.raises(),
        forest.draft(question, priced.instance(), best.tree),
        loaded.looked());
  }

  private record Ascended(Guide guide, DualSolution dual, Arborescence tree) {

    /** The better bound and the better tree of this and of another ascent, null = none. */
    Ascended or(ArborescenceInstance instance, Guide by, DualSolution other) {
      if (other == null) {
        return this;
      }
      boolean isBetter = other.lowerBound() > dual.lowerBound();
      Arborescence pruned = StrongPruning.prune(instance, grown(instance, other));
      return new Ascended(
          isBetter ? by : guide,
          isBetter ? other : dual,
          pruned.value() < tree.value() ? pruned : tree);
    }
  }

  /**
   * The best of an ascent and of others that its tree guides. The tree as it was grown says also
   * where the cuts of those who are then left out should wait. Where links are charged for load a
   * tree of shared costs guides badly, and there is one ascent.
   */
  private static Ascended best(
      PricedForest.Priced priced,
      LoadedAscent loaded,
      List<Guide> guides,
      long mostLooked,
      BooleanSupplier stop) {
    ArborescenceInstance instance = priced.instance();
    DualSolution plain = loaded.ascend(null, 0, mostLooked, stop);
    if (plain == null) {
      return null;
    }
    Arborescence grown = grown(instance, plain);
    Arborescence pruned = StrongPruning.prune(instance, grown);
    Ascended best = new Ascended(Guide.NONE, plain, pruned);
    for (Guide by : priced.loads().areCharged() ? List.<Guide>of() : guides) {
      if (by != Guide.NONE) {
        Arborescence tree = by == Guide.PRUNED ? pruned : grown;
        best = best.or(instance, by, loaded.ascend(tree, by.halvings, mostLooked, stop));
      }
    }
    return best;
  }

  private static Arborescence grown(ArborescenceInstance instance, DualSolution dual) {
    return new ShortestPathHeuristic(instance).grow(dual.saturatedLengths(instance));
  }

  /** The raises of a bound found before. */
  Result again(Bounded bounded) {
    PricedForest.Priced priced =
        forest.at(bounded.valuePerCent, bounded.deletedAboveCents, bounded.charging);
    DualSolution dual =
        best(
                priced,
                new LoadedAscent(priced.instance(), priced.loads()),
                List.of(bounded.guide),
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
