package org.kiungo.planner.bound;

import java.util.Arrays;
import org.kiungo.planner.network.ArborescenceInstance;
import org.kiungo.planner.network.Digraph;

/**
 * What the loads of terminals add to the arcs of an instance. A terminal loads every arc on its way
 * from the root, by an amount that depends on the arc it is entered by (its option). An arc with a
 * capacity q buys further systems for φ each beyond the first. With d = q(k − 1) + r, 0 &lt; r ≤ q,
 * and 0 ≤ μ ≤ φ/q,
 *
 * <pre>w + φ (⌈Σd/q⌉ − 1) ≥ (w − qμ) + Σ [φ (k − 1) + μ r]</pre>
 *
 * so that w − qμ may be charged to the arc once (the instance's cost) and the bracket to each
 * terminal that uses it, privately. Valid for every set of terminals: ⌈Σd/q⌉ ≥ Σ(k − 1) + ⌈Σr/q⌉,
 * and φ(⌈x⌉ − 1) ≥ μq(x − 1) for x &gt; 0.
 *
 * @param loadBps per arc into a terminal, what that option loads the way behind it; 0 = nothing,
 *     and on all other arcs
 * @param capacityBps per arc, one system; {@link Long#MAX_VALUE} = any load
 * @param stepPrice per arc, φ in the instance's units; 0 without capacity
 * @param fluid per arc, true = μ is φ/q, false = μ is 0
 */
public record LinkLoads(long[] loadBps, long[] capacityBps, double[] stepPrice, boolean[] fluid) {

  /** Most distinct loads of one terminal; more are counted as the next smaller one. */
  static final int CLASSES = 8;

  /** Systems beyond the first that a load pays for by itself: k − 1, and r/q where fluid. */
  static double furtherSystems(long load, long capacityBps, boolean fluid) {
    long whole = (load - 1) / capacityBps;
    double rest = fluid ? (load - whole * capacityBps) / (double) capacityBps : 0;
    return whole + rest;
  }

  boolean isStepped(int arc) {
    return capacityBps[arc] < Long.MAX_VALUE;
  }

  /** Distinct loads of a terminal, ascending, at most {@value #CLASSES}. */
  long[] classes(ArborescenceInstance instance, int terminal) {
    Digraph graph = instance.graph();
    long[] found = new long[graph.inStart(terminal + 1) - graph.inStart(terminal)];
    int count = 0;
    for (int a = graph.inStart(terminal); a < graph.inStart(terminal + 1); a++) {
      if (loadBps[a] > 0) {
        found[count++] = loadBps[a];
      }
    }
    long[] distinct = Arrays.stream(found, 0, count).sorted().distinct().toArray();
    return distinct.length <= CLASSES ? distinct : Arrays.copyOf(distinct, CLASSES);
  }
}
