package org.kiungo.planner.deploy.prices;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import org.kiungo.planner.deploy.draft.Draft;
import org.kiungo.planner.deploy.prices.PricedAscent.Bounded;
import org.kiungo.planner.deploy.prices.PricedForest.Charging;
import org.kiungo.planner.deploy.question.Question;
import org.kiungo.planner.deploy.settings.Granularity;
import org.kiungo.planner.model.BoundProof;

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
public final class PriceSearch {

  public static final String METHOD =
      "Lagrangian price with Wong's dual ascent, loads charged privately";

  /** Prices tried before both ways to charge loads are compared. */
  private static final int COMPARED_AFTER = 3;

  /** First stride of the bracketing, as a ratio of prices; later ones are no shorter. */
  private static final double STRIDE = 1.2;

  /** Large questions come down from above the first price: dear prices are bounded quickly. */
  private static final double ABOVE_FIRST = 1.3;

  /** Stride of large questions once a price took long. */
  private static final double SHORT_STRIDE = 1.06;

  /** Prices closer than this ratio are not told apart. */
  private static final double FINEST = 1.002;

  private final Question world;
  private final int threads;
  private final int most;
  private final List<PricedAscent.Guide> guides;
  private PricedForest forest;
  private PricedAscent ascent;
  private long totalValue;
  private final List<Bounded> pool = new ArrayList<>();
  private Charging charging = Charging.FLUID;
  private boolean compared;
  private boolean isDear;

  /** Arcs that the prices known looked at. */
  private long looked;

  /** The least bound of the last question with the raises that prove it; null before the first. */
  private PricedAscent.Result proven;

  /**
   * @param valuePerCent price of the least bound
   * @param bound value no plan exceeds
   * @param drafts candidate plans found on the way, some dearer than the budget
   */
  public record Found(double valuePerCent, double bound, List<Draft> drafts) {}

  /** Candidate arcs beyond which a proof would be too large to be kept with the plan. */
  private static final int LARGEST_PROOF_ARCS = 40_000_000;

  public PriceSearch(Question world) {
    this.world = world;
    threads = world.settings().threads();
    most = world.granularity().prices();
    // Where media come in systems, ascents that charge no load are a last resort: few tries.
    guides =
        world.links().media().isStepped()
            ? List.of(PricedAscent.Guide.PRUNED)
            : List.of(PricedAscent.Guide.values());
  }

  /**
   * Prices of a question that differs from another's in {@link Question#deciding} alone, on one
   * thread; its ascents are guided like the other's best one.
   *
   * @param most prices at most
   */
  public PriceSearch(PriceSearch other, Question question, int most) {
    world = question;
    threads = 1;
    this.most = most;
    forest = other.forest.on(question);
    Bounded best = other.least(question);
    guides = best == null || other.guides.size() == 1 ? other.guides : List.of(best.guide());
    ascent = new PricedAscent(forest, world.places().settlements(), guides);
    totalValue = forest.totalValue();
    charging = other.charging;
    compared = true;
  }

  /** Prices' graph is made when the first price is asked for: a first plan does not need it. */
  private void prepare() {
    if (forest == null) {
      forest = new PricedForest(world);
      ascent = new PricedAscent(forest, world.places().settlements(), guides);
      totalValue = forest.totalValue();
    }
  }

  /**
   * @param compares true when it tells which way to charge loads is better
   */
  private record Trial(SpeculativeAscents.Asked asked, boolean compares) {}

  private Trial trial(Question question, double valuePerCent) {
    boolean retry = !world.granularity().large() || least(question) == null;
    return valuePerCent > 0
        ? new Trial(new SpeculativeAscents.Asked(valuePerCent, charging, retry), false)
        : null;
  }

  public Found search(Question question, double firstPrice, BooleanSupplier stop) {
    return search(question, firstPrice, stop, doneRatio -> {});
  }

