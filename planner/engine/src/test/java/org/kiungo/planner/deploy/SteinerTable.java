package org.kiungo.planner.deploy;

import java.util.Arrays;
import org.kiungo.planner.deploy.links.CandidateLinks;
import org.kiungo.planner.deploy.options.AccessOptions;
import org.kiungo.planner.deploy.question.Question;

/**
 * The exact optimum of a world without shared sites whose links never need a second system: least
 * cost of the links that connect every set of places to the network, by Dreyfus and Wagner's
 * recursion over subsets, then the most valuable set that fits the budget. O(3ⁿ n).
 *
 * @see <a href="https://doi.org/10.1002/net.3230010302">Dreyfus and Wagner 1971, The Steiner
 *     problem in graphs</a>
 */
final class SteinerTable {

  private static final long NEVER = Long.MAX_VALUE / 4;

  private final Question world;
  private final long[][] cents;
  private final int root;

  SteinerTable(Question world) {
    this.world = world;
    root = world.places().count();
    int n = world.places().settlements();
    cents = new long[1 << n][root + 1];
    for (long[] row : cents) {
      Arrays.fill(row, NEVER);
    }
    Arrays.fill(cents[0], 0);
    for (int set = 1; set < cents.length; set++) {
      long[] row = cents[set];
      if (Integer.bitCount(set) == 1) {
        row[Integer.numberOfTrailingZeros(set)] = 0;
      }
      for (int part = (set - 1) & set; part > set - part; part = (part - 1) & set) {
        for (int v = 0; v <= root; v++) {
          row[v] = Math.min(row[v], cents[part][v] + cents[set - part][v]);
        }
      }
      settle(row);
    }
  }

  /** Lets every place be reached over links from where a tree already stands. */
  private void settle(long[] row) {
    CandidateLinks links = world.links();
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int v = 0; v < root; v++) {
        for (int e = links.first(v); e < links.end(v); e++) {
          long cost = links.media().cents(links.link(e), 0);
          changed |= shorten(row, v, links.head(e), cost) | shorten(row, links.head(e), v, cost);
        }
      }
    }
  }

  private static boolean shorten(long[] row, int from, int to, long cost) {
    if (row[from] + cost >= row[to]) {
      return false;
    }
    row[to] = row[from] + cost;
    return true;
  }

  /** Highest value of any plan within a budget. */
  long bestValue(long budgetCents) {
    long best = 0;
    for (int set = 0; set < cents.length; set++) {
      best = Math.max(best, bestValue(set, budgetCents - cents[set][root]));
    }
    return best;
  }

  /** The places of a set served by their own sites, all others by satellites or not at all. */
  private long bestValue(int set, long spareCents) {
    return spareCents < 0 ? 0 : take(0, set, spareCents);
  }

  private long take(int i, int set, long spareCents) {
    if (spareCents < 0) {
      return Long.MIN_VALUE / 4;
    }
    if (i == world.places().settlements()) {
      return 0;
    }
    AccessOptions options = world.options();
    boolean linked = (set >> i & 1) == 1;
    long best = linked ? Long.MIN_VALUE / 4 : take(i + 1, set, spareCents);
    for (int o = options.first(i); o < options.end(i); o++) {
      if ((options.site(o) >= 0) == linked) {
        long own = options.privateCents(o);
        long site = linked ? options.sitePrices().cents(options.site(o), 1) : 0;
        best = Math.max(best, options.value(o) + take(i + 1, set, spareCents - own - site));
      }
    }
    return best;
  }
}
