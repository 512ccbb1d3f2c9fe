package org.kiungo.planner.network;

import java.util.function.BooleanSupplier;

/**
 * Improves a tree until no move helps: vertex insertion, key-vertex elimination, key-path exchange,
 * joining terminals left out, and exact pruning. Reusable buffers: one instance per thread.
 */
public final class LocalSearch {

  private final ArborescenceInstance instance;
  private final TreeState tree;
  private final Reconnection reconnection;
  private final KeyPathExchange keyPath;
  private final KeyVertexElimination keyVertex;
  private final VertexInsertion insertion;
  private long moves;

  public LocalSearch(ArborescenceInstance instance) {
    this.instance = instance;
    tree = new TreeState(instance);
    reconnection = new Reconnection(tree);
    keyPath = new KeyPathExchange(tree, reconnection);
    keyVertex = new KeyVertexElimination(tree, reconnection);
    insertion = new VertexInsertion(tree);
  }

  /** Moves tried since this object exists. */
  public long moves() {
    return moves;
  }

  /**
   * @param start a feasible tree
   * @param stop asked between moves; the best tree so far is returned when it says true
   * @return a tree at least as good, strongly pruned
   */
  public Arborescence improve(Arborescence start, BooleanSupplier stop) {
    Arborescence best = StrongPruning.prune(instance, start);
    while (true) {
      tree.load(best);
      boolean stopped = pass(stop);
      Arborescence pruned = StrongPruning.prune(instance, tree.snapshot());
      if (pruned.value() >= best.value()) {
        return best;
      }
      best = pruned;
      if (stopped) {
        return best;
      }
    }
  }

  private boolean pass(BooleanSupplier stop) {
    int n = instance.graph().vertexCount();
    for (int round = 0; round < 4; round++) {
      for (int v = 0; v < n; v++) {
        if (stop.getAsBoolean()) {
          return true;
        }
        tryMoves(v, round);
      }
    }
    return false;
  }

  private void tryMoves(int v, int round) {
    switch (round) {
      case 0 -> insertion.improve(v);
      case 1 -> keyVertex.improve(v);
      case 2 -> keyPath.improve(v);
      default -> join(v);
    }
    moves++;
  }

  /** Reaches a terminal left out, with free terminals on the way, if that costs less than it. */
  private boolean join(int v) {
    if (tree.contains(v) || instance.penalty(v) == 0) {
      return false;
    }
    tree.detach(v);
    if (reconnection.reconnect(v, instance.penalty(v)) != Long.MAX_VALUE && tree.gain() > 0) {
      tree.commit();
      return true;
    }
    tree.rollback();
    return false;
  }
}
