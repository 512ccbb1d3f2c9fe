package org.kiungo.geodata.judge.ground;

import org.kiungo.geodata.format.Raster;
import org.kiungo.geodata.format.SourceFile;

/**
 * What the cells of a raster look like, from a sample of its rows.
 *
 * @param bands of it
 * @param coloured whether the file says that its cells are colours
 * @param whole whether all cells seen are whole numbers from 0 to 255
 * @param largest cell seen
 * @param steps different values seen, counted to 256 where all are whole numbers to 255
 */
public record CellLook(int bands, boolean coloured, boolean whole, double largest, int steps) {

  private static final int ROWS_SEEN = 64;
  private static final int BYTE = 255;

  /** Full white is in every scan, and in few counts of people whose largest is just that. */
  private static final int WHITE = 255;

  /** Grids of people have few different small numbers; a scan has a hundred shades and more. */
  private static final int SHADES = 100;

  /** Looks at a raster. */
  public static CellLook of(SourceFile file) {
    try (Raster raster = Raster.open(file)) {
      boolean whole = true;
      double largest = 0;
      boolean[] seen = new boolean[BYTE + 1];
      int rows = Math.min(ROWS_SEEN, raster.height());
      for (int k = 0; k < rows; k++) {
        int row = (int) ((long) k * raster.height() / rows);
        for (double cell : raster.read(0, 0, row, raster.width(), 1)) {
          if (Double.isNaN(cell)) {
            continue;
          }
          whole &= cell >= 0 && cell <= BYTE && cell == Math.rint(cell);
          largest = Math.max(largest, cell);
          if (whole) {
            seen[(int) cell] = true;
          }
        }
      }
      int steps = 0;
      for (boolean each : seen) {
        steps += each ? 1 : 0;
      }
      return new CellLook(raster.bands(), raster.isColoured(), whole, largest, steps);
    }
  }

  /**
   * Three bands or four of bytes, a table of colours, or one band with every shade up to white: a
   * grid of people has none of these.
   */
  public boolean isPicture() {
    boolean shades = largest == WHITE && steps >= SHADES;
    return whole && (coloured || bands == 3 || bands == 4 || shades);
  }
}
