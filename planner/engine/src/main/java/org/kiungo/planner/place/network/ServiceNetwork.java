package org.kiungo.planner.place.network;

import java.util.List;
import org.kiungo.planner.model.value.LonLat;

/**
 * A network between places as round trips: link k joins from[k] and to[k], both ways.
 *
 * @param places where each node lies
 * @param from one end of each link
 * @param to its other end
 * @param roundTripMs there and back over the link, hop included, ≥ 0
 * @param kind what each link is made of
 */
public record ServiceNetwork(
    List<LonLat> places, int[] from, int[] to, double[] roundTripMs, Kind[] kind) {

  /** What a link is made of, and how sure that is. */
  public enum Kind {
    /** Drawn fibre that stands today. */
    FIBRE,
    /** A submarine cable between two landings that a source names. */
    CABLE,
    /** Link that a plan builds. */
    PLANNED,
    /** Straight fibre times the route factor where no drawing is known: an assumption. */
    ASSUMED
  }

  public ServiceNetwork {
    places = List.copyOf(places);
    from = from.clone();
    to = to.clone();
    roundTripMs = roundTripMs.clone();
    kind = kind.clone();
  }

  public int nodes() {
    return places.size();
  }

  public int links() {
    return from.length;
  }

  /** How many links are of a kind. */
  public int links(Kind wanted) {
    int count = 0;
    for (Kind each : kind) {
      count += each == wanted ? 1 : 0;
    }
    return count;
  }
}
