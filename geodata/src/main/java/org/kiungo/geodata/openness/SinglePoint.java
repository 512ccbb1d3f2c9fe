package org.kiungo.geodata.openness;

import java.util.List;
import org.kiungo.planner.model.value.LonLat;

/**
 * One thing whose loss cuts people off.
 *
 * @param name of the thing: a cable, a landing, a neighbour, or the places along a span
 * @param path of a span, from the gates outwards; one place for a landing; empty for others
 * @param lengthKm of a span; NaN for others
 * @param people behind it
 * @param peopleRatio the same over everybody in the country
 * @param step within the country; null where none was found or none can be priced
 * @param stepAbroad into a neighbour, where that is shorter; null where none is
 */
public record SinglePoint(
    Kind kind,
    String name,
    List<LonLat> path,
    double lengthKm,
    double people,
    double peopleRatio,
    Step step,
    Step stepAbroad) {

  /** What a single point is. */
  public enum Kind {
    LANDING,
    CABLE,
    BORDER,
    SPAN
  }

  public SinglePoint {
    path = List.copyOf(path);
  }

  /** The cheaper of the two steps; null where there is none. */
  public Step cheapest() {
    return stepAbroad == null ? step : stepAbroad;
  }
}
