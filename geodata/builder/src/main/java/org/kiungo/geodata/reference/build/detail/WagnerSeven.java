package org.kiungo.geodata.reference.build.detail;

/**
 * Turns the Wagner VII projection of a sphere back into degrees. Wagner VII is Lambert's azimuthal
 * equal-area projection of a globe whose latitudes and longitudes were shrunk: sin θ = 0.9063 sin
 * φ, λ / 3 (Snyder and Voxland, An Album of Map Projections, USGS 1989, p. 188).
 */
final class WagnerSeven {

  private static final double RADIUS_M = 6_378_137;
  private static final double MIDDLE_LON = 10;
  private static final double EAST = 2.66723;
  private static final double NORTH = 1.24104;
  private static final double SHRUNK = Math.sin(Math.toRadians(65));

  private WagnerSeven() {}

  /**
   * @return longitude and latitude, degrees
   */
  static double[] degrees(double eastM, double northM) {
    double x = eastM / RADIUS_M / EAST;
    double y = northM / RADIUS_M / NORTH;
    double far = Math.hypot(x, y);
    if (far == 0) {
      return new double[] {MIDDLE_LON, 0};
    }
    double angle = 2 * Math.asin(far / 2);
    double lat = Math.asin(y * Math.sin(angle) / far / SHRUNK);
    double lon = 3 * Math.atan2(x * Math.sin(angle), far * Math.cos(angle));
    return new double[] {MIDDLE_LON + Math.toDegrees(lon), Math.toDegrees(lat)};
  }
}
