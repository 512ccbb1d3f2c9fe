package org.kiungo.planner.network;

/**
 * The best part of a given tree that keeps the root: exact, O(n).
 *
 * <p>Post-order, V(v) = penalty(v) + Σ over children u of max(0, V(u) − cost(v → u)); a child whose
 * worth does not exceed its arc is cut with all that hangs on it. Johnson, Minkoff and Phillips,
 * The prize collecting Steiner tree problem: theory and practice, SODA 2000, 760–769 ("strong
 * pruning").
 */
public final class StrongPruning {

  private StrongPruning() {}

  /** Cuts what does not pay; the result's value is never above the given tree's. */
  public static Arborescence prune(ArborescenceInstance instance, Arborescence tree) {
    Digraph graph = instance.graph();
    int[] order = tree.topDown(instance);
    int[] parentArc = tree.parentArc().clone();
    long[] worth = new long[parentArc.length];
    for (int k = order.length - 1; k > 0; k--) {
      int v = order[k];
      long net = worth[v] + instance.penalty(v) - instance.cost(parentArc[v]);
      if (net > 0) {
        int parent = graph.tail(parentArc[v]);
        worth[parent] = Math.min(ArborescenceInstance.MANDATORY, worth[parent] + net);
      } else {
        parentArc[v] = -1;
      }
    }
    for (int k = 1; k < order.length; k++) {
      int v = order[k];
      if (parentArc[v] >= 0) {
        int parent = graph.tail(parentArc[v]);
        if (parent != instance.root() && parentArc[parent] < 0) {
          parentArc[v] = -1;
        }
      }
    }
    return Arborescence.of(instance, parentArc);
  }
}
