package org.kiungo.planner.steiner.search;

import java.util.Arrays;
import org.kiungo.planner.network.ArborescenceInstance;
import org.kiungo.planner.network.Digraph;
import org.kiungo.planner.network.VertexQueue;

/** Dijkstra's distances on any non-negative arc lengths. Reusable: one instance per thread. */
public final class ShortestPaths {

  /** Distance of a vertex that cannot be reached; sums of three such stay positive. */
  public static final long UNREACHABLE = Long.MAX_VALUE / 4;

  private final Digraph graph;
  private final VertexQueue queue;

  public ShortestPaths(Digraph graph) {
    this.graph = graph;
    queue = new VertexQueue(graph.vertexCount());
  }

  /** Distance from the root to every vertex along the arcs. */
  public long[] fromRoot(ArborescenceInstance instance, long[] length) {
    long[] distance = start();
    offer(distance, instance.root(), 0);
    while (!queue.isEmpty()) {
      int v = queue.poll();
      for (int k = graph.outStart(v); k < graph.outStart(v + 1); k++) {
        int a = graph.outArc(k);
        offer(distance, graph.head(a), distance[v] + length[a]);
      }
    }
    return distance;
  }

  /** Distance from every vertex to the terminal nearest along the arcs. */
  public long[] toTerminals(ArborescenceInstance instance, long[] length) {
    long[] distance = start();
    for (int k = 0; k < instance.terminalCount(); k++) {
      offer(distance, instance.terminal(k), 0);
    }
    while (!queue.isEmpty()) {
      int v = queue.poll();
      for (int a = graph.inStart(v); a < graph.inStart(v + 1); a++) {
        offer(distance, graph.tail(a), distance[v] + length[a]);
      }
    }
    return distance;
  }

  private long[] start() {
    long[] distance = new long[graph.vertexCount()];
    Arrays.fill(distance, UNREACHABLE);
    queue.clear();
    return distance;
  }

  private void offer(long[] distance, int v, long d) {
    if (d < distance[v]) {
      distance[v] = d;
      queue.offer(v, d);
    }
  }
}
