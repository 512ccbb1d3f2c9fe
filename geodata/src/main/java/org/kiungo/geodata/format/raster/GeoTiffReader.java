package org.kiungo.geodata.format.raster;

import org.kiungo.geodata.format.Raster;
import org.kiungo.geodata.format.RasterReader;
import org.kiungo.geodata.format.SourceFile;

/** GeoTIFF and BigTIFF through GeoTools, after our own check of the header. */
public final class GeoTiffReader implements RasterReader {

  @Override
  public String format() {
    return "GeoTIFF";
  }

  @Override
  public Evidence evidence() {
    return Evidence.SIGNATURE;
  }

  @Override
  public boolean recognises(SourceFile file) {
    return TiffHeader.isTiff(file);
  }

  @Override
  public Raster open(SourceFile file) {
    return new GeoTiffRaster(file, TiffHeader.read(file));
  }
}
