package org.kiungo.planner.model.road;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * Roads of a problem, between the places where cables may join or leave them.
 *
 * @param stretches by the names of their ends, ascending; of several between the same two places
 *     the shortest
 */
public record RoadNetwork(List<RoadStretch> stretches) {

  /** No road is known. */
  public static final RoadNetwork NONE = new RoadNetwork(List.of());

  private static final Comparator<RoadStretch> SHORTER =
      Comparator.comparingDouble(RoadStretch::lengthKm)
          .thenComparing(each -> each.path().toString());

  public RoadNetwork {
    TreeMap<String, RoadStretch> byEnds = new TreeMap<>();
    for (RoadStretch each : stretches) {
      byEnds.merge(
          each.fromId() + ">" + each.toId(),
          each,
          (one, other) -> SHORTER.compare(one, other) <= 0 ? one : other);
    }
    stretches = List.copyOf(byEnds.values());
  }

  /** True when no road is known. */
  public boolean isNone() {
    return stretches.isEmpty();
  }
}
