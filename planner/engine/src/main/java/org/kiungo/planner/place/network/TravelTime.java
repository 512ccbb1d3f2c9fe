package org.kiungo.planner.place.network;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Round-trip times over a network between all its nodes and the candidate sites. Pendant trees, of
 * which access networks mostly consist, are contracted: only the core that remains (nodes on cycles
 * and the anchors of trees) keeps a table, one row of integers per distinct anchor of a site. A
 * hundred thousand users behind a thousand core nodes and 2,000 sites need 8 MB, not 800.
 *
 * <p>Link times are rounded to 2<sup>−18</sup> ms (4 ns), so that sums are exact: a table brought
 * up to date equals one computed anew, bit for bit.
 *
 * <p>Complexity: O(n) to contract, one Dijkstra over the core per anchor, O(tree depth) per query;
 * where a plan only adds links or shortens them, one search per anchor over what comes nearer.
 * Exact: equal to a Dijkstra over the whole network. A way of more than eight seconds counts as
 * none.
 *
 * @see <a href="https://doi.org/10.1007/BF01386390">Dijkstra 1959</a>
 */
public final class TravelTime {

  private final int[] parent;
  private final double[] upMs;
  private final int[] anchor;
  private final double[] toAnchorMs;
  private final int[] coreIndex;
  private final Contraction.Core core;
  private final int[] siteNode;
  private final int[] rowOfSite;
  private final int[] sourceOfRow;
  private final int[][] rows;
  private final Map<Long, Double> shortestLink;

  private static final double UNITS_PER_MS = 1 << 18;
  private static final int NO_WAY = Integer.MAX_VALUE;

