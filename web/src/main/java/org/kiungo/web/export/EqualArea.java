package org.kiungo.web.export;

import org.kiungo.planner.model.value.LonLat;

/**
 * Lambert's azimuthal equal-area projection of the sphere, centred on 0° N 20° E: countries keep
 * their true proportions in print.
 *
 * @see <a href="https://doi.org/10.3133/pp1395">Snyder, Map projections (1987), equations 24-2 to
 *     24-4, 20-14, 20-15, 20-18</a>
 */
public final class EqualArea {

  private static final double CENTRE_LON = 20;

  private EqualArea() {}

  /** East of the centre, in radii of the Earth. */
  public static double x(double lon, double lat) {
    double away = Math.toRadians(lon - CENTRE_LON);
    return scale(lon, lat) * Math.cos(Math.toRadians(lat)) * Math.sin(away);
  }

  /** North of the centre, in radii of the Earth. */
  public static double y(double lon, double lat) {
    return scale(lon, lat) * Math.sin(Math.toRadians(lat));
  }

  /**
   * The place that is drawn there.
   *
   * @param x east of the centre, in radii of the Earth
   * @param y north of it, likewise
   */
  static LonLat place(double x, double y) {
    double away = Math.hypot(x, y);
    double arc = 2 * Math.asin(away / 2);
    double lat = away == 0 ? 0 : Math.asin(y * Math.sin(arc) / away);
    double lon = Math.atan2(x * Math.sin(arc), away * Math.cos(arc));
    return new LonLat(CENTRE_LON + Math.toDegrees(lon), Math.toDegrees(lat));
  }

  private static double scale(double lon, double lat) {
    double away = Math.toRadians(lon - CENTRE_LON);
    return Math.sqrt(2 / (1 + Math.cos(Math.toRadians(lat)) * Math.cos(away)));
  }
}
