package org.kiungo.geodata.settle;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * A packed, static R-tree over boxes in primitive arrays: items sorted along a Hilbert curve, 16 to
 * a node (Kamel &amp; Faloutsos 1993, doi:10.1145/170088.170403). Some 45 bytes an item, so that
 * the millions of road segments of a continent fit in memory.
 */
final class PackedIndex {

  private static final int NODE = 16;
  private static final int CURVE = 1 << 16;

  /** Boxes of all levels, leaves first: west, south, east, north. */
  private final double[] box;

  /** Item of a leaf entry, first entry below of a node. */
  private final int[] below;

  /** Entry after the last of each level. */
  private final int[] levelEnd;

  private final int items;

  /**
   * @param bounds {@code [4k …]} = west, south, east, north of item k
   * @param count how many items
   */
  PackedIndex(double[] bounds, int count) {
    items = count;
    levelEnd = levels(count);
    int entries = levelEnd[levelEnd.length - 1];
    box = new double[4 * entries];
    below = new int[entries];
    long[] order = alongCurve(bounds, count);
    for (int k = 0; k < count; k++) {
      below[k] = (int) order[k];
      System.arraycopy(bounds, 4 * below[k], box, 4 * k, 4);
    }
    int from = 0;
    for (int level = 0; level + 1 < levelEnd.length; level++) {
      int node = levelEnd[level];
      for (int first = from; first < levelEnd[level]; first += NODE, node++) {
        enclose(node, first, Math.min(first + NODE, levelEnd[level]));
      }
      from = levelEnd[level];
    }
  }

  private static int[] levels(int count) {
    int[] ends = new int[16];
    int level = 0;
    int width = count;
    ends[0] = count;
    while (width > 1) {
      width = (width + NODE - 1) / NODE;
      ends[level + 1] = ends[level] + width;
      level++;
    }
    return Arrays.copyOf(ends, level + 1);
  }

  private void enclose(int node, int first, int end) {
    below[node] = first;
    System.arraycopy(box, 4 * first, box, 4 * node, 4);
    for (int k = first + 1; k < end; k++) {
      for (int edge = 0; edge < 2; edge++) {
        box[4 * node + edge] = Math.min(box[4 * node + edge], box[4 * k + edge]);
        box[4 * node + 2 + edge] = Math.max(box[4 * node + 2 + edge], box[4 * k + 2 + edge]);
      }
    }
  }

  /** Place on the curve in the upper half, item in the lower, ascending. */
  private static long[] alongCurve(double[] bounds, int count) {
    double[] low = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
    double[] high = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
    for (int k = 0; k < 2 * count; k++) {
      int axis = k % 2;
      double middle = bounds[k / 2 * 4 + axis] + bounds[k / 2 * 4 + 2 + axis];
      low[axis] = Math.min(low[axis], middle);
      high[axis] = Math.max(high[axis], middle);
    }
    long[] order = new long[count];
    for (int k = 0; k < count; k++) {
      int x = cell(bounds[4 * k] + bounds[4 * k + 2], low[0], high[0]);
      int y = cell(bounds[4 * k + 1] + bounds[4 * k + 3], low[1], high[1]);
      order[k] = hilbert(x, y) << 32 | k;
    }
    Arrays.parallelSort(order);
    return order;
  }

  private static int cell(double value, double low, double high) {
    return high > low ? (int) ((value - low) / (high - low) * (CURVE - 1)) : 0;
  }

  /** Distance along the Hilbert curve of order 16. */
  private static long hilbert(int column, int row) {
    int x = column;
    int y = row;
    long along = 0;
    for (int side = CURVE / 2; side > 0; side /= 2) {
      int right = (x & side) > 0 ? 1 : 0;
      int upper = (y & side) > 0 ? 1 : 0;
      along += (long) side * side * ((3 * right) ^ upper);
      if (upper == 0) {
        if (right == 1) {
          x = CURVE - 1 - x;
          y = CURVE - 1 - y;
        }
        int swap = x;
        x = y;
        y = swap;
      }
    }
    return along;
  }

  /** Hands over every item whose box touches the given one, in no promised order. */
  void query(double west, double south, double east, double north, IntConsumer found) {
    if (items > 0) {
      descend(
          levelEnd.length - 1, levelEnd[levelEnd.length - 1] - 1, west, south, east, north, found);
    }
  }

  private void descend(
      int level,
      int entry,
      double west,
      double south,
      double east,
      double north,
      IntConsumer found) {
    boolean touches =
        box[4 * entry] <= east
            && box[4 * entry + 2] >= west
            && box[4 * entry + 1] <= north
            && box[4 * entry + 3] >= south;
    if (!touches) {
      return;
    }
    if (level == 0) {
      found.accept(below[entry]);
      return;
    }
    int end = Math.min(below[entry] + NODE, levelEnd[level - 1]);
    for (int k = below[entry]; k < end; k++) {
      descend(level - 1, k, west, south, east, north, found);
    }
  }

  /** Bounds of everything; null when there is no item. */
  double[] bounds() {
    return items == 0 ? null : Arrays.copyOfRange(box, box.length - 4, box.length);
  }
}
