package org.kiungo.planner.network;

import java.util.Arrays;

/**
 * The rooted Steiner arborescence problem, prize-collecting form: choose a tree of arcs directed
 * away from the root so that Σ arc costs + Σ penalties of the terminals left out is least.
 *
 * <p>A terminal with penalty p behaves as if a private arc root → terminal of cost p existed that
 * nobody else may use. Without optional terminals this is Wong's problem (Mathematical Programming
 * 28 (1984) 271–287, https://doi.org/10.1007/BF02612335).
 */
public final class ArborescenceInstance {

  /** Penalty of a terminal that must be reached; also larger than any sum of real costs. */
  public static final long MANDATORY = 1L << 56;

  private final Digraph graph;
  private final long[] arcCost;
  private final int root;
  private final long[] penalty;
  private final int[] terminals;

  /**
   * @param graph topology
   * @param arcCost cost per arc in integer units (cents, or people scaled), ≥ 0; not copied
   * @param root where every path starts
   * @param penalty per vertex: 0 = no terminal, {@link #MANDATORY} = must be reached, else the
   *     price of leaving it out; not copied. The root's entry is ignored.
   */
  public ArborescenceInstance(Digraph graph, long[] arcCost, int root, long[] penalty) {
    if (arcCost.length != graph.arcCount() || penalty.length != graph.vertexCount()) {
      throw new IllegalArgumentException("arrays do not match the graph");
    }
    this.graph = graph;
    this.arcCost = arcCost;
    this.root = root;
    this.penalty = penalty;
    this.terminals = listTerminals();
  }

  private int[] listTerminals() {
    int count = 0;
    int[] found = new int[penalty.length];
    for (int v = 0; v < penalty.length; v++) {
      if (penalty[v] < 0 || penalty[v] > MANDATORY) {
        throw new IllegalArgumentException("penalty of vertex " + v + " is " + penalty[v]);
      }
      if (penalty[v] > 0 && v != root) {
        found[count++] = v;
      }
    }
    for (int a = 0; a < arcCost.length; a++) {
      if (arcCost[a] < 0 || arcCost[a] > MANDATORY) {
        throw new IllegalArgumentException("cost of arc " + a + " is " + arcCost[a]);
      }
    }
    return Arrays.copyOf(found, count);
  }

  public Digraph graph() {
    return graph;
  }

  public int root() {
    return root;
  }

  public long cost(int arc) {
    return arcCost[arc];
  }

  /** 0 for a vertex that is no terminal, and for the root. */
  public long penalty(int vertex) {
    return vertex == root ? 0 : penalty[vertex];
  }

  public int terminalCount() {
    return terminals.length;
  }

  /** The k-th terminal, ascending vertex number, root excluded. */
  public int terminal(int k) {
    return terminals[k];
  }

  /** A copy of the arc costs, as a start for search lengths. */
  public long[] arcCosts() {
    return arcCost.clone();
  }

  /** Same graph, root and penalties at other costs (another price). */
  public ArborescenceInstance withCosts(long[] arcCost, long[] penalty) {
    return new ArborescenceInstance(graph, arcCost, root, penalty);
  }
}
