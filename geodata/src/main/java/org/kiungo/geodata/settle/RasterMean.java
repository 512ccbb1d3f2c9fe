package org.kiungo.geodata.settle;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.kiungo.geodata.format.Raster;
import org.kiungo.geodata.raster.CellLocator;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.model.value.LonLat;

/**
 * Mean and greatest value of a raster (night light, travel time, elevation …) over each
 * settlement's footprint, in one pass over the raster's rows.
 */
final class RasterMean {

  private final Raster raster;
  private final List<Settlement> settlements;

  /** Footprint of settlement i as a box of cells: rows[0][i] to rows[1][i], columns likewise. */
  private final int[][] rows;

  private final int[][] columns;

  /** Centre and half width of footprint i in cells: [0][i] by column, [1][i] by row. */
  private final double[][] centre;

  private final double[][] half;
  private final double[] sum;
  private final double[] most;
  private final int[] cells;

  private RasterMean(Raster raster, List<Settlement> settlements) {
    this.raster = raster;
    this.settlements = settlements;
    int n = settlements.size();
    rows = new int[2][n];
    columns = new int[2][n];
    centre = new double[2][n];
    half = new double[2][n];
    sum = new double[n];
    most = new double[n];
    Arrays.fill(most, Double.NaN);
    cells = new int[n];
  }

  /**
   * @return {@code [0]} mean, {@code [1]} greatest value by settlement; NaN where the raster has no
   *     data under it
   * @throws InputRefused when the raster's coordinate system cannot be reached from WGS 84
   */
  static double[][] of(Raster raster, List<Settlement> settlements) {
    return new RasterMean(raster, settlements).run();
  }

  private double[][] run() {
    CellLocator locator = new CellLocator(raster);
    for (int i = 0; i < settlements.size(); i++) {
      locate(i, locator);
    }
    sweep();
    double[] mean = new double[sum.length];
    for (int i = 0; i < mean.length; i++) {
      mean[i] = cells[i] == 0 ? Double.NaN : sum[i] / cells[i];
    }
    return new double[][] {mean, most};
  }

  /** The box of cells around the footprint; a footprint smaller than a cell takes one cell. */
  private void locate(int i, CellLocator locator) {
    SettlementFootprint footprint = SettlementFootprint.of(settlements.get(i));
    LonLat c = footprint.centre();
    double dx = footprint.degreesLon();
    double dy = footprint.degreesLat();
    double[] at = {
      c.lon() - dx, c.lat(), c.lon() + dx, c.lat(), c.lon(), c.lat() - dy, c.lon(), c.lat() + dy
    };
    locator.cells(at, 4);
    centre[0][i] = (at[0] + at[2]) / 2;
    centre[1][i] = (at[5] + at[7]) / 2;
    half[0][i] = Math.max(1e-9, Math.abs(at[2] - at[0]) / 2);
    half[1][i] = Math.max(1e-9, Math.abs(at[7] - at[5]) / 2);
    int[][] box = {columns[0], columns[1], rows[0], rows[1]};
    for (int axis = 0; axis < 2; axis++) {
      int nearest = (int) Math.rint(centre[axis][i]);
      double low = Math.ceil(centre[axis][i] - half[axis][i]);
      double high = Math.floor(centre[axis][i] + half[axis][i]);
      box[2 * axis][i] = (int) Math.min(nearest, low);
      box[2 * axis + 1][i] = (int) Math.max(nearest, high);
    }
  }

  private void sweep() {
    int[] order =
        IntStream.range(0, settlements.size())
            .boxed()
            .sorted(Comparator.comparingInt(i -> rows[0][i]))
            .mapToInt(Integer::intValue)
            .toArray();
    int window = raster.rowsAtOnce();
    int[] active = new int[0];
    int next = 0;
    for (int row = 0; row < raster.height(); row += window) {
      int count = Math.min(window, raster.height() - row);
      int last = row + count - 1;
      int from = next;
      while (next < order.length && rows[0][order[next]] <= last) {
        next++;
      }
      int first = row;
      int[] candidates =
          IntStream.concat(Arrays.stream(active), Arrays.stream(order, from, next))
              .filter(i -> rows[1][i] >= first)
              .toArray();
      if (candidates.length > 0) {
        readFor(candidates, row, count);
      }
      active = Arrays.stream(candidates).filter(i -> rows[1][i] > last).toArray();
    }
  }

  /** Reads only the columns under the candidates. */
  private void readFor(int[] candidates, int row, int count) {
    int west = Arrays.stream(candidates).map(i -> columns[0][i]).min().orElse(0);
    int east = Arrays.stream(candidates).map(i -> columns[1][i]).max().orElse(0);
    west = Math.max(0, west);
    east = Math.min(raster.width() - 1, east);
    if (west > east) {
      return;
    }
    double[] values = raster.read(0, west, row, east - west + 1, count);
    for (int i : candidates) {
      add(i, row, count, values, west, east);
    }
  }

  /**
   * Adds the window's cells whose centre lies in the footprint, or the one nearest to its centre.
   */
  private void add(
      int i, int firstRow, int count, double[] values, int firstColumn, int lastColumn) {
    int from = Math.max(rows[0][i], firstRow);
    int to = Math.min(rows[1][i], firstRow + count - 1);
    int west = Math.max(columns[0][i], firstColumn);
    int east = Math.min(columns[1][i], lastColumn);
    int nearestColumn = (int) Math.rint(centre[0][i]);
    int nearestRow = (int) Math.rint(centre[1][i]);
    int width = lastColumn - firstColumn + 1;
    for (int row = from; row <= to; row++) {
      double y = (row - centre[1][i]) / half[1][i];
      double reach = Math.sqrt(Math.max(0, 1 - y * y)) * half[0][i];
      int first = (int) Math.ceil(centre[0][i] - reach);
      int last = (int) Math.floor(centre[0][i] + reach);
      // the root may miss a cell at the rim by rounding
      first -= isInside(i, first - 1, y) ? 1 : 0;
      last += isInside(i, last + 1, y) ? 1 : 0;
      while (first <= last && !isInside(i, first, y)) {
        first++;
      }
      while (first <= last && !isInside(i, last, y)) {
        last--;
      }
      if (row == nearestRow && first > last) {
        first = nearestColumn;
        last = nearestColumn;
      }
      int start = (row - firstRow) * width - firstColumn;
      add(i, values, start + Math.max(first, west), start + Math.min(last, east));
    }
  }

  private boolean isInside(int i, int column, double y) {
    double x = (column - centre[0][i]) / half[0][i];
    return x * x + y * y <= 1;
  }

  /** Adds cells of one row. */
  private void add(int i, double[] values, int from, int to) {
    double total = sum[i];
    double greatest = most[i];
    int count = 0;
    for (int k = from; k <= to; k++) {
      double value = values[k];
      if (!Double.isNaN(value)) {
        total += value;
        greatest = greatest >= value ? greatest : value;
        count++;
      }
    }
    sum[i] = total;
    most[i] = greatest;
    cells[i] += count;
  }
}
