package org.kiungo.planner.place.hosting;

import java.util.Arrays;
import org.kiungo.planner.place.location.assignment.SplitAssignment;

/**
 * Serves more where open sites are full: demand points may be split for the time being, the
 * unserved come in by augmenting paths ({@link SplitAssignment}), so that room far away is used as
 * well as room next door; at the end whoever is split goes where most of it is.
 *
 * <p>Guarantee: none for whole points; the caller keeps the better.
 */
final class RoomFlow {

  private static final double LITTLE = 1e-6;

  private final Hosting hosting;
  private final HostAssignment serving;
  private final int service;
  private final int low;
  private final int high;

  /** Positions in a demand point's list whose sites are open. */
  private final int[][] position;

  private final SplitAssignment split;

  /**
   * @param low first demand point of the service, which has one copy
   * @param high behind its last one
   */
  RoomFlow(
      Hosting hosting, HostAssignment serving, int service, int low, int high, boolean[] open) {
    this.hosting = hosting;
    this.serving = serving;
    this.service = service;
    this.low = low;
    this.high = high;
    int[] number = new int[hosting.sites];
    int sites = 0;
    for (int j = 0; j < hosting.sites; j++) {
      number[j] = open[j] ? sites++ : -1;
    }
    double[] capacity = new double[sites];
    Arrays.fill(capacity, hosting.capacityMbps[service]);
    this.position = new int[high - low][];
    int[][] site = new int[high - low][];
    double[][] worth = new double[high - low][];
    for (int q = low; q < high; q++) {
      int[] allowed = hosting.allowed[q];
      int[] found = new int[allowed.length];
      int count = 0;
      for (int x = 0; x < allowed.length; x++) {
        if (open[allowed[x]]) {
          found[count++] = x;
        }
      }
      position[q - low] = Arrays.copyOf(found, count);
      site[q - low] = new int[count];
      worth[q - low] = new double[count];
      for (int e = 0; e < count; e++) {
        site[q - low][e] = number[allowed[found[e]]];
        worth[q - low][e] = hosting.worth[q][found[e]] / hosting.demandMbps[q];
      }
    }
    this.split = new SplitAssignment(capacity, site, worth);
    for (int q = low; q < high; q++) {
      if (serving.taken[q].length == 1) {
        int entry = Arrays.binarySearch(position[q - low], serving.taken[q][0]);
        split.put(q - low, entry, hosting.demandMbps[q]);
      }
    }
  }

  /** Brings in the unserved in this order, then makes everybody whole in {@link HostAssignment}. */
  void serve(Integer[] order) {
    boolean changed = split.settle();
    for (int q : order) {
      if (q >= low && q < high && serving.taken[q].length == 0 && position[q - low].length > 0) {
        changed |= split.bringIn(q - low, hosting.demandMbps[q]) > 0;
      }
    }
    if (changed) {
      makeWhole(order);
    }
  }

  /** Everybody at the site where most of it is, the whole ones first, then while there is room. */
  private void makeWhole(Integer[] order) {
    for (int q = low; q < high; q++) {
      if (serving.taken[q].length == 1) {
        serving.leave(q);
      }
    }
    for (int round = 0; round < 2; round++) {
      for (int q : order) {
        if (q >= low && q < high && serving.taken[q].length == 0) {
          int entry = largest(split.flow(q - low));
          boolean whole = entry >= 0 && split.flow(q - low)[entry] > hosting.demandMbps[q] - LITTLE;
          if (entry >= 0
              && whole == (round == 0)
              && serving.over(
                      service, hosting.allowed[q][position[q - low][entry]], hosting.demandMbps[q])
                  <= LITTLE) {
            serving.move(q, position[q - low][entry]);
          }
        }
      }
    }
  }

  private static int largest(double[] amounts) {
    int largest = -1;
    for (int e = 0; e < amounts.length; e++) {
      if (amounts[e] > LITTLE && (largest < 0 || amounts[e] > amounts[largest])) {
        largest = e;
      }
    }
    return largest;
  }
}
