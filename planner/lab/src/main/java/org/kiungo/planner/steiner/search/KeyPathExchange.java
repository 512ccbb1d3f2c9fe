package org.kiungo.planner.steiner.search;

/**
 * Replaces the key path above a key vertex by the cheapest path that reconnects the two parts.
 *
 * <p>Uchoa and Werneck, Fast local search for the Steiner problem in graphs, ACM Journal of
 * Experimental Algorithmics 17 (2012) 2.2, https://doi.org/10.1145/2133803.2184448; theirs shares
 * one Voronoi diagram among all paths, ours searches around each path, which also serves one-way
 * arcs and optional terminals.
 */
final class KeyPathExchange {

  private final TreeState tree;
  private final Reconnection reconnection;

  KeyPathExchange(TreeState tree, Reconnection reconnection) {
    this.tree = tree;
    this.reconnection = reconnection;
  }

  /** Tries one key vertex; true if the tree got cheaper. */
  boolean improve(int v) {
    if (v == tree.root || tree.parentArc[v] < 0 || !tree.isKey(v)) {
      return false;
    }
    int mark = tree.mark();
    long before = tree.value();
    long removed = cutAbove(tree, v);
    if (removed > 0
        && reconnection.reconnect(v, removed) != Long.MAX_VALUE
        && tree.value() < before) {
      return true;
    }
    tree.rollbackTo(mark);
    return false;
  }

  /** Detaches a key vertex and frees the path above it; the cost of the path's arcs. */
  static long cutAbove(TreeState tree, int v) {
    long removed = tree.instance.cost(tree.parentArc[v]);
    int x = tree.parent(v);
    tree.detach(v);
    while (x != tree.root
        && tree.parentArc[x] >= 0
        && tree.childCount(x) == 0
        && tree.instance.penalty(x) == 0) {
      removed += tree.instance.cost(tree.parentArc[x]);
      int up = tree.parent(x);
      tree.setParent(x, -1);
      x = up;
    }
    return removed;
  }
}
