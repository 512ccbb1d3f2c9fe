package org.kiungo.planner.steiner;

import java.util.Arrays;
import org.kiungo.planner.network.ArborescenceInstance;
import org.kiungo.planner.network.Digraph;
import org.kiungo.planner.steiner.search.Rerooting;

/**
 * Builds a {@link ReducedInstance} from what is to go: removes dead ends, contracts chains and
 * keeps the cheapest of parallel arcs; where all arcs are halves of links, also contracts links
 * that every best tree may have and replaces vertices at which it needs two links at most. Arcs
 * under work live in growing lists linked per vertex.
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

  /** Tests for links at one cost both ways; null where some arc is not half of such a link. */
  private final StarTest star;

  private final NearestVertexTest nearest;
  private int mandatory;
  private int[] hung = new int[16];
  private int hungCount;

  private Reducer(ArborescenceInstance original, boolean[] useless, long[] penalty) {
    this.original = original;
    this.penalty = penalty;
    graph = original.graph();
    int n = graph.vertexCount();
    gone = new boolean[n];
    queue = new int[n];
    queued = new boolean[n];
    arcs = new WorkingArcs(original, useless);
    boolean symmetric = Rerooting.isSymmetric(original);
    star = symmetric ? new StarTest(arcs, penalty, original.root()) : null;
    nearest = symmetric ? new NearestVertexTest(arcs, penalty, original.root()) : null;
    for (int v = 0; nearest != null && v < n; v++) {
      mandatory += nearest.mustBeReached(v) ? 1 : 0;
    }
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
      if (!gone[v] && star != null) {
        visitLinks(v);
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
      arcs.bridge(arcs.neighbour[0], v, arcs.neighbour[1], 0);
      remove(v);
    }
  }

  private void visitLinks(int v) {
    arcs.look(v);
    if (arcs.neighbours == 0) {
      return;
    }
    if (nearest.mustBeReached(v)) {
      int arc = mandatory > 1 ? nearest.arcNeeded(v) : WorkingArcs.NONE;
      if (arc >= 0) {
        contract(arc);
      }
    } else if (penalty[v] > 0) {
      visitOptional(v);
    } else if (arcs.neighbours <= WorkingArcs.MOST_NEIGHBOURS && star.needless(v)) {
      int degree = arcs.neighbours;
      for (int i = 0; i < degree; i++) {
        for (int j = i + 1; j < degree; j++) {
          if (star.needsBridge(i, j)) {
            arcs.bridge(star.end(i), v, star.end(j), 0);
          }
        }
      }
      remove(v);
    }
  }

  /** A terminal that may be left out, at a dead end, or worth no arc of its own on a chain. */
  private void visitOptional(int v) {
    int x = arcs.neighbour[0];
    long cost = arcs.cost(arcs.cheapest(x, v));
    if (arcs.neighbours == 1) {
      offset += Math.min(cost, penalty[v]);
      if (cost < penalty[v]) {
        hang(arcs.cheapest(x, v));
        if (!nearest.mustBeReached(x)) {
          penalty[x] += penalty[v] - cost;
        }
      }
      remove(v);
    } else if (arcs.neighbours == 2) {
      int y = arcs.neighbour[1];
      if (penalty[v] <= Math.min(cost, arcs.cost(arcs.cheapest(y, v)))) {
        offset += penalty[v];
        arcs.bridge(x, v, y, penalty[v]);
        remove(v);
      }
    }
  }

  /** Makes one vertex of both ends of a link that is always built. */
  private void contract(int arc) {
    boolean rootAhead = arcs.tail(arc) == original.root();
    int kept = rootAhead ? arcs.tail(arc) : arcs.head(arc);
    int other = rootAhead ? arcs.head(arc) : arcs.tail(arc);
    mandatory -= nearest.mustBeReached(other) ? 1 : 0;
    offset += arcs.cost(arc);
    hang(arc);
    arcs.free(arc);
    int[] around = arcs.neighboursOf(other);
    for (int x : around) {
      if (x != kept) {
        arcs.bridge(x, other, kept, 0);
      }
    }
    remove(other);
  }

  /** Notes arcs that go with whatever reaches one of their ends. */
  private void hang(int arc) {
    for (int a : arcs.path(arc)) {
      hung = hungCount == hung.length ? Arrays.copyOf(hung, 2 * hungCount) : hung;
      hung[hungCount++] = a;
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
    return new ReducedInstance(
        instance,
        offset,
        original,
        start,
        Arrays.copyOf(path, length),
        Arrays.copyOf(hung, hungCount),
        star != null);
  }
}
