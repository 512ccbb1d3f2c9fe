package org.kiungo.geodata.proposal;

import org.kiungo.geodata.format.Raster;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.planner.model.value.InputRefused;

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

  boolean areGround() {
    return most <= HIGHEST_M && (below > 0 || stepRatio < SMOOTH);
  }

  boolean arePeople() {
    return below == 0 && stepRatio > ROUGH;
  }
}
