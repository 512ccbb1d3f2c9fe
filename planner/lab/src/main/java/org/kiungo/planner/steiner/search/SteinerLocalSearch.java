package org.kiungo.planner.steiner.search;

import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.kiungo.planner.network.Arborescence;
import org.kiungo.planner.network.ArborescenceInstance;
import org.kiungo.planner.network.Digraph;
import org.kiungo.planner.network.StrongPruning;

/**
 * Improves a tree until no move helps: vertex insertion, key-vertex elimination, key-path exchange,
 * joining terminals left out, dropping branches that do not pay. Only vertices near a change are
 * looked at again. Reusable buffers: one instance per thread.
 */
public final class SteinerLocalSearch {

  /** How many vertices in a row one shake of the tree touches at most. */
  private static final int SHAKES = 3;

  /** Trees on more vertices are copied at the end of shaking only, when it has cooled down. */
  private static final int SNAPSHOTS_UP_TO = 20_000;

  /** A clock may take longer to read than a vertex to look at. */
  private static final int LOOKS_BETWEEN_CLOCKS = 100;

  private final ArborescenceInstance instance;
  private final Digraph graph;
  private final TreeState tree;
  private final KeyPathExchange keyPath;
  private final KeyVertexElimination keyVertex;
  private final VertexInsertion insertion;
  private final BranchDrop branchDrop;
  private final Reconnection reconnection;
  private final boolean optional;
  private final int[] ring;
  private final boolean[] waiting;
  private int first;
  private int size;
  private int looked;

  public SteinerLocalSearch(ArborescenceInstance instance) {
    this.instance = instance;
    graph = instance.graph();
    tree = new TreeState(instance);
    reconnection = new Reconnection(tree);
    keyPath = new KeyPathExchange(tree, reconnection);
    keyVertex = new KeyVertexElimination(tree, reconnection);
    insertion = new VertexInsertion(tree);
    branchDrop = new BranchDrop(tree);
    ring = new int[graph.vertexCount()];
    waiting = new boolean[graph.vertexCount()];
    boolean found = false;
    for (int k = 0; k < instance.terminalCount(); k++) {
      found |= instance.penalty(instance.terminal(k)) < ArborescenceInstance.MANDATORY;
    }
    optional = found;
  }

  /**
   * @param start a feasible tree
   * @param stop asked every few moves; the best tree so far is returned when it says true
   * @return a tree at least as good, strongly pruned
   */
  public Arborescence improve(Arborescence start, BooleanSupplier stop) {
    Arborescence best = StrongPruning.prune(instance, start);
    while (true) {
      tree.load(best);
      for (int v = 0; v < ring.length; v++) {
        enqueue(v);
      }
      drain(stop);
      Arborescence pruned = StrongPruning.prune(instance, tree.snapshot());
      if (pruned.value() >= best.value()) {
        return best;
      }
      boolean settled = pruned.value() == tree.value();
      best = pruned;
      if (settled || stop.getAsBoolean()) {
        return best;
      }
    }
  }

  /**
   * Shakes the tree somewhere and keeps the result if it is not worse, or by chance if it is a
   * little (simulated annealing, Kirkpatrick, Gelatt and Vecchi, Science 220 (1983) 671–680,
   * https://doi.org/10.1126/science.220.4598.671); again and again. Where all terminals must be
   * reached over links, a few vertices are taken out and the parts joined by stars ({@link
   * StarRecreation}); else a vertex is forced in or out and local search repairs what is around it.
   * The cost of a round depends on the shaken place, not on the tree.
   *
   * @param start a tree, best improved before
   * @param rounds shakes to make, ≥ 0
   * @param warmth temperature at the start, as a share of the tree's mean arc cost, ≥ 0; falls to
   *     zero. From 0.5 little of the start is left
   * @return a tree at least as good
   */
  public Arborescence shake(
      Arborescence start,
      long rounds,
      double warmth,
      SplittableRandom random,
      BooleanSupplier stop) {
    tree.load(start);
    clearQueue();
    Arborescence best = start;
    long bestValue = tree.value();
    double temperature = warmth * meanArcCost(start);
    StarRecreation stars =
        optional || !Rerooting.isSymmetric(instance)
            ? null
            : new StarRecreation(tree, reconnection);
    for (long round = 0; round < rounds && !stop.getAsBoolean(); round++) {
      tree.clearJournal();
      long before = tree.value();
      boolean whole = stars == null ? shakeAndRepair(random, stop) : stars.step(random);
      if (!whole
          || tree.value() - before > allowance(temperature * (rounds - round) / rounds, random)) {
        tree.rollbackTo(0);
        clearQueue();
      } else if (tree.value() < bestValue && ring.length <= SNAPSHOTS_UP_TO) {
        bestValue = tree.value();
        best = tree.snapshot();
      }
    }
    if (tree.value() < bestValue) {
      best = tree.snapshot();
    }
    return StrongPruning.prune(instance, best);
  }

