package org.kiungo.planner.programme;

import java.util.PriorityQueue;
import java.util.function.Predicate;

/**
 * Puts services off, or leaves them away, as long as a schedule reaches what it must and costs less
 * for it; what loses least per cent saved goes first (lazy greedy). Heuristic, no guarantee.
 */
final class Sparing {

  private static final int ROUNDS = 3;

  private final Blocks blocks;
  private final Predicate<Schedule> isReached;

  /**
   * @param isReached true where a schedule does what is asked
   */
  Sparing(Blocks blocks, Predicate<Schedule> isReached) {
    this.blocks = blocks;
    this.isReached = isReached;
  }

  private record Offer(int block, double ratio) {}

  /** Changes the schedule, which must reach its targets; it still does then. */
  void spare(Schedule schedule) {
    boolean any = true;
    for (int round = 0; round < ROUNDS && any; round++) {
      any = false;
      for (int to = schedule.phases(); to > 0; to--) {
        any |= spare(schedule, to);
      }
    }
  }

  private boolean spare(Schedule schedule, int to) {
    Trial trial = new Trial(schedule);
    PriorityQueue<Offer> queue =
        new PriorityQueue<>(
            (a, b) ->
                a.ratio != b.ratio
                    ? Double.compare(a.ratio, b.ratio)
                    : Integer.compare(a.block, b.block));
    for (int b = 0; b < blocks.count(); b++) {
      trial.later(blocks.services(b), to);
      offer(queue, b, loss(trial, schedule));
      trial.undo();
    }
    boolean any = false;
    while (!queue.isEmpty()) {
      Offer next = queue.poll();
      trial.later(blocks.services(next.block), to);
      double ratio = loss(trial, schedule);
      if (!queue.isEmpty() && ratio > queue.peek().ratio) {
        offer(queue, next.block, ratio);
        trial.undo();
      } else if (ratio < Double.POSITIVE_INFINITY && isReached.test(schedule)) {
        any = true;
      } else {
        trial.undo();
      }
    }
    return any;
  }

  private static void offer(PriorityQueue<Offer> queue, int block, double ratio) {
    if (ratio < Double.POSITIVE_INFINITY) {
      queue.add(new Offer(block, ratio));
    }
  }

  /** Value lost per cent saved in all. */
  private static double loss(Trial trial, Schedule schedule) {
    long cents = -trial.cents(schedule.phases() - 1);
    return trial.isNothing() || cents <= 0
        ? Double.POSITIVE_INFINITY
        : -trial.gain() / (double) cents;
  }
}
