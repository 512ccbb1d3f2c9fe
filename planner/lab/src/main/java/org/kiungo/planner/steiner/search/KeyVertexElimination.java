package org.kiungo.planner.steiner.search;

import java.util.Arrays;
import org.kiungo.planner.network.ArborescenceInstance;

/**
 * Takes a branching vertex out with every key path that ends at it, and reconnects the parts by
 * shortest paths, nearest first (Uchoa and Werneck 2012, https://doi.org/10.1145/2133803.2184448).
 */
final class KeyVertexElimination {

  private final TreeState tree;
  private final Reconnection reconnection;
  private final long leastCost;
  private int[] parts = new int[16];

  KeyVertexElimination(TreeState tree, Reconnection reconnection) {
    this.tree = tree;
    this.reconnection = reconnection;
    long least = Long.MAX_VALUE;
    for (int a = 0; a < tree.graph.arcCount(); a++) {
      least = Math.min(least, tree.instance.cost(a));
    }
    leastCost = tree.instance.terminalCount() == 0 ? 0 : least;
  }

  /** Tries one branching vertex; true if the tree got cheaper. */
  boolean improve(int v) {
    if (v == tree.root
        || tree.parentArc[v] < 0
        || tree.childCount(v) < 2
        || tree.instance.penalty(v) == ArborescenceInstance.MANDATORY) {
      return false;
    }
    int mark = tree.mark();
    long before = tree.value();
    if (eliminate(v, before) && tree.value() < before) {
      return true;
    }
    tree.rollbackTo(mark);
    return false;
  }

  /** Takes it out at any price; false, and the tree in parts, if the parts cannot be joined. */
  boolean force(int v) {
    return eliminate(v, Long.MAX_VALUE / 2);
  }

  private boolean eliminate(int v, long limit) {
    int count = cutBelow(v);
    KeyPathExchange.cutAbove(tree, v);
    tree.setParent(v, -1);
    long budget = limit - tree.value();
    for (int k = 0; k < count; k++) {
      budget += tree.instance.penalty(parts[k]);
    }
    for (int k = 0; k < count; k++) {
      long room = budget - (count - 1 - k) * leastCost;
      long price = room <= 0 ? Long.MAX_VALUE : reconnection.reconnect(parts[k], room);
      if (price == Long.MAX_VALUE) {
        return false;
      }
      budget -= price;
    }
    return true;
  }

  /** Detaches every key vertex below and frees the paths to them. */
  private int cutBelow(int v) {
    int count = 0;
    while (tree.firstChild[v] >= 0) {
      int x = tree.firstChild[v];
      tree.setParent(x, -1);
      while (!tree.isKey(x)) {
        int next = tree.firstChild[x];
        tree.setParent(next, -1);
        x = next;
      }
      tree.detach(x);
      if (count == parts.length) {
        parts = Arrays.copyOf(parts, 2 * count);
      }
      parts[count++] = x;
    }
    return count;
  }
}
