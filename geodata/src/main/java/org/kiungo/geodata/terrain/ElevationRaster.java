package org.kiungo.geodata.terrain;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.kiungo.geodata.format.Raster;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.raster.CellLocator;
import org.kiungo.planner.model.Terrain;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.radio.GroundProfile;
import org.locationtech.jts.geom.Envelope;

/**
 * Heights from a raster in any format and coordinate system, read tile by tile; the tiles last used
 * are kept, so that memory does not grow with the raster.
 */
public final class ElevationRaster implements Terrain, AutoCloseable {

  /** No land lies lower, metres; files mark gaps by −9999 or −32768 without saying so. */
  public static final double LOWEST_M = -500;

  private static final int TILE = 128;
  private static final int KEPT_TILES = 256;

  private final Raster raster;
  private final CellLocator locator;
  private final double[] at = new double[2];
  private final Map<Long, double[]> tiles =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, double[]> eldest) {
          return size() > KEPT_TILES;
        }
      };

  private ElevationRaster(Raster raster, CellLocator locator) {
    this.raster = raster;
    this.locator = locator;
  }

  /**
   * Opens a raster of metres above sea level.
   *
   * @throws InputRefused if it is no raster or names no coordinate system
   */
  public static ElevationRaster open(Path path) {
    return open(path, "", CellLocator::new);
  }

  /**
   * The same of one that was imported, where it was answered which system its numbers are of.
   *
   * @param crs as the import had it; empty for degrees
   */
  public static ElevationRaster openImported(Path path, String crs) {
    return open(path, crs, CellLocator::ofDegrees);
  }

  private static ElevationRaster open(
      Path path, String crs, Function<Raster, CellLocator> locator) {
    Raster raster = Raster.open(SourceFile.of(path), crs);
    try {
      return new ElevationRaster(raster, locator.apply(raster));
    } catch (InputRefused refused) {
      raster.close();
      throw refused;
    }
  }

  @Override
  public synchronized double[] profileM(LonLat from, LonLat to) {
    return GroundProfile.of(this::groundM, from, to).groundM();
  }

  /** Whether it tells the height of a place. */
  public synchronized boolean isKnown(LonLat place) {
    return !Double.isNaN(groundM(place));
  }

  /** Between the four cells around a place by distance; NaN beside the raster or at a gap. */
  double groundM(LonLat place) {
    at[0] = place.lon();
    at[1] = place.lat();
    locator.cells(at, 1);
    if (!(at[0] >= -0.5
        && at[1] >= -0.5
        && at[0] <= raster.width() - 0.5
        && at[1] <= raster.height() - 0.5)) {
      return Double.NaN;
    }
    double column = Math.max(0, Math.min(raster.width() - 1.0, at[0]));
    double row = Math.max(0, Math.min(raster.height() - 1.0, at[1]));
    int west = (int) Math.min(raster.width() - 2.0, column);
    int north = (int) Math.min(raster.height() - 2.0, row);
    west = Math.max(0, west);
    north = Math.max(0, north);
    double x = column - west;
    double y = row - north;
    return (1 - y) * ((1 - x) * cell(west, north) + x * cell(west + 1, north))
        + y * ((1 - x) * cell(west, north + 1) + x * cell(west + 1, north + 1));
  }

  /** Longitudes and latitudes that it may know. */
  Envelope extent() {
    Envelope extent = new Envelope();
    for (int corner = 0; corner < 4; corner++) {
      double column = (corner & 1) * (raster.width() - 1.0);
      double row = (corner >> 1) * (raster.height() - 1.0);
      LonLat at = locator.lonLat(column, row);
      extent.expandToInclude(at.lon(), at.lat());
    }
    extent.expandBy(cellDegrees());
    return extent;
  }

  /** Side of a cell in its middle from south to north. */
  double cellDegrees() {
    LonLat one = locator.lonLat(raster.width() / 2, raster.height() / 2);
    LonLat next = locator.lonLat(raster.width() / 2, raster.height() / 2 - 1);
    return Math.hypot(next.lon() - one.lon(), next.lat() - one.lat());
  }

  private double cell(int column, int row) {
    int inside = Math.min(column, raster.width() - 1);
    int within = Math.min(row, raster.height() - 1);
    int tileColumn = inside / TILE;
    int tileRow = within / TILE;
    int columns = Math.min(TILE, raster.width() - tileColumn * TILE);
    double[] tile = tiles.get((long) tileRow << 32 | tileColumn);
    if (tile == null) {
      int rows = Math.min(TILE, raster.height() - tileRow * TILE);
      tile = raster.read(0, tileColumn * TILE, tileRow * TILE, columns, rows);
      tiles.put((long) tileRow << 32 | tileColumn, tile);
    }
    double heightM = tile[(within - tileRow * TILE) * columns + inside - tileColumn * TILE];
    return heightM < LOWEST_M ? Double.NaN : heightM;
  }

  @Override
  public void close() {
    raster.close();
  }
}
