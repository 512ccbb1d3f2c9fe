package org.kiungo.planner.bound;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.kiungo.planner.network.Arborescence;
import org.kiungo.planner.network.ArborescenceInstance;
import org.kiungo.planner.network.Digraph;

/**
 * Wong's dual ascent where loads count: every terminal also pays the private charges of {@link
 * LinkLoads} on the arcs it uses. A terminal's search is over pairs (vertex, class of its load); it
 * passes a stepped arc once its private charge there and then the arc's shared cost are used up.
 * With no stepped arc this is the plain dual ascent.
 *
 * <p>This is dual ascent on the multi-commodity form: minimise Σ shared(a)·x(a) + Σ charge(t,c,a)·
 * f(t,c,a) with Σ_c f(t,c,a) ≤ x(a) and every cut around a terminal crossed, whose private charges
 * cannot be shared between terminals. Time grows with (raises × arcs in the cut), memory with the
 * pairs of terminals and stepped arcs in their cuts.
 *
 * @see <a href="https://doi.org/10.1007/BF02612335">Wong 1984, A dual ascent approach for Steiner
 *     tree problems on a directed graph</a>
 */
public final class LoadedAscent {

  /** A terminal keeps its turn while its cut is at most this much larger than the next one's. */
  private static final double PATIENCE = 1.25;

  /** The same where crossings count as a root: turns change more often. */
  private static final double PATIENCE_BY_ROOTS = 1.1;

  /** Keys are whole numbers; a cut of one arc counts this much. */
  private static final int ONE_ARC = 1_000;

  /** Cut entries: a plain arc, or a stepped one where the terminal has not raised yet. */
  private static final int PLAIN = -1;

  private static final int UNTOUCHED = -2;

  /** Pairs of terminals and stepped arcs kept at most; about 40 bytes each. */
  private static final int MOST_PAIRS = 16_000_000;

  private final ArborescenceInstance instance;
  private final LinkLoads loads;
  private final Pools pools;
  private final Digraph graph;
  private final ArcSystems systems;

  /** Classes by which a vertex reaches the current terminal, as bits; valid where stamped. */
  private final int[] mask;

  private final int[] stamped;

  /** Plain arcs listed in the current cut. */
  private final int[] listed;

  private int stamp;
  private int[] queueVertex = new int[64];
  private int[] queueClass = new int[64];
  private int queued;
  private int[] cut = new int[64];
  private int[] cutClass = new int[64];
  private int[] cutEntry = new int[64];
  private long[] cutCharge = new long[64];
  private int cutSize;
  private long[] reduced;
  private long[] slack;
  private int classes;
  private int terminal;
  private boolean rooted;
  private long looked;

  /** Arcs of the guide; empty = unguided. */
  private boolean[] guideArc = new boolean[0];

  private int halvings;
  private double patience;
  private PrivateSlack privately;
  private PoolShares shares;
  private RaiseLog log;
  private TerminalHeap heap;

  /** Without pools. */
  public LoadedAscent(ArborescenceInstance instance, LinkLoads loads) {
    this(instance, loads, Pools.NONE);
  }

  /**
   * @param pools in place of the instance's costs of their arcs
   */
  public LoadedAscent(ArborescenceInstance instance, LinkLoads loads, Pools pools) {
    this.instance = instance;
    this.loads = loads;
    this.pools = pools;
    graph = instance.graph();
    mask = new int[graph.vertexCount()];
    stamped = new int[graph.vertexCount()];
    listed = new int[graph.arcCount()];
    systems = new ArcSystems(instance, loads);
  }

  /** Raises until no terminal can; empty when that takes more memory than it is worth. */
  public Optional<DualSolution> ascend() {
    return ascend(Long.MAX_VALUE, () -> false);
  }

  /** Arcs looked at so far. */
  public long looked() {
    return looked;
  }

  /**
   * As {@link #ascend()}, within limits of memory and work.
   *
   * @param mostLooked arcs to be looked at; nothing is returned when there are more
   * @param stop asked often; nothing is returned once it is true
   */
  public Optional<DualSolution> ascend(long mostLooked, BooleanSupplier stop) {
    return ascend(new boolean[0], 0, mostLooked, stop);
  }

