package org.kiungo.planner.place;

/**
 * Serves more where open sites are full: the unserved come in by shortest augmenting paths of the
 * transportation problem, in which demand points may be split for the time being. Along a path a
 * Mbps enters a site, another leaves it for the next, until there is room, or until somebody is
 * worth least of all and is left out. At the end whoever is split goes where most of it is.
 *
 * <p>Complexity: O(open sites²) and the lists of a few sites per path, a few paths per unserved
 * demand point. Guarantee: none for whole points; the caller keeps the better.
 *
 * @see <a href="https://doi.org/10.1145/321694.321699">Edmonds and Karp 1972</a>
 */
final class RoomFlow {

  private static final int PATHS_PER_POINT = 40;
  private static final int MOST_CIRCLES = 3000;

  private static final double LITTLE = RoomNetwork.LITTLE;

  private final Hosting hosting;
  private final Serving serving;
  private final int service;
  private final int low;
  private final int high;
  private final RoomNetwork network;

  /**
   * @param low first demand point of the service, which has one copy
   * @param high behind its last one
   */
  RoomFlow(Hosting hosting, Serving serving, int service, int low, int high, boolean[] open) {
    this.hosting = hosting;
    this.serving = serving;
    this.service = service;
    this.low = low;
    this.high = high;
    this.network = new RoomNetwork(hosting, serving, service, low, high, open);
  }

  /** Brings in the unserved in this order, then makes everybody whole in {@link Serving}. */
  void serve(Integer[] order) {
    if (network.sites.length < 2) {
      return;
    }
    for (int a = 0; a < network.sites.length; a++) {
      network.renew(a);
    }
    boolean changed = settle();
    for (int q : order) {
      if (q >= low
          && q < high
          && serving.taken[q].length == 0
          && network.flow[q - low].length > 0) {
        changed |= bringIn(q - low, hosting.demandMbps[q]);
      }
    }
    if (changed) {
      makeWhole(order);
    }
  }

  /** Prices for what is served now; first everybody who gains by moving in a circle does so. */
  private boolean settle() {
    boolean changed = false;
    for (int circle = 0; circle < MOST_CIRCLES; circle++) {
      int looking = network.findPrices();
      if (looking < 0 || !turn(looking)) {
        return changed;
      }
      changed = true;
    }
    return changed;
  }

  /** Sends as much as possible around the circle that the ways onward from a site lead into. */
  private boolean turn(int from) {
    if (!network.inCircle(from)) {
      return false;
    }
    int a = from;
    for (int length = 0; length <= network.sites.length; length++) {
      a = network.onward[a];
    }
    double amount = Double.POSITIVE_INFINITY;
    int b = a;
    do {
      amount = Math.min(amount, network.movable(b));
      b = network.onward[b];
    } while (b != a);
    do {
      network.move(b, amount);
      b = network.onward[b];
    } while (b != a);
    network.renewTouched();
    return true;
  }

  private boolean bringIn(int k, double demandMbps) {
    double left = demandMbps;
    boolean changed = false;
    for (int path = 0; path < PATHS_PER_POINT && left > LITTLE; path++) {
      int best = -1;
      double most = 1e-6;
      for (int entry = 0; entry < network.worth[k].length; entry++) {
        double gain = network.worth[k][entry] - network.price[network.number[k][entry]];
        if (gain > most) {
          most = gain;
          best = entry;
        }
      }
      double sent = best < 0 ? 0 : send(k, best, left);
      if (sent <= LITTLE) {
        break;
      }
      left -= sent;
      changed = true;
    }
    return changed;
  }

  /** Sends as much as the path from this entry carries; 0 when the prices run in a circle. */
  private double send(int k, int entry, double most) {
    int start = network.number[k][entry];
    if (network.inCircle(start)) {
      return 0;
    }
    double amount = most;
    int end = start;
    for (int a = start; a >= 0; a = network.onward[a]) {
      amount =
          Math.min(
              amount,
              network.onward[a] == RoomNetwork.ROOM
                  ? network.capacity - network.load[a]
                  : network.movable(a));
      end = a;
    }
    network.load[end] += network.onward[end] == RoomNetwork.ROOM ? amount : 0;
    for (int a = start; a >= 0; a = network.onward[a]) {
      network.move(a, amount);
    }
    network.add(k, entry, amount);
    network.renewTouched();
    settle();
    return amount;
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
          int entry = largest(network.flow[q - low]);
          boolean whole =
              entry >= 0 && network.flow[q - low][entry] > hosting.demandMbps[q] - LITTLE;
          if (entry >= 0
              && whole == (round == 0)
              && serving.over(
                      service, network.sites[network.number[q - low][entry]], hosting.demandMbps[q])
                  <= LITTLE) {
            serving.move(q, network.position[q - low][entry]);
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
