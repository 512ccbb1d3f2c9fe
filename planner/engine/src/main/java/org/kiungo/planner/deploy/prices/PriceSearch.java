package org.kiungo.planner.deploy.prices;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
 * and pruned exactly is a candidate plan. Bounds are kept in a {@link BoundPool} for all budgets.
 */
public final class PriceSearch {

  public static final String METHOD =
      "Lagrangian price with Wong's dual ascent, loads charged privately";

  /** Prices tried before both ways to charge loads are compared. */
  private static final int COMPARED_AFTER = 3;

  /** Settlements up to which every price is tried with both ways to charge loads. */
  private static final int BOTH_WAYS_UP_TO = 100;

  /** First stride of the bracketing, as a ratio of prices; later ones are no shorter. */
  private static final double STRIDE = 1.2;

  /** Large questions come down from above the first price: dear prices are bounded quickly. */
  private static final double ABOVE_FIRST = 1.3;

  /** Stride of large questions once a price took long. */
  private static final double SHORT_STRIDE = 1.06;

  /** Ratios of prices that differ by no more are equal: the last digit must not decide. */
  private static final double ALIKE = 1e-9;

  /** Prices closer than this ratio are not told apart. */
  private static final double FINEST = 1.002;

  private final Question asked;
  private final int threads;
  private final int most;
  private final List<PricedAscent.Guide> guides;

  /** Made when the first price is asked for: a first plan does not need it. */
  private Optional<Graph> graph = Optional.empty();

  private List<Charging> ways = List.of(Charging.SYSTEMS);
  private boolean compared;
  private boolean isDear;

  /** Arcs that the prices known looked at. */
  private long looked;

  /** The least bound of the last question with the raises that prove it; empty before the first. */
  private Optional<PricedAscent.Raised> proven = Optional.empty();

  /**
   * @param valuePerCent price of the least bound
   * @param bound value no plan exceeds
   * @param drafts candidate plans found on the way, some dearer than the budget
   */
  public record Found(double valuePerCent, double bound, List<Draft> drafts) {}

  /** Candidate arcs beyond which a proof would be too large to be kept with the plan. */
  private static final int LARGEST_PROOF_ARCS = 40_000_000;

  /** The graph of all prices, ascents on it, and the bounds they found. */
  private record Graph(PricedForest forest, PricedAscent ascent, long totalValue, BoundPool pool) {

    static Graph of(PricedForest forest, int settlements, List<PricedAscent.Guide> guides) {
      long totalValue = forest.totalValue();
      PricedAscent ascent = new PricedAscent(forest, settlements, guides);
      return new Graph(forest, ascent, totalValue, new BoundPool(totalValue));
    }
  }

  /** Prices of a question at any budget. */
  public PriceSearch(Question asked) {
    this.asked = asked;
    threads = asked.settings().threads();
    most = asked.granularity().prices();
    boolean isStepped = asked.links().media().isStepped();
    if (isStepped && asked.places().settlements() <= BOTH_WAYS_UP_TO) {
      ways = List.of(Charging.SYSTEMS, Charging.FLUID);
      compared = true;
    }
    // Where media come in systems, ascents that charge no load are a last resort: few tries.
    guides = isStepped ? List.of(PricedAscent.Guide.PRUNED) : List.of(PricedAscent.Guide.values());
  }

  /**
   * Prices of a question that differs from another's in {@link Question#deciding} alone, on one
   * thread; its ascents are guided like the other's best one.
   *
   * @param most prices at most
   */
  public PriceSearch(PriceSearch other, Question question, int most) {
    asked = question;
    threads = 1;
    this.most = most;
    Optional<Bounded> best = other.least(question);
    guides =
        best.isEmpty() || other.guides.size() == 1 ? other.guides : List.of(best.get().guide());
    PricedForest forest = other.graph().forest.on(question);
    graph = Optional.of(Graph.of(forest, question.places().settlements(), guides));
    ways = other.ways;
    compared = true;
  }

  private Graph graph() {
    if (graph.isEmpty()) {
      PricedForest forest = new PricedForest(asked);
      graph = Optional.of(Graph.of(forest, asked.places().settlements(), guides));
    }
    return graph.get();
  }

  private Optional<Bounded> least(Question question) {
    return graph().pool.least(question);
  }

  /**
   * @param compares true when it tells which way to charge loads is better
   */
  private record Trial(SpeculativeAscents.Asked asked, boolean compares) {}

  /** Empty for a price of 0: the best is known finely enough. */
  private Optional<Trial> trial(Question question, double valuePerCent) {
    boolean retry = !asked.granularity().large() || least(question).isEmpty();
    return valuePerCent > 0
        ? Optional.of(new Trial(new SpeculativeAscents.Asked(valuePerCent, ways, retry), false))
        : Optional.empty();
  }

