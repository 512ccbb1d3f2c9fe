package org.kiungo.geodata.format;

import java.nio.file.Path;
import org.kiungo.geodata.crs.CoordinateSystem;
import org.kiungo.planner.model.value.InputRefused;

/** A grid of cells read window by window, so that memory does not grow with the file. */
public interface Raster extends AutoCloseable {

  /** Most cells one window may hold: 8 M, 64 MB of doubles. */
  int MOST_CELLS_AT_ONCE = 1 << 23;

  /**
   * Opens a file of cells in any format that is known.
   *
   * @throws InputRefused if the file is not a raster, or cannot be read as a whole
   */
  static Raster open(Path path) {
    return open(SourceFile.of(path));
  }

  /** The same for a file under the name that users know. */
  static Raster open(SourceFile file) {
    if (LayerReader.of(file) instanceof RasterReader reader) {
      return reader.open(file);
    }
    throw new InputRefused("raster.notRaster", "file", file.name());
  }

  /**
   * The same of a raster of which somebody says the coordinate system.
   *
   * @param crs code of it, used where the file says none that is known; empty or null for none
   * @throws InputRefused {@code file.crsUnknown} for a code of no system
   */
  static Raster open(SourceFile file, String crs) {
    Raster raster = open(file);
    if (crs == null || crs.isEmpty() || raster.crs() != null || !raster.isPlaced()) {
      return raster;
    }
    try {
      return new DeclaredRaster(raster, Crs.declared(file, crs));
    } catch (InputRefused unknown) {
      raster.close();
      throw unknown;
    }
  }

  int width();

  int height();

  int bands();

  /** The coordinate system, null when the file does not say. */
  CoordinateSystem crs();

  /** What the file says of its coordinate system, known to us or not; empty when nothing. */
  default String statedSystem() {
    return crs() == null ? "" : crs().label();
  }

  /** Whether the file says where its cells lie. */
  default boolean isPlaced() {
    return true;
  }

  /** Whether the file states a scale or an offset, which {@link #read} applies. */
  default boolean isScaled() {
    return false;
  }

  /**
   * Whether the file says that its cells are colours: red, green and blue, or places in a table.
   */
  default boolean isColoured() {
    return false;
  }

  /** Cell to map: x = a[0] + col·a[1] + row·a[2], y = a[3] + col·a[4] + row·a[5]; cell corners. */
  double[] cellToMap();

  /** The value that marks missing cells; NaN when none is stated. */
  double noData();

  /**
   * Reads a window of one band.
   *
   * @param band 0 for the first
   * @return values[row · columns + column], missing cells as NaN
   * @throws InputRefused if the cells cannot be read
   */
  double[] read(int band, int column, int row, int columns, int rows);

  /** Rows that one window of full width should hold; a multiple of the file's own block height. */
  int rowsAtOnce();

  /** Outer bounds {west, south, east, north} in the raster's own coordinate system. */
  default double[] bbox() {
    double[] a = cellToMap();
    double[] box = {
      Double.POSITIVE_INFINITY,
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY,
      Double.NEGATIVE_INFINITY
    };
    for (int corner = 0; corner < 4; corner++) {
      double column = (corner & 1) * (double) width();
      double row = (corner >> 1) * (double) height();
      double x = a[0] + column * a[1] + row * a[2];
      double y = a[3] + column * a[4] + row * a[5];
      box[0] = Math.min(box[0], x);
      box[1] = Math.min(box[1], y);
      box[2] = Math.max(box[2], x);
      box[3] = Math.max(box[3], y);
    }
    return box;
  }

  @Override
  void close();
}
