package org.kiungo.planner.steiner.search;

import org.kiungo.planner.network.Arborescence;
import org.kiungo.planner.network.ArborescenceInstance;
import org.kiungo.planner.network.Digraph;

/** Moves the root of a symmetric instance (every arc has its reverse at the same cost). */
public final class Rerooting {

  private Rerooting() {}

  /** Whether every arc can be travelled both ways at one cost. */
  public static boolean isSymmetric(ArborescenceInstance instance) {
    Digraph graph = instance.graph();
    for (int a = 0; a < graph.arcCount(); a++) {
      int back = graph.reverse(a);
      if (back < 0 || instance.cost(back) != instance.cost(a)) {
        return false;
      }
    }
    return true;
  }

  /** The same instance seen from another mandatory terminal; the old root becomes a terminal. */
  public static ArborescenceInstance at(ArborescenceInstance instance, int newRoot) {
    if (newRoot == instance.root()) {
      return instance;
    }
    if (instance.penalty(newRoot) != ArborescenceInstance.MANDATORY) {
      throw new IllegalArgumentException("vertex " + newRoot + " need not be in every tree");
    }
    long[] penalty = new long[instance.graph().vertexCount()];
    for (int v = 0; v < penalty.length; v++) {
      penalty[v] = instance.penalty(v);
    }
    penalty[instance.root()] = ArborescenceInstance.MANDATORY;
    return new ArborescenceInstance(instance.graph(), instance.arcCosts(), newRoot, penalty);
  }

  /** The same tree hung from another of its vertices; values agree by symmetry. */
  public static Arborescence turn(ArborescenceInstance rerooted, Arborescence tree) {
    Digraph graph = rerooted.graph();
    int[] parentArc = tree.parentArc().clone();
    int x = rerooted.root();
    int arc = parentArc[x];
    parentArc[x] = -1;
    while (arc >= 0) {
      int up = graph.tail(arc);
      int next = parentArc[up];
      parentArc[up] = graph.reverse(arc);
      arc = next;
    }
    return Arborescence.of(rerooted, parentArc);
  }
}
