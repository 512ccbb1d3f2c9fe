package org.kiungo.planner.steiner.search;

import org.kiungo.planner.network.ArborescenceInstance;
import org.kiungo.planner.network.StrongPruning;

/**
 * Leaves out a small subtree whose terminals are not worth its arcs and the key path above it; the
 * local form of {@link StrongPruning}, for use between moves.
 */
final class BranchDrop {

  /** Subtrees with more vertices are left to strong pruning. */
  private static final int LARGEST = 200;

  private final TreeState tree;
  private final int[] members = new int[LARGEST + 1];

  BranchDrop(TreeState tree) {
    this.tree = tree;
  }

  /** Tries one tree vertex; true if the tree got cheaper. */
  boolean improve(int v) {
    if (v == tree.root || tree.parentArc[v] < 0) {
      return false;
    }
    if (tree.childCount(v) == 0) {
      int mark = tree.mark();
      long before = tree.value();
      tree.dropLeaf(v);
      return tree.mark() > mark && tree.value() < before;
    }
    int count = 1;
    members[0] = v;
    long worth = 0;
    for (int k = 0; k < count; k++) {
      int x = members[k];
      worth += tree.instance.penalty(x) - tree.instance.cost(tree.parentArc[x]);
      if (tree.instance.penalty(x) == ArborescenceInstance.MANDATORY
          || count + tree.childCount(x) > LARGEST) {
        return false;
      }
      for (int c = tree.firstChild[x]; c >= 0; c = tree.nextSibling[c]) {
        members[count++] = c;
      }
    }
    if (worth >= 0) {
      return false;
    }
    int up = tree.parent(v);
    for (int k = 0; k < count; k++) {
      tree.setParent(members[k], -1);
    }
    tree.dropLeaf(up);
    return true;
  }
}
