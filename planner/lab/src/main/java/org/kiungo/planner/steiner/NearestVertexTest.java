package org.kiungo.planner.steiner;

import org.kiungo.planner.network.ArborescenceInstance;
import org.kiungo.planner.network.VertexQueue;

/**
 * Finds a link that some best tree contains: the cheapest at a terminal that must be reached, if
 * another such terminal is no farther beyond it than the terminal's second cheapest link is long.
 * Whatever joins the two otherwise leaves by that link or a dearer one, and can be replaced.
 *
 * <p>The nearest vertex test of Beasley, Networks 14 (1984) 147–159,
 * https://doi.org/10.1002/net.3230140112. For links at one cost both ways.
 */
final class NearestVertexTest {

  private static final int MOST_SCANS = 500;

  private final WorkingArcs arcs;
  private final long[] penalty;
  private final int root;
  private final VertexQueue queue;
  private final int[] settled;
  private int stamp;

  NearestVertexTest(WorkingArcs arcs, long[] penalty, int root) {
    this.arcs = arcs;
    this.penalty = penalty;
    this.root = root;
    queue = new VertexQueue(penalty.length);
    settled = new int[penalty.length];
  }

  boolean mustBeReached(int v) {
    return v == root || penalty[v] == ArborescenceInstance.MANDATORY;
  }

  /**
   * The arc into a terminal that must be reached, while another must, from the vertex it is always
   * joined to; or none.
   */
  int arcNeeded(int terminal) {
    int best = WorkingArcs.NONE;
    for (int a = arcs.firstIn(terminal); a >= 0; a = arcs.nextIn(a)) {
      if (best < 0 || arcs.cost(a) < arcs.cost(best)) {
        best = a;
      }
    }
    if (best < 0) {
      return best;
    }
    long second = Long.MAX_VALUE;
    for (int a = arcs.firstIn(terminal); a >= 0; a = arcs.nextIn(a)) {
      if (arcs.tail(a) != arcs.tail(best)) {
        second = Math.min(second, arcs.cost(a));
      }
    }
    boolean only = second == Long.MAX_VALUE;
    return only || reaches(arcs.tail(best), terminal, second - arcs.cost(best))
        ? best
        : WorkingArcs.NONE;
  }

  /** Whether a terminal that must be reached is near a vertex, not by way of another one. */
  private boolean reaches(int from, int without, long limit) {
    stamp++;
    settled[without] = stamp;
    queue.clear();
    queue.offer(from, 0);
    for (int scans = 0; !queue.isEmpty() && scans < MOST_SCANS; ) {
      long gone = queue.minKey();
      int v = queue.poll();
      settled[v] = stamp;
      if (mustBeReached(v)) {
        return true;
      }
      for (int a = arcs.firstIn(v); a >= 0; a = arcs.nextIn(a), scans++) {
        if (settled[arcs.tail(a)] != stamp && gone + arcs.cost(a) <= limit) {
          queue.offer(arcs.tail(a), gone + arcs.cost(a));
        }
      }
    }
    return false;
  }
}
