package org.kiungo.planner.model.route;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.road.RoadNetwork;
import org.kiungo.planner.model.road.RoadStretch;
import org.kiungo.planner.model.value.LonLat;

/**
 * Finds roads by the names of their places, and tells how links that follow them are laid.
 *
 * @param places where each place on a road lies, by name, ascending
 * @param byEnds roads by the names of both ends, the first of them first
 * @param crossings borders that links cross
 */
public record RoadRoutes(
    SortedMap<String, LonLat> places, Map<String, RoadStretch> byEnds, Crossings crossings) {

  public RoadRoutes {
    places = Collections.unmodifiableSortedMap(places);
    byEnds = Map.copyOf(byEnds);
  }

  /** The routes of a problem, with the borders that they cross. */
  public static RoadRoutes of(PlanningProblem problem) {
    return of(problem.roads()).with(Crossings.of(problem));
  }

  /** The same routes across borders. */
  public RoadRoutes with(Crossings changed) {
    return new RoadRoutes(places, byEnds, changed);
  }

  /** Where places on roads lie, by name. */
  public static SortedMap<String, LonLat> places(RoadNetwork network) {
    TreeMap<String, LonLat> places = new TreeMap<>();
    for (RoadStretch each : network.stretches()) {
      places.put(each.fromId(), each.path().get(0));
      places.put(each.toId(), each.path().get(each.path().size() - 1));
    }
    return places;
  }

  /** The routes of a network. */
  public static RoadRoutes of(RoadNetwork network) {
    Map<String, RoadStretch> byEnds = new HashMap<>();
    for (RoadStretch each : network.stretches()) {
      byEnds.put(ends(each.fromId(), each.toId()), each);
    }
    return new RoadRoutes(places(network), byEnds, Crossings.NONE);
  }

  private static String ends(String id, String other) {
    return id.compareTo(other) < 0 ? id + ">" + other : other + ">" + id;
  }

  /** The road between two places, whichever comes first. */
  public Optional<RoadStretch> find(String fromId, String toId) {
    return byEnds.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(byEnds.get(ends(fromId, toId)));
  }

  /** The way of a link: along its road from its near end to its far one, else straight. */
  public List<LonLat> path(BuiltLink link) {
    Optional<RoadStretch> road = find(link.fromId(), link.toId());
    if (road.isEmpty()) {
      return List.of(link.from(), link.to());
    }
    List<LonLat> along = new ArrayList<>(road.get().path());
    if (!along.get(0).equals(link.from())) {
      Collections.reverse(along);
    }
    return List.copyOf(along);
  }

  /**
   * A medium as it is laid between two places: along a road the length is the route's already;
   * where roads are known but none leads there it goes across country. What it crosses on its way
   * is paid with it.
   */
  public Medium laid(Medium medium, String fromId, String toId) {
    return crossings.laid(onRoad(medium, fromId, toId), fromId, toId);
  }

  private Medium onRoad(Medium medium, String fromId, String toId) {
    if (byEnds.isEmpty()) {
      return medium;
    }
    return find(fromId, toId).isPresent() ? medium.alongRoad() : medium.acrossCountry();
  }
}