  /**
   * As the other, where cuts that a good tree crosses more than once wait, as complementary
   * slackness asks.
   *
   * @param guide that tree
   * @param halvings how little crossings count: as their square root taken this often; 0 = in full
   */
  public Optional<DualSolution> ascend(
      Arborescence guide, int halvings, long mostLooked, BooleanSupplier stop) {
    return ascend(guide.uses(graph), halvings, mostLooked, stop);
  }

  private Optional<DualSolution> ascend(
      boolean[] guide, int halvings, long mostLooked, BooleanSupplier stop) {
    this.halvings = halvings;
    patience = halvings > 0 ? PATIENCE_BY_ROOTS : PATIENCE;
    guideArc = guide;
    reduced = instance.arcCosts();
    shares = new PoolShares(pools, reduced);
    slack = new long[graph.vertexCount()];
    privately = new PrivateSlack(graph.vertexCount(), graph.arcCount());
    log = new RaiseLog();
    heap = new TerminalHeap(instance.terminalCount());
    for (int k = 0; k < instance.terminalCount(); k++) {
      int t = instance.terminal(k);
      slack[t] = instance.penalty(t);
      heap.push(t, (long) ONE_ARC * (graph.inStart(t + 1) - graph.inStart(t)));
    }
    while (!heap.isEmpty() && log.sum() < ArborescenceInstance.MANDATORY) {
      if (privately.size() > MOST_PAIRS || looked > mostLooked || stop.getAsBoolean()) {
        return Optional.empty();
      }
      raise(heap.pop());
    }
    shares.settle(reduced);
    return Optional.of(
        new DualSolution(log.sum(), reduced, slack, log.terminals(), log.raises(), shares.paid()));
  }

  /** Raises around one terminal until it is done or another one's turn has come. */
  private void raise(int t) {
    terminal = t;
    systems.takeUp(t);
    classes = systems.classes();
    privately.takeUp(t);
    stamp++;
    cutSize = 0;
    queued = 0;
    rooted = false;
    int scanned = 0;
    scanTerminal();
    while (true) {
      while (scanned < queued && !rooted) {
        scan(queueVertex[scanned], queueClass[scanned]);
        scanned++;
      }
      if (rooted) {
        return;
      }
      long step = Math.min(slack[t], leastInCut());
      long key = key();
      if (!heap.isEmpty() && key > patience * heap.minKey()) {
        heap.push(t, key);
        return;
      }
      log.add(t, step);
      slack[t] -= step;
      lower(step);
      if (slack[t] == 0 || rooted) {
        return;
      }
    }
  }

  private long key() {
    long crossings = 1;
    if (guideArc.length > 0) {
      crossings = 0;
      for (int k = 0; k < cutSize; k++) {
        crossings += guideArc[cut[k]] ? 1 : 0;
      }
    }
    double factor = Math.max(1, crossings);
    for (int k = 0; k < halvings; k++) {
      factor = Math.sqrt(factor);
    }
    return (long) ((double) ONE_ARC * cutSize * factor);
  }

  private boolean reaches(int vertex, int c) {
    return stamped[vertex] == stamp && (mask[vertex] >> c & 1) != 0;
  }

  private void reach(int vertex, int c) {
    if (vertex == instance.root()) {
      rooted = true;
    } else if (!reaches(vertex, c)) {
      mask[vertex] = stamped[vertex] == stamp ? mask[vertex] | 1 << c : 1 << c;
      stamped[vertex] = stamp;
      if (queued == queueVertex.length) {
        queueVertex = Arrays.copyOf(queueVertex, 2 * queued);
        queueClass = Arrays.copyOf(queueClass, 2 * queued);
      }
      queueVertex[queued] = vertex;
      queueClass[queued++] = c;
    }
  }

  private int classOfArc(int a) {
    return systems.classOf(loads.loadBps(a));
  }

  private void scanTerminal() {
    for (int a = graph.inStart(terminal); a < graph.inStart(terminal + 1); a++) {
      if (shares.left(a, reduced[a]) > 0) {
        list(a, classOfArc(a), PLAIN, 0);
      } else {
        reach(graph.tail(a), classOfArc(a));
      }
    }
  }

