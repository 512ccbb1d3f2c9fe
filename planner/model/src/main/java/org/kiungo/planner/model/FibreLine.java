package org.kiungo.planner.model;

import java.util.List;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.model.value.LonLat;

/**
 * A stretch of existing or announced fibre. Only operational lines can be tapped; a line of which
 * nobody says whether it works is neither operational nor absent: it is kept and drawn as unknown.
 *
 * @param id stable identity
 * @param path at least two places, in order
 * @param country ISO 3166-1 alpha-3, empty when not known
 * @param operator owner, empty when not known
 * @param status whether it works, as far as its source says
 * @param source dataset or publication that draws it
 */
public record FibreLine(
    String id, List<LonLat> path, String country, String operator, Status status, String source) {

  public FibreLine {
    path = List.copyOf(path);
    if (path.size() < 2) {
      throw new InputRefused("fibre.path", "id", id, "places", path.size());
    }
  }

  /** Whether it can be tapped, anywhere along its path. */
  public boolean operational() {
    return status == Status.OPERATIONAL;
  }

  /** The same line with another status. */
  public FibreLine withStatus(Status other) {
    return new FibreLine(id, path, country, operator, other, source);
  }

  /** Its length, geodesic on the ellipsoid between the places of its path. */
  public double lengthKm() {
    double km = 0;
    for (int k = 0; k + 1 < path.size(); k++) {
      km += path.get(k).distanceKm(path.get(k + 1));
    }
    return km;
  }

  /** Whether a line works. */
  public enum Status {
    /** Its source says that it works. */
    OPERATIONAL,
    /** Its source says that it does not work yet, or no longer. */
    PLANNED,
    /** Its source does not say. */
    UNKNOWN
  }
}