  /**
   * Tries prices, the first one anyway; a price that was begun is tried to its end.
   *
   * @param firstPrice value per cent to begin at
   * @param stop looked at between two prices
   * @param watch told the share of prices that are done after each, 0–1
   */
  public Found search(
      Question question, double firstPrice, BooleanSupplier stop, DoubleConsumer watch) {
    List<Draft> drafts = new ArrayList<>();
    proven = Optional.empty();
    double first = asked.granularity().large() ? ABOVE_FIRST * firstPrice : firstPrice;
    Optional<Trial> trial = trial(question, first);
    try (SpeculativeAscents ahead =
        new SpeculativeAscents(graph().ascent, question, ascentsAtOnce())) {
      for (int k = 0; trial.isPresent() && (k == 0 || !stop.getAsBoolean()); k++) {
        Trial now = trial.get();
        if (k >= most && !now.compares) {
          break;
        }
        Optional<Trial> guess = k + 1 < most ? guess(question, now, k + 1) : Optional.empty();
        Optional<PricedAscent.Result> found = ahead.of(now.asked, guess.map(Trial::asked));
        add(question, now, found);
        found.ifPresent(result -> drafts.addAll(result.drafts()));
        watch.accept(Math.min(1, (k + 1.0) / most));
        trial = next(question, k + 1);
      }
    }
    return new Found(leastPrice(question), leastBound(question), drafts);
  }

  /** Two ascents over the largest graphs do not fit into 8 GB. */
  private int ascentsAtOnce() {
    boolean fitTwice = asked.places().settlements() <= Granularity.LARGE_UP_TO;
    return fitTwice ? threads : 1;
  }

  /** Arcs looked at for all prices so far; how long that took, told without a clock. */
  public long looked() {
    return looked;
  }

  /** The same, of one price on average. */
  public long lookedPerPrice() {
    return looked / Math.max(1, graph().pool.size());
  }

  /** Price of the least bound; 0 before the first. */
  public double leastPrice(Question question) {
    return least(question).map(Bounded::valuePerCent).orElse(0.0);
  }

  /** Value that no plan exceeds, as far as is known. */
  public double leastBound(Question question) {
    double all = graph().totalValue;
    return least(question)
        .map(best -> Math.min(all, graph().pool.bound(question, best)))
        .orElse(all);
  }

  private void add(Question question, Trial trial, Optional<PricedAscent.Result> found) {
    Optional<Bounded> before = least(question);
    if (found.isPresent()) {
      PricedAscent.Result result = found.get();
      graph().pool.add(result.bounded());
      isDear = graph().ascent.isDear(result);
      looked += result.looked();
      boolean isLeast = least(question).filter(best -> best == result.bounded()).isPresent();
      proven = isLeast ? Optional.of(result.raised()) : proven;
    } else if (!trial.compares && before.isPresent()) {
      graph().pool.add(nothing(question, trial));
    }
    if (trial.compares) {
      compared = true;
      double known = before.map(Bounded::lowerBound).orElse(Double.NEGATIVE_INFINITY);
      boolean better = found.filter(result -> result.bounded().lowerBound() > known).isPresent();
      ways = better ? List.of(Charging.FLUID) : ways;
    }
  }

  /** A price that gave nothing: it ends the bracket and bounds nobody. */
  private static Bounded nothing(Question question, Trial trial) {
    return supposed(question, trial.asked, Double.NEGATIVE_INFINITY);
  }

  private static Bounded supposed(
      Question question, SpeculativeAscents.Asked trial, double lowerBound) {
    return new Bounded(
        MoneyPrices.common(trial.valuePerCent(), question.ceilingCents()),
        trial.ways().get(0),
        PricedAscent.Guide.NONE,
        lowerBound);
  }

  /** What to try after so many prices; empty when the best is known finely enough. */
  private Optional<Trial> next(Question question, int tried) {
    Optional<Bounded> least = least(question);
    if (least.isEmpty()) {
      return Optional.empty();
    }
    BoundPool.Bracket bracket = graph().pool.bracket(question, least.get());
    boolean due = tried > COMPARED_AFTER && bracket.isClosed();
    if (!compared && asked.links().media().isStepped() && due) {
      return Optional.of(
          new Trial(
              new SpeculativeAscents.Asked(bracket.at(), List.of(Charging.FLUID), false), true));
    }
    return trial(question, nextPrice(bracket));
  }

  /**
   * What will be tried after a trial, as far as one can tell before its bound is known: that it is
   * better while prices are still being bracketed, that it is not later.
   */
  private Optional<Trial> guess(Question question, Trial trial, int tried) {
    if (trial.compares) {
      return Optional.empty();
    }
    boolean better =
        least(question).map(best -> !graph().pool.bracket(question, best).isClosed()).orElse(true);
    double least =
        least(question)
            .map(best -> graph().pool.bound(question, best))
            .orElse((double) graph().totalValue);
    double spent = trial.asked.valuePerCent() * question.budgetCents();
    Bounded supposed =
        better
            ? supposed(question, trial.asked, graph().totalValue + spent - least + 1)
            : nothing(question, trial);
    return graph().pool.supposing(supposed, () -> next(question, tried));
  }