  private void scan(int vertex, int c) {
    int end = graph.inStart(vertex + 1);
    looked += end - graph.inStart(vertex);
    for (int a = graph.inStart(vertex); a < end; a++) {
      int u = graph.tail(a);
      if (u == terminal || reaches(u, c)) {
        continue;
      }
      if (systems.charge(a, classes - 1) > 0) {
        long charge = systems.charge(a, c);
        int entry = privately.find(a);
        entry = entry == 0 ? UNTOUCHED : entry;
        if (reduced[a] == 0 && free(entry, c, charge) == 0) {
          reach(u, c);
        } else {
          list(a, c, entry, charge);
        }
      } else if (reduced[a] == 0) {
        reach(u, c);
      } else if (listed[a] != stamp) {
        listed[a] = stamp;
        list(a, c, PLAIN, 0);
      }
      if (rooted) {
        return;
      }
    }
  }

  private void list(int a, int c, int entry, long charge) {
    if (cutSize == cut.length) {
      cut = Arrays.copyOf(cut, 2 * cutSize);
      cutClass = Arrays.copyOf(cutClass, 2 * cutSize);
      cutEntry = Arrays.copyOf(cutEntry, 2 * cutSize);
      cutCharge = Arrays.copyOf(cutCharge, 2 * cutSize);
    }
    cut[cutSize] = a;
    cutClass[cutSize] = c;
    cutEntry[cutSize] = entry;
    cutCharge[cutSize++] = charge;
  }

  /** True while an arc enters the set of pairs that reach the terminal. */
  private boolean enters(int k) {
    int a = cut[k];
    int u = graph.tail(a);
    int v = graph.head(a);
    if (v == terminal || cutEntry[k] != PLAIN) {
      return !reaches(u, cutClass[k]);
    }
    return stamped[u] != stamp || (mask[v] & ~mask[u]) != 0;
  }

  /** Drops arcs that no longer enter; how far the others can be raised. */
  private long leastInCut() {
    looked += cutSize;
    long least = Long.MAX_VALUE;
    int kept = 0;
    for (int k = 0; k < cutSize; k++) {
      int a = cut[k];
      if (enters(k)) {
        long left = shares.left(a, reduced[a]);
        least = Math.min(least, left + free(cutEntry[k], cutClass[k], cutCharge[k]));
        cut[kept] = a;
        cutClass[kept] = cutClass[k];
        cutEntry[kept] = cutEntry[k];
        cutCharge[kept++] = cutCharge[k];
      } else {
        listed[a] = 0;
      }
    }
    cutSize = kept;
    return least;
  }

  private long free(int entry, int c, long charge) {
    return entry == PLAIN ? 0 : entry == UNTOUCHED ? charge : privately.free(entry, c, charge);
  }

  /** The entry of a stepped arc in the cut, made when needed; other classes may have made it. */
  private int entry(int k) {
    if (cutEntry[k] == UNTOUCHED) {
      int found = privately.find(cut[k]);
      cutEntry[k] = found > 0 ? found : privately.make(cut[k], classes);
    }
    return cutEntry[k];
  }

  private void lower(long step) {
    for (int k = 0; k < cutSize; k++) {
      if (cutEntry[k] == PLAIN) {
        reduced[cut[k]] -= step;
        shares.lowered(cut[k], reduced[cut[k]]);
      } else {
        int e = entry(k);
        reduced[cut[k]] -= privately.raise(e, cutClass[k], cutCharge[k], step);
      }
    }
    for (int k = 0; k < cutSize && !rooted; k++) {
      int a = cut[k];
      if (shares.left(a, reduced[a]) > 0) {
        continue;
      }
      int v = graph.head(a);
      if (cutEntry[k] != PLAIN) {
        if (free(cutEntry[k], cutClass[k], cutCharge[k]) == 0) {
          reach(graph.tail(a), cutClass[k]);
        }
      } else if (v == terminal) {
        reach(graph.tail(a), cutClass[k]);
      } else {
        for (int c = 0; c < classes; c++) {
          if (reaches(v, c)) {
            reach(graph.tail(a), c);
          }
        }
      }
    }
  }
}
