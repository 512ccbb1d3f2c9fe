package org.kiungo.planner.steiner;

import java.util.Arrays;
import org.kiungo.planner.bound.DualSolution;
import org.kiungo.planner.bound.RaiseLog;
import org.kiungo.planner.bound.TerminalHeap;
import org.kiungo.planner.network.Arborescence;
import org.kiungo.planner.network.ArborescenceInstance;
import org.kiungo.planner.network.Digraph;

/**
 * Wong's dual ascent for rooted Steiner problems, prize-collecting form.
 *
 * <p>While some terminal t is not reached from the root over saturated arcs and has penalty left:
 * raise the dual of the cut around W(t), the vertices that reach t over saturated arcs, until an
 * arc saturates or the penalty is used up. Terminals are taken by few arcs in their cut, from a
 * lazy heap. Wong, Mathematical Programming 28 (1984) 271–287, https://doi.org/10.1007/BF02612335;
 * the penalty as private slack is the transformation of Ljubić et al., Mathematical Programming 105
 * (2006) 427–449, https://doi.org/10.1007/s10107-005-0660-x, without its extra vertices.
 *
 * <p>Time grows with (raises × arcs in the cut); memory with arcs. Reusable buffers: one instance
 * of this class per thread.
 */
public final class DualAscent {

  /** A terminal keeps its turn while its cut is at most this much larger than the next one's. */
  private static final double PATIENCE = 1.25;

  private final ArborescenceInstance instance;
  private final Digraph graph;
  private final int[] mark;
  private final int[] reaching;
  private int stamp;
  private int[] cut = new int[64];
  private int cutSize;
  private long[] reduced;
  private long[] slack;
  private boolean[] guideArc;
  private long largestRaise;
  private RaiseLog log;
  private TerminalHeap heap;

  public DualAscent(ArborescenceInstance instance) {
    this.instance = instance;
    graph = instance.graph();
    mark = new int[graph.vertexCount()];
    reaching = new int[graph.vertexCount()];
  }

  /** Plain ascent: no guide, raises as large as they go. */
  public DualSolution ascend() {
    return ascend(null, Long.MAX_VALUE);
  }

  /**
   * @param guide a good tree, or null: cuts it crosses more than once wait, as complementary
   *     slackness asks
   * @param largestRaise cap on one raise, ≥ 1 (small steps share the slack more evenly where sites
   *     are shared, and take longer); {@link Long#MAX_VALUE} = none
   */
  public DualSolution ascend(Arborescence guide, long largestRaise) {
    this.largestRaise = largestRaise;
    reduced = instance.arcCosts();
    slack = new long[graph.vertexCount()];
    guideArc = guide == null ? null : guide.uses(graph);
    log = new RaiseLog();
    heap = new TerminalHeap(instance.terminalCount());
    for (int k = 0; k < instance.terminalCount(); k++) {
      int t = instance.terminal(k);
      slack[t] = instance.penalty(t);
      heap.push(t, graph.inStart(t + 1) - graph.inStart(t));
    }
    while (!heap.isEmpty() && log.sum() < ArborescenceInstance.MANDATORY) {
      raise(heap.pop());
    }
    return new DualSolution(log.sum(), reduced, slack, log.terminals(), log.raises(), new long[0]);
  }

  /** Raises around one terminal until it is done or another one's turn has come. */
  private void raise(int terminal) {
    stamp++;
    cutSize = 0;
    mark[terminal] = stamp;
    reaching[0] = terminal;
    int scanned = 0;
    int count = 1;
    while (true) {
      while (scanned < count) {
        count = scan(reaching[scanned++], count);
        if (count < 0) {
          return;
        }
      }
      long step = Math.min(Math.min(slack[terminal], largestRaise), leastInCut());
      long key = key(terminal);
      if (!heap.isEmpty() && key > PATIENCE * heap.minKey()) {
        heap.push(terminal, key);
        return;
      }
      log.add(terminal, step);
      slack[terminal] -= step;
      count = lower(step, count);
      if (slack[terminal] == 0 || count < 0) {
        return;
      }
    }
  }

  /** Looks at the arcs into a vertex that reaches the terminal; −1 when one comes from the root. */
  private int scan(int vertex, int count) {
    int end = graph.inStart(vertex + 1);
    for (int a = graph.inStart(vertex); a < end; a++) {
      int u = graph.tail(a);
      if (mark[u] == stamp) {
        continue;
      }
      if (reduced[a] > 0) {
        if (cutSize == cut.length) {
          cut = Arrays.copyOf(cut, 2 * cutSize);
        }
        cut[cutSize++] = a;
      } else if (u == instance.root()) {
        return -1;
      } else {
        mark[u] = stamp;
        reaching[count++] = u;
      }
    }
    return count;
  }

  /** Drops arcs that no longer cross the cut; the least reduced cost of the others. */
  private long leastInCut() {
    long least = Long.MAX_VALUE;
    int kept = 0;
    for (int k = 0; k < cutSize; k++) {
      int a = cut[k];
      if (mark[graph.tail(a)] != stamp) {
        cut[kept++] = a;
        least = Math.min(least, reduced[a]);
      }
    }
    cutSize = kept;
    return least;
  }

  private long key(int terminal) {
    if (guideArc == null) {
      return largestRaise == Long.MAX_VALUE
          ? cutSize
          : cutSize * (1 + (instance.penalty(terminal) - slack[terminal]) / largestRaise);
    }
    int crossings = 0;
    for (int k = 0; k < cutSize; k++) {
      if (guideArc[cut[k]]) {
        crossings++;
      }
    }
    return crossings > 1 ? (long) cutSize * crossings : cutSize;
  }

  /** Pays a raise on every arc of the cut; −1 when an arc from the root saturates. */
  private int lower(long step, int count) {
    boolean rooted = false;
    for (int k = 0; k < cutSize; k++) {
      int a = cut[k];
      reduced[a] -= step;
      if (reduced[a] == 0) {
        int u = graph.tail(a);
        rooted |= u == instance.root();
        if (mark[u] != stamp) {
          mark[u] = stamp;
          reaching[count++] = u;
        }
      }
    }
    return rooted ? -1 : count;
  }
}
