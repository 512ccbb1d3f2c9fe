package org.kiungo.planner.place.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Drawn fibre as a graph: lines are cut where they share a vertex (to {@value #SAME_DEGREES}
 * degrees) or where something taps them; vertices between cuts are no nodes, only length.
 *
 * <p>Complexity: O(vertices log vertices).
 */
final class FibreGraph {

  private static final double SAME_DEGREES = 1e-3;

  /** A line's end that stops this near another line is taken to join it. */
  private static final double JOIN_KM = 1;

  private final List<FibreLine> lines;
  private final STRtree index = new STRtree();
  private final Map<Long, Integer> uses = new HashMap<>();

  /** cuts.get(l) = position along line l (segment + fraction) → node. */
  private final List<TreeMap<Double, Integer>> cuts = new ArrayList<>();

  private final Map<Long, Integer> nodeAt = new HashMap<>();

  private record Stretch(int line, int segment, LineSegment path) {}

  FibreGraph(List<FibreLine> drawn) {
    this.lines = drawn.stream().filter(FibreLine::operational).toList();
    for (int l = 0; l < lines.size(); l++) {
      cuts.add(new TreeMap<>());
      List<LonLat> path = lines.get(l).path();
      for (int s = 0; s < path.size(); s++) {
        boolean end = s == 0 || s == path.size() - 1;
        uses.merge(key(path.get(s)), end ? 2 : 1, Integer::sum);
        if (s + 1 < path.size()) {
          LineSegment segment = new LineSegment(plane(path.get(s)), plane(path.get(s + 1)));
          index.insert(new Envelope(segment.p0, segment.p1), new Stretch(l, s, segment));
        }
      }
    }
    index.build();
  }

  /** Makes nodes of all junctions and ends, and joins ends that stop short of another line. */
  void cutAtJunctions(NetworkDraft draft) {
    for (int l = 0; l < lines.size(); l++) {
      List<LonLat> path = lines.get(l).path();
      for (int s = 0; s < path.size(); s++) {
        if (uses.get(key(path.get(s))) > 1) {
          cuts.get(l).put((double) s, node(draft, path.get(s)));
        }
      }
    }
    for (int l = 0; l < lines.size(); l++) {
      List<LonLat> path = lines.get(l).path();
      joinEnd(draft, l, 0, path.get(0));
      joinEnd(draft, l, path.size() - 1, path.get(path.size() - 1));
    }
  }

  private void joinEnd(NetworkDraft draft, int line, int vertex, LonLat end) {
    int other = tap(draft, end, JOIN_KM, line);
    if (other >= 0) {
      int own = cuts.get(line).get((double) vertex);
      if (own != other) {
        draft.fibre(own, other, end.distanceKm(draft.place(other)), ServiceNetwork.Kind.FIBRE);
      }
    }
  }

  /** Node on the drawn line nearest to a place, cut there; −1 when none lies within reach. */
  int tap(NetworkDraft draft, LonLat place, double reachKm) {
    return tap(draft, place, reachKm, -1);
  }

  private int tap(NetworkDraft draft, LonLat place, double reachKm, int exceptLine) {
    Coordinate at = plane(place);
    double degrees = reachKm / 110 / Math.max(0.2, Math.cos(Math.toRadians(place.lat())));
    Envelope box = new Envelope(at);
    box.expandBy(degrees);
    Stretch nearest = null;
    double least = Double.POSITIVE_INFINITY;
    for (Object item : index.query(box)) {
      Stretch stretch = (Stretch) item;
      double distance = stretch.path.distance(at);
      if (stretch.line != exceptLine
          && (distance < least
              || distance == least
                  && nearest != null
                  && (stretch.line < nearest.line
                      || stretch.line == nearest.line && stretch.segment < nearest.segment))) {
        least = distance;
        nearest = stretch;
      }
    }
    if (nearest == null) {
      return -1;
    }
    Coordinate foot = nearest.path.closestPoint(at);
    LonLat tap = new LonLat(foot.x, foot.y);
    if (tap.distanceKm(place) > reachKm) {
      return -1;
    }
    double position =
        nearest.segment + Math.max(0, Math.min(1, nearest.path.projectionFactor(foot)));
    Integer there = cuts.get(nearest.line).get(position);
    if (there == null) {
      there = node(draft, tap);
      cuts.get(nearest.line).put(position, there);
    }
    return there;
  }

  /** Links between consecutive cuts of each line, as long as the drawing between them. */
  void link(NetworkDraft draft) {
    for (int l = 0; l < lines.size(); l++) {
      List<LonLat> path = lines.get(l).path();
      double before = Double.NaN;
      int node = -1;
      for (Map.Entry<Double, Integer> cut : cuts.get(l).entrySet()) {
        if (node >= 0 && node != cut.getValue()) {
          double km = lengthKm(path, before, cut.getKey(), draft, node, cut.getValue());
          draft.drawn(node, cut.getValue(), km);
        }
        before = cut.getKey();
        node = cut.getValue();
      }
    }
  }

  private static double lengthKm(
      List<LonLat> path, double from, double to, NetworkDraft draft, int a, int b) {
    LonLat at = draft.place(a);
    double km = 0;
    for (int s = (int) Math.floor(from) + 1; s < to; s++) {
      km += at.distanceKm(path.get(s));
      at = path.get(s);
    }
    return km + at.distanceKm(draft.place(b));
  }

  private int node(NetworkDraft draft, LonLat place) {
    return nodeAt.computeIfAbsent(key(place), k -> draft.add(place));
  }

  private static Coordinate plane(LonLat p) {
    return new Coordinate(p.lon(), p.lat());
  }

  private static long key(LonLat p) {
    return Math.round(p.lon() / SAME_DEGREES) * 1_000_000L + Math.round(p.lat() / SAME_DEGREES);
  }
}
