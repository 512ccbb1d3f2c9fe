package org.kiungo.planner.place.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TravelTimeTest {

  /** Floyd and Warshall over the whole network. */
  private static double[][] allPairs(int n, int[] from, int[] to, double[] ms) {
    double[][] d = new double[n][n];
    for (int i = 0; i < n; i++) {
      Arrays.fill(d[i], Double.POSITIVE_INFINITY);
      d[i][i] = 0;
    }
    for (int k = 0; k < from.length; k++) {
      d[from[k]][to[k]] = Math.min(d[from[k]][to[k]], ms[k]);
      d[to[k]][from[k]] = d[from[k]][to[k]];
    }
    for (int k = 0; k < n; k++) {
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          d[i][j] = Math.min(d[i][j], d[i][k] + d[k][j]);
        }
      }
    }
    return d;
  }

  private static void check(int seed, int n, int links) {
    Random random = new Random(seed);
    int[] from = new int[links];
    int[] to = new int[links];
    double[] ms = new double[links];
    for (int k = 0; k < links; k++) {
      from[k] = random.nextInt(n);
      to[k] = (from[k] + 1 + random.nextInt(n - 1)) % n;
      ms[k] = random.nextInt(50);
    }
    int[] siteNode = random.ints(4, 0, n).toArray();
    TravelTime travel = TravelTime.of(n, from, to, ms, siteNode);
    double[][] d = allPairs(n, from, to, ms);
    for (int v = 0; v < n; v++) {
      for (int j = 0; j < siteNode.length; j++) {
        double expected = d[v][siteNode[j]];
        double found = travel.roundTripMs(v, j);
        if (expected == Double.POSITIVE_INFINITY) {
          assertThat(found).as("seed %d", seed).isEqualTo(expected);
        } else {
          assertThat(found).as("seed %d, %d to %d", seed, v, j).isCloseTo(expected, within(1e-3));
        }
      }
    }
  }

  @Test
  void everyPairEqualsAllPairsShortestPaths() {
    for (int seed = 0; seed < 300; seed++) {
      int n = 2 + seed % 14;
      check(seed, n, 1 + seed % (2 * n));
    }
  }

  /** Links added and shortened, dropped and lengthened; nodes added; trees that join the core. */
  @Test
  void anUpdatedTableEqualsOneComputedAnew() {
    for (int seed = 0; seed < 600; seed++) {
      Random random = new Random(seed);
      int n = 3 + seed % 20;
      int after = n + random.nextInt(4);
      int links = 2 + random.nextInt(2 * n);
      int[] from = new int[links + 5];
      int[] to = new int[links + 5];
      double[] ms = new double[links + 5];
      for (int k = 0; k < links + 5; k++) {
        int nodes = k < links ? n : after;
        from[k] = random.nextInt(nodes);
        to[k] = (from[k] + 1 + random.nextInt(nodes - 1)) % nodes;
        ms[k] = random.nextInt(4) == 0 ? 0 : 50 * random.nextDouble();
      }
      int[] siteNode = random.ints(4, 0, n).toArray();
      TravelTime before =
          TravelTime.of(
              n,
              Arrays.copyOf(from, links),
              Arrays.copyOf(to, links),
              Arrays.copyOf(ms, links),
              siteNode);
      int changed = random.nextInt(links);
      ms[changed] *= seed % 3 == 0 ? 2 : 0.5;
      int kept = seed % 5 == 0 ? 1 : 0;
      int[] a = Arrays.copyOfRange(from, kept, from.length);
      int[] b = Arrays.copyOfRange(to, kept, to.length);
      double[] t = Arrays.copyOfRange(ms, kept, ms.length);
      TravelTime updated = before.updated(after, a, b, t);
      TravelTime anew = TravelTime.of(after, a, b, t, siteNode);
      for (int v = 0; v < after; v++) {
        for (int j = 0; j < siteNode.length; j++) {
          assertThat(updated.roundTripMs(v, j))
              .as("seed %d", seed)
              .isEqualTo(anew.roundTripMs(v, j));
        }
      }
    }
  }

  @Test
  void aHangingBranchLeavesTheTableUntouched() {
    int[] from = {0, 1, 2, 2};
    int[] to = {1, 2, 0, 3};
    double[] ms = {1, 2, 4, 8};
    TravelTime before = TravelTime.of(4, from, to, ms, new int[] {0});
    TravelTime after =
        before.updated(
            5, new int[] {0, 1, 2, 2, 3}, new int[] {1, 2, 0, 3, 4}, new double[] {1, 2, 4, 8, 16});
    assertThat(after.roundTripMs(4, 0)).isEqualTo(27);
    assertThat(after.roundTripMs(3, 0)).isEqualTo(before.roundTripMs(3, 0));
    assertThat(after.tableBytes()).isEqualTo(before.tableBytes());
  }

  @Test
  void aHundredThousandUsersAndTwoThousandSitesFitInMemory() {
    int users = 100_000;
    int core = 1000;
    Random random = new Random(1);
    int links = users + 2 * core;
    int[] from = new int[links];
    int[] to = new int[links];
    double[] ms = new double[links];
    for (int k = 0; k < users; k++) {
      from[k] = core + k;
      to[k] = k == 0 || random.nextInt(3) == 0 ? random.nextInt(core) : core + random.nextInt(k);
      ms[k] = 1 + random.nextInt(5);
    }
    for (int k = 0; k < core; k++) {
      from[users + k] = k;
      to[users + k] = (k + 1) % core;
      ms[users + k] = 3;
      from[users + core + k] = k;
      to[users + core + k] = (k + 1 + random.nextInt(core - 1)) % core;
      ms[users + core + k] = 9;
    }
    int[] siteNode = random.ints(2000, 0, core + users).toArray();
    TravelTime travel = TravelTime.of(core + users, from, to, ms, siteNode);
    assertThat(travel.tableBytes()).isLessThan(10_000_000L);
    assertThat(travel.roundTripMs(core + 5, 7)).isPositive().isFinite();
  }
}
