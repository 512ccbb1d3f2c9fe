package org.kiungo.planner.programme;

import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/**
 * Greedy steps on a schedule: what gains most per priced cent is given earlier while money of its
 * phase is left, what loses least per cent is put off while money is short. Ratios are computed
 * again when they come up (lazy greedy). Heuristic, no guarantee.
 */
final class Filling {

  /** Rounds of filling one phase; each finds what came nearer to the network in the one before. */
  private static final int ROUNDS = 3;

  private final Blocks blocks;
  private final long[] cumulativeCents;

  /** Price of money in each phase, value in thousandths of a year per cent. */
  private final double[] pricePerCent;

  Filling(Blocks blocks, long[] cumulativeCents, double[] pricePerCent) {
    this.blocks = blocks;
    this.cumulativeCents = cumulativeCents;
    this.pricePerCent = pricePerCent;
  }

  private record Offer(int block, double ratio) {}

  /** Gives services from a phase on, those that may, while money is left. */
  void fill(Schedule schedule, int phase, IntPredicate mayServe) {
    fill(schedule, phase, mayServe, k -> {});
  }

  /**
   * The same where who may be served depends on who is already.
   *
   * @param given hears of every service that is given
   */
  void fill(Schedule schedule, int phase, IntPredicate mayServe, IntConsumer given) {
    for (int round = 0; round < ROUNDS && fillOnce(schedule, phase, mayServe, given); round++) {
      // again, until nothing more fits
    }
  }

  /** Gives services from a phase on until that is enough, or money is used up. */
  void fillUntil(Schedule schedule, int phase, BooleanSupplier isEnough) {
    fill(schedule, phase, k -> !isEnough.getAsBoolean());
  }

  /** Fills every phase, the first one first. */
  void fillAll(Schedule schedule) {
    for (int t = 0; t < schedule.phases(); t++) {
      fill(schedule, t, k -> true);
    }
  }

  /** Within the money, and what is left of it spent; the schedule itself is changed. */
  Schedule fitted(Schedule schedule) {
    fit(schedule);
    fillAll(schedule);
    return schedule;
  }

  private boolean fillOnce(Schedule schedule, int phase, IntPredicate mayServe, IntConsumer given) {
    Trial trial = new Trial(schedule);
    PriorityQueue<Offer> queue =
        new PriorityQueue<>(
            (a, b) ->
                a.ratio != b.ratio
                    ? Double.compare(b.ratio, a.ratio)
                    : Integer.compare(a.block, b.block));
    for (int b = 0; b < blocks.count(); b++) {
      int[] services = blocks.services(b);
      if (allMay(services, mayServe)) {
        trial.earlier(services, phase);
        offer(queue, b, trial);
        trial.undo();
      }
    }
    boolean any = false;
    while (!queue.isEmpty()) {
      Offer next = queue.poll();
      int[] services = blocks.services(next.block);
      if (!allMay(services, mayServe)) {
        continue;
      }
      trial.earlier(services, phase);
      double ratio = ratio(trial);
      if (ratio <= 0 || !queue.isEmpty() && ratio < queue.peek().ratio) {
        offer(queue, next.block, trial);
        trial.undo();
      } else if (schedule.overCents(cumulativeCents) > 0) {
        trial.undo();
      } else {
        trial.moved(given);
        any = true;
      }
    }
    return any;
  }

  private static boolean allMay(int[] services, IntPredicate mayServe) {
    for (int k : services) {
      if (!mayServe.test(k)) {
        return false;
      }
    }
    return true;
  }

  private void offer(PriorityQueue<Offer> queue, int block, Trial trial) {
    double ratio = ratio(trial);
    if (ratio > 0) {
      queue.add(new Offer(block, ratio));
    }
  }

  /** Value per priced cent; not positive where nothing is gained. */
  private double ratio(Trial trial) {
    if (trial.isNothing() || trial.gain() <= 0) {
      return 0;
    }
    return trial.gain() / Math.max(1e-9 * trial.gain(), trial.priced(pricePerCent));
  }

  /** Puts services off until every phase keeps to its money. */
  void fit(Schedule schedule) {
    for (int t = 0; t < schedule.phases(); t++) {
      if (schedule.paid(t) > cumulativeCents[t]) {
        fit(schedule, t);
      }
    }
  }

  private void fit(Schedule schedule, int phase) {
    Trial trial = new Trial(schedule);
    PriorityQueue<Offer> queue =
        new PriorityQueue<>(
            (a, b) ->
                a.ratio != b.ratio
                    ? Double.compare(a.ratio, b.ratio)
                    : Integer.compare(a.block, b.block));
    for (int b = 0; b < blocks.count(); b++) {
      trial.later(blocks.services(b), phase + 1);
      offerLess(queue, b, trial, phase);
      trial.undo();
    }
    while (schedule.paid(phase) > cumulativeCents[phase] && !queue.isEmpty()) {
      Offer next = queue.poll();
      trial.later(blocks.services(next.block), phase + 1);
      double ratio = loss(trial, phase);
      if (!queue.isEmpty() && ratio > queue.peek().ratio) {
        offerLess(queue, next.block, trial, phase);
        trial.undo();
      }
    }
  }

  private static void offerLess(PriorityQueue<Offer> queue, int block, Trial trial, int phase) {
    double ratio = loss(trial, phase);
    if (ratio < Double.POSITIVE_INFINITY) {
      queue.add(new Offer(block, ratio));
    }
  }

  /** Value lost per cent less until the end of a phase. */
  private static double loss(Trial trial, int phase) {
    long cents = -trial.cents(phase);
    return cents <= 0 ? Double.POSITIVE_INFINITY : -trial.gain() / (double) cents;
  }
}
