package org.kiungo.planner.place.network;

import java.util.Arrays;

/** Strips nodes with one link until none is left, then numbers what remains. */
final class Contraction {
  /** The contracted network, kept to see whether a change of plan left it alone. */
  record Core(int[] start, int[] end, double[] ms) {

    boolean equal(Core other) {
      return Arrays.equals(start, other.start)
          && Arrays.equals(end, other.end)
          && Arrays.equals(ms, other.ms);
    }
  }

  final int[] parent;
  final double[] upMs;
  final int[] anchor;
  final double[] toAnchorMs;
  final int[] coreIndex;
  final Core core;

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
