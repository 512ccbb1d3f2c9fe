package org.kiungo.planner.place.location.exchange;

import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.kiungo.planner.place.location.problem.AssignmentCosts;

/**
 * Improves a set of open sites in turns of bounded work: annealing runs that grow longer while they
 * find nothing, each followed by a descent, and kicks.
 */
public final class MedianImprovement {

  private static final int KICKS_PER_TURN = 40;

  /** Numbers that the first annealing run reads, about, at least; large models more. */
  private static final double FIRST_READS = 4e6;

  private static final double FIRST_READS_PER_PAIR = 20;

  /** The longest run reads so many times as much as the first. */
  private static final double LONGEST = 100;

  private static final double LONGER = 1.4;

  /** Open sites around each centre of a part that is annealed alone, and moves tried for each. */
  private static final int PART = 10;

  private static final int MOVES_PER_SITE = 5000;
  private static final double PART_HEAT = 0.1;

  /** A model of fewer open sites has no parts worth the name. */
  private static final int SMALLEST_WITH_PARTS = 60;

  private static final double[] HEATS = {0.1, 0.35, 0.2};

  private final AssignmentCosts costs;
  private final InterchangeSearch kicks;
  private final SiteAnnealing annealing;
  private final Vicinity vicinity;
  private final double mostReads;
  private double reads;
  private int turns;
  private double wholeGain = Double.POSITIVE_INFINITY;
  private double partsGain = Double.POSITIVE_INFINITY;
  private boolean lastInParts = true;

  /**
   * @param start distinct sites to begin with
   * @param openRatio how likely each site is to be worth opening
   */
  public MedianImprovement(
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
    this.vicinity = new Vicinity(costs, random.split());
    this.reads = Math.max(FIRST_READS, FIRST_READS_PER_PAIR * costs.site.length);
    this.mostReads = LONGEST * reads;
    kicks.promise(openRatio);
    kicks.descendFrom(start, () -> false);
  }

  /** One turn; returns about how many numbers it read. */
  public double turn(BooleanSupplier stop) {
    boolean same = costs.sites <= kicks.best.length || kicks.best.length == 0;
    if (turns++ % 4 == 3 || same) {
      long before = kicks.steps();
      kicks.search(KICKS_PER_TURN, stop);
      return (double) (kicks.steps() - before + KICKS_PER_TURN)
          * ((double) costs.sites * kicks.width() + costs.site.length / 8.0);
    }
    double before = kicks.bestValue;
    boolean parts = kicks.best.length >= SMALLEST_WITH_PARTS && nextInParts();
    double done = parts ? annealParts(stop) : annealWhole(stop);
    double gained = (before - kicks.bestValue) / done;
    lastInParts = parts;
    if (parts) {
      partsGain = gained;
    } else {
      wholeGain = gained;
    }
    return done;
  }

  /** Whichever last gained more per number read; in turns when neither did. */
  private boolean nextInParts() {
    return partsGain == wholeGain ? !lastInParts : partsGain > wholeGain;
  }

  private double annealWhole(BooleanSupplier stop) {
    double before = kicks.bestValue;
    annealing.run(kicks.best, (long) (reads / readsPerMove()), HEATS[turns % HEATS.length], stop);
    if (annealing.bestValue < before + 0.001 * Math.abs(before)) {
      kicks.descendFrom(annealing.best, stop);
    }
    double done = reads;
    reads = kicks.bestValue < before ? reads : Math.min(mostReads, LONGER * reads);
    return done;
  }

  /** Anneals parts one after another, as many as make up the model about once. */
  private double annealParts(BooleanSupplier stop) {
    int[] best = kicks.best;
    double value = kicks.bestValue;
    long moves = 2L * PART * MOVES_PER_SITE;
    int rounds = 1 + best.length / (2 * PART);
    for (int k = 0; k < rounds && !stop.getAsBoolean(); k++) {
      annealing.runAround(vicinity.draw(best, PART), best, moves, PART_HEAT, stop);
      if (annealing.bestValue < value - 1e-9 * Math.abs(value)) {
        value = annealing.bestValue;
        best = annealing.best;
      }
    }
    if (value < kicks.bestValue) {
      kicks.descendFrom(best, stop);
    }
    return rounds * moves * readsPerMove();
  }

  private double readsPerMove() {
    return 4 + (double) costs.site.length / costs.sites;
  }

  public int[] best() {
    return kicks.best;
  }

  public double bestValue() {
    return kicks.bestValue;
  }

  public long steps() {
    return kicks.steps();
  }
}
