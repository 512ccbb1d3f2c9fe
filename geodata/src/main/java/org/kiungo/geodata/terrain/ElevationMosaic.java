package org.kiungo.geodata.terrain;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Envelope;

/**
 * Several elevation rasters as one, in longitude and latitude: of a coarser cell the highest height
 * in it, so that no ridge gets lost between cells and a hop that passes here passes over the finer
 * ground too. Where rasters overlap the first named tells.
 */
public final class ElevationMosaic {

  /** Most cells of a mosaic unless a cell is asked for: some 60 MB on disk. */
  private static final double USUAL_CELLS = 60e6;

  private static final double SECONDS = 3600;

  /** Cells that lie on no raster. */
  static final short NO_HEIGHT = Short.MIN_VALUE;

  private ElevationMosaic() {}

  /**
   * What was written.
   *
   * @param width cells from west to east
   * @param height cells from north to south
   * @param arcSeconds side of a cell
   * @param knownRatio share of cells with a height, 0–1
   */
  public record Written(int width, int height, int arcSeconds, double knownRatio) {}

  /** What is asked of each raster once. */
  private record Source(ElevationRaster raster, Envelope extent, double cellDegrees) {

    static Source of(ElevationRaster raster) {
      return new Source(raster, raster.extent(), raster.cellDegrees());
    }
  }

  /** Side of a cell of a whole number of the source's at which a box has a usual size. */
  public static int usualArcSeconds(Envelope box, ElevationSource source) {
    double cells = box.getWidth() * box.getHeight() * Math.pow(SECONDS / source.arcSeconds(), 2);
    return source.arcSeconds() * (int) Math.max(1, Math.ceil(Math.sqrt(cells / USUAL_CELLS)));
  }

  /**
   * Writes a GeoTIFF of whole metres.
   *
   * @param rasters in any coordinate system, metres above sea level, at least one
   * @param box longitudes and latitudes to cover
   * @param arcSeconds side of a cell, 1–3600
   * @throws InputRefused if a raster cannot be read, or a cell is out of range
   */
  public static Written write(List<Path> rasters, Envelope box, int arcSeconds, Path out)
      throws IOException {
    if (arcSeconds < 1 || arcSeconds > SECONDS) {
      throw new InputRefused(
          "field.range", "field", "cell", "value", arcSeconds, "low", 1.0, "high", SECONDS);
    }
    double cell = arcSeconds / SECONDS;
    double west = Math.floor(box.getMinX() / cell) * cell;
    double north = Math.ceil(box.getMaxY() / cell) * cell;
    int width = (int) Math.ceil((box.getMaxX() - west) / cell - 1e-9);
    int height = (int) Math.ceil((north - box.getMinY()) / cell - 1e-9);
    List<Source> opened = new ArrayList<>();
    long known = 0;
    try (HeightTiff tiff = new HeightTiff(out, width, height, west, north, cell)) {
      for (Path each : rasters) {
        opened.add(Source.of(ElevationRaster.open(each)));
      }
      short[] row = new short[width];
      for (int r = 0; r < height; r++) {
        Arrays.fill(row, NO_HEIGHT);
        for (Source each : opened) {
          fill(row, each, west, north - (r + 1) * cell, cell);
        }
        for (short each : row) {
          known += each == NO_HEIGHT ? 0 : 1;
        }
        tiff.row(row);
      }
    } finally {
      opened.forEach(each -> each.raster.close());
    }
    return new Written(width, height, arcSeconds, (double) known / width / height);
  }

  /** The cells of a row that nobody told yet and that the raster may know. */
  private static void fill(short[] row, Source source, double west, double south, double cell) {
    Envelope extent = source.extent;
    if (extent.getMaxY() < south || extent.getMinY() > south + cell) {
      return;
    }
    int from = (int) Math.max(0, Math.floor((extent.getMinX() - west) / cell) - 1);
    int to = (int) Math.min(row.length, Math.ceil((extent.getMaxX() - west) / cell) + 1);
    int looks = (int) Math.max(1, Math.round(cell / source.cellDegrees));
    for (int c = from; c < to; c++) {
      if (row[c] == NO_HEIGHT) {
        row[c] = highest(source.raster, west + c * cell, south, cell, looks);
      }
    }
  }

  /** Looked for at so many places along each side of a cell. */
  private static short highest(
      ElevationRaster raster, double west, double south, double cell, int looks) {
    double highest = Double.NaN;
    for (int y = 0; y < looks; y++) {
      for (int x = 0; x < looks; x++) {
        double step = cell / looks;
        double ground =
            raster.groundM(new LonLat(west + (x + 0.5) * step, south + (y + 0.5) * step));
        highest = Double.isNaN(highest) || ground > highest ? ground : highest;
      }
    }
    boolean metres = highest > Short.MIN_VALUE && highest < Short.MAX_VALUE;
    return metres ? (short) Math.round(highest) : NO_HEIGHT;
  }
}
