package org.kiungo.geodata.road;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.kiungo.planner.model.value.LonLat;

/**
 * Roads between the places where they meet. Between two places at most one, the shortest; none
 * comes back to where it left.
 */
final class RoadGraph {

  /** A road from one end to the other. */
  private record Edge(List<LonLat> path, double km) {
    LonLat from() {
      return path.get(0);
    }

    LonLat to() {
      return path.get(path.size() - 1);
    }

    LonLat other(LonLat end) {
      return end.equals(from()) ? to() : from();
    }
  }

  private final RoadPlane plane;

  /** Edges by each of their ends, then by the other. */
  private final TreeMap<LonLat, TreeMap<LonLat, Edge>> at = new TreeMap<>(RoadNoding.BY_PLACE);

  RoadGraph(RoadPlane plane, List<List<LonLat>> paths) {
    this.plane = plane;
    paths.forEach(this::add);
  }

  private void add(List<LonLat> path) {
    Edge edge = new Edge(List.copyOf(path), plane.km(path));
    if (edge.from().equals(edge.to())) {
      return;
    }
    Edge there = at.getOrDefault(edge.from(), new TreeMap<>(RoadNoding.BY_PLACE)).get(edge.to());
    if (there == null || edge.km < there.km) {
      put(edge.from(), edge);
      put(edge.to(), edge);
    }
  }

  private void put(LonLat end, Edge edge) {
    at.computeIfAbsent(end, k -> new TreeMap<>(RoadNoding.BY_PLACE)).put(edge.other(end), edge);
  }

  private void remove(Edge edge) {
    for (LonLat end : List.of(edge.from(), edge.to())) {
      Map<LonLat, Edge> edges = at.get(end);
      edges.remove(edge.other(end));
      if (edges.isEmpty()) {
        at.remove(end);
      }
    }
  }

  /**
   * Leaves out what leads nowhere and joins what only passes through a place, again and again.
   *
   * @param kept places that roads must lead to
   * @param deadEnds true: roads that end at places which are not kept stay
   */
  void contract(Set<LonLat> kept, boolean deadEnds) {
    TreeSet<LonLat> open = new TreeSet<>(RoadNoding.BY_PLACE);
    open.addAll(at.keySet());
    while (!open.isEmpty()) {
      LonLat place = open.pollFirst();
      Map<LonLat, Edge> edges = at.get(place);
      if (edges == null || kept.contains(place)) {
        continue;
      }
      List<Edge> here = List.copyOf(edges.values());
      if (here.size() == 1 && !deadEnds) {
        remove(here.get(0));
        open.add(here.get(0).other(place));
      } else if (here.size() == 2) {
        here.forEach(this::remove);
        here.forEach(each -> open.add(each.other(place)));
        add(joined(here.get(0), place, here.get(1)));
      }
    }
  }

  private static List<LonLat> joined(Edge one, LonLat middle, Edge other) {
    List<LonLat> path = told(one, one.other(middle));
    path.addAll(told(other, middle).subList(1, other.path.size()));
    return path;
  }

  private static List<LonLat> told(Edge edge, LonLat from) {
    List<LonLat> path = new ArrayList<>(edge.path);
    if (!edge.from().equals(from)) {
      Collections.reverse(path);
    }
    return path;
  }

  /** All roads, each once, by their ends. */
  List<List<LonLat>> paths() {
    List<List<LonLat>> paths = new ArrayList<>();
    at.forEach(
        (end, edges) ->
            edges.forEach(
                (other, edge) -> {
                  if (RoadNoding.BY_PLACE.compare(end, other) < 0) {
                    paths.add(edge.path);
                  }
                }));
    return paths;
  }
}
