package org.kiungo.planner.place.location;

import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/**
 * Improves a set of open sites in turns of bounded work: annealing runs that grow longer while they
 * find nothing, each followed by a descent, and kicks.
 */
final class MedianImprovement {

  private static final int KICKS_PER_TURN = 40;

  /** Numbers that the first annealing run reads, about, at least; large models more. */
  private static final double FIRST_READS = 4e6;

  private static final double FIRST_READS_PER_PAIR = 20;

  /** The longest run reads so many times as much as the first. */
  private static final double LONGEST = 100;

  private static final double LONGER = 1.4;
  private static final double[] HEATS = {0.1, 0.35, 0.2};

  private final AssignmentCosts costs;
  private final InterchangeSearch kicks;
  private final SiteAnnealing annealing;
  private final double mostReads;
  private double reads;
  private int turns;

  /**
   * @param start distinct sites to begin with
   * @param openRatio how likely each site is to be worth opening
   */
  MedianImprovement(
      AssignmentCosts costs,
      double[] fixedCost,
      int width,
      boolean exactly,
      int[] start,
      double[] openRatio,
      SplittableRandom random) {
    this.costs = costs;
    this.kicks = new InterchangeSearch(costs, fixedCost, width, !exactly, random.split());
    this.annealing = new SiteAnnealing(costs, fixedCost, width, !exactly, random.split());
    this.reads = Math.max(FIRST_READS, FIRST_READS_PER_PAIR * costs.site.length);
    this.mostReads = LONGEST * reads;
    kicks.promise(openRatio);
    kicks.descendFrom(start, () -> false);
  }

  /** One turn; returns about how many numbers it read. */
  double turn(BooleanSupplier stop) {
    boolean same = costs.sites <= kicks.best.length || kicks.best.length == 0;
    if (turns++ % 4 == 3 || same) {
      long before = kicks.steps();
      kicks.search(KICKS_PER_TURN, stop);
      return (double) (kicks.steps() - before + KICKS_PER_TURN)
          * ((double) costs.sites * kicks.width() + costs.site.length / 8.0);
    }
    double before = kicks.bestValue;
    double perMove = 4 + (double) costs.site.length / costs.sites;
    long moves = (long) (reads / perMove);
    annealing.run(kicks.best, moves, HEATS[turns % HEATS.length], stop);
    if (annealing.bestValue < before + 0.001 * Math.abs(before)) {
      kicks.descendFrom(annealing.best, stop);
    }
    double done = reads;
    reads = kicks.bestValue < before ? reads : Math.min(mostReads, LONGER * reads);
    return done;
  }

  int[] best() {
    return kicks.best;
  }

  double bestValue() {
    return kicks.bestValue;
  }

  long steps() {
    return kicks.steps();
  }
}
