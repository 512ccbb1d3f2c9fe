package org.kiungo.planner.place;

import java.util.Arrays;
import java.util.PriorityQueue;

/**
 * Round-trip times over a network between all its nodes and the candidate sites. Pendant trees, of
 * which access networks mostly consist, are contracted: only the core that remains (nodes on cycles
 * and the anchors of trees) keeps a table, one row of floats per distinct anchor of a site. A
 * hundred thousand users behind a thousand core nodes and 2,000 sites need 8 MB, not 800.
 *
 * <p>Complexity: O(n) to contract, one Dijkstra over the core per anchor, O(tree depth) per query.
 * Exact: equal to a Dijkstra over the whole network, rounded to a float.
 *
 * @see <a href="https://doi.org/10.1007/BF01386390">Dijkstra 1959</a>
 */
public final class TravelTime {

  private final int[] parent;
  private final double[] upMs;
  private final int[] anchor;
  private final double[] toAnchorMs;
  private final int[] coreIndex;
  private final Core core;
  private final int[] siteNode;
  private final int[] rowOfSite;
  private final float[][] rows;

  /** The contracted network, kept to see whether a change of plan left it alone. */
  private record Core(int[] start, int[] end, double[] ms) {

    boolean equal(Core other) {
      return Arrays.equals(start, other.start)
          && Arrays.equals(end, other.end)
          && Arrays.equals(ms, other.ms);
    }
  }

  private TravelTime(Contraction tree, int[] siteNode, TravelTime previous) {
    this.parent = tree.parent;
    this.upMs = tree.upMs;
    this.anchor = tree.anchor;
    this.toAnchorMs = tree.toAnchorMs;
    this.coreIndex = tree.coreIndex;
    this.core = tree.core;
    this.siteNode = siteNode.clone();
    int[] rowOfCore = new int[core.start.length - 1];
    Arrays.fill(rowOfCore, -1);
    this.rowOfSite = new int[siteNode.length];
    int[] source = new int[siteNode.length];
    int count = 0;
    for (int j = 0; j < siteNode.length; j++) {
      int c = coreIndex[anchor[siteNode[j]]];
      if (rowOfCore[c] < 0) {
        rowOfCore[c] = count;
        source[count++] = c;
      }
      rowOfSite[j] = rowOfCore[c];
    }
    boolean same =
        previous != null
            && previous.core.equal(core)
            && Arrays.equals(previous.rowOfSite, rowOfSite)
            && previous.sourcesEqual(source, count);
    this.rows = same ? previous.rows : new float[count][];
    for (int row = 0; row < count && !same; row++) {
      rows[row] = dijkstra(source[row]);
    }
  }

  /**
   * @param nodes number of network nodes
   * @param from from[k], to[k] = nodes joined by link k, both ways
   * @param roundTripMs of link k, there and back, ≥ 0
   * @param siteNode siteNode[j] = node at which candidate site j stands
   */
  public static TravelTime of(
      int nodes, int[] from, int[] to, double[] roundTripMs, int[] siteNode) {
    return new TravelTime(new Contraction(nodes, from, to, roundTripMs), siteNode, null);
  }

  /** The same sites after the network changed; the table is kept when the core did not change. */
  public TravelTime updated(int nodes, int[] from, int[] to, double[] roundTripMs) {
    return new TravelTime(new Contraction(nodes, from, to, roundTripMs), siteNode, this);
  }

  /** Milliseconds there and back between a node and a site; infinite without a path. */
  public double roundTripMs(int node, int site) {
    int target = siteNode[site];
    if (anchor[node] == anchor[target]) {
      return withinTree(node, target);
    }
    return toAnchorMs[node] + rows[rowOfSite[site]][coreIndex[anchor[node]]] + toAnchorMs[target];
  }

  /** Node at which a site stands. */
  public int siteNode(int site) {
    return siteNode[site];
  }

  boolean sharesTable(TravelTime other) {
    return rows == other.rows;
  }

  /** Bytes of the core's table. */
  public long tableBytes() {
    return 4L * rows.length * (core.start.length - 1);
  }

  private boolean sourcesEqual(int[] source, int count) {
    if (rows.length != count) {
      return false;
    }
    for (int row = 0; row < count; row++) {
      if (rows[row][source[row]] != 0) {
        return false;
      }
    }
    return true;
  }

  private double withinTree(int a, int b) {
    double ms = 0;
    int u = a;
    int v = b;
    while (u != v) {
      if (toAnchorMsDepth(u) >= toAnchorMsDepth(v)) {
        ms += upMs[u];
        u = parent[u];
      } else {
        ms += upMs[v];
        v = parent[v];
      }
    }
    return ms;
  }

