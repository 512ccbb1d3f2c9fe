package org.kiungo.geodata.openness;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kiungo.geodata.conflate.Plane;
import org.kiungo.geodata.openness.FibreMap.Span;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.linearref.LengthIndexedLine;

/**
 * Lines made into spans. Ends within half a kilometre of one another are one place, and a node
 * joins the lines that pass it. A line that ends on the middle of another where no node stands is
 * not joined to it: {@link NearMisses} tells what it would change if it were.
 */
final class Noding {

  /** Ends and nodes nearer to one another than this are one place, km. */
  static final double ONE_PLACE_KM = 0.5;

  private final Plane plane;
  private final List<LonLat> vertices = new ArrayList<>();
  private final List<Coordinate> at = new ArrayList<>();
  private final List<Integer> nodes = new ArrayList<>();
  private final List<Span> spans = new ArrayList<>();

  Noding(Plane plane, List<FibreLine> lines, List<NetworkNode> nodes) {
    this.plane = plane;
    for (NetworkNode node : nodes) {
      this.nodes.add(vertex(node.location()));
    }
    lines.forEach(this::add);
    leaveOutLoneNodes();
  }

  /** A node that no line passes leads nowhere. */
  private void leaveOutLoneNodes() {
    Map<Integer, Integer> kept = new TreeMap<>();
    for (Span span : spans) {
      kept.put(span.from(), 0);
      kept.put(span.to(), 0);
    }
    List<LonLat> all = List.copyOf(vertices);
    vertices.clear();
    for (Map.Entry<Integer, Integer> each : kept.entrySet()) {
      each.setValue(vertices.size());
      vertices.add(all.get(each.getKey()));
    }
    spans.replaceAll(
        span ->
            new Span(
                kept.get(span.from()),
                kept.get(span.to()),
                span.path(),
                span.status(),
                span.lengthKm()));
  }

  List<LonLat> vertices() {
    return vertices;
  }

  List<Span> spans() {
    return spans;
  }

  private int vertex(LonLat place) {
    Coordinate here = plane.toPlane(place);
    for (int v = 0; v < at.size(); v++) {
      if (at.get(v).distance(here) <= ONE_PLACE_KM) {
        return v;
      }
    }
    vertices.add(place);
    at.add(here);
    return vertices.size() - 1;
  }

  private void add(FibreLine line) {
    LineString path = plane.line(line.path());
    if (path.getLength() == 0) {
      return;
    }
    LengthIndexedLine along = new LengthIndexedLine(path);
    Map<Double, Integer> stops = new TreeMap<>();
    for (int node : nodes) {
      Coordinate here = at.get(node);
      double index = along.project(here);
      boolean inside = index > ONE_PLACE_KM && index < path.getLength() - ONE_PLACE_KM;
      if (inside && along.extractPoint(index).distance(here) <= ONE_PLACE_KM) {
        stops.put(index, node);
      }
    }
    stops.put(0.0, vertex(line.path().get(0)));
    stops.put(path.getLength(), vertex(line.path().get(line.path().size() - 1)));
    List<Double> cuts = List.copyOf(stops.keySet());
    for (int k = 1; k < cuts.size(); k++) {
      int from = stops.get(cuts.get(k - 1));
      int to = stops.get(cuts.get(k));
      if (from != to) {
        List<LonLat> part =
            plane.path((LineString) along.extractLine(cuts.get(k - 1), cuts.get(k)));
        spans.add(new Span(from, to, part, line.status(), Plane.lengthKm(part)));
      }
    }
  }
}
