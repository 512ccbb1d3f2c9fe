package org.kiungo.geodata.raster;

import java.awt.geom.AffineTransform;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.kiungo.planner.model.InputRefused;
import org.kiungo.planner.model.LonLat;

/** Where a raster's cells lie on the ground, and how large they are there. */
public final class CellLocator {

  private final String name;
  private final AffineTransform cellToCrs;
  private final MathTransform crsToLonLat;

  public CellLocator(RasterBand band) {
    this.name = band.name();
    this.cellToCrs = band.cellToCrs();
    try {
      this.crsToLonLat = CRS.findMathTransform(band.crs(), DefaultGeographicCRS.WGS84, true);
    } catch (FactoryException e) {
      InputRefused refused =
          new InputRefused(
              "raster.crsUnknown", "file", name, "crs", band.crs().getName().getCode());
      refused.initCause(e);
      throw refused;
    }
  }

  /** Centre of a cell in WGS 84; fractions name places inside a cell. */
  public LonLat lonLat(double column, double row) {
    double[] at = {column, row};
    lonLats(at, 1);
    return new LonLat(at[0], at[1]);
  }

  /**
   * Turns cells into places, in place.
   *
   * @param cells {@code [2k]} = column, {@code [2k + 1]} = row; afterwards lon and lat in degrees
   * @param count how many pairs
   */
  public void lonLats(double[] cells, int count) {
    cellToCrs.transform(cells, 0, cells, 0, count);
    try {
      crsToLonLat.transform(cells, 0, cells, 0, count);
    } catch (TransformException e) {
      InputRefused refused = new InputRefused("raster.beyondCrs", "file", name);
      refused.initCause(e);
      throw refused;
    }
  }

  /**
   * Ground area of a cell: the parallelogram of its four sides measured on the ellipsoid.
   *
   * @return km²
   */
  public double areaKm2(int column, int row) {
    LonLat west = lonLat(column - 0.5, row);
    LonLat east = lonLat(column + 0.5, row);
    LonLat north = lonLat(column, row - 0.5);
    LonLat south = lonLat(column, row + 0.5);
    // sides of projected cells are not square to one another: take the sine of their angle
    double cosLat = Math.cos(Math.toRadians(lonLat(column, row).lat()));
    double ex = (east.lon() - west.lon()) * cosLat;
    double ey = east.lat() - west.lat();
    double nx = (north.lon() - south.lon()) * cosLat;
    double ny = north.lat() - south.lat();
    double sine = Math.abs(ex * ny - ey * nx) / (Math.hypot(ex, ey) * Math.hypot(nx, ny));
    return west.distanceKm(east) * north.distanceKm(south) * sine;
  }
}
