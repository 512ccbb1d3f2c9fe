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
 * <p>Arrays cover only the arcs they say something about, so that large instances stay small: arcs
 * that come in systems are the first ones, arcs into terminals the last ones.
 *
 * @param firstLoaded first arc of {@code loadBps}
 * @param loadBps per arc from {@code firstLoaded} on, what that option loads the way behind it; 0 =
 *     nothing, as on all arcs before
 * @param kind per arc, from the first on: 0 = carries any load, as all arcs beyond the array; else
 *     an index into the two arrays that follow
 * @param capacityBps per kind, one system; entry 0 is not used
 * @param fluid per kind, true = μ is φ/q, false = μ is 0
 * @param stepPrice per arc, as long as {@code kind}: φ in the instance's units; 0 without capacity
 */
public record LinkLoads(
    int firstLoaded,
    long[] loadBps,
    byte[] kind,
    long[] capacityBps,
    boolean[] fluid,
    double[] stepPrice) {

  /** Most distinct loads of one terminal; more are counted as the next smaller one. */
  static final int CLASSES = 8;

  /** Systems beyond the first that a load pays for by itself: k − 1, and r/q where fluid. */
  static double furtherSystems(long load, long capacityBps, boolean fluid) {
    long whole = (load - 1) / capacityBps;
    double rest = fluid ? (load - whole * capacityBps) / (double) capacityBps : 0;
    return whole + rest;
  }

  /** True when some arc is charged for load. */
  public boolean areCharged() {
    for (byte k : kind) {
      if (k != 0) {
        return true;
      }
    }
    return false;
  }

  /** What an arc into a terminal loads the way behind it; 0 on all other arcs. */
  long loadBps(int arc) {
    return arc < firstLoaded ? 0 : loadBps[arc - firstLoaded];
  }

  /**
   * Distinct loads of a terminal, ascending, at most {@value #CLASSES}; 0 alone where it loads
   * nothing.
   */
  long[] classes(ArborescenceInstance instance, int terminal) {
    Digraph graph = instance.graph();
    long[] found = new long[graph.inStart(terminal + 1) - graph.inStart(terminal)];
    int count = 0;
    for (int a = graph.inStart(terminal); a < graph.inStart(terminal + 1); a++) {
      if (loadBps(a) > 0) {
        found[count++] = loadBps(a);
      }
    }
    long[] distinct =
        count == 0 ? new long[1] : Arrays.stream(found, 0, count).sorted().distinct().toArray();
    return distinct.length <= CLASSES ? distinct : Arrays.copyOf(distinct, CLASSES);
  }
}
