package org.kiungo.planner.steiner.search;

import org.kiungo.planner.network.ArborescenceInstance;
import org.kiungo.planner.network.Digraph;

/**
 * Adds a vertex to the tree: hung on its cheapest tree neighbour, it takes over each neighbour (or
 * a terminal left out) that is cheaper to reach through it, each time dropping the dearest arc of
 * the cycle that closes. The vertex insertion of Uchoa and Werneck 2012,
 * https://doi.org/10.1145/2133803.2184448, extended to one-way arcs and optional terminals.
 */
final class VertexInsertion {

  private final TreeState tree;
  private final ArborescenceInstance instance;
  private final Digraph graph;
  private final int[] above;
  private int stamp;

  VertexInsertion(TreeState tree) {
    this.tree = tree;
    instance = tree.instance;
    graph = tree.graph;
    above = new int[graph.vertexCount()];
  }

  /** Tries one vertex outside the tree; true if the tree got cheaper. */
  boolean improve(int v) {
    int mark = tree.mark();
    long before = tree.value();
    if (insert(v) && tree.value() < before) {
      return true;
    }
    tree.rollbackTo(mark);
    return false;
  }

  /** Inserts a vertex at any price, taking over what gets cheaper; false if it has no use. */
  boolean insert(int v) {
    if (tree.contains(v)) {
      return false;
    }
    int entry = cheapestEntry(v);
    if (entry < 0) {
      return false;
    }
    tree.setParent(v, entry);
    for (int k = graph.outStart(v); k < graph.outStart(v + 1); k++) {
      int arc = graph.outArc(k);
      int w = graph.head(arc);
      if (w == tree.root || tree.parentArc[v] == graph.reverse(arc)) {
        continue;
      }
      if (tree.contains(w)) {
        takeOver(v, w, arc);
      } else if (instance.penalty(w) > instance.cost(arc)) {
        tree.setParent(w, arc);
      }
    }
    return true;
  }

  private int cheapestEntry(int v) {
    int entry = -1;
    int useful = 0;
    for (int a = graph.inStart(v); a < graph.inStart(v + 1); a++) {
      if (tree.contains(graph.tail(a))) {
        if (entry < 0 || instance.cost(a) < instance.cost(entry)) {
          entry = a;
        }
      }
    }
    for (int k = graph.outStart(v); entry >= 0 && k < graph.outStart(v + 1); k++) {
      int w = graph.head(graph.outArc(k));
      useful += tree.contains(w) || instance.penalty(w) > 0 ? 1 : 0;
    }
    return useful == 0 || (useful == 1 && instance.penalty(v) == 0) ? -1 : entry;
  }

  /** Closes the cycle v → w and opens it at its dearest arc, if that is dearer than v → w. */
  private void takeOver(int v, int w, int arc) {
    stamp++;
    for (int x = v; ; x = tree.parent(x)) {
      above[x] = stamp;
      if (tree.parentArc[x] < 0) {
        break;
      }
    }
    long most = instance.cost(arc);
    int cutAt = -1;
    boolean turnable = true;
    int x = w;
    for (; above[x] != stamp; x = tree.parent(x)) {
      int entering = tree.parentArc[x];
      if (turnable && instance.cost(entering) > most) {
        most = instance.cost(entering);
        cutAt = x;
      }
      turnable &= graph.reverse(entering) >= 0;
    }
    int meeting = x;
    int back = graph.reverse(arc);
    turnable = back >= 0;
    boolean ownSide = false;
    for (int y = v; turnable && y != meeting; y = tree.parent(y)) {
      int entering = tree.parentArc[y];
      if (instance.cost(entering) > most) {
        most = instance.cost(entering);
        cutAt = y;
        ownSide = true;
      }
      turnable = graph.reverse(entering) >= 0;
    }
    if (cutAt < 0) {
      return;
    }
    tree.detach(cutAt);
    if (ownSide) {
      tree.reroot(cutAt, v);
      tree.setParent(v, back);
    } else {
      tree.reroot(cutAt, w);
      tree.setParent(w, arc);
    }
  }
}
