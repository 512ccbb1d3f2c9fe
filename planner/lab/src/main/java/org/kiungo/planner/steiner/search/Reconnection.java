package org.kiungo.planner.steiner.search;

import org.kiungo.planner.network.ArborescenceInstance;
import org.kiungo.planner.network.Digraph;
import org.kiungo.planner.network.VertexQueue;

/**
 * Finds the cheapest way to hang a detached subtree back onto the rest: a path over free vertices
 * into any vertex of the subtree, which then becomes its top if the arcs on the way can be turned.
 *
 * <p>A bounded search backwards from the subtree. Large subtrees are entered near their top only.
 * Free terminals on the way lower the price of the arc that leaves them, never below zero, so that
 * the search stays label setting.
 */
final class Reconnection {

  /** Vertices of the subtree the search starts from; larger subtrees are entered near their top. */
  private static final int STARTS = 100;

  private final TreeState tree;
  private final ArborescenceInstance instance;
  private final Digraph graph;
  private final VertexQueue queue;
  private final long[] label;
  private final int[] via;
  private final int[] seen;
  private final int[] side;
  private final int[] stack;
  private final long[] leastIn;
  private int stamp;
  private int inside;
  private int outside;
  private long best;
  private int bestArc;

  Reconnection(TreeState tree) {
    this.tree = tree;
    instance = tree.instance;
    graph = tree.graph;
    int n = graph.vertexCount();
    queue = new VertexQueue(n);
    label = new long[n];
    via = new int[n];
    seen = new int[n];
    side = new int[n];
    stack = new int[n];
    leastIn = new long[n];
    for (int v = 0; v < n; v++) {
      leastIn[v] = Long.MAX_VALUE / 4;
      for (int a = graph.inStart(v); a < graph.inStart(v + 1); a++) {
        leastIn[v] = Math.min(leastIn[v], discounted(a));
      }
    }
  }

  /** Price of an arc when its tail, if a free terminal, pays for part of it. */
  private long discounted(int arc) {
    return Math.max(0, instance.cost(arc) - instance.penalty(graph.tail(arc)));
  }

  /**
   * Hangs the subtree of a detached top on the rest of the tree if that costs less than the limit.
   *
   * @return the path's price, or {@link Long#MAX_VALUE} and nothing changed
   */
  long reconnect(int top, long limit) {
    if (!find(top, limit)) {
      return Long.MAX_VALUE;
    }
    int arc = bestArc;
    int x = graph.head(arc);
    while (via[x] >= 0) {
      tree.setParent(x, arc);
      arc = via[x];
      x = graph.head(arc);
    }
    tree.reroot(top, x);
    tree.setParent(x, arc);
    return best;
  }

  private boolean find(int top, long limit) {
    stamp++;
    inside = 2 * stamp;
    outside = inside + 1;
    best = limit;
    bestArc = -1;
    queue.clear();
    start(top);
    while (!queue.isEmpty()) {
      long d = queue.minKey();
      if (d >= best) {
        break;
      }
      int x = queue.poll();
      int end = graph.inStart(x + 1);
      for (int a = graph.inStart(x); a < end; a++) {
        relax(a, d);
      }
    }
    return bestArc >= 0;
  }

  private void start(int top) {
    int count = 1;
    stack[0] = top;
    admit(top, 0);
    for (int k = 0; k < count && count < STARTS; k++) {
      int v = stack[k];
      for (int c = tree.firstChild[v]; c >= 0; c = tree.nextSibling[c]) {
        int arc = tree.parentArc[c];
        int back = graph.reverse(arc);
        if (back >= 0 && count < stack.length) {
          admit(c, label[v] + instance.cost(back) - instance.cost(arc));
          stack[count++] = c;
        }
      }
    }
  }

  private void admit(int v, long turning) {
    side[v] = inside;
    seen[v] = stamp;
    label[v] = turning;
    via[v] = -1;
    if (turning + leastIn[v] < best) {
      queue.offer(v, turning);
    }
  }

  private void relax(int arc, long d) {
    int u = graph.tail(arc);
    long cost = instance.cost(arc);
    if (d + cost >= best && instance.penalty(u) == 0) {
      return;
    }
    if (tree.contains(u)) {
      if (seen[u] == stamp && side[u] == inside) {
        return;
      }
      if (isInside(u)) {
        return;
      }
      if (d + cost < best) {
        best = d + cost;
        bestArc = arc;
      }
      return;
    }
    long next = d + discounted(arc);
    if (next + leastIn[u] < best && (seen[u] != stamp || next < label[u])) {
      seen[u] = stamp;
      label[u] = next;
      via[u] = arc;
      queue.offer(u, next);
    }
  }

  /** Whether a tree vertex belongs to the subtree; learns it for the vertices above as well. */
  private boolean isInside(int u) {
    int depth = 0;
    int x = u;
    while (side[x] != inside && side[x] != outside) {
      stack[depth++] = x;
      if (tree.parentArc[x] < 0) {
        side[x] = outside;
        break;
      }
      x = tree.parent(x);
    }
    boolean in = side[x] == inside;
    for (int k = depth - 1; k >= 0; k--) {
      int v = stack[k];
      side[v] = in ? inside : outside;
    }
    return in;
  }
}
