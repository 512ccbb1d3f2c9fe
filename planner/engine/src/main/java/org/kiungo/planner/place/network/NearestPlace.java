package org.kiungo.planner.place.network;

import java.util.List;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.kdtree.KdNode;
import org.locationtech.jts.index.kdtree.KdTree;

/**
 * Nearest of a set of places by geodesic length. A k-d tree over degrees preselects within growing
 * boxes; ties go to the lower number.
 */
final class NearestPlace {

  private static final double KM_PER_DEGREE = 110.5;

  private final List<LonLat> places;
  private final KdTree tree = new KdTree();

  NearestPlace(List<LonLat> places) {
    this.places = List.copyOf(places);
    for (int k = 0; k < places.size(); k++) {
      tree.insert(new Coordinate(places.get(k).lon(), places.get(k).lat()), k);
    }
  }

  /** Number of the nearest place; −1 when there is none at all. */
  int nearest(LonLat place) {
    if (places.isEmpty()) {
      return -1;
    }
    for (double km = 25; ; km *= 3) {
      int found = within(place, km);
      if (found >= 0 || km > 41_000) {
        return found;
      }
    }
  }

  /** Number of the nearest place within a distance; −1 when there is none. */
  int within(LonLat place, double reachKm) {
    double lat = reachKm / KM_PER_DEGREE;
    double farthest = Math.min(89, Math.abs(place.lat()) + lat);
    double lon = lat / Math.cos(Math.toRadians(farthest));
    Envelope box = new Envelope(new Coordinate(place.lon(), place.lat()));
    box.expandBy(lon, lat);
    int best = -1;
    double least = reachKm;
    for (Object item : tree.query(box)) {
      int k = (int) ((KdNode) item).getData();
      double km = places.get(k).distanceKm(place);
      if (km < least || km == least && (best < 0 || k < best)) {
        best = k;
        least = km;
      }
    }
    return best;
  }
}
