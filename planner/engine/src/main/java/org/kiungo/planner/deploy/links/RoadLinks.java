package org.kiungo.planner.deploy.links;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.kiungo.planner.deploy.places.BuildPlaces;
import org.kiungo.planner.deploy.places.Plane;
import org.kiungo.planner.model.road.RoadNetwork;
import org.kiungo.planner.model.road.RoadStretch;

/**
 * Candidate links that cables take along roads, and the straight ones by which places come to the
 * nearest of them. A stretch that several places share is one link, so whoever uses it pays it
 * once.
 */
final class RoadLinks {

  /** A place farther than this from every place on a road does not come to it, km. */
  private static final double ACCESS_KM = 6;

  private final BuildPlaces places;
  private final Map<Long, Double> alongKm = new HashMap<>();

  RoadLinks(BuildPlaces places, RoadNetwork roads) {
    this.places = places;
    Map<String, Integer> index = new HashMap<>();
    for (int v = places.standing(); v < places.count(); v++) {
      index.put(places.id(v), v);
    }
    for (RoadStretch each : roads.stretches()) {
      long pair = CandidateLinks.pair(index.get(each.fromId()), index.get(each.toId()));
      alongKm.put(pair, each.lengthKm());
    }
  }

  /** Pairs of places along roads, in no given order, each once. */
  long[] along() {
    return alongKm.keySet().stream().mapToLong(Long::longValue).toArray();
  }

  /** Pairs of the places of a plane and the nearest places on its roads. */
  long[] access(Plane plane) {
    int[] standing = plane.standing();
    long[] pairs = new long[standing.length];
    int count = 0;
    for (int v : standing) {
      int u = plane.nearestOnRoad(v);
      if (u >= 0 && places.location(v).distanceKm(places.location(u)) <= ACCESS_KM) {
        pairs[count++] = CandidateLinks.pair(v, u);
      }
    }
    return Arrays.copyOf(pairs, count);
  }

  /** Length of the link of a pair: along its road, else geodesic. */
  double km(int u, int v) {
    return follows(u, v)
        ? alongKm.get(CandidateLinks.pair(u, v))
        : places.location(u).distanceKm(places.location(v));
  }

  /** True for pairs of places on roads: they have the road between them. */
  boolean follows(int u, int v) {
    return Math.min(u, v) >= places.standing();
  }

  /** False where a link can be no radio hop, since nothing stands at one of its ends. */
  boolean standsAtBothEnds(int u, int v) {
    return Math.max(u, v) < places.standing();
  }

  /** False for roots too far from a place on a road to be come to from there. */
  boolean comesToRoot(int v, double km) {
    return v < places.standing() || km <= ACCESS_KM;
  }
}