  /** Next price beside the one of the least bound; 0 when it is known finely enough. */
  private double nextPrice(BoundPool.Bracket bracket) {
    double at = bracket.at();
    double below = bracket.below();
    double above = bracket.above();
    if (below == 0 && asked.granularity().large()) {
      return at / (isDear ? SHORT_STRIDE : STRIDE);
    }
    if (below == 0) {
      return at / Math.max(STRIDE, above < Double.POSITIVE_INFINITY ? above / at : 0);
    }
    if (above == Double.POSITIVE_INFINITY) {
      return at * Math.max(STRIDE, at / below);
    }
    boolean wideAbove = above / at > at / below * (1 + ALIKE);
    double wide = wideAbove ? above / at : at / below;
    if (wide < FINEST) {
      return 0;
    }
    double golden = StrictMath.pow(wide, 0.382);
    return wideAbove ? at * golden : at / golden;
  }

  /** Prices of branches of the question, each tried by itself. */
  public BranchPrices ofBranches() {
    return new BranchPrices(asked, graph().forest, guides);
  }

  /** The better of both ways to charge loads at a price; empty when they take too long. */
  public Optional<AtPrice> at(double valuePerCent) {
    Question unlimited = asked.withBudget(Double.NaN);
    List<Charging> both = List.of(Charging.FLUID, Charging.SYSTEMS);
    return PricedAscent.thorough(graph().forest, asked.places().settlements())
        .at(unlimited, new SpeculativeAscents.Asked(valuePerCent, both, true), () -> false)
        .map(
            result ->
                new AtPrice(graph().totalValue - result.bounded().lowerBound(), result.raised()));
  }

  /** The least bound found for countries with budgets of their own; empty where none ends. */
  public Optional<CountryBound> byCountry(Question question, CountryBound.Asked caps) {
    return new CountryPriceSearch(question, graph().forest, graph().ascent, ways, caps)
        .search(most)
        .map(found -> found.told(proof(found.raised())));
  }

  /** What proves it, written down; none where that would be too large. */
  public BoundProof prove(AtPrice found) {
    return proof(found.raised());
  }

  private BoundProof proof(PricedAscent.Raised raised) {
    return isSmallEnough() ? prove(new BoundTree.Leaf(raised)) : BoundProof.NONE;
  }

  /** The raises of the least bound of a question, written down; none where there is none. */
  public BoundProof prove(Question question) {
    return prove(least(question));
  }

  private BoundProof prove(Optional<Bounded> best) {
    return best.filter(each -> isSmallEnough())
        .map(each -> proof(raised(each)))
        .orElse(BoundProof.NONE);
  }

  /**
   * A bound on every plan of a question.
   *
   * @param value no plan is worth more
   * @param valuePerCent its price
   */
  public record Guided(double value, double valuePerCent, BoundProof proof) {}

  /**
   * The least bound of a question found again by guided ascents, as {@link GuidedPrices} has it;
   * empty where they take too long. Changes nothing that is known of other budgets.
   */
  public Optional<Guided> guided(Question question) {
    Optional<Bounded> least = least(question).filter(best -> best.charging() != Charging.NONE);
    BoundPool pool = graph().pool;
    return least
        .flatMap(best -> new GuidedPrices(question, graph().ascent, pool, looked).search(best))
        .map(
            raised ->
                new Guided(
                    Math.min(graph().totalValue, pool.bound(question, raised.bounded())),
                    raised.bounded().valuePerCent(),
                    proof(raised)));
  }

  /** False where a proof would be too large, or no bound of the question is known to prove. */
  public boolean isProvable(Question question) {
    return least(question).isPresent() && isSmallEnough();
  }

  private boolean isSmallEnough() {
    return graph().forest.graph.arcCount() <= LARGEST_PROOF_ARCS;
  }

  /** Bounds of this question's branches, written down. */
  public BoundProof prove(BoundTree tree) {
    return ProofFile.of(asked, tree, graph().forest.firstTerminal());
  }

  /** The least bound of a question with its raises, as a branch that is not branched further. */
  public BoundTree raised(Question question) {
    return new BoundTree.Leaf(raised(least(question).orElseThrow()));
  }

  private PricedAscent.Raised raised(Bounded best) {
    if (proven.filter(raised -> raised.bounded() == best).isEmpty()) {
      proven = Optional.of(graph().ascent.again(best));
    }
    return proven.get();
  }

  /**
   * @param cents no plan that reaches the value costs less
   * @param valuePerCent price at which that was found; NaN when nothing is proven
   * @param proof of it
   */
  public record Cheapest(double cents, double valuePerCent, BoundProof proof) {}

  /**
   * The least that any plan costs which reaches a value, by {@link BoundPool#dearest}.
   *
   * @param knownCents cost of a plan that reaches it; only bounds that hold up to there count
   */
  public Cheapest leastCents(long value, long knownCents) {
    Optional<Bounded> at = graph().pool.dearest(value, knownCents);
    return new Cheapest(
        leastCentsSoFar(value, knownCents),
        at.map(Bounded::valuePerCent).orElse(Double.NaN),
        prove(at));
  }

  /** The cents of {@link #leastCents} as far as they are known, without the proof. */
  public double leastCentsSoFar(long value, long knownCents) {
    return graph()
        .pool
        .dearest(value, knownCents)
        .map(at -> graph().pool.cents(at, value))
        .orElse(0.0);
  }
}
