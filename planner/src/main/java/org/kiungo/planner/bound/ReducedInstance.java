package org.kiungo.planner.bound;

import java.util.Arrays;
import org.kiungo.planner.network.Arborescence;
import org.kiungo.planner.network.ArborescenceInstance;

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
 */
record ReducedInstance(
    ArborescenceInstance instance,
    long offset,
    ArborescenceInstance original,
    int[] pathStart,
    int[] pathArcs) {

  /** The same tree in the original instance. */
  Arborescence lift(Arborescence tree) {
    int[] parentArc = new int[original.graph().vertexCount()];
    Arrays.fill(parentArc, -1);
    for (int a : tree.parentArc()) {
      if (a >= 0) {
        for (int k = pathStart[a]; k < pathStart[a + 1]; k++) {
          parentArc[original.graph().head(pathArcs[k])] = pathArcs[k];
        }
      }
    }
    return Arborescence.of(original, parentArc);
  }

  /** The original's tree here, or null if it needs something that is gone. */
  Arborescence project(Arborescence tree) {
    int[] parentArc = new int[instance.graph().vertexCount()];
    Arrays.fill(parentArc, -1);
    for (int a = 0; a + 1 < pathStart.length; a++) {
      boolean used = true;
      for (int k = pathStart[a]; k < pathStart[a + 1] && used; k++) {
        used = tree.parentArc()[original.graph().head(pathArcs[k])] == pathArcs[k];
      }
      if (used) {
        parentArc[instance.graph().head(a)] = a;
      }
    }
    Arborescence here = Arborescence.of(instance, parentArc);
    return here.value() + offset == tree.value() ? here : null;
  }
}
