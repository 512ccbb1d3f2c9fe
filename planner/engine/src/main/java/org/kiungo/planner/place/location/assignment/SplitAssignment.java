package org.kiungo.planner.place.location.assignment;

/**
 * The transportation problem with demand that may stay out, by shortest augmenting paths: along a
 * path a unit enters a site, another leaves it for the next, until there is room, or until somebody
 * is worth least of all and is left out.
 *
 * <p>Complexity: O(sites²) and the lists of a few sites per path, a few paths per demand point.
 * Guarantee: most worth when everything came in by {@link #bringIn}; else after {@link #settle}.
 *
 * @see <a href="https://doi.org/10.1145/321694.321699">Edmonds and Karp 1972</a>
 */
public final class SplitAssignment {

  private static final int PATHS_PER_POINT = 60;
  private static final int MOST_CIRCLES = 3000;
  private static final double LITTLE = TransportNetwork.LITTLE;

  private final TransportNetwork network;

  /**
   * Nothing is served at first.
   *
   * @param capacity of each site
   * @param site site[k] = sites that may serve demand point k
   * @param worth worth[k][e] of a unit of k's demand at site[k][e]
   */
  public SplitAssignment(double[] capacity, int[][] site, double[][] worth) {
    this.network = new TransportNetwork(capacity, site, worth);
    findMoves();
    network.findPrices();
  }

  /** Units of demand point k served from each site of its list. */
  public double[] flow(int k) {
    return network.flow[k];
  }

  /** Serves demand point k, all of it, from an entry of its list, whatever that is worth. */
  public void put(int k, int entry, double demand) {
    network.add(k, entry, demand);
    network.load[network.number[k][entry]] += demand;
  }

  /** Looks at everything put in by {@link #put}. */
  private void findMoves() {
    for (int a = 0; a < network.load.length; a++) {
      network.renew(a);
    }
  }

  /** Prices for what is served now; first everybody who gains by moving in a circle does so. */
  public boolean settle() {
    findMoves();
    return settled();
  }

  private boolean settled() {
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
    for (int length = 0; length <= network.load.length; length++) {
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

  /** Serves more of demand point k while that adds worth; returns how much came in. */
  public double bringIn(int k, double demand) {
    double left = demand;
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
    }
    return demand - left;
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
              network.onward[a] == TransportNetwork.ROOM
                  ? network.capacity[a] - network.load[a]
                  : network.movable(a));
      end = a;
    }
    network.load[end] += network.onward[end] == TransportNetwork.ROOM ? amount : 0;
    for (int a = start; a >= 0; a = network.onward[a]) {
      network.move(a, amount);
    }
    network.add(k, entry, amount);
    network.renewTouched();
    settled();
    return amount;
  }
}
