package org.kiungo.planner.deploy.local;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.kiungo.planner.deploy.construct.PricedDescent;
import org.kiungo.planner.deploy.draft.Draft;
import org.kiungo.planner.deploy.draft.Regions;
import org.kiungo.planner.deploy.draft.Regions.Region;
import org.kiungo.planner.deploy.moves.Neighbourhood;
import org.kiungo.planner.deploy.search.PlanImprover;
import org.kiungo.planner.deploy.settings.DeploySettings;
import org.kiungo.planner.local.LateAcceptance;
import org.optaplanner.core.config.solver.EnvironmentMode;

/**
 * Late acceptance over block moves, reproducible for a seed and a number of moves. Heuristic, no
 * guarantee; never worse than its start.
 *
 * <p>A hard budget would refuse every single move of a plan that spends it, so money has a price
 * instead: a little less than the bound's up to the budget and a little more beyond it, which holds
 * the cost near the budget. The search goes in rounds; after each, a copy is fitted to the budget,
 * and the price follows the cost; the last rounds keep the budget. Where there are many
 * settlements, a round takes one {@link Regions region} after the other.
 */
public final class LocalSearch implements PlanImprover {

  private static final int ROUNDS = 8;

  /** Where there are more settlements, fitting takes its time: fewer rounds, and none overtime. */
  private static final int MANY_SETTLEMENTS = 20_000;

  private static final int ROUNDS_OF_MANY = 3;

  /** Places of a region, of which there is only one where there are not many settlements. */
  private static final int REGION_PLACES = 4_000;

  /**
   * One round in so many, at the end, starts from the best plan so far, at prices that keep the
   * budget almost strictly: where few large choices fill it, the best plan is not the best one at
   * any single price.
   */
  private static final int STRICT_SHARE = 4;

  private static final double STRICT_WITHIN = 0.1;
  private static final double STRICT_BEYOND = 50;

  /** How far the prices up to and beyond the budget lie from the price between. */
  private static final double APART_RATIO = 0.1;

  /** Costs this near the budget leave the price as it is. */
  private static final double NEAR_RATIO = 0.01;

  private static final int LATE_ACCEPTANCE = 200;

  private static final long MOVES_PER_STEP = 64;

  private static final LateAcceptance<DraftSolution> SEARCH =
      new LateAcceptance<>(
          DraftSolution.class,
          List.of(ServiceChoice.class, WayChoice.class),
          DraftScore.class,
          BlockMoves.class,
          LATE_ACCEPTANCE,
          MOVES_PER_STEP);

  private final EnvironmentMode mode;
  private final Set<Neighbourhood.Kind> kinds;

  /** All kinds of moves but those that pay only where many share a site. */
  public LocalSearch() {
    this(EnvironmentMode.REPRODUCIBLE, EnumSet.complementOf(EnumSet.of(Neighbourhood.Kind.REMIX)));
  }

  LocalSearch(EnvironmentMode mode, Set<Neighbourhood.Kind> kinds) {
    this.mode = mode;
    this.kinds = kinds;
  }

  @Override
  public Improved improve(
      Draft start, double valuePerCent, DeploySettings settings, BooleanSupplier stop) {
    return improve(start, valuePerCent, settings, stop, Watch.NONE);
  }

  @Override
  public Improved improve(
      Draft start,
      double valuePerCent,
      DeploySettings settings,
      BooleanSupplier stop,
      Watch watch) {
    if (settings.steps() <= 0 || start.optionCount() == 0 || stop.getAsBoolean()) {
      return new Improved(start, 0);
    }
    Telling telling = new Telling(watch, start);
    double price =
        valuePerCent > 0 ? valuePerCent : start.value() / (double) Math.max(1, start.costCents());
    Draft at = start;
    boolean many = start.settlements() > MANY_SETTLEMENTS;
    List<Region> regions = Regions.of(start, many ? REGION_PLACES : Integer.MAX_VALUE);
    int rounds = many ? ROUNDS_OF_MANY : ROUNDS;
    long steps = settings.moves(start.settlements());
    for (int round = 0; round < rounds && !stop.getAsBoolean(); round++) {
      long moves = steps * (round + 1) / rounds - steps * round / rounds;
      boolean strict = round >= rounds - rounds / STRICT_SHARE;
      if (moves > 0) {
        at = strict ? telling.best : at;
        SearchRules rules =
            new SearchRules(
                price * (strict ? STRICT_WITHIN : 1 - APART_RATIO),
                price * (strict ? STRICT_BEYOND : 1 + APART_RATIO),
                kinds,
                stop,
                mode != EnvironmentMode.REPRODUCIBLE,
                telling::step);
        at = search(at, regions, rules, settings.seed() + round, moves);
        Draft fitted = PricedDescent.bestFitted(at, price, many ? stop : () -> false);
        telling.found(fitted, (round + 1) / (double) rounds);
        price *= strict ? 1 : correction(at);
      }
    }
    return new Improved(telling.best, steps);
  }

  private static double correction(Draft draft) {
    double spent = draft.costCents() / (double) draft.budgetCents();
    return Math.abs(spent - 1) < NEAR_RATIO ? 1 : spent > 1 ? 1 + APART_RATIO : 1 - APART_RATIO;
  }

  /** One region after the other, each with its share of the moves. */
  private Draft search(
      Draft start, List<Region> regions, SearchRules rules, long seed, long moves) {
    Draft at = start.copy();
    for (int k = 0; k < regions.size() && !rules.stop().getAsBoolean(); k++) {
      long share = moves * (k + 1) / regions.size() - moves * k / regions.size();
      if (share > 0) {
        at =
            SEARCH
                .improve(new DraftSolution(at, regions.get(k), rules), mode, seed, share)
                .toDraft();
      }
    }
    return at;
  }

  /** Keeps the best draft within the budget, and tells of it now and then. */
  private static final class Telling {

    private static final long EVERY_STEPS = 50;

    private final Watch watch;
    private Draft best;
    private double doneRatio;
    private long steps;

    Telling(Watch watch, Draft start) {
      this.watch = watch;
      this.best = start;
    }

    void found(Draft draft, double done) {
      boolean better =
          draft.violation() < best.violation()
              || (draft.violation() == best.violation() && draft.value() > best.value());
      best = better ? draft : best;
      doneRatio = done;
      watch.at(done, best);
    }

    void step() {
      if (++steps % EVERY_STEPS == 0) {
        watch.at(doneRatio, best);
      }
    }
  }
}