  private TravelTime(
      Contraction tree, Map<Long, Double> shortestLink, int[] siteNode, TravelTime previous) {
    this.shortestLink = shortestLink;
    this.parent = tree.parent;
    this.upMs = tree.upMs;
    this.anchor = tree.anchor;
    this.toAnchorMs = tree.toAnchorMs;
    this.coreIndex = tree.coreIndex;
    this.core = tree.core;
    this.siteNode = siteNode.clone();
    int[] rowOfCore = new int[core.start().length - 1];
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
    this.sourceOfRow = Arrays.copyOf(source, count);
    boolean same =
        previous != null
            && previous.core.equal(core)
            && Arrays.equals(previous.rowOfSite, rowOfSite)
            && Arrays.equals(previous.sourceOfRow, sourceOfRow);
    this.rows = same ? previous.rows : new int[count][];
    boolean onlyAdded = !same && previous != null && previous.keptIn(shortestLink);
    int[] nodeOfCore = onlyAdded ? nodesOfCore() : null;
    int[] nearer = onlyAdded ? nearerLinks(previous, nodeOfCore) : null;
    for (int row = 0; row < count && !same; row++) {
      int[] known = onlyAdded ? previous.rowFrom(nodeOfCore[source[row]], nodeOfCore) : null;
      rows[row] = known == null ? dijkstra(source[row]) : improved(known, nearer);
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
    return of(nodes, from, to, roundTripMs, siteNode, null);
  }

  /**
   * The same sites after the network changed, its nodes numbered as before and new ones behind
   * them. The table is kept when the core did not change, improved where links were only added or
   * shortened, else computed anew.
   */
  public TravelTime updated(int nodes, int[] from, int[] to, double[] roundTripMs) {
    return of(nodes, from, to, roundTripMs, siteNode, this);
  }

  private static TravelTime of(
      int nodes, int[] from, int[] to, double[] ms, int[] siteNode, TravelTime previous) {
    double[] rounded = new double[ms.length];
    Map<Long, Double> shortest = new HashMap<>();
    for (int k = 0; k < ms.length; k++) {
      rounded[k] = Math.rint(ms[k] * UNITS_PER_MS) / UNITS_PER_MS;
      shortest.merge(pair(from[k], to[k]), rounded[k], Math::min);
    }
    return new TravelTime(new Contraction(nodes, from, to, rounded), shortest, siteNode, previous);
  }

  private static long pair(int a, int b) {
    return (long) Math.min(a, b) << 32 | Math.max(a, b);
  }

  /** True when every link is still there and none became longer. */
  private boolean keptIn(Map<Long, Double> links) {
    for (Map.Entry<Long, Double> link : shortestLink.entrySet()) {
      Double now = links.get(link.getKey());
      if (now == null || now > link.getValue()) {
        return false;
      }
    }
    return true;
  }

  private int[] nodesOfCore() {
    int[] node = new int[core.start().length - 1];
    for (int v = 0; v < coreIndex.length; v++) {
      if (coreIndex[v] >= 0) {
        node[coreIndex[v]] = v;
      }
    }
    return node;
  }

  /** Core links that are new or shorter: end, position in the core's lists, … */
  private int[] nearerLinks(TravelTime before, int[] nodeOfCore) {
    int[] found = new int[2 * core.end().length];
    int count = 0;
    for (int v = 0; v < nodeOfCore.length; v++) {
      for (int e = core.start()[v]; e < core.start()[v + 1]; e++) {
        Double old = before.shortestLink.get(pair(nodeOfCore[v], nodeOfCore[core.end()[e]]));
        if (old == null || core.ms()[e] < old) {
          found[count++] = v;
          found[count++] = e;
        }
      }
    }
    return Arrays.copyOf(found, count);
  }

  /**
   * Times between an anchor and these nodes as the table has them; null when it has no such row.
   */
  private int[] rowFrom(int anchorNode, int[] nodes) {
    int c = anchorNode < coreIndex.length ? coreIndex[anchorNode] : -1;
    int[] row = null;
    for (int r = 0; r < rows.length && c >= 0 && row == null; r++) {
      row = sourceOfRow[r] == c ? rows[r] : null;
    }
    if (row == null) {
      return null;
    }
    int[] times = new int[nodes.length];
    for (int k = 0; k < nodes.length; k++) {
      int v = nodes[k];
      int there = v < anchor.length ? row[coreIndex[anchor[v]]] : NO_WAY;
      times[k] = there == NO_WAY ? NO_WAY : units(there / UNITS_PER_MS + toAnchorMs[v]);
    }
    return times;
  }

  private static int units(double ms) {
    double units = ms * UNITS_PER_MS;
    return units < NO_WAY ? (int) units : NO_WAY;
  }

  /** Brings down, in place, what comes nearer over new and shorter links. */
  private int[] improved(int[] row, int[] nearer) {
    PriorityQueue<double[]> queue = new PriorityQueue<>((a, b) -> Double.compare(a[0], b[0]));
    for (int k = 0; k < nearer.length; k += 2) {
      reach(row, row[nearer[k]], nearer[k + 1], queue);
    }
    spread(row, queue);
    return row;
  }

  private void reach(int[] row, int time, int link, PriorityQueue<double[]> queue) {
    int through = time == NO_WAY ? NO_WAY : units(time / UNITS_PER_MS + core.ms()[link]);
    int v = core.end()[link];
    if (through < row[v]) {
      row[v] = through;
      queue.add(new double[] {through, v});
    }
  }

  private void spread(int[] row, PriorityQueue<double[]> queue) {
    while (!queue.isEmpty()) {
      double[] top = queue.poll();
      int v = (int) top[1];
      for (int e = core.start()[v]; top[0] <= row[v] && e < core.start()[v + 1]; e++) {
        reach(row, row[v], e, queue);
      }
    }
  }

  /** Milliseconds there and back between a node and a site; infinite without a path. */
  public double roundTripMs(int node, int site) {
    int target = siteNode[site];
    if (anchor[node] == anchor[target]) {
      return withinTree(node, target);
    }
    int between = rows[rowOfSite[site]][coreIndex[anchor[node]]];
    return between == NO_WAY
        ? Double.POSITIVE_INFINITY
        : toAnchorMs[node] + between / UNITS_PER_MS + toAnchorMs[target];
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
    return 4L * rows.length * (core.start().length - 1);
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

  private int[] dijkstra(int source) {
    int[] row = new int[core.start().length - 1];
    Arrays.fill(row, NO_WAY);
    row[source] = 0;
    PriorityQueue<double[]> queue = new PriorityQueue<>((a, b) -> Double.compare(a[0], b[0]));
    queue.add(new double[] {0, source});
    spread(row, queue);
    return row;
  }
}
