package org.kiungo.planner.place.location.exchange;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.kiungo.planner.place.location.problem.AssignmentCosts;

/**
 * Vertex substitution (interchange): replace one open site by a closed one while the total cost
 * falls. Teitz and Bart's rule with Whitaker's best exchange and Resende and Werneck's bookkeeping:
 * profit(in, out) = gain(in) − loss(out) + extra(in, out), all three kept up to date for the demand
 * points whose two nearest open sites change. Where sites have fixed costs, adding and dropping one
 * are moves as well (gain − f, f − loss).
 *
 * <p>Complexity: O(m·p) to find the best exchange, O(list prefix) per changed demand point.
 * Guarantee: locally optimal for one exchange; for metric costs at most 5 times the optimum (Arya
 * et al. 2004); limits: holds m · (most open sites) doubles.
 *
 * @see <a href="https://doi.org/10.1287/opre.16.5.955">Teitz and Bart 1968</a>
 * @see <a href="https://doi.org/10.1080/03155986.1983.11731889">Whitaker 1983</a>
 * @see <a href="https://doi.org/10.1007/s10479-006-0154-0">Resende and Werneck 2007</a>
 * @see <a href="https://doi.org/10.1137/S0097539702416402">Arya et al. 2004</a>
 */
final class VertexSubstitution {

  private final AssignmentCosts costs;
  private final double[] fixedCost;
  private final int width;
  private final boolean countMayChange;
  private int count;
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
  private int changedCount;
  private long steps;
  private double moveProfit;
  private int moveIn;
  private int moveSlot;

  /**
   * @param fixedCost f_j of opening site j
   * @param width most sites that may stand open
   * @param countMayChange false: exactly as many sites as the start has stay open
   */
  VertexSubstitution(AssignmentCosts costs, double[] fixedCost, int width, boolean countMayChange) {
    this.costs = costs;
    this.fixedCost = fixedCost;
    this.width = width;
    this.countMayChange = countMayChange;
    this.open = new boolean[costs.sites];
    this.slotOf = new int[costs.sites];
    this.siteIn = new int[width];
    this.first = new int[costs.users];
    this.d1 = new double[costs.users];
    this.second = new int[costs.users];
    this.d2 = new double[costs.users];
    this.gain = new double[costs.sites];
    this.loss = new double[width];
    this.extra = new double[Math.multiplyExact(costs.sites, width)];
    this.changed = new boolean[costs.users];
    this.changedUsers = new int[costs.users];
  }

  /** Begins from these distinct sites. */
  void restart(int[] opened) {
    Arrays.fill(open, false);
    Arrays.fill(gain, 0);
    Arrays.fill(loss, 0);
    Arrays.fill(extra, 0);
    count = opened.length;
    for (int slot = 0; slot < count; slot++) {
      open[opened[slot]] = true;
      slotOf[opened[slot]] = slot;
      siteIn[slot] = opened[slot];
    }
    for (int i = 0; i < costs.users; i++) {
      findTwoNearest(i);
      contribute(i, 1);
    }
  }

  /** Best moves until none helps or {@code stop}; returns the total cost. */
  double descend(BooleanSupplier stop) {
    double smallest = (costs.integral ? 1e-9 : 1e-8) * Math.max(1, Math.abs(value()));
    while (!stop.getAsBoolean()) {
      moveProfit = smallest;
      moveIn = -1;
      moveSlot = -1;
      findExchange();
      if (countMayChange) {
        findAddOrDrop();
      }
      if (moveIn >= 0 && moveSlot >= 0) {
        exchange(moveIn, moveSlot);
      } else if (moveIn >= 0) {
        add(moveIn);
      } else if (moveSlot >= 0) {
        drop(moveSlot);
      } else {
        break;
      }
      steps++;
    }
    return value();
  }