  private int toAnchorMsDepth(int v) {
    int depth = 0;
    for (int u = v; parent[u] >= 0; u = parent[u]) {
      depth++;
    }
    return depth;
  }

  private float[] dijkstra(int source) {
    int n = core.start.length - 1;
    double[] distance = new double[n];
    Arrays.fill(distance, Double.POSITIVE_INFINITY);
    distance[source] = 0;
    PriorityQueue<double[]> queue = new PriorityQueue<>((a, b) -> Double.compare(a[0], b[0]));
    queue.add(new double[] {0, source});
    while (!queue.isEmpty()) {
      double[] top = queue.poll();
      int v = (int) top[1];
      if (top[0] > distance[v]) {
        continue;
      }
      for (int e = core.start[v]; e < core.start[v + 1]; e++) {
        double through = top[0] + core.ms[e];
        if (through < distance[core.end[e]]) {
          distance[core.end[e]] = through;
          queue.add(new double[] {through, core.end[e]});
        }
      }
    }
    float[] row = new float[n];
    for (int v = 0; v < n; v++) {
      row[v] = (float) distance[v];
    }
    return row;
  }

  /** Strips nodes with one link until none is left, then numbers what remains. */
  private static final class Contraction {
    private final int[] parent;
    private final double[] upMs;
    private final int[] anchor;
    private final double[] toAnchorMs;
    private final int[] coreIndex;
    private final Core core;

    Contraction(int nodes, int[] from, int[] to, double[] ms) {
      int[] start = new int[nodes + 1];
      for (int k = 0; k < from.length; k++) {
        start[from[k] + 1]++;
        start[to[k] + 1]++;
      }
      for (int v = 0; v < nodes; v++) {
        start[v + 1] += start[v];
      }
      int[] end = new int[2 * from.length];
      double[] length = new double[2 * from.length];
      int[] next = start.clone();
      for (int k = 0; k < from.length; k++) {
        end[next[from[k]]] = to[k];
        length[next[from[k]]++] = ms[k];
        end[next[to[k]]] = from[k];
        length[next[to[k]]++] = ms[k];
      }
      parent = new int[nodes];
      upMs = new double[nodes];
      Arrays.fill(parent, -1);
      int[] order = new int[nodes];
      int stripped = strip(nodes, start, end, length, order);
      anchor = new int[nodes];
      toAnchorMs = new double[nodes];
      coreIndex = new int[nodes];
      Arrays.fill(coreIndex, -1);
      int cores = 0;
      for (int v = 0; v < nodes; v++) {
        if (parent[v] < 0) {
          anchor[v] = v;
          coreIndex[v] = cores++;
        }
      }
      for (int k = stripped - 1; k >= 0; k--) {
        int v = order[k];
        anchor[v] = anchor[parent[v]];
        toAnchorMs[v] = toAnchorMs[parent[v]] + upMs[v];
      }
      core = core(cores, start, end, length);
    }

    private int strip(int nodes, int[] start, int[] end, double[] length, int[] order) {
      int[] degree = new int[nodes];
      int count = 0;
      for (int v = 0; v < nodes; v++) {
        degree[v] = start[v + 1] - start[v];
        if (degree[v] == 1) {
          order[count++] = v;
        }
      }
      int kept = 0;
      for (int k = 0; k < count; k++) {
        int v = order[k];
        if (degree[v] != 1) {
          continue;
        }
        for (int e = start[v]; e < start[v + 1]; e++) {
          int u = end[e];
          if (parent[u] < 0 && u != v) {
            parent[v] = u;
            upMs[v] = length[e];
            degree[v] = 0;
            if (--degree[u] == 1) {
              order[count++] = u;
            }
            break;
          }
        }
        order[kept++] = v;
      }
      return kept;
    }

    private Core core(int cores, int[] start, int[] end, double[] length) {
      int[] coreStart = new int[cores + 1];
      int[] coreEnd = new int[end.length];
      double[] coreMs = new double[end.length];
      int count = 0;
      for (int v = 0; v < coreIndex.length; v++) {
        if (coreIndex[v] < 0) {
          continue;
        }
        for (int e = start[v]; e < start[v + 1]; e++) {
          if (coreIndex[end[e]] >= 0) {
            coreEnd[count] = coreIndex[end[e]];
            coreMs[count++] = length[e];
          }
        }
        coreStart[coreIndex[v] + 1] = count;
      }
      return new Core(coreStart, Arrays.copyOf(coreEnd, count), Arrays.copyOf(coreMs, count));
    }
  }
}
