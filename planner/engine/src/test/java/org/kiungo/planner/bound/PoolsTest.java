package org.kiungo.planner.bound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.network.ArborescenceInstance;
import org.kiungo.planner.network.Digraph;

/**
 * Worlds of two to six terminals with places of their own and two pools: units of capacity 10, each
 * terminal takes 1 to 15. What is proven is never above the optimum found by trying everything, and
 * no set of members pays more than its units cost.
 */
class PoolsTest {

  private static final int UNIT = 10;
  private static final int SITES = 2;

  private int terminals;
  private int[] takes;
  private long[] unitCost;
  private long[] way;
  private long[][] own;
  private long[] penalty;

  private void world(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    terminals = 2 + random.nextInt(5);
    takes = new int[terminals];
    penalty = new long[terminals];
    own = new long[SITES][terminals];
    unitCost = random.longs(SITES, 20, 200).toArray();
    way = random.longs(SITES, 0, 60).toArray();
    for (int t = 0; t < terminals; t++) {
      takes[t] = 1 + random.nextInt(15);
      penalty[t] = 10 + random.nextInt(200);
      for (int s = 0; s < SITES; s++) {
        own[s][t] = random.nextInt(30);
      }
    }
  }

  private int units(int set) {
    int sum = 0;
    for (int t = 0; t < terminals; t++) {
      sum += (set >> t & 1) * takes[t];
    }
    return (sum + UNIT - 1) / UNIT;
  }

  /** Root, sites, terminals; an arc to each site, then two into each terminal. */
  private DualSolution ascend() {
    Digraph.Builder builder = Digraph.builder(1 + SITES + terminals, SITES * (1 + terminals));
    for (int s = 0; s < SITES; s++) {
      builder.arc(0, 1 + s);
    }
    for (int t = 0; t < terminals; t++) {
      for (int s = 0; s < SITES; s++) {
        builder.arc(1 + s, 1 + SITES + t);
      }
    }
    Digraph graph = builder.build();
    int arcs = graph.arcCount() - SITES;
    int all = 1 << terminals;
    long[] cost = new long[graph.arcCount()];
    int[] member = new int[arcs];
    int[] pooled = new int[arcs];
    long[] alone = new long[arcs];
    int[] first = new int[SITES * terminals + 1];
    int[] sets = new int[SITES * terminals * all];
    long[] cap = new long[SITES * all];
    for (int a = 0; a < graph.arcCount(); a++) {
      int s = (a < SITES ? graph.head(a) : graph.tail(a)) - 1;
      if (a < SITES) {
        cost[a] = way[s];
      } else {
        int t = graph.head(a) - 1 - SITES;
        member[a - SITES] = s * terminals + t;
        pooled[a - SITES] = a;
        alone[a - SITES] = own[s][t];
      }
    }
    int listed = 0;
    for (int s = 0; s < SITES; s++) {
      for (int set = 1; set < all; set++) {
        cap[s * all + set] = unitCost[s] * units(set);
      }
      for (int t = 0; t < terminals; t++) {
        for (int set = 1; set < all; set++) {
          if ((set >> t & 1) != 0) {
            sets[listed++] = s * all + set;
          }
        }
        first[s * terminals + t + 1] = listed;
      }
    }
    long[] left = new long[graph.vertexCount()];
    System.arraycopy(penalty, 0, left, 1 + SITES, terminals);
    LinkLoads none =
        new LinkLoads(
            graph.arcCount(), new long[0], new byte[0], new long[1], new boolean[1], new double[0]);
    Pools pools = new Pools(SITES, member, pooled, alone, first, sets, cap);
    return new LoadedAscent(new ArborescenceInstance(graph, cost, 0, left), none, pools)
        .ascend()
        .orElseThrow();
  }

  /** Every choice of a site or none for each terminal. */
  private long optimum() {
    long best = Long.MAX_VALUE;
    int choices = (int) Math.pow(SITES + 1, terminals);
    for (int c = 0; c < choices; c++) {
      long value = 0;
      int[] set = new int[SITES];
      int rest = c;
      for (int t = 0; t < terminals; t++, rest /= SITES + 1) {
        int s = rest % (SITES + 1) - 1;
        value += s < 0 ? penalty[t] : own[s][t];
        if (s >= 0) {
          set[s] |= 1 << t;
        }
      }
      for (int s = 0; s < SITES; s++) {
        value += set[s] == 0 ? 0 : way[s] + unitCost[s] * units(set[s]);
      }
      best = Math.min(best, value);
    }
    return best;
  }

  @Test
  void neverAboveTheOptimumAndNoSetPaysTooMuch() {
    int tight = 0;
    int worlds = 500;
    for (long seed = 0; seed < worlds; seed++) {
      world(seed);
      DualSolution dual = ascend();
      long optimum = optimum();
      assertThat(dual.lowerBound()).as("seed %d", seed).isLessThanOrEqualTo(optimum);
      tight += dual.lowerBound() == optimum ? 1 : 0;
      for (int s = 0; s < SITES; s++) {
        for (int set = 1; set < 1 << terminals; set++) {
          long paid = 0;
          for (int t = 0; t < terminals; t++) {
            paid += (set >> t & 1) * dual.shares()[s * terminals + t];
          }
          assertThat(paid).as("seed %d", seed).isLessThanOrEqualTo(unitCost[s] * units(set));
        }
      }
    }
    assertThat(tight).as("tight bounds").isGreaterThan(worlds / 2);
  }
}
