package org.kiungo.planner.steiner.search;

import java.util.Arrays;
import java.util.Random;
import org.kiungo.planner.network.Arborescence;
import org.kiungo.planner.network.ArborescenceInstance;
import org.kiungo.planner.network.Digraph;

/** Small random worlds for tests, reproducible from a seed. */
public final class RandomInstances {

  private RandomInstances() {}

  /**
   * Between 3 and {@code largest} vertices; two-way links and one-way arcs, some terminals
   * mandatory when reachable, the others optional.
   */
  public static ArborescenceInstance small(long seed, int largest) {
    Random random = new Random(seed);
    int n = 3 + random.nextInt(largest - 2);
    boolean undirected = random.nextBoolean();
    boolean optional = random.nextInt(3) > 0;
    Digraph.Builder builder = Digraph.builder(n);
    int arcs = 0;
    for (int v = 1; v < n; v++) {
      builder.edge(random.nextInt(v), v);
      arcs += 2;
    }
    for (int k = random.nextInt(n + 2); k > 0; k--) {
      int u = random.nextInt(n);
      int w = (u + 1 + random.nextInt(n - 1)) % n;
      if (undirected) {
        builder.edge(u, w);
        arcs += 2;
      } else {
        builder.arc(u, w);
        arcs++;
      }
    }
    Digraph graph = builder.build();
    long[] cost = new long[arcs];
    int range = random.nextBoolean() ? 4 : 30;
    for (int k = 0; k < arcs; k++) {
      cost[k] = random.nextInt(range);
    }
    if (undirected) {
      for (int k = 0; k < arcs; k += 2) {
        cost[k + 1] = cost[k];
      }
    }
    long[] penalty = new long[n];
    for (int v = 0; v < n; v++) {
      if (random.nextInt(2) == 0) {
        boolean mandatory = !optional || random.nextInt(4) == 0;
        penalty[v] = mandatory ? ArborescenceInstance.MANDATORY : random.nextInt(2 * range);
      }
    }
    return new ArborescenceInstance(graph, graph.arranged(cost), random.nextInt(n), penalty);
  }

  /**
   * 4 to 6 vertices, links between about every second pair; of the vertices a sixth are mandatory
   * terminals and half optional ones.
   */
  public static ArborescenceInstance dense(long seed) {
    Random random = new Random(seed);
    int n = 4 + random.nextInt(3);
    Digraph.Builder builder = Digraph.builder(n);
    long[] cost = new long[n * (n - 1)];
    int range = random.nextBoolean() ? 4 : 20;
    int arcs = 0;
    for (int v = 1; v < n; v++) {
      int always = random.nextInt(v);
      for (int u = 0; u < v; u++) {
        if (u == always || random.nextInt(2) > 0) {
          builder.edge(u, v);
          cost[arcs] = random.nextInt(range);
          cost[arcs + 1] = cost[arcs];
          arcs += 2;
        }
      }
    }
    Digraph graph = builder.build();
    long[] penalty = new long[n];
    for (int v = 0; v < n; v++) {
      int kind = random.nextInt(6);
      penalty[v] =
          kind == 0 ? ArborescenceInstance.MANDATORY : kind < 4 ? random.nextInt(range) : 0;
    }
    long[] byInsertion = Arrays.copyOf(cost, arcs);
    return new ArborescenceInstance(graph, graph.arranged(byInsertion), 0, penalty);
  }

  /** The optimum by trying every way to enter every vertex. */
  public static long optimumByEnumeration(ArborescenceInstance instance) {
    int n = instance.graph().vertexCount();
    int[] parentArc = new int[n];
    Arrays.fill(parentArc, -1);
    return enumerate(instance, parentArc, 0);
  }

  private static long enumerate(ArborescenceInstance instance, int[] parentArc, int v) {
    Digraph graph = instance.graph();
    if (v == parentArc.length) {
      return hangsTogether(instance, parentArc)
          ? Arborescence.of(instance, parentArc).value()
          : Long.MAX_VALUE;
    }
    long best = enumerate(instance, parentArc, v + 1);
    if (v != instance.root()) {
      for (int a = graph.inStart(v); a < graph.inStart(v + 1); a++) {
        parentArc[v] = a;
        best = Math.min(best, enumerate(instance, parentArc, v + 1));
      }
      parentArc[v] = -1;
    }
    return best;
  }

  private static boolean hangsTogether(ArborescenceInstance instance, int[] parentArc) {
    for (int v = 0; v < parentArc.length; v++) {
      int x = v;
      for (int steps = 0; parentArc[v] >= 0 && x != instance.root(); steps++) {
        if (parentArc[x] < 0 || steps > parentArc.length) {
          return false;
        }
        x = instance.graph().tail(parentArc[x]);
      }
    }
    return true;
  }
}