  private void findExchange() {
    for (int j = 0; j < costs.sites; j++) {
      if (open[j]) {
        continue;
      }
      int row = j * width;
      double opening = gain[j] - fixedCost[j];
      for (int slot = 0; slot < count; slot++) {
        double profit = opening - loss[slot] + fixedCost[siteIn[slot]] + extra[row + slot];
        if (profit > moveProfit) {
          moveProfit = profit;
          moveIn = j;
          moveSlot = slot;
        }
      }
    }
  }

  private void findAddOrDrop() {
    for (int j = 0; j < costs.sites && count < width; j++) {
      if (!open[j] && gain[j] - fixedCost[j] > moveProfit) {
        moveProfit = gain[j] - fixedCost[j];
        moveIn = j;
        moveSlot = -1;
      }
    }
    for (int slot = 0; slot < count && (count > 1 || !costs.everybody); slot++) {
      if (fixedCost[siteIn[slot]] - loss[slot] > moveProfit) {
        moveProfit = fixedCost[siteIn[slot]] - loss[slot];
        moveIn = -1;
        moveSlot = slot;
      }
    }
  }

  /** Closes the site of a slot and opens another in its place. */
  void exchange(int in, int slot) {
    int out = siteIn[slot];
    changedCount = 0;
    markServedBy(out);
    markCloserTo(in);
    withdraw();
    open[out] = false;
    open[in] = true;
    slotOf[in] = slot;
    siteIn[slot] = in;
    resubmit();
  }

  void add(int in) {
    changedCount = 0;
    markCloserTo(in);
    withdraw();
    open[in] = true;
    slotOf[in] = count;
    siteIn[count++] = in;
    resubmit();
  }

  void drop(int slot) {
    int out = siteIn[slot];
    changedCount = 0;
    markServedBy(out);
    withdraw();
    open[out] = false;
    moveLastSlotTo(slot);
    resubmit();
  }

  private void moveLastSlotTo(int slot) {
    int last = --count;
    loss[slot] = loss[last];
    loss[last] = 0;
    siteIn[slot] = siteIn[last];
    slotOf[siteIn[slot]] = slot;
    for (int j = 0; j < costs.sites; j++) {
      extra[j * width + slot] = extra[j * width + last];
      extra[j * width + last] = 0;
    }
  }

  private void markServedBy(int out) {
    for (int i = 0; i < costs.users; i++) {
      if (first[i] == out || second[i] == out) {
        changed[i] = true;
        changedUsers[changedCount++] = i;
      }
    }
  }

  private void markCloserTo(int in) {
    for (int e = costs.siteStart[in]; e < costs.siteStart[in + 1]; e++) {
      int i = costs.user[e];
      if (!changed[i] && costs.userCost[e] < d2[i]) {
        changed[i] = true;
        changedUsers[changedCount++] = i;
      }
    }
  }

  private void withdraw() {
    for (int k = 0; k < changedCount; k++) {
      contribute(changedUsers[k], -1);
    }
  }

  private void resubmit() {
    for (int k = 0; k < changedCount; k++) {
      int i = changedUsers[k];
      findTwoNearest(i);
      contribute(i, 1);
      changed[i] = false;
    }
  }

  double value() {
    double total = 0;
    for (int slot = 0; slot < count; slot++) {
      total += fixedCost[siteIn[slot]];
    }
    for (double d : d1) {
      total += d;
    }
    return total;
  }

  /** Open sites, ascending. */
  int[] opened() {
    int[] opened = Arrays.copyOf(siteIn, count);
    Arrays.sort(opened);
    return opened;
  }

  boolean isOpen(int j) {
    return open[j];
  }

  /** Open sites stand in slots 0 … count − 1. */
  int count() {
    return count;
  }

  int siteIn(int slot) {
    return siteIn[slot];
  }

  /** Slot of the site that serves demand point i; −1 when none does. */
  int slotServing(int i) {
    return first[i] < 0 ? -1 : slotOf[first[i]];
  }

  int width() {
    return width;
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
        extra[j * width + slot] += sign * (d2[i] - Math.max(d1[i], c));
      }
    }
  }
}
