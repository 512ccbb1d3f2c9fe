package org.kiungo.geodata.reference.build;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Cuts the rings of neighbouring areas into arcs that are stored once, as TopoJSON does: a vertex
 * at which two rings part is an end of an arc.
 *
 * @see <a href="https://github.com/topojson/topojson-specification">TopoJSON specification</a>
 */
final class Topology {

  /** A vertex on the grid. */
  record Vertex(int x, int y) implements Comparable<Vertex> {
    @Override
    public int compareTo(Vertex other) {
      return x != other.x ? Integer.compare(x, other.x) : Integer.compare(y, other.y);
    }
  }

  private final Map<Vertex, Set<Vertex>> neighbours = new HashMap<>();
  private final Set<Vertex> ends = new HashSet<>();
  private final Map<List<Vertex>, Integer> indexByArc = new LinkedHashMap<>();
  private final List<Set<String>> owners = new ArrayList<>();

  /** First pass over every ring (open, at least three vertices): finds where rings part. */
  void survey(List<Vertex> ring) {
    int n = ring.size();
    for (int k = 0; k < n; k++) {
      Set<Vertex> both =
          Set.copyOf(Arrays.asList(ring.get((k + n - 1) % n), ring.get((k + 1) % n)));
      Set<Vertex> known = neighbours.putIfAbsent(ring.get(k), both);
      if (known != null && !known.equals(both)) {
        ends.add(ring.get(k));
      }
    }
  }

  /** Makes a vertex an end, so that what lies on its two sides can be drawn differently. */
  void cutAt(Vertex vertex) {
    ends.add(vertex);
  }

  /**
   * Second pass: the ring as arc numbers, {@code ~number} for an arc walked backwards.
   *
   * @param owner area whose border the ring is
   */
  List<Integer> cut(List<Vertex> ring, String owner) {
    int first = 0;
    while (first < ring.size() && !ends.contains(ring.get(first))) {
      first++;
    }
    List<Vertex> path = new ArrayList<>(ring);
    Collections.rotate(path, first < ring.size() ? -first : -ring.indexOf(Collections.min(ring)));
    path.add(path.get(0));
    List<Integer> references = new ArrayList<>();
    int start = 0;
    for (int k = 1; k < path.size(); k++) {
      if (k == path.size() - 1 || ends.contains(path.get(k))) {
        references.add(reference(List.copyOf(path.subList(start, k + 1)), owner));
        start = k;
      }
    }
    return references;
  }

  private int reference(List<Vertex> arc, String owner) {
    List<Vertex> reversed = new ArrayList<>(arc);
    Collections.reverse(reversed);
    Integer backwards = indexByArc.get(reversed);
    if (backwards != null) {
      owners.get(backwards).add(owner);
      return ~backwards;
    }
    int index = indexByArc.computeIfAbsent(arc, a -> indexByArc.size());
    if (index == owners.size()) {
      owners.add(new TreeSet<>());
    }
    owners.get(index).add(owner);
    return index;
  }

  /** Arcs by number. */
  List<List<Vertex>> arcs() {
    return List.copyOf(indexByArc.keySet());
  }

  /** Numbers of the arcs between two areas, ascending. */
  List<Integer> between(String one, String other) {
    List<Integer> found = new ArrayList<>();
    for (int k = 0; k < owners.size(); k++) {
      if (owners.get(k).contains(one) && owners.get(k).contains(other)) {
        found.add(k);
      }
    }
    return found;
  }
}
