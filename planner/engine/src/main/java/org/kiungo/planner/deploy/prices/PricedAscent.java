package org.kiungo.planner.deploy.prices;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
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
  private static final long FEWEST_LOOKED = 60_000_000;

  private static final long LOOKED_PER_SETTLEMENT = 5_000;
  private static final long MOST_LOOKED = 2_000_000_000;

  /** Whoever lets the local search take a multiple of so many steps lets ascents take it too. */
  private static final long STEPS_FOR_USUAL = 20_000;

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

  /** Ascents that look at no more arcs are quick: trees guide them although they charge loads. */
  private static final long QUICK_LOOKED = 5_000_000;

  /** Trees that guide the ascents of {@link #guided}. */
  private static final List<Guide> BY_ROOTS =
      List.of(Guide.GROWN_BY_ROOT, Guide.GROWN_BY_FOURTH_ROOT);

  private final PricedForest forest;
  private final List<Guide> guides;

  /** Ascents that charge loads are guided where they look at no more arcs. */
  private final long guidedLooked;

  private final long mostLooked;

  /**
   * @param prices of money; options dearer than their ceilings were deleted
   * @param charging how loads are charged on links
   * @param guide what guided the ascent
   * @param lowerBound on lost value + λ · cost
   */
  record Bounded(MoneyPrices prices, Charging charging, Guide guide, double lowerBound) {

    /** λ. */
    double valuePerCent() {
      return prices.valuePerCent();
    }

    /** Options dearer than this were deleted. */
    long deletedAboveCents() {
      return prices.ceilingCents();
    }
  }

  /**
   * A bound with what proves it.
   *
   * @param terminals raised, in order
   * @param raises as long
   * @param shares what pooled sites are charged beside
   */
  record Raised(Bounded bounded, int[] terminals, long[] raises, SiteShares shares) {}

  /**
   * @param drafts the plans grown on saturated arcs
   * @param looked arcs that were looked at for it
   */
  record Result(Raised raised, List<Draft> drafts, long looked) {

    Bounded bounded() {
      return raised.bounded;
    }

    /** The better bound of two ways to charge loads at one price, and the plans of both. */
    private static Result better(Result one, Result other) {
      boolean isBetter = other.bounded().lowerBound > one.bounded().lowerBound;
      return new Result(
          isBetter ? other.raised : one.raised,
          Stream.concat(one.drafts.stream(), other.drafts.stream()).toList(),
          one.looked + other.looked);
    }
  }

  /**
   * @param guides those to be tried where links are not charged for load
   */
  PricedAscent(PricedForest forest, int settlements, List<Guide> guides) {
    this(forest, settlements, guides, 0);
  }

  private PricedAscent(
      PricedForest forest, int settlements, List<Guide> guides, long guidedLooked) {
    this.forest = forest;
    this.guides = guides;
    this.guidedLooked = guidedLooked;
    long usual = FEWEST_LOOKED + LOOKED_PER_SETTLEMENT * settlements;
    mostLooked = Math.min(MOST_LOOKED, usual * Math.max(1, forest.steps() / STEPS_FOR_USUAL));
  }

  /** With all guides, also where links are charged for load if that is quick. */
  static PricedAscent thorough(PricedForest forest, int settlements) {
    return new PricedAscent(forest, settlements, List.of(Guide.values()), QUICK_LOOKED);
  }

  /**
   * What a price gives; empty when that takes too long.
   *
   * @param dropped true once nobody wants to know any more; no clock, which would decide how good a
   *     bound is
   */
  Optional<Result> at(Question question, SpeculativeAscents.Asked asked, BooleanSupplier dropped) {
    MoneyPrices prices = MoneyPrices.common(asked.valuePerCent(), question.ceilingCents());
    return at(question, prices, asked.ways(), asked.retry(), dropped);
  }

  /** The same of other prices. */
  Optional<Result> at(
      Question question,
      MoneyPrices prices,
      List<Charging> ways,
      boolean retry,
      BooleanSupplier dropped) {
    Optional<Result> best =
        ways.stream()
            .flatMap(how -> at(question, prices, how, dropped).stream())
            .reduce(Result::better);
    return best.isEmpty() && retry && !dropped.getAsBoolean()
        ? at(question, prices, Charging.NONE, dropped)
        : best;
  }

  private Optional<Result> at(
      Question question, MoneyPrices prices, Charging how, BooleanSupplier dropped) {
    PricedForest.Priced priced = forest.at(prices, how);
    LoadedAscent loaded = priced.ascent();
    return best(priced, loaded, guides, guidedLooked, mostLooked(how), dropped)
        .map(
            found ->
                new Result(
                    raised(found.bounded(prices, how), found.dual),
                    List.of(forest.draft(question, priced.instance(), found.tree)),
                    loaded.looked()));
  }

  /**
   * The bound of a price where ascents that charge loads are guided too; empty when that takes too
   * long.
   *
   * @param mostLooked arcs that all its ascents may look at
   */
  Optional<Result> guided(MoneyPrices prices, Charging how, long mostLooked) {
    PricedForest.Priced priced = forest.at(prices, how);
    LoadedAscent loaded = priced.ascent();
    return best(priced, loaded, BY_ROOTS, Long.MAX_VALUE, mostLooked, () -> false)
        .map(
            found ->
                new Result(
                    raised(found.bounded(prices, how), found.dual), List.of(), loaded.looked()));
  }

  private record Ascended(Guide guide, DualSolution dual, Arborescence tree) {

    Bounded bounded(MoneyPrices prices, Charging how) {
      return new Bounded(prices, how, guide, dual.lowerBound());
    }

    /** The better bound and the better tree of this and of another ascent. */
    Ascended or(ArborescenceInstance instance, Guide by, DualSolution other) {
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
   * tree of shared costs guides badly, and there is one ascent unless thoroughness is asked for.
   */
  private Optional<Ascended> best(
      PricedForest.Priced priced,
      LoadedAscent loaded,
      List<Guide> guides,
      long guidedLooked,
      long mostLooked,
      BooleanSupplier dropped) {
    ArborescenceInstance instance = priced.instance();
    Optional<DualSolution> plain = loaded.ascend(mostLooked, dropped);
    if (plain.isEmpty()) {
      return Optional.empty();
    }
    Arborescence grown = grown(instance, plain.get());
    Arborescence pruned = StrongPruning.prune(instance, grown);
    Ascended best = new Ascended(Guide.NONE, plain.get(), pruned);
    boolean isGuided = !priced.loads().areCharged() || loaded.looked() <= guidedLooked;
    for (Guide by : guides) {
      if (isGuided && by != Guide.NONE) {
        Arborescence tree = by == Guide.PRUNED ? pruned : grown;
        Optional<DualSolution> guided = loaded.ascend(tree, by.halvings, mostLooked, dropped);
        if (guided.isPresent()) {
          best = best.or(instance, by, guided.get());
        }
      }
    }
    return Optional.of(best);
  }

  private static Arborescence grown(ArborescenceInstance instance, DualSolution dual) {
    return new ShortestPathHeuristic(instance).grow(dual.saturatedLengths(instance));
  }

  /**
   * The raises of a bound found before: the same ascents in the same order, without limits.
   *
   * @throws IllegalStateException when memory does not suffice this time
   */
  Raised again(Bounded bounded) {
    PricedForest.Priced priced = forest.at(bounded.prices, bounded.charging);
    LoadedAscent loaded = priced.ascent();
    DualSolution dual =
        best(priced, loaded, List.of(bounded.guide), Long.MAX_VALUE, Long.MAX_VALUE, () -> false)
            .orElseThrow(() -> new IllegalStateException("an ascent that was done fails now"))
            .dual;
    return raised(bounded, dual);
  }

  private Raised raised(Bounded bounded, DualSolution dual) {
    return new Raised(bounded, dual.raisedTerminals(), dual.raises(), forest.shares(dual.shares()));
  }

  /** True when a somewhat lower price than one found may take too long. */
  boolean isDear(Result found) {
    return found.looked > mostLooked / DEAR_SHARE;
  }

  private long mostLooked(Charging how) {
    return how == Charging.NONE ? Long.MAX_VALUE : mostLooked;
  }
}
