package org.kiungo.planner.place.location;

import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * Vertex substitution (interchange): replace one open site by a closed one while the total cost
 * falls. Teitz and Bart's rule with Whitaker's best exchange and Resende and Werneck's bookkeeping:
 * profit(in, out) = gain(in) − loss(out) + extra(in, out), all three kept up to date for the demand
 * points whose two nearest open sites change.
 *
 * <p>Complexity: O(m·p) to find the best exchange, O(list prefix) per changed demand point.
 * Guarantee: locally optimal for one exchange; for metric costs at most 5 times the optimum (Arya
 * et al. 2004); limits: holds m·p doubles.
 *
 * @see <a href="https://doi.org/10.1287/opre.16.5.955">Teitz and Bart 1968</a>
 * @see <a href="https://doi.org/10.1080/03155986.1983.11731889">Whitaker 1983</a>
 * @see <a href="https://doi.org/10.1007/s10479-006-0154-0">Resende and Werneck 2007</a>
 * @see <a href="https://doi.org/10.1137/S0097539702416402">Arya et al. 2004</a>
 */
final class VertexSubstitution {

  private final AssignmentCosts costs;
  private final int p;
  private final boolean[] open;
  private final int[] slotOf;
  private final int[] siteIn;
  private final int[] first;
  private final double[] d1;
  private final int[] second;
  private final double[] d2;
  private final double[] gain;
  private final double[] loss;
  private final double[] extra;
  private final boolean[] changed;
  private final int[] changedUsers;
  private long steps;

  /**
   * @param costs served at least once by every start
   * @param opened p distinct sites
   */
  VertexSubstitution(AssignmentCosts costs, int[] opened) {
    this.costs = costs;
    this.p = opened.length;
    this.open = new boolean[costs.sites];
    this.slotOf = new int[costs.sites];
    this.siteIn = new int[p];
    this.first = new int[costs.users];
    this.d1 = new double[costs.users];
    this.second = new int[costs.users];
    this.d2 = new double[costs.users];
    this.gain = new double[costs.sites];
    this.loss = new double[p];
    this.extra = new double[Math.multiplyExact(costs.sites, p)];
    this.changed = new boolean[costs.users];
    this.changedUsers = new int[costs.users];
    restart(opened);
  }

  /** Begins again from other sites, as many as before. */
  void restart(int[] opened) {
    Arrays.fill(open, false);
    Arrays.fill(gain, 0);
    Arrays.fill(loss, 0);
    Arrays.fill(extra, 0);
    for (int slot = 0; slot < p; slot++) {
      open[opened[slot]] = true;
      slotOf[opened[slot]] = slot;
      siteIn[slot] = opened[slot];
    }
    for (int i = 0; i < costs.users; i++) {
      findTwoNearest(i);
      contribute(i, 1);
    }
  }

  /** Best exchanges until none helps or {@code stop}; returns the total cost. */
  double descend(BooleanSupplier stop) {
    double value = value();
    double smallest = 1e-9 * Math.max(1, Math.abs(value));
    while (!stop.getAsBoolean()) {
      int bestIn = -1;
      int bestSlot = -1;
      double best = smallest;
      for (int j = 0; j < costs.sites; j++) {
        if (open[j]) {
          continue;
        }
        int row = j * p;
        for (int slot = 0; slot < p; slot++) {
          double profit = gain[j] - loss[slot] + extra[row + slot];
          if (profit > best) {
            best = profit;
            bestIn = j;
            bestSlot = slot;
          }
        }
      }
      if (bestIn < 0) {
        break;
      }
      exchange(bestIn, bestSlot);
      steps++;
    }
    return value();
  }

  /** Opens {@code in} in the place of the site in {@code slot}. */
  void exchange(int in, int slot) {
    int out = siteIn[slot];
    int count = 0;
    for (int i = 0; i < costs.users; i++) {
      if (first[i] == out || second[i] == out) {
        changed[i] = true;
        changedUsers[count++] = i;
      }
    }
    for (int e = costs.siteStart[in]; e < costs.siteStart[in + 1]; e++) {
      int i = costs.user[e];
      if (!changed[i] && costs.userCost[e] < d2[i]) {
        changed[i] = true;
        changedUsers[count++] = i;
      }
    }
    for (int k = 0; k < count; k++) {
      contribute(changedUsers[k], -1);
    }
    open[out] = false;
    open[in] = true;
    slotOf[in] = slot;
    siteIn[slot] = in;
    for (int k = 0; k < count; k++) {
      int i = changedUsers[k];
      findTwoNearest(i);
      contribute(i, 1);
      changed[i] = false;
    }
  }

  double value() {
    double total = 0;
    for (double d : d1) {
      total += d;
    }
    return total;
  }

  /** Open sites, ascending. */
  int[] opened() {
    int[] opened = siteIn.clone();
    Arrays.sort(opened);
    return opened;
  }

  boolean isOpen(int j) {
    return open[j];
  }

  long steps() {
    return steps;
  }

  private void findTwoNearest(int i) {
    first[i] = -1;
    second[i] = -1;
    d1[i] = costs.outsideCost[i];
    d2[i] = costs.outsideCost[i];
    for (int e = costs.start[i]; e < costs.start[i + 1]; e++) {
      if (costs.cost[e] >= costs.outsideCost[i]) {
        return;
      }
      if (open[costs.site[e]]) {
        if (first[i] < 0) {
          first[i] = costs.site[e];
          d1[i] = costs.cost[e];
        } else {
          second[i] = costs.site[e];
          d2[i] = costs.cost[e];
          return;
        }
      }
    }
  }

  private void contribute(int i, int sign) {
    int slot = first[i] < 0 ? -1 : slotOf[first[i]];
    if (slot >= 0) {
      loss[slot] += sign * (d2[i] - d1[i]);
    }
    for (int e = costs.start[i]; e < costs.start[i + 1]; e++) {
      double c = costs.cost[e];
      if (c >= d2[i]) {
        return;
      }
      int j = costs.site[e];
      if (open[j]) {
        continue;
      }
      if (c < d1[i]) {
        gain[j] += sign * (d1[i] - c);
      }
      if (slot >= 0) {
        extra[j * p + slot] += sign * (d2[i] - Math.max(d1[i], c));
      }
    }
  }
}
