package org.kiungo.geodata.openness;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.kiungo.geodata.conflate.Plane;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.linearref.LengthIndexedLine;

/**
 * Published fibre of a country as spans between ends and nodes. Planned lines are left out; lines
 * of which nobody says whether they work are in.
 */
final class FibreMap {

  /** Spans between the same places that are drawn nearer than this are one dig, km. */
  static final double ONE_WAY_KM = 0.25;

  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  /**
   * A stretch of fibre.
   *
   * @param from vertex where the path begins
   * @param to vertex where it ends
   */
  record Span(int from, int to, List<LonLat> path, FibreLine.Status status, double lengthKm) {}

  /**
   * A place on the network.
   *
   * @param span the span it lies on, −1 for a vertex
   * @param place the vertex, or the number of the first place of the path behind it
   */
  record Spot(int span, int place, LonLat at) {}

  private final Plane plane;
  private final List<LonLat> vertices = new ArrayList<>();
  private final List<Span> spans = new ArrayList<>();
  private STRtree boxes;

  private FibreMap(Plane plane) {
    this.plane = plane;
  }

  static FibreMap of(Reference reference, String iso3) {
    List<FibreLine> lines =
        reference.fibreLines(iso3).stream()
            .filter(line -> line.status() != FibreLine.Status.PLANNED)
            .toList();
    return of(lines, reference.fibreNodes(iso3));
  }

  static FibreMap of(List<FibreLine> lines, List<NetworkNode> nodes) {
    LonLat middle = lines.isEmpty() ? new LonLat(0, 0) : lines.get(0).path().get(0);
    FibreMap map = new FibreMap(Plane.around(middle));
    Noding noding = new Noding(map.plane, lines, nodes);
    map.vertices.addAll(noding.vertices());
    noding.spans().forEach(map::addOnce);
    return map;
  }

  /** Two drawings of one dig are one span. */
  private void addOnce(Span span) {
    for (Span each : spans) {
      boolean sameEnds =
          Math.min(each.from, each.to) == Math.min(span.from, span.to)
              && Math.max(each.from, each.to) == Math.max(span.from, span.to);
      if (sameEnds && plane.line(each.path).distance(middle(span)) <= ONE_WAY_KM) {
        return;
      }
    }
    spans.add(span);
  }

  private Point middle(Span span) {
    LengthIndexedLine along = new LengthIndexedLine(plane.line(span.path));
    return GEOMETRY.createPoint(along.extractPoint(along.getEndIndex() / 2));
  }

  Plane plane() {
    return plane;
  }

  List<LonLat> vertices() {
    return Collections.unmodifiableList(vertices);
  }

  List<Span> spans() {
    return Collections.unmodifiableList(spans);
  }

  boolean isEmpty() {
    return spans.isEmpty();
  }

  /** The vertex nearest to a place, −1 on an empty map. */
  int nearestVertex(LonLat at) {
    Coordinate place = plane.toPlane(at);
    int best = -1;
    double bestKm = Double.POSITIVE_INFINITY;
    for (int v = 0; v < vertices.size(); v++) {
      double km = plane.toPlane(vertices.get(v)).distance(place);
      if (km < bestKm) {
        bestKm = km;
        best = v;
      }
    }
    return best;
  }

  /** Number of spans at each vertex. */
  int[] degrees() {
    int[] degrees = new int[vertices.size()];
    for (Span span : spans) {
      degrees[span.from()]++;
      degrees[span.to()]++;
    }
    return degrees;
  }

  /** The place on a span that is nearest to another place. */
  Spot nearestOn(int span, LonLat at) {
    Coordinate place = plane.toPlane(at);
    LineString line = plane.line(spans.get(span).path());
    Coordinate[] path = line.getCoordinates();
    int best = 1;
    Coordinate on = path[0];
    for (int k = 1; k < path.length; k++) {
      Coordinate near = new LineSegment(path[k - 1], path[k]).closestPoint(place);
      if (near.distance(place) < on.distance(place)) {
        on = near;
        best = k;
      }
    }
    return new Spot(span, best, plane.toLonLat(on));
  }

  /** Spans whose box comes within a distance of a place. */
  List<Integer> spansNear(LonLat at, double km) {
    Envelope around = new Envelope(plane.toPlane(at));
    around.expandBy(km);
    List<Integer> near = new ArrayList<>();
    for (Object each : index().query(around)) {
      near.add((Integer) each);
    }
    Collections.sort(near);
    return near;
  }

  /** Of several who look first, one fills it and the others wait: none sees a part of it. */
  private synchronized STRtree index() {
    if (boxes == null) {
      STRtree filled = new STRtree();
      for (int s = 0; s < spans.size(); s++) {
        filled.insert(plane.line(spans.get(s).path()).getEnvelopeInternal(), s);
      }
      filled.build();
      boxes = filled;
    }
    return boxes;
  }

  /**
   * The same with a new span between two places.
   *
   * @param lengthKm of the new span along its route
   */
  FibreMap linked(Spot a, Spot b, double lengthKm) {
    FibreMap map = new FibreMap(plane);
    map.vertices.addAll(vertices);
    map.spans.addAll(spans);
    int from = map.split(a);
    int to = map.split(b.span() == a.span() ? new Spot(-1, nearestVertex(b.at()), b.at()) : b);
    map.spans.add(new Span(from, to, List.of(a.at(), b.at()), FibreLine.Status.PLANNED, lengthKm));
    return map;
  }

  /** The same with a vertex joined to the nearest place on a span that does not begin there. */
  FibreMap joined(LonLat end, LonLat other) {
    int vertex = nearestVertex(end);
    Spot nearest = null;
    for (int s : spansNear(other, ONE_WAY_KM)) {
      Spot spot = nearestOn(s, other);
      boolean begins = spans.get(s).from() == vertex || spans.get(s).to() == vertex;
      if (!begins
          && (nearest == null || spot.at().distanceKm(other) < nearest.at().distanceKm(other))) {
        nearest = spot;
      }
    }
    double km = end.distanceKm(other);
    return nearest == null ? this : linked(new Spot(-1, vertex, end), nearest, km);
  }

  /** The vertex at a spot; a span is cut there, its first part keeps its number. */
  private int split(Spot spot) {
    if (spot.span() < 0) {
      return spot.place();
    }
    Span span = spans.get(spot.span());
    List<LonLat> first = new ArrayList<>(span.path().subList(0, spot.place()));
    List<LonLat> second = new ArrayList<>(span.path().subList(spot.place(), span.path().size()));
    first.add(spot.at());
    second.add(0, spot.at());
    vertices.add(spot.at());
    int middle = vertices.size() - 1;
    spans.set(
        spot.span(), new Span(span.from(), middle, first, span.status(), Plane.lengthKm(first)));
    spans.add(new Span(middle, span.to(), second, span.status(), Plane.lengthKm(second)));
    return middle;
  }
}
