package org.kiungo.planner.place;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * One service's open sites as a network for Mbps: who is served from where, for the time being in
 * parts, what the cheapest move from each site to each other one loses, and what a Mbps of room
 * costs at a site when what leaves it goes on to where there is room, or is left out.
 *
 * <p>Complexity: one list of a site's members per change, O(open sites²) per round of prices.
 *
 * @see <a href="https://doi.org/10.1090/qam/102435">Bellman 1958</a>
 */
final class RoomNetwork {

  static final int LEFT_OUT = -2;
  static final int ROOM = -1;
  static final double LITTLE = 1e-6;

  /** Rounds of the shortest path search after which circles are looked for. */
  private static final int ROUNDS_UNSEEN = 4;

  private final Hosting hosting;
  private final Serving serving;
  private final int low;
  final double capacity;

  /** Open sites; everything below counts them from 0. */
  final int[] sites;

  /**
   * For demand point q − low and each open site of its list: position there, number, worth per
   * Mbps.
   */
  final int[][] position;

  final int[][] number;
  final double[][] worth;

  /** Mbps of demand point q − low served from each of them. */
  final double[][] flow;

  final double[] load;

  /** Who is served from a site, in part at least: demand point, entry, demand point, … */
  private final int[][] members;

  private final int[] memberCount;

  /** Least loss per Mbps that leaves a for b, and who moves: demand point, entry from, entry to. */
  private final double[][] loss;

  private final int[][] mover;
  private final int[][] moverFrom;
  private final int[][] moverTo;
  private final double[] lossLeftOut;
  private final int[] leftOut;
  private final int[] leftOutFrom;

  /** What a Mbps of room costs at a site, and where what leaves it goes. */
  final double[] price;

  final int[] onward;
  private final boolean[] touched;

  /**
   * @param low first demand point of the service, which has one copy
   * @param high behind its last one
   */
  RoomNetwork(Hosting hosting, Serving serving, int service, int low, int high, boolean[] open) {
    this.hosting = hosting;
    this.serving = serving;
    this.low = low;
    this.capacity = hosting.capacityMbps[service];
    this.sites = IntStream.range(0, hosting.sites).filter(j -> open[j]).toArray();
    int s = sites.length;
    this.position = new int[high - low][];
    this.number = new int[high - low][];
    this.worth = new double[high - low][];
    this.flow = new double[high - low][];
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
    for (int q = low; q < high; q++) {
      list(q);
    }
    for (int a = 0; a < s; a++) {
      load[a] = serving.loadMbps[service][sites[a]];
    }
  }

  private void list(int q) {
    int[] allowed = hosting.allowed[q];
    int[] found = new int[allowed.length];
    int count = 0;
    for (int x = 0; x < allowed.length; x++) {
      if (Arrays.binarySearch(sites, allowed[x]) >= 0) {
        found[count++] = x;
      }
    }
    int k = q - low;
    position[k] = Arrays.copyOf(found, count);
    number[k] = new int[count];
    worth[k] = new double[count];
    flow[k] = new double[count];
    for (int e = 0; e < count; e++) {
      number[k][e] = Arrays.binarySearch(sites, allowed[found[e]]);
      worth[k][e] = hosting.worth[q][found[e]] / hosting.demandMbps[q];
      if (serving.taken[q].length == 1 && serving.taken[q][0] == found[e]) {
        add(k, e, hosting.demandMbps[q]);
      }
    }
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
    for (int a = 0; a < sites.length; a++) {
      boolean room = load[a] < capacity - LITTLE;
      price[a] = room ? 0 : lossLeftOut[a];
      onward[a] = room ? ROOM : LEFT_OUT;
    }
    int cheaper = 0;
    for (int length = 0; length <= sites.length && cheaper >= 0; length++) {
      if (length % ROUNDS_UNSEEN == ROUNDS_UNSEEN - 1 && inCircle(cheaper)) {
        return cheaper;
      }
      cheaper = -1;
      for (int a = 0; a < sites.length; a++) {
        double least = price[a] - 1e-7;
        int way = -1;
        for (int b = 0; b < sites.length; b++) {
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
    for (int length = 0; length <= sites.length && a >= 0; length++) {
      a = onward[a];
    }
    return a >= 0;
  }

  /** Mbps that may go from a onward at a's price. */
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
    for (int a = 0; a < sites.length; a++) {
      if (touched[a]) {
        renew(a);
        touched[a] = false;
      }
    }
  }
}
