package org.kiungo.planner.model.value;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
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

  /**
   * The place so far away in a direction along a geodesic, rounded to a ten-millionth of a degree,
   * a centimetre, so that platforms agree on it.
   *
   * @param azimuthDeg clockwise from north
   * @param distanceKm ≥ 0
   */
  public LonLat towards(double azimuthDeg, double distanceKm) {
    GeodesicData there = Geodesic.WGS84.Direct(lat, lon, azimuthDeg, distanceKm * 1000);
    return new LonLat(Math.rint(there.lon2 * 1e7) / 1e7, Math.rint(there.lat2 * 1e7) / 1e7);
  }
}
