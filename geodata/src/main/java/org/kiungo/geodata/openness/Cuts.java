package org.kiungo.geodata.openness;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Bridges and articulation points of what a root reaches, with the people behind each, by one
 * depth-first search: an edge from p to its child c is a bridge when nothing below c leads past c,
 * and p an articulation point for c when nothing below c leads past p.
 *
 * @see <a href="https://doi.org/10.1137/0201010">Tarjan 1972, Depth-first search and linear graph
 *     algorithms</a>
 * @see <a href="https://doi.org/10.1145/362248.362272">Hopcroft and Tarjan 1973, Algorithm 447</a>
 */
final class Cuts {

  private static final int NONE = -1;

  private final CutGraph graph;
  private final int[] order;
  private final int[] rank;
  private final int[] low;
  private final int[] parentEdge;
  private final double[] below;
  private final double[] behindVertex;

  Cuts(CutGraph graph, int root) {
    this.graph = graph;
    int n = graph.vertices();
    rank = new int[n];
    low = new int[n];
    parentEdge = new int[n];
    below = new double[n];
    behindVertex = new double[n];
    Arrays.fill(rank, NONE);
    Arrays.fill(parentEdge, NONE);
    order = search(root);
    gather();
  }

  /** Vertices reached, in the order in which they were met. */
  private int[] search(int root) {
    int[][] incident = graph.incident();
    int[] met = new int[graph.vertices()];
    int[] stack = new int[graph.vertices()];
    int[] next = new int[graph.vertices()];
    int count = 0;
    int depth = 0;
    stack[0] = root;
    rank[root] = count;
    low[root] = count;
    met[count++] = root;
    while (depth >= 0) {
      int at = stack[depth];
      if (next[at] == incident[at].length) {
        depth--;
        if (depth >= 0) {
          low[stack[depth]] = Math.min(low[stack[depth]], low[at]);
        }
        continue;
      }
      int edge = incident[at][next[at]++];
      int to = graph.other(edge, at);
      if (rank[to] == NONE) {
        parentEdge[to] = edge;
        rank[to] = count;
        low[to] = count;
        met[count++] = to;
        stack[++depth] = to;
      } else if (edge != parentEdge[at]) {
        low[at] = Math.min(low[at], rank[to]);
      }
    }
    return Arrays.copyOf(met, count);
  }

  private void gather() {
    for (int k = order.length - 1; k >= 0; k--) {
      int at = order[k];
      below[at] += graph.people(at);
      behindVertex[at] += graph.people(at);
      if (k > 0) {
        int parent = parent(at);
        below[parent] += below[at];
        if (low[at] >= rank[parent]) {
          behindVertex[parent] += below[at];
        }
      }
    }
  }

  /** The vertex from which this one was met; this one itself for the root. */
  int parent(int vertex) {
    return parentEdge[vertex] == NONE ? vertex : graph.other(parentEdge[vertex], vertex);
  }

  boolean reached(int vertex) {
    return rank[vertex] != NONE;
  }

  /** People whom the root reaches. */
  double reachedPeople() {
    return below[order[0]];
  }

  /** Whether the edge from a vertex towards the root is its only way there. */
  boolean hangs(int vertex) {
    return parentEdge[vertex] != NONE && low[vertex] == rank[vertex];
  }

  /** The edge towards the root, −1 for the root and what it does not reach. */
  int edgeToRoot(int vertex) {
    return parentEdge[vertex];
  }

  /** People at a vertex and at all that were met through it: those behind its edge if it hangs. */
  double below(int vertex) {
    return below[vertex];
  }

  /** People who lose the root when a vertex is gone, its own included. */
  double behindVertex(int vertex) {
    return behindVertex[vertex];
  }

  /** Vertices reached, each after the one it was met from. */
  int[] order() {
    return order.clone();
  }

  /** Whether a vertex was met through another. */
  boolean[] under(int top) {
    boolean[] under = new boolean[graph.vertices()];
    under[top] = true;
    for (int at : order) {
      under[at] |= parentEdge[at] != NONE && under[parent(at)];
    }
    return under;
  }

  /** People behind at least one bridge of a kind. */
  double behindAnyBridge(IntPredicate edges) {
    boolean[] behind = new boolean[graph.vertices()];
    double sum = 0;
    for (int at : order) {
      if (parentEdge[at] != NONE) {
        behind[at] = behind[parent(at)] || hangs(at) && edges.test(parentEdge[at]);
      }
      sum += behind[at] ? graph.people(at) : 0;
    }
    return sum;
  }

  /** People behind the bridge of a kind that has most behind it. */
  double behindWorstBridge(IntPredicate edges) {
    double most = 0;
    for (int at : order) {
      if (hangs(at) && edges.test(parentEdge[at])) {
        most = Math.max(most, below[at]);
      }
    }
    return most;
  }
}
