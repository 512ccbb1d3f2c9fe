package org.kiungo.geodata.format;

import org.kiungo.geodata.crs.CoordinateSystem;

/**
 * A raster that says no coordinate system, with the one that somebody says of it.
 *
 * @param cells as the file has them
 * @param crs that they lie in
 */
record DeclaredRaster(Raster cells, CoordinateSystem crs) implements Raster {

  @Override
  public int width() {
    return cells.width();
  }

  @Override
  public int height() {
    return cells.height();
  }

  @Override
  public int bands() {
    return cells.bands();
  }

  @Override
  public boolean isScaled() {
    return cells.isScaled();
  }

  @Override
  public boolean isColoured() {
    return cells.isColoured();
  }

  @Override
  public double[] cellToMap() {
    return cells.cellToMap();
  }

  @Override
  public double noData() {
    return cells.noData();
  }

  @Override
  public double[] read(int band, int column, int row, int columns, int rows) {
    return cells.read(band, column, row, columns, rows);
  }

  @Override
  public int rowsAtOnce() {
    return cells.rowsAtOnce();
  }

  @Override
  public void close() {
    cells.close();
  }
}
