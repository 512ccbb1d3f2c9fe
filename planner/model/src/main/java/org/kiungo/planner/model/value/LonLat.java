package org.kiungo.planner.model.value;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicMask;

/**
 * A place on the WGS 84 ellipsoid, longitude first.
 *
 * @param lon degrees east, −180 to 180
 * @param lat degrees north, −90 to 90
 */
public record LonLat(double lon, double lat) {

  public LonLat {
    if (!(lon >= -180 && lon <= 180)) {
      throw new InputRefused("place.lon", "value", lon);
    }
    if (!(lat >= -90 && lat <= 90)) {
      throw new InputRefused("place.lat", "value", lat);
    }
  }

  /**
   * Geodesic length on the WGS 84 ellipsoid, rounded to the millimetre so that the last bit of a
   * platform's trigonometry never reaches a plan.
   *
   * @return kilometres
   * @see <a href="https://doi.org/10.1007/s00190-012-0578-z">Karney 2013, Algorithms for
   *     geodesics</a>
   */
  public double distanceKm(LonLat other) {
    double metres =
        Geodesic.WGS84.Inverse(lat, lon, other.lat, other.lon, GeodesicMask.DISTANCE).s12;
    return Math.rint(metres * 1000) / 1e6;
  }
}
