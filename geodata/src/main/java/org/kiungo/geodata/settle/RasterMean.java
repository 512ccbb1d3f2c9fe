package org.kiungo.geodata.settle;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.kiungo.geodata.format.Raster;
import org.kiungo.geodata.raster.CellLocator;
import org.kiungo.planner.model.InputRefused;
import org.kiungo.planner.model.LonLat;
import org.kiungo.planner.model.Settlement;

/**
 * Mean of a raster (night light, travel time, elevation …) over each settlement's footprint, in one
 * pass over the raster's rows.
 */
final class RasterMean {

  private final Raster raster;
  private final List<Settlement> settlements;

  /** Footprint of settlement i as a box of cells: rows[0][i] to rows[1][i], columns likewise. */
  private final int[][] rows;

  private final int[][] columns;
  private final double[] sum;
  private final int[] cells;

  private RasterMean(Raster raster, List<Settlement> settlements) {
    this.raster = raster;
    this.settlements = settlements;
    int n = settlements.size();
    rows = new int[2][n];
    columns = new int[2][n];
    sum = new double[n];
    cells = new int[n];
  }

  /**
   * @return mean by settlement; NaN where the raster has no data under it
   * @throws InputRefused when the raster's coordinate system cannot be reached from WGS 84
   */
  static double[] of(Raster raster, List<Settlement> settlements) {
    return new RasterMean(raster, settlements).run();
  }

  private double[] run() {
    CellLocator locator = new CellLocator(raster);
    for (int i = 0; i < settlements.size(); i++) {
      locate(i, locator);
    }
    sweep();
    double[] mean = new double[sum.length];
    for (int i = 0; i < mean.length; i++) {
      mean[i] = cells[i] == 0 ? Double.NaN : sum[i] / cells[i];
    }
    return mean;
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
    columns[0][i] = (int) Math.rint(Math.min(at[0], at[2]));
    columns[1][i] = (int) Math.rint(Math.max(at[0], at[2]));
    rows[0][i] = (int) Math.rint(Math.min(at[5], at[7]));
    rows[1][i] = (int) Math.rint(Math.max(at[5], at[7]));
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
        double[] values = raster.read(0, 0, row, raster.width(), count);
        for (int i : candidates) {
          add(i, row, count, values);
        }
      }
      active = Arrays.stream(candidates).filter(i -> rows[1][i] > last).toArray();
    }
  }

  /** Adds the window's cells whose centre lies in the ellipse that the box encloses. */
  private void add(int i, int firstRow, int count, double[] values) {
    double midRow = (rows[0][i] + rows[1][i]) / 2.0;
    double midColumn = (columns[0][i] + columns[1][i]) / 2.0;
    double halfRows = (rows[1][i] - rows[0][i]) / 2.0 + 0.5;
    double halfColumns = (columns[1][i] - columns[0][i]) / 2.0 + 0.5;
    int from = Math.max(rows[0][i], firstRow);
    int to = Math.min(rows[1][i], firstRow + count - 1);
    for (int row = from; row <= to; row++) {
      double y = (row - midRow) / halfRows;
      int west = Math.max(columns[0][i], 0);
      int east = Math.min(columns[1][i], raster.width() - 1);
      for (int column = west; column <= east; column++) {
        double x = (column - midColumn) / halfColumns;
        double value = values[(row - firstRow) * raster.width() + column];
        if (x * x + y * y <= 1 && !Double.isNaN(value)) {
          sum[i] += value;
          cells[i]++;
        }
      }
    }
  }
}
