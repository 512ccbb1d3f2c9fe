package org.kiungo.geodata.reference;

import org.kiungo.planner.model.LonLat;

/**
 * Lambert azimuthal equal-area projection of the authalic sphere about a centre; kilometres.
 *
 * @see <a href="https://doi.org/10.3133/pp1395">Snyder 1987, Map projections: a working manual, pp.
 *     182–190</a>
 */
final class EqualAreaPlane {

  /** Radius of the sphere with the area of the WGS 84 ellipsoid. */
  private static final double RADIUS_KM = 6371.0072;

  private final double lon0;
  private final double sin0;
  private final double cos0;

  /** A place on the plane, km east and north of the centre. */
  record Position(double x, double y) {}

  EqualAreaPlane(LonLat centre) {
    lon0 = StrictMath.toRadians(centre.lon());
    sin0 = StrictMath.sin(StrictMath.toRadians(centre.lat()));
    cos0 = StrictMath.cos(StrictMath.toRadians(centre.lat()));
  }

  Position forward(double lon, double lat) {
    double sin = StrictMath.sin(StrictMath.toRadians(lat));
    double cos = StrictMath.cos(StrictMath.toRadians(lat));
    double east = StrictMath.toRadians(lon) - lon0;
    double cosEast = StrictMath.cos(east);
    double k = RADIUS_KM * Math.sqrt(2 / (1 + sin0 * sin + cos0 * cos * cosEast));
    return new Position(k * cos * StrictMath.sin(east), k * (cos0 * sin - sin0 * cos * cosEast));
  }

  LonLat inverse(double x, double y) {
    double rho = Math.sqrt(x * x + y * y);
    if (rho == 0) {
      return new LonLat(StrictMath.toDegrees(lon0), StrictMath.toDegrees(StrictMath.asin(sin0)));
    }
    double c = 2 * StrictMath.asin(rho / (2 * RADIUS_KM));
    double sinC = StrictMath.sin(c);
    double cosC = StrictMath.cos(c);
    double lat = StrictMath.asin(cosC * sin0 + y * sinC * cos0 / rho);
    double lon = lon0 + StrictMath.atan2(x * sinC, rho * cos0 * cosC - y * sin0 * sinC);
    return new LonLat(StrictMath.toDegrees(lon), StrictMath.toDegrees(lat));
  }
}