  private static double allowance(double temperature, SplittableRandom random) {
    return -temperature * StrictMath.log(1 - random.nextDouble());
  }

  private double meanArcCost(Arborescence start) {
    long sum = 0;
    int count = 0;
    for (int a : start.parentArc()) {
      if (a >= 0) {
        sum += instance.cost(a);
        count++;
      }
    }
    return count == 0 ? 0 : (double) sum / count;
  }

  /** False when the tree is left in parts. */
  private boolean shakeAndRepair(SplittableRandom random, BooleanSupplier stop) {
    int centre = random.nextInt(graph.vertexCount());
    for (int shakes = 1 + random.nextInt(SHAKES); shakes > 0; shakes--) {
      if (!shakeAt(centre)) {
        return false;
      }
      centre = neighbour(centre, random);
    }
    touch(0);
    drain(stop);
    return true;
  }

  /** False when the tree is left in parts. */
  private boolean shakeAt(int v) {
    if (tree.contains(v)) {
      return v == tree.root
          || tree.childCount(v) < 2
          || instance.penalty(v) == ArborescenceInstance.MANDATORY
          || keyVertex.force(v);
    }
    int mark = tree.mark();
    if (!insertion.insert(v)) {
      tree.rollbackTo(mark);
    }
    return true;
  }

  private int neighbour(int v, SplittableRandom random) {
    int from = graph.outStart(v);
    int count = graph.outStart(v + 1) - from;
    return count == 0 ? v : graph.head(graph.outArc(from + random.nextInt(count)));
  }

  private void drain(BooleanSupplier stop) {
    while (size > 0) {
      int v = ring[first];
      first = first + 1 == ring.length ? 0 : first + 1;
      size--;
      waiting[v] = false;
      if (++looked % LOOKS_BETWEEN_CLOCKS == 0 && stop.getAsBoolean()) {
        clearQueue();
        return;
      }
      int mark = tree.mark();
      if (tryMoves(v)) {
        touch(mark);
      }
    }
  }

  private boolean tryMoves(int v) {
    if (!tree.contains(v)) {
      return insertion.improve(v) || (optional && join(v));
    }
    return keyVertex.improve(v) || keyPath.improve(v) || branchDrop.improve(v);
  }

  /** Vertices changed since a mark, their neighbours, and the key vertex below each wait again. */
  private void touch(int mark) {
    for (int k = mark; k < tree.mark(); k++) {
      int v = tree.touched(k);
      enqueue(v);
      for (int p = graph.outStart(v); p < graph.outStart(v + 1); p++) {
        enqueue(graph.head(graph.outArc(p)));
      }
      int x = v;
      while (tree.contains(x) && !tree.isKey(x)) {
        x = tree.firstChild[x];
      }
      enqueue(x);
    }
  }

  private void enqueue(int v) {
    if (!waiting[v]) {
      waiting[v] = true;
      int at = first + size;
      ring[at >= ring.length ? at - ring.length : at] = v;
      size++;
    }
  }

  private void clearQueue() {
    while (size > 0) {
      waiting[ring[first]] = false;
      first = first + 1 == ring.length ? 0 : first + 1;
      size--;
    }
  }

  /** Reaches a terminal left out, with free terminals on the way, if that costs less than it. */
  private boolean join(int v) {
    if (instance.penalty(v) == 0) {
      return false;
    }
    int mark = tree.mark();
    long before = tree.value();
    tree.detach(v);
    if (reconnection.reconnect(v, instance.penalty(v)) != Long.MAX_VALUE && tree.value() < before) {
      return true;
    }
    tree.rollbackTo(mark);
    return false;
  }
}
