package org.kiungo.geodata.raster;

import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.kiungo.geodata.crs.CoordinateSystem;
import org.kiungo.geodata.format.Raster;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.model.value.LonLat;

/** Where a raster's cells lie on the ground, and how large they are there. */
public final class CellLocator {

  private final String system;
  private final AffineTransform cellToMap;
  private final MathTransform mapToLonLat;
  private final MathTransform lonLatToMap;

  /**
   * @throws InputRefused when the raster names no coordinate system, or none that leads to WGS 84
   */
  public CellLocator(Raster raster) {
    this(raster, raster.crs());
  }

  /** The same of a raster whose numbers are degrees of WGS 84 where it names no system. */
  public static CellLocator ofDegrees(Raster raster) {
    return new CellLocator(raster, seemsDegrees(raster) ? CoordinateSystem.WGS84 : raster.crs());
  }

  private CellLocator(Raster raster, CoordinateSystem crs) {
    if (crs == null) {
      throw !raster.isPlaced() || raster.statedSystem().isEmpty()
          ? new InputRefused("raster.noCrs")
          : new InputRefused("raster.crsUnknown", "crs", raster.statedSystem());
    }
    system = crs.label();
    double[] a = raster.cellToMap();
    // from the centre of cell (0, 0), where the raster counts from its corner
    cellToMap = new AffineTransform(a[1], a[4], a[2], a[5], a[0], a[3]);
    cellToMap.translate(0.5, 0.5);
    try {
      mapToLonLat = CRS.findMathTransform(crs.geoTools(), DefaultGeographicCRS.WGS84, true);
      lonLatToMap = CRS.findMathTransform(DefaultGeographicCRS.WGS84, crs.geoTools(), true);
    } catch (FactoryException e) {
      throw beyond("raster.crsUnknown", e);
    }
  }

  /**
   * Whether a raster names no system, and no metres of Africa have such small values as its box.
   */
  public static boolean seemsDegrees(Raster raster) {
    if (raster.crs() != null || !raster.isPlaced() || !raster.statedSystem().isEmpty()) {
      return false;
    }
    double[] box = raster.bbox();
    return box[0] >= -180 && box[2] <= 180 && box[1] >= -90 && box[3] <= 90;
  }

  /** The code of the system that its cells lie in. */
  public String system() {
    return system;
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
    cellToMap.transform(cells, 0, cells, 0, count);
    try {
      mapToLonLat.transform(cells, 0, cells, 0, count);
    } catch (TransformException e) {
      throw beyond("raster.beyondCrs", e);
    }
  }

  /**
   * Turns places into cells, in place: the inverse of {@link #lonLats}; whole numbers are centres.
   */
  public void cells(double[] lonLats, int count) {
    try {
      lonLatToMap.transform(lonLats, 0, lonLats, 0, count);
      cellToMap.inverseTransform(lonLats, 0, lonLats, 0, count);
    } catch (TransformException | NoninvertibleTransformException e) {
      throw beyond("raster.beyondCrs", e);
    }
  }

  private InputRefused beyond(String code, Exception cause) {
    InputRefused refused = new InputRefused(code, "crs", system);
    refused.initCause(cause);
    return refused;
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
