package org.kiungo.geodata.settle;

import java.util.List;
import org.kiungo.planner.model.LonLat;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.index.strtree.STRtree;

/** Geodesic distance to the nearest of many points, lines or outlines in WGS 84. */
final class NearestFeature {

  private static final double KM_PER_DEGREE = 110.574;

  private final STRtree tree = new STRtree();
  private final Envelope all = new Envelope();

  NearestFeature(List<Geometry> geometries) {
    for (Geometry geometry : geometries) {
      for (int k = 0; k < geometry.getNumGeometries(); k++) {
        Coordinate[] at = geometry.getGeometryN(k).getCoordinates();
        for (int v = 0; v < at.length; v++) {
          LineSegment piece = new LineSegment(at[Math.max(0, v - 1)], at[v]);
          Envelope box = new Envelope(piece.p0, piece.p1);
          if (v > 0 || at.length == 1) {
            tree.insert(box, piece);
            all.expandToInclude(box);
          }
        }
      }
    }
    tree.build();
  }

  /**
   * @return km on the ellipsoid; NaN when there is no feature at all
   */
  double distanceKm(LonLat from) {
    if (all.isNull()) {
      return Double.NaN;
    }
    double reach = Math.max(2, KM_PER_DEGREE * all.distance(new Envelope(at(from))));
    while (true) {
      double best = within(from, reach);
      // a hit inside the searched box is nearest only if no nearer one can hide outside it
      if (best <= reach || reach > 41_000) {
        return best;
      }
      reach = best < Double.MAX_VALUE ? best * 1.02 : reach * 4;
    }
  }

  private double within(LonLat from, double reachKm) {
    double cosLat = Math.max(0.01, Math.cos(Math.toRadians(from.lat())));
    Envelope box = new Envelope(at(from));
    box.expandBy(1.01 * reachKm / (KM_PER_DEGREE * cosLat), 1.01 * reachKm / KM_PER_DEGREE);
    double best = Double.MAX_VALUE;
    for (Object found : tree.query(box)) {
      LineSegment piece = (LineSegment) found;
      best = Math.min(best, distanceKm(from, piece, cosLat));
    }
    return best;
  }

  private static double distanceKm(LonLat from, LineSegment piece, double cosLat) {
    LineSegment local =
        new LineSegment(local(piece.p0, from, cosLat), local(piece.p1, from, cosLat));
    Coordinate foot = local.closestPoint(new Coordinate(0, 0));
    double lon = Math.max(-180, Math.min(180, from.lon() + foot.x / cosLat));
    double lat = Math.max(-90, Math.min(90, from.lat() + foot.y));
    return from.distanceKm(new LonLat(lon, lat));
  }

  private static Coordinate local(Coordinate at, LonLat from, double cosLat) {
    return new Coordinate((at.x - from.lon()) * cosLat, at.y - from.lat());
  }

  private static Coordinate at(LonLat place) {
    return new Coordinate(place.lon(), place.lat());
  }
}
