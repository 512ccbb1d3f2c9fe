package org.kiungo.geodata.proposal;

import java.util.ArrayList;
import java.util.List;
import org.kiungo.geodata.format.Raster;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.raster.CellLocator;
import org.kiungo.geodata.terrain.ElevationRaster;
import org.kiungo.planner.model.value.InputRefused;
import org.locationtech.jts.geom.Coordinate;

/**
 * What the cells of a raster look like: ground goes on from cell to cell, people do not.
 *
 * @param below zero, cells among those looked at that are not marked as missing
 * @param stepRatio mean difference of neighbours over the mean of their sizes; NaN where too few
 *     cells are filled
 * @param most largest cell
 */
record CellSigns(long below, double stepRatio, double most) {

  private static final int ROWS_SEEN = 64;
  private static final int FEWEST_PAIRS = 20;

  /** Slopes of cells of up to a kilometre take less of a height; people differ by more. */
  private static final double SMOOTH = 0.15;

  private static final double ROUGH = 0.3;

  /** No ground is higher, metres. */
  private static final double HIGHEST_M = 9_000;

  /** Cells along each side that are looked at for where they lie. */
  private static final int SIDE = 64;

  static CellSigns of(SourceFile file) {
    long below = 0;
    long pairs = 0;
    double steps = 0;
    double sizes = 0;
    double most = 0;
    try (Raster raster = Raster.open(file)) {
      int rows = Math.min(ROWS_SEEN, raster.height());
      for (int k = 0; k < rows; k++) {
        int row = (int) ((long) k * raster.height() / rows);
        double before = Double.NaN;
        for (double cell : raster.read(0, 0, row, raster.width(), 1)) {
          if (cell < ElevationRaster.LOWEST_M) {
            continue; // marks a gap, whatever the file says
          }
          below += cell < 0 ? 1 : 0;
          most = Math.max(most, Double.isNaN(cell) ? 0 : cell);
          if (!Double.isNaN(cell) && !Double.isNaN(before)) {
            pairs++;
            steps += Math.abs(cell - before);
            sizes += (Math.abs(cell) + Math.abs(before)) / 2;
          }
          before = cell;
        }
      }
    } catch (InputRefused unread) {
      return new CellSigns(0, Double.NaN, Double.NaN); // whoever imports it is told
    }
    boolean enough = pairs >= FEWEST_PAIRS && steps > 0;
    return new CellSigns(below, enough ? steps / sizes : Double.NaN, most);
  }

  /**
   * Where cells that count something lie, in metres of a system that nobody says; empty for a
   * raster that says its system or no place, and for degrees.
   */
  static List<Coordinate> places(SourceFile file) {
    List<Coordinate> places = new ArrayList<>();
    try (Raster raster = Raster.open(file)) {
      double[] a = raster.cellToMap();
      boolean metres =
          raster.crs() == null && raster.isPlaced() && !CellLocator.seemsDegrees(raster);
      int rows = metres ? Math.min(SIDE, raster.height()) : 0;
      for (int k = 0; k < rows; k++) {
        int row = (int) ((k + 0.5) * raster.height() / rows);
        double[] cells = raster.read(0, 0, row, raster.width(), 1);
        int columns = Math.min(SIDE, raster.width());
        for (int n = 0; n < columns; n++) {
          int column = (int) ((n + 0.5) * raster.width() / columns);
          if (cells[column] > 0) {
            double x = column + 0.5;
            double y = row + 0.5;
            places.add(new Coordinate(a[0] + x * a[1] + y * a[2], a[3] + x * a[4] + y * a[5]));
          }
        }
      }
    } catch (InputRefused unread) {
      return List.of(); // whoever imports it is told
    }
    return places;
  }

  boolean areGround() {
    return most <= HIGHEST_M && (below > 0 || stepRatio < SMOOTH);
  }

  boolean arePeople() {
    return below == 0 && stepRatio > ROUGH;
  }
}
