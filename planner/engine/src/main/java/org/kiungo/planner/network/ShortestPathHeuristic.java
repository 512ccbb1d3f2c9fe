package org.kiungo.planner.network;

import java.util.Arrays;

/**
 * Grows a tree by the shortest path to the nearest terminal not yet reached, until none is in
 * reach.
 *
 * <p>Takahashi and Matsuyama, An approximate solution for the Steiner problem in graphs,
 * Mathematica Japonica 24 (1980) 573–577. One search runs on: vertices of an added path return to
 * the queue at distance 0. Reusable buffers: one instance per thread.
 */
public final class ShortestPathHeuristic {

  private final ArborescenceInstance instance;
  private final Digraph graph;
  private final VertexQueue queue;
  private final long[] distance;
  private final int[] via;

  public ShortestPathHeuristic(ArborescenceInstance instance) {
    this.instance = instance;
    graph = instance.graph();
    queue = new VertexQueue(graph.vertexCount());
    distance = new long[graph.vertexCount()];
    via = new int[graph.vertexCount()];
  }

  /**
   * A tree from the root over the arcs whose length is not negative; prune it with {@link
   * StrongPruning}.
   *
   * @param length search length per arc (true costs, perturbed costs …), negative = arc not allowed
   * @return tree that reaches every terminal the allowed arcs can reach at a search length not
   *     above its penalty
   */
  public Arborescence grow(long[] length) {
    int root = instance.root();
    Arrays.fill(distance, Long.MAX_VALUE);
    Arrays.fill(via, -1);
    queue.clear();
    distance[root] = 0;
    queue.offer(root, 0);
    int[] parentArc = new int[graph.vertexCount()];
    Arrays.fill(parentArc, -1);
    while (!queue.isEmpty()) {
      int v = queue.poll();
      long d = distance[v];
      if (parentArc[v] < 0 && instance.penalty(v) > 0) {
        addPath(v, parentArc);
        d = 0;
      }
      for (int k = graph.outStart(v); k < graph.outStart(v + 1); k++) {
        int a = graph.outArc(k);
        int w = graph.head(a);
        if (length[a] >= 0 && d + length[a] < distance[w] && parentArc[w] < 0 && w != root) {
          distance[w] = d + length[a];
          via[w] = a;
          queue.offer(w, distance[w]);
        }
      }
    }
    return Arborescence.of(instance, parentArc);
  }

  /** Joins a reached terminal to the tree; the path's vertices search on from distance 0. */
  private void addPath(int terminal, int[] parentArc) {
    int x = terminal;
    while (x != instance.root() && parentArc[x] < 0) {
      parentArc[x] = via[x];
      distance[x] = 0;
      if (x != terminal) {
        queue.offer(x, 0);
      }
      x = graph.tail(via[x]);
    }
  }
}
