package org.kiungo.planner.deploy.search;

import java.util.EnumSet;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.kiungo.planner.deploy.construct.PricedDescent;
import org.kiungo.planner.deploy.draft.Draft;
import org.kiungo.planner.deploy.draft.Regions;
import org.kiungo.planner.deploy.moves.Neighbourhood;
import org.kiungo.planner.deploy.options.AccessOptions;
import org.kiungo.planner.deploy.question.Question;
import org.kiungo.planner.deploy.settings.SolverUnits;

/**
 * Simulated annealing over the block moves of {@link Neighbourhood}, for questions where so many
 * settlements may share a site that a usual search ends long before it has tried whom sites could
 * serve: places of true size instead of cells that hold a mast each. Moves are made on the draft
 * itself and taken back where they are refused, mostly about settlements that have service. The
 * price of money follows what is spent, so that the budget is met at every temperature: at the
 * bound's price a draft spends too little while it is hot, and what is then filled in is not chosen
 * together. The last moves keep the budget. Heuristic, deterministic for a seed and a number of
 * moves; never worse than its start.
 *
 * @see <a href="https://doi.org/10.1126/science.220.4598.671">Kirkpatrick, Gelatt and Vecchi 1983,
 *     Optimization by simulated annealing</a>
 */
final class Annealing {

  /** Whoever may use a site that more may use counts as crowded there. */
  private static final int MANY_AT_SITE = 12;

  /** Crowded pairs of settlement and site for which there are the usual moves once more. */
  private static final int PAIRS_PER_TIME = 300;

  /** How many times the usual moves at most. */
  private static final int MOST_TIMES = 60;

  /** First and last temperature, as shares of what an open site of the start is worth. */
  private static final double HOT_RATIO = 0.02;

  private static final double COLD_RATIO = 0.004;

  /** Price and temperature stay for this share of the moves. */
  private static final int PARTS = 200;

  /** Parts at the end that keep the budget, almost strictly. */
  private static final int STRICT_PARTS = 6;

  private static final double STRICT_BEYOND = 50;

  /** How far the prices up to and beyond the budget lie from the price between. */
  private static final double APART_RATIO = 0.1;

  /** Change of the price for a part that spends twice the budget, and at most. */
  private static final double FOLLOWING = 0.2;

  private static final double FOLLOWING_MOST = 0.03;

  /** Options drawn until one is hit whose settlement has service, at most. */
  private static final int DRAWS = 24;

  /** One move in so many is about any settlement. */
  private static final int ANYWHERE = 8;

  private final PlanImprover.Watch watch;
  private final BooleanSupplier stop;
  private final Draft start;
  private final Draft at;
  private final Regions.Region all;
  private final Random random;
  private final double siteValue;
  private double price;
  private Neighbourhood served;
  private Neighbourhood anybody;

  /** The best draft within the budget that the last parts came through; empty before. */
  private int[] bestChoice = {};

  private int[] bestArc = {};
  private long bestValue = Long.MIN_VALUE;

  private Annealing(
      Draft start, double valuePerCent, long seed, BooleanSupplier stop, PlanImprover.Watch watch) {
    this.start = start;
    this.stop = stop;
    this.watch = watch;
    price = valuePerCent;
    at = start.copy();
    all = Regions.of(at, Integer.MAX_VALUE).get(0);
    random = new Random(seed);
    AccessOptions options = at.question().options();
    int open = 0;
    for (int s = 0; s < options.sites(); s++) {
      open += at.isOpen(s) ? 1 : 0;
    }
    siteValue = at.value() / (double) Math.max(1, open);
  }

  /** Moves for a question; 0 where few share a site, there is no budget, or no moves are wanted. */
  static long moves(Question question) {
    boolean isLimited =
        question.budgetCents() > 0 && question.budgetCents() < SolverUnits.UNLIMITED_CENTS;
    return isLimited
        ? question.settings().steps()
            * Math.min(MOST_TIMES, crowdedPairs(question.options()) / PAIRS_PER_TIME)
        : 0;
  }

  private static long crowdedPairs(AccessOptions options) {
    long pairs = 0;
    for (int s = 0; s < options.sites(); s++) {
      int members = 0;
      for (int k = options.siteFirst(s); k < options.siteEnd(s); k++) {
        members += options.isVariant(k, s) ? 0 : 1;
      }
      pairs += members > MANY_AT_SITE ? members : 0;
    }
    return pairs;
  }

  /**
   * The better of a draft and of what so many moves make of it.
   *
   * @param valuePerCent price of money to begin with
   */
  static PlanImprover.Improved improve(
      Draft start,
      double valuePerCent,
      long moves,
      long seed,
      BooleanSupplier stop,
      PlanImprover.Watch watch) {
    boolean isUsable = start.value() > 0 && start.violation() == 0 && valuePerCent > 0;
    return isUsable && !stop.getAsBoolean()
        ? new Annealing(start, valuePerCent, seed, stop, watch).anneal(moves)
        : new PlanImprover.Improved(start, 0);
  }

  private PlanImprover.Improved anneal(long moves) {
    long tried = 0;
    for (int part = 0; part < PARTS && !stop.getAsBoolean(); part++) {
      boolean strict = part >= PARTS - STRICT_PARTS;
      if (part > 0 && !strict) {
        double spent = at.costCents() / (double) at.budgetCents();
        price *= 1 + Math.max(-FOLLOWING_MOST, Math.min(FOLLOWING_MOST, FOLLOWING * (spent - 1)));
      }
      double beyond = price * (strict ? STRICT_BEYOND : 1 + APART_RATIO);
      served = neighbourhood(beyond, DRAWS);
      anybody = neighbourhood(beyond, 1);
      double hot =
          HOT_RATIO * siteValue * StrictMath.pow(COLD_RATIO / HOT_RATIO, part / (double) PARTS);
      long next = moves * (part + 1) / PARTS;
      part(next - tried, hot, strict);
      tried = next;
      watch.at((part + 1) / (double) PARTS, start);
    }
    Draft found = bestChoice.length == 0 ? at : best();
    Draft fitted = PricedDescent.bestFitted(found, price, () -> false);
    return new PlanImprover.Improved(start.orBetter(found).orBetter(fitted), tried);
  }

  private Neighbourhood neighbourhood(double valuePerCentBeyond, int draws) {
    return new Neighbourhood(
        at,
        all,
        price * (1 - APART_RATIO),
        valuePerCentBeyond,
        EnumSet.allOf(Neighbourhood.Kind.class),
        draws);
  }

  private void part(long moves, double temperature, boolean strict) {
    for (long k = 0; k < moves; k++) {
      double loss = -temperature * StrictMath.log(1 - random.nextDouble());
      Neighbourhood drawn = random.nextInt(ANYWHERE) == 0 ? anybody : served;
      boolean stays = drawn.step(random, loss);
      if (stays && strict && at.violation() == 0 && at.value() > bestValue) {
        keep();
      }
    }
  }

  private void keep() {
    bestValue = at.value();
    if (bestChoice.length == 0) {
      bestChoice = new int[at.settlements()];
      bestArc = new int[at.places()];
    }
    for (int i = 0; i < bestChoice.length; i++) {
      bestChoice[i] = at.choice(i);
    }
    for (int v = 0; v < bestArc.length; v++) {
      bestArc[v] = at.arc(v);
    }
  }

  private Draft best() {
    Draft draft = new Draft(at.question(), bestArc);
    for (int i = 0; i < bestChoice.length; i++) {
      draft.choose(i, bestChoice[i]);
    }
    return draft;
  }
}
