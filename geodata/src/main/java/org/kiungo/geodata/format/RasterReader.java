package org.kiungo.geodata.format;

/** Reads a format of cells. */
public interface RasterReader extends LayerReader {

  /**
   * Opens a raster without reading its cells.
   *
   * @throws org.kiungo.planner.model.value.InputRefused if the file as a whole cannot be read
   */
  Raster open(SourceFile file);
}
