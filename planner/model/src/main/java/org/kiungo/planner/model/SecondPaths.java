package org.kiungo.planner.model;

import java.util.List;
import org.kiungo.planner.model.Plan.BuiltLink;

/**
 * The second ways of a plan's hubs. What they need of links that the plan builds anyway is part of
 * those links' load; the other links they need are listed here.
 *
 * @param ways sorted by the place where they start, none twice
 * @param links built for second ways alone, sorted by id
 */
public record SecondPaths(List<Way> ways, List<BuiltLink> links) {

  /** None. */
  public static final SecondPaths NONE = new SecondPaths(List.of(), List.of());

  public SecondPaths {
    ways = List.copyOf(ways);
    links = List.copyOf(links);
  }

  /** True where there is no way and no link. */
  public boolean isNone() {
    return ways.isEmpty() && links.isEmpty();
  }

  /**
   * A way to the existing network beside the one over {@link org.kiungo.planner.model.Plan#links}.
   *
   * @param placeId where it starts: the settlement or tower with the site that serves the hubs
   * @param hubIds hubs served from there, sorted
   * @param demandMbps busy-hour demand of these hubs there, all of which the way carries
   * @param placeIds places on the way, the first being {@code placeId}, the last a node or tap
   */
  public record Way(String placeId, List<String> hubIds, double demandMbps, List<String> placeIds) {
    public Way {
      hubIds = List.copyOf(hubIds);
      placeIds = List.copyOf(placeIds);
    }
  }
}
