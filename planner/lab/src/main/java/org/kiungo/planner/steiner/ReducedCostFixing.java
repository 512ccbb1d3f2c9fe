package org.kiungo.planner.steiner;

import org.kiungo.planner.bound.DualSolution;
import org.kiungo.planner.network.ArborescenceInstance;
import org.kiungo.planner.network.Digraph;
import org.kiungo.planner.steiner.search.ShortestPaths;

/**
 * What no tree cheaper than a known one can contain, by the reduced costs of a dual solution: a
 * tree that uses arc u → v costs at least bound + c~-distance(root, u) + c~(u, v) + c~-distance
 * from v to the nearest terminal; one that leaves terminal t out costs at least bound + slack(t).
 * Polzin and Vahdati Daneshmand, Discrete Applied Mathematics 112 (2001) 263–300,
 * https://doi.org/10.1016/S0166-218X(00)00319-X.
 *
 * @param useless per arc: in no tree with a value below the limit
 * @param needed per vertex: terminals that every tree with a value below the limit contains
 */
public record ReducedCostFixing(boolean[] useless, boolean[] needed) {

  /**
   * @param limit value of the best tree known; only cheaper ones matter
   */
  public static ReducedCostFixing of(ArborescenceInstance instance, DualSolution dual, long limit) {
    Digraph graph = instance.graph();
    long[] reduced = dual.reducedCost();
    ShortestPaths paths = new ShortestPaths(graph);
    long[] fromRoot = paths.fromRoot(instance, reduced);
    long[] toTerminal = paths.toTerminals(instance, reduced);
    long room = limit - dual.lowerBound();
    boolean[] useless = new boolean[graph.arcCount()];
    for (int a = 0; a < useless.length; a++) {
      useless[a] =
          graph.head(a) == instance.root()
              || fromRoot[graph.tail(a)] + reduced[a] + toTerminal[graph.head(a)] >= room;
    }
    boolean[] needed = new boolean[graph.vertexCount()];
    for (int k = 0; k < instance.terminalCount(); k++) {
      int t = instance.terminal(k);
      needed[t] = dual.slack()[t] >= room;
    }
    return new ReducedCostFixing(useless, needed);
  }
}