  /**
   * @param watch told the share of prices that are done after each, 0–1
   */
  public Found search(
      Question question, double firstPrice, BooleanSupplier stop, DoubleConsumer watch) {
    prepare();
    List<Draft> drafts = new ArrayList<>();
    proven = null;
    Trial trial =
        trial(question, world.granularity().large() ? ABOVE_FIRST * firstPrice : firstPrice);
    AtomicBoolean any = new AtomicBoolean(least(question) != null);
    BooleanSupplier afterFirst = () -> any.get() && stop.getAsBoolean();
    try (SpeculativeAscents ahead =
        new SpeculativeAscents(ascent, question, ascentsAtOnce(), afterFirst)) {
      for (int k = 0; trial != null && !stop.getAsBoolean(); k++) {
        if (k >= most && !trial.compares) {
          break;
        }
        Trial guess = k + 1 < most ? guess(question, trial, k + 1) : null;
        PricedAscent.Result found = ahead.of(trial.asked, guess == null ? null : guess.asked);
        add(question, trial, found, drafts);
        any.set(true);
        watch.accept(Math.min(1, (k + 1.0) / most));
        trial = next(question, k + 1);
      }
    }
    return new Found(leastPrice(question), leastBound(question), drafts);
  }

  /** Two ascents over the largest graphs do not fit into 8 GB. */
  private int ascentsAtOnce() {
    boolean fitTwice = world.places().settlements() <= Granularity.LARGE_UP_TO;
    return fitTwice ? threads : 1;
  }

  /** Arcs looked at for all prices so far; how long that took, told without a clock. */
  public long looked() {
    return looked;
  }

  /** The same, of one price on average. */
  public long lookedPerPrice() {
    return looked / Math.max(1, pool.size());
  }

  /** Price of the least bound; 0 before the first. */
  public double leastPrice(Question question) {
    Bounded best = least(question);
    return best == null ? 0 : best.valuePerCent();
  }

  /** Value that no plan exceeds, as far as is known. */
  public double leastBound(Question question) {
    prepare();
    Bounded best = least(question);
    return best == null ? totalValue : Math.min(totalValue, bound(question, best));
  }

  private void add(Question question, Trial trial, PricedAscent.Result found, List<Draft> drafts) {
    Bounded before = least(question);
    if (found != null) {
      pool.add(found.bounded());
      drafts.add(found.draft());
      isDear = ascent.isDear(found);
      looked += found.looked();
      proven = least(question) == found.bounded() ? found.withoutDraft() : proven;
    } else if (!trial.compares && before != null) {
      pool.add(nothing(question, trial));
    }
    if (trial.compares) {
      compared = true;
      boolean better = found != null && found.bounded().lowerBound() > before.lowerBound();
      charging = better ? Charging.SYSTEMS : Charging.FLUID;
    }
  }

  /** A price that gave nothing: it ends the bracket and bounds nobody. */
  private static Bounded nothing(Question question, Trial trial) {
    double price = trial.asked.valuePerCent();
    return new Bounded(
        price,
        question.ceilingCents(),
        trial.asked.charging(),
        PricedAscent.Guide.NONE,
        Double.NEGATIVE_INFINITY);
  }

  /** What to try after so many prices; null when the best is known finely enough. */
  private Trial next(Question question, int tried) {
    if (least(question) == null) {
      return null;
    }
    boolean due = tried > COMPARED_AFTER && isBracketed(question);
    if (!compared && world.links().media().isStepped() && due) {
      return new Trial(
          new SpeculativeAscents.Asked(least(question).valuePerCent(), Charging.SYSTEMS, false),
          true);
    }
    return trial(question, nextPrice(question));
  }

  /**
   * What will be tried after a trial, as far as one can tell before its bound is known: that it is
   * better while prices are still being bracketed, that it is not later.
   */
  private Trial guess(Question question, Trial trial, int tried) {
    Bounded best = least(question);
    boolean better = best == null || !isBracketed(question);
    double least = best == null ? totalValue : bound(question, best);
    SpeculativeAscents.Asked asked = trial.asked;
    double lower = totalValue + asked.valuePerCent() * question.budgetCents() - least + 1;
    pool.add(
        better
            ? new Bounded(
                asked.valuePerCent(),
                question.ceilingCents(),
                asked.charging(),
                PricedAscent.Guide.NONE,
                lower)
            : nothing(question, trial));
    Trial guess = trial.compares ? null : next(question, tried);
    pool.remove(pool.size() - 1);
    return guess;
  }

