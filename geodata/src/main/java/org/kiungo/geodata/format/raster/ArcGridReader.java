package org.kiungo.geodata.format.raster;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.kiungo.geodata.format.Raster;
import org.kiungo.geodata.format.RasterReader;
import org.kiungo.geodata.format.SourceFile;

/**
 * ESRI ASCII grid: a header of names and numbers, then the cells row by row.
 *
 * @see <a
 *     href="https://desktop.arcgis.com/en/arcmap/latest/manage-data/raster-and-images/esri-ascii-raster-format.htm">Esri
 *     ASCII raster format</a>
 */
public final class ArcGridReader implements RasterReader {

  private static final Pattern BEGINNING = Pattern.compile("(?i)\\s*(ncols|nrows)\\s+\\d+\\s");

  @Override
  public String format() {
    return "ArcGrid";
  }

  @Override
  public Evidence evidence() {
    return Evidence.SYNTAX;
  }

  @Override
  public boolean recognises(SourceFile file) {
    String head = new String(file.head(), StandardCharsets.ISO_8859_1);
    return BEGINNING.matcher(head).lookingAt();
  }

  @Override
  public Raster open(SourceFile file) {
    return new ArcGridRaster(file);
  }
}
