package org.kiungo.planner.steiner;

import java.util.Arrays;
import org.kiungo.planner.network.Arborescence;
import org.kiungo.planner.network.ArborescenceInstance;
import org.kiungo.planner.network.Digraph;

/**
 * A smaller instance and the way back: vertices and arcs that no better tree needs are gone, chains
 * through vertices with two neighbours are single arcs.
 *
 * @param instance the smaller instance
 * @param offset added to its values gives values of the instance it came from: penalties of
 *     terminals that can no longer be reached
 * @param original the instance it came from
 * @param pathStart per arc, where its path begins in {@code pathArcs}; one entry more at the end
 * @param pathArcs arcs of the original, path after path, each in its direction of travel
 * @param hungArcs arcs of the original that every tree has which reaches one of their ends
 * @param symmetric whether all arcs can be travelled both ways at one cost
 */
record ReducedInstance(
    ArborescenceInstance instance,
    long offset,
    ArborescenceInstance original,
    int[] pathStart,
    int[] pathArcs,
    int[] hungArcs,
    boolean symmetric) {

  /** The same tree in the original instance, or a cheaper one where paths meet. */
  Arborescence lift(Arborescence tree) {
    boolean[] usable = new boolean[original.graph().arcCount()];
    for (int a : tree.parentArc()) {
      if (a >= 0) {
        for (int k = pathStart[a]; k < pathStart[a + 1]; k++) {
          use(pathArcs[k], usable);
        }
      }
    }
    for (int a : hungArcs) {
      use(a, usable);
    }
    return grow(original, usable);
  }

  private void use(int arc, boolean[] usable) {
    usable[arc] = true;
    if (symmetric) {
      usable[original.graph().reverse(arc)] = true;
    }
  }

  /** The original's tree here, or null if it needs something that is gone. */
  Arborescence project(Arborescence tree) {
    boolean[] there = new boolean[original.graph().arcCount()];
    for (int a : tree.parentArc()) {
      if (a >= 0) {
        use(a, there);
      }
    }
    boolean[] usable = new boolean[instance.graph().arcCount()];
    for (int a = 0; a < usable.length; a++) {
      usable[a] = true;
      for (int k = pathStart[a]; k < pathStart[a + 1] && usable[a]; k++) {
        usable[a] = there[pathArcs[k]];
      }
    }
    Arborescence here = grow(instance, usable);
    return here.value() + offset == tree.value() ? here : null;
  }

  /** All that the root reaches over some arcs, each vertex once. */
  private static Arborescence grow(ArborescenceInstance instance, boolean[] usable) {
    Digraph graph = instance.graph();
    int[] parentArc = new int[graph.vertexCount()];
    Arrays.fill(parentArc, -1);
    int[] order = new int[parentArc.length];
    order[0] = instance.root();
    int count = 1;
    for (int next = 0; next < count; next++) {
      int v = order[next];
      for (int k = graph.outStart(v); k < graph.outStart(v + 1); k++) {
        int a = graph.outArc(k);
        int w = graph.head(a);
        if (usable[a] && parentArc[w] < 0 && w != instance.root()) {
          parentArc[w] = a;
          order[count++] = w;
        }
      }
    }
    return Arborescence.of(instance, parentArc);
  }
}
