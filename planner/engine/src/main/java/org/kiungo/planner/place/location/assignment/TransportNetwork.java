package org.kiungo.planner.place.location.assignment;

import java.util.Arrays;

/**
 * Sites with capacity as a network for demand that may be split: who is served from where, what the
 * cheapest move from each site to each other one loses, and what a unit of room costs at a site
 * when what leaves it goes on to where there is room, or is left out.
 *
 * <p>Complexity: one list of a site's members per change, O(sites²) per round of prices.
 *
 * @see <a href="https://doi.org/10.1090/qam/102435">Bellman 1958</a>
 */
final class TransportNetwork {

  static final int LEFT_OUT = -2;
  static final int ROOM = -1;
  static final double LITTLE = 1e-6;

  /** Rounds of the shortest path search after which circles are looked for. */
  private static final int ROUNDS_UNSEEN = 4;

  /** Capacity of each site. */
  final double[] capacity;

  /** Sites that may serve demand point k, and what a unit of its demand is worth there. */
  final int[][] number;

  final double[][] worth;

  /** Demand of point k served from each of them. */
  final double[][] flow;

  final double[] load;

  /** Who is served from a site, in part at least: demand point, entry, demand point, … */
  private final int[][] members;

  private final int[] memberCount;

  /** Least loss per unit that leaves a for b, and who moves: demand point, entry from, entry to. */
  private final double[][] loss;

  private final int[][] mover;
  private final int[][] moverFrom;
  private final int[][] moverTo;
  private final double[] lossLeftOut;
  private final int[] leftOut;
  private final int[] leftOutFrom;

  /** What a unit of room costs at a site, and where what leaves it goes. */
  final double[] price;

  final int[] onward;
  private final boolean[] touched;

  /**
   * Nothing is served at first.
   *
   * @param capacity of each site
   * @param number number[k] = sites that may serve demand point k
   * @param worth worth[k][e] of a unit of k's demand at site number[k][e]
   */
  TransportNetwork(double[] capacity, int[][] number, double[][] worth) {
    int s = capacity.length;
    this.capacity = capacity;
    this.number = number;
    this.worth = worth;
    this.flow = new double[number.length][];
    for (int k = 0; k < number.length; k++) {
      flow[k] = new double[number[k].length];
    }
    this.load = new double[s];
    this.members = new int[s][16];
    this.memberCount = new int[s];
    this.loss = new double[s][s];
    this.mover = new int[s][s];
    this.moverFrom = new int[s][s];
    this.moverTo = new int[s][s];
    this.lossLeftOut = new double[s];
    this.leftOut = new int[s];
    this.leftOutFrom = new int[s];
    this.price = new double[s];
    this.onward = new int[s];
    this.touched = new boolean[s];
  }

  /** Serves k from one more entry, or more from it; less when the amount is negative. */
  void add(int k, int entry, double amount) {
    boolean listed = flow[k][entry] > LITTLE;
    flow[k][entry] += amount;
    int a = number[k][entry];
    if (!listed && amount > 0) {
      if (memberCount[a] + 2 > members[a].length) {
        members[a] = Arrays.copyOf(members[a], 2 * members[a].length);
      }
      members[a][memberCount[a]++] = k;
      members[a][memberCount[a]++] = entry;
    }
  }

  /** The cheapest moves from site a. */
  void renew(int a) {
    Arrays.fill(loss[a], Double.POSITIVE_INFINITY);
    lossLeftOut[a] = Double.POSITIVE_INFINITY;
    int kept = 0;
    for (int m = 0; m < memberCount[a]; m += 2) {
      int k = members[a][m];
      int from = members[a][m + 1];
      if (flow[k][from] > LITTLE) {
        members[a][kept++] = k;
        members[a][kept++] = from;
        renew(k, from, a);
      }
    }
    memberCount[a] = kept;
  }

  private void renew(int k, int from, int a) {
    double here = worth[k][from];
    if (here < lossLeftOut[a]) {
      lossLeftOut[a] = here;
      leftOut[a] = k;
      leftOutFrom[a] = from;
    }
    for (int to = 0; to < worth[k].length; to++) {
      int b = number[k][to];
      double lost = here - worth[k][to];
      if (lost < loss[a][b] && b != a) {
        loss[a][b] = lost;
        mover[a][b] = k;
        moverFrom[a][b] = from;
        moverTo[a][b] = to;
      }
    }
  }

  /** Least prices by Bellman and Ford; a site whose price still falls on a circle, or −1. */
  int findPrices() {
    for (int a = 0; a < load.length; a++) {
      boolean room = load[a] < capacity[a] - LITTLE;
      price[a] = room ? 0 : lossLeftOut[a];
      onward[a] = room ? ROOM : LEFT_OUT;
    }
    int cheaper = 0;
    for (int length = 0; length <= load.length && cheaper >= 0; length++) {
      if (length % ROUNDS_UNSEEN == ROUNDS_UNSEEN - 1 && inCircle(cheaper)) {
        return cheaper;
      }
      cheaper = -1;
      for (int a = 0; a < load.length; a++) {
        double least = price[a] - 1e-7;
        int way = -1;
        for (int b = 0; b < load.length; b++) {
          double through = loss[a][b] + price[b];
          if (through < least) {
            least = through;
            way = b;
          }
        }
        if (way >= 0) {
          price[a] = least;
          onward[a] = way;
          cheaper = a;
        }
      }
    }
    return cheaper;
  }

  /** True when the ways onward from a site never end. */
  boolean inCircle(int from) {
    int a = from;
    for (int length = 0; length <= load.length && a >= 0; length++) {
      a = onward[a];
    }
    return a >= 0;
  }

  /** Units that may go from a onward at a's price. */
  double movable(int a) {
    int b = onward[a];
    return b == LEFT_OUT ? flow[leftOut[a]][leftOutFrom[a]] : flow[mover[a][b]][moverFrom[a][b]];
  }

  void move(int a, double amount) {
    int b = onward[a];
    touched[a] = true;
    if (b == LEFT_OUT) {
      add(leftOut[a], leftOutFrom[a], -amount);
    } else if (b != ROOM) {
      add(mover[a][b], moverFrom[a][b], -amount);
      add(mover[a][b], moverTo[a][b], amount);
    }
  }

  void renewTouched() {
    for (int a = 0; a < load.length; a++) {
      if (touched[a]) {
        renew(a);
        touched[a] = false;
      }
    }
  }
}