  /** The raises of the least bound of a question, written down. */
  public BoundProof prove(Question question) {
    return prove(least(question));
  }

  private BoundProof prove(Bounded best) {
    return best == null || !isSmallEnough() ? BoundProof.NONE : prove(new BoundTree(raised(best)));
  }

  /** False where a proof would be too large, or no bound of the question is known to prove. */
  public boolean isProvable(Question question) {
    return least(question) != null && isSmallEnough();
  }

  private boolean isSmallEnough() {
    return forest.graph.arcCount() <= LARGEST_PROOF_ARCS;
  }

  /** Bounds of this question's branches, written down. */
  public BoundProof prove(BoundTree tree) {
    return ProofFile.of(world, tree, forest.firstTerminal());
  }

  /** The least bound of a question with its raises. */
  public PricedAscent.Result raised(Question question) {
    return raised(least(question));
  }

  private PricedAscent.Result raised(Bounded best) {
    if (proven == null || proven.bounded() != best) {
      proven = ascent.again(best);
    }
    return proven;
  }

  private boolean isBracketed(Question question) {
    double best = least(question).valuePerCent();
    boolean below = false;
    boolean above = false;
    for (Bounded b : pool) {
      below |= holds(question, b) && b.valuePerCent() < best;
      above |= holds(question, b) && b.valuePerCent() > best;
    }
    return below && above;
  }

  private double bound(Question question, Bounded b) {
    return totalValue + b.valuePerCent() * question.budgetCents() - b.lowerBound();
  }

  private boolean holds(Question question, Bounded b) {
    return b.deletedAboveCents() >= question.ceilingCents();
  }

  private Bounded least(Question question) {
    Bounded best = null;
    for (Bounded b : pool) {
      if (holds(question, b) && (best == null || bound(question, b) < bound(question, best))) {
        best = b;
      }
    }
    return best;
  }

  /** Next price beside the one of the least bound; 0 when it is known finely enough. */
  private double nextPrice(Question question) {
    Bounded best = least(question);
    double below = 0;
    double above = Double.POSITIVE_INFINITY;
    for (Bounded b : pool) {
      if (holds(question, b) && b.valuePerCent() < best.valuePerCent()) {
        below = Math.max(below, b.valuePerCent());
      } else if (holds(question, b) && b.valuePerCent() > best.valuePerCent()) {
        above = Math.min(above, b.valuePerCent());
      }
    }
    double at = best.valuePerCent();
    if (below == 0 && world.granularity().large()) {
      return at / (isDear ? SHORT_STRIDE : STRIDE);
    }
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
    double golden = StrictMath.pow(wide, 0.382);
    return wideAbove ? at * golden : at / golden;
  }

  /**
   * @param cents no plan that reaches the value costs less
   * @param valuePerCent price at which that was found; NaN when nothing is proven
   * @param proof of it
   */
  public record Cheapest(double cents, double valuePerCent, BoundProof proof) {}

  /**
   * Turns the pool round: whoever reaches a value loses at most the rest, so λ · cost ≥ LB(λ) − (Σ
   * best values − value).
   *
   * @param knownCents cost of a plan that reaches it; only bounds that hold up to there count
   */
  public Cheapest leastCents(long value, long knownCents) {
    Bounded at = dearest(value, knownCents);
    return at == null
        ? new Cheapest(0, Double.NaN, BoundProof.NONE)
        : new Cheapest(cents(at, value), at.valuePerCent(), prove(at));
  }

  /** The cents of {@link #leastCents} as far as they are known, without the proof. */
  public double leastCentsSoFar(long value, long knownCents) {
    Bounded at = dearest(value, knownCents);
    return at == null ? 0 : cents(at, value);
  }

  private Bounded dearest(long value, long knownCents) {
    Bounded best = null;
    for (Bounded b : pool) {
      double least = best == null ? 0 : cents(best, value);
      if (b.deletedAboveCents() >= knownCents && cents(b, value) > least) {
        best = b;
      }
    }
    return best;
  }

  private double cents(Bounded b, long value) {
    double cents = (b.lowerBound() - (totalValue - value)) / b.valuePerCent();
    return Math.min(cents, b.deletedAboveCents());
  }
}
