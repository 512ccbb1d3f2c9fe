package org.kiungo.planner.bound;

import java.util.Arrays;
import org.kiungo.planner.network.ArborescenceInstance;
import org.kiungo.planner.network.Digraph;

/**
 * Builds a {@link ReducedInstance} from what is to go: removes dead ends, contracts chains and
 * keeps the cheapest of parallel arcs. Arcs under work live in growing lists linked per vertex.
 */
final class Reducer {

  private final ArborescenceInstance original;
  private final Digraph graph;
  private final long[] penalty;
  private final boolean[] gone;
  private final WorkingArcs arcs;
  private final int[] queue;
  private final boolean[] queued;
  private int queueSize;
  private long offset;

  private Reducer(ArborescenceInstance original, boolean[] useless, long[] penalty) {
    this.original = original;
    this.penalty = penalty;
    graph = original.graph();
    int n = graph.vertexCount();
    gone = new boolean[n];
    queue = new int[n];
    queued = new boolean[n];
    arcs = new WorkingArcs(original, useless);
  }

  /**
   * @param useless per arc: to be left out
   * @param penalty per vertex: the penalties of the smaller instance, changed by this call (a
   *     terminal may have become mandatory, or been given up, which the caller accounts for)
   */
  static ReducedInstance reduce(ArborescenceInstance original, boolean[] useless, long[] penalty) {
    Reducer reducer = new Reducer(original, useless, penalty);
    reducer.run();
    return reducer.build();
  }

  private void run() {
    for (int v = 0; v < gone.length; v++) {
      enqueue(v);
    }
    while (queueSize > 0) {
      int v = queue[--queueSize];
      queued[v] = false;
      if (!gone[v] && v != original.root()) {
        visit(v);
      }
    }
  }

  private void enqueue(int v) {
    if (!queued[v] && !gone[v]) {
      queued[v] = true;
      queue[queueSize++] = v;
    }
  }

  private void visit(int v) {
    arcs.look(v);
    if (arcs.inDegree == 0) {
      if (penalty[v] == ArborescenceInstance.MANDATORY) {
        return;
      }
      offset += penalty[v];
      remove(v);
    } else if (penalty[v] == 0 && (arcs.outDegree == 0 || arcs.neighbours == 1)) {
      remove(v);
    } else if (penalty[v] == 0 && arcs.neighbours == 2) {
      int x = arcs.neighbourA;
      int y = arcs.neighbourB;
      arcs.bridge(x, v, y);
      remove(v);
    }
  }

  private void remove(int v) {
    gone[v] = true;
    arcs.removeAll(v, this::enqueue);
  }

  private ReducedInstance build() {
    int n = gone.length;
    int[] number = new int[n];
    int count = 0;
    for (int v = 0; v < n; v++) {
      number[v] = gone[v] ? -1 : count++;
    }
    long[] penalties = new long[count];
    for (int v = 0; v < n; v++) {
      if (!gone[v]) {
        penalties[number[v]] = penalty[v];
      }
    }
    Digraph.Builder builder = Digraph.builder(count);
    int[] working = arcs.compact(number, builder);
    Digraph smaller = builder.build();
    long[] cost = new long[working.length];
    int[] start = new int[working.length + 1];
    int[] order = new int[working.length];
    for (int k = 0; k < working.length; k++) {
      int a = smaller.arcOfInsertion(k);
      cost[a] = arcs.cost(working[k]);
      order[a] = working[k];
    }
    int[] path = new int[16];
    int length = 0;
    for (int a = 0; a < order.length; a++) {
      start[a] = length;
      int[] steps = arcs.path(order[a]);
      if (length + steps.length > path.length) {
        path = Arrays.copyOf(path, 2 * (length + steps.length));
      }
      System.arraycopy(steps, 0, path, length, steps.length);
      length += steps.length;
    }
    start[order.length] = length;
    ArborescenceInstance instance =
        new ArborescenceInstance(smaller, cost, number[original.root()], penalties);
    return new ReducedInstance(instance, offset, original, start, Arrays.copyOf(path, length));
  }
}
