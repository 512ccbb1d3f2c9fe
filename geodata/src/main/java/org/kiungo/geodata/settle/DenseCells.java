package org.kiungo.geodata.settle;

import java.util.Arrays;

/**
 * Runs of neighbouring dense cells of a raster, joined into 8-connected clusters while rows stream
 * by (two-row union–find, Rosenfeld &amp; Pfaltz 1966, doi:10.1145/321356.321357). Memory grows
 * with the dense cells only.
 */
final class DenseCells {

  private int runs;
  private int[] runRow = new int[1024];
  private int[] runColumn = new int[1024];

  /** First cell of a run; run k holds cells firstCell[k] until firstCell[k + 1]. */
  private int[] firstCell = new int[1025];

  private int[] parent = new int[1024];
  private int cells;
  private double[] people = new double[4096];
  private int previousRowStart;
  private int rowStart;
  private int row = -1;

  /** Adds a dense cell; rows ascend, columns ascend within a row. */
  void add(int cellRow, int column, double cellPeople) {
    if (cellRow != row) {
      finishRow();
      previousRowStart = cellRow == row + 1 ? rowStart : runs;
      rowStart = runs;
      row = cellRow;
    }
    boolean extendsRun =
        runs > rowStart && runColumn[runs - 1] + (cells - firstCell[runs - 1]) == column;
    if (!extendsRun) {
      if (runs == runRow.length) {
        runRow = Arrays.copyOf(runRow, runs * 2);
        runColumn = Arrays.copyOf(runColumn, runs * 2);
        parent = Arrays.copyOf(parent, runs * 2);
        firstCell = Arrays.copyOf(firstCell, runs * 2 + 1);
      }
      runRow[runs] = cellRow;
      runColumn[runs] = column;
      parent[runs] = runs;
      firstCell[runs] = cells;
      runs++;
    }
    if (cells == people.length) {
      people = Arrays.copyOf(people, cells * 2);
    }
    people[cells++] = cellPeople;
    firstCell[runs] = cells;
  }

  /** Joins the finished row's runs with those of the row above that touch them. */
  private void finishRow() {
    int above = previousRowStart;
    for (int run = rowStart; run < runs; run++) {
      int from = runColumn[run] - 1;
      int to = runColumn[run] + length(run);
      while (above < rowStart && runColumn[above] + length(above) - 1 < from) {
        above++;
      }
      for (int k = above; k < rowStart && runColumn[k] <= to; k++) {
        union(run, k);
      }
    }
  }

  private int length(int run) {
    return firstCell[run + 1] - firstCell[run];
  }

  private int find(int run) {
    int root = run;
    while (parent[root] != root) {
      parent[root] = parent[parent[root]];
      root = parent[root];
    }
    return root;
  }

  private void union(int a, int b) {
    int ra = find(a);
    int rb = find(b);
    // the older run stays root, so that clusters come out in reading order
    parent[Math.max(ra, rb)] = Math.min(ra, rb);
  }

  /** Hands over every cluster in the order of its first cell, its cells in reading order. */
  void forEachCluster(ClusterConsumer consumer) {
    finishRow();
    previousRowStart = rowStart;
    int[] size = new int[runs + 1];
    for (int run = 0; run < runs; run++) {
      size[find(run)] += length(run);
    }
    int[] next = new int[runs + 1];
    int total = 0;
    for (int run = 0; run < runs; run++) {
      next[run] = total;
      total += size[run];
    }
    int[] cellRow = new int[total];
    int[] cellColumn = new int[total];
    double[] cellPeople = new double[total];
    for (int run = 0; run < runs; run++) {
      int root = find(run);
      for (int k = 0; k < length(run); k++) {
        int to = next[root]++;
        cellRow[to] = runRow[run];
        cellColumn[to] = runColumn[run] + k;
        cellPeople[to] = people[firstCell[run] + k];
      }
    }
    for (int from = 0, run = 0; run < runs; run++) {
      if (size[run] > 0) {
        consumer.accept(new CellRange(cellRow, cellColumn, cellPeople, from, from + size[run]));
        from += size[run];
      }
    }
  }

  /** Receives clusters. */
  interface ClusterConsumer {
    void accept(CellRange cluster);
  }

  /**
   * Some cells, as a stretch of shared arrays.
   *
   * @param row raster row by cell
   * @param column raster column by cell
   * @param people by cell
   * @param from first index
   * @param to index after the last
   */
  record CellRange(int[] row, int[] column, double[] people, int from, int to) {

    double totalPeople() {
      double sum = 0;
      for (int k = from; k < to; k++) {
        sum += people[k];
      }
      return sum;
    }

    int cells() {
      return to - from;
    }
  }
}
