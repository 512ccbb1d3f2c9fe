package org.kiungo.geodata.conflate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.kiungo.geodata.conflate.Cutting.Kind;
import org.kiungo.geodata.conflate.Doubt.Reason;
import org.kiungo.geodata.conflate.NetworkConflation.Part;
import org.kiungo.geodata.conflate.NetworkConflation.Place;
import org.kiungo.geodata.conflate.NetworkConflation.Question;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

/** Makes doubts of runs that lie near another drawing, and gives them the names of places. */
final class Doubts {

  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  /** A stretch is named after places no farther away than this, km. */
  private static final double NAMED_KM = 15;

  private final Plane plane;
  private final Question question;
  private final List<Place> places = new ArrayList<>();

  Doubts(Plane plane, Question question) {
    this.plane = plane;
    this.question = question;
    question.nodes().stream()
        .filter(node -> !node.name().isBlank())
        .forEach(node -> places.add(new Place(node.name(), node.location())));
    places.addAll(question.places());
  }

  /** The doubt that a part is; null for one that is none. */
  Doubt of(Part part, List<Part> parts) {
    boolean operators = part.isOfAnother(parts, question.tolerance());
    if (part.run().kind() != Kind.NEAR && !operators) {
      return null;
    }
    Part other = parts.get(part.run().other());
    List<LonLat> path = plane.path(Joining.path(part));
    List<LonLat> feet = part.run().feet().stream().map(plane::toLonLat).toList();
    List<LonLat> kept = feet.size() == 1 ? List.of(feet.get(0), feet.get(0)) : feet;
    Doubt doubt =
        new Doubt(
            id(name(part), part.line().line().id(), path.get(0), path.get(path.size() - 1)),
            operators ? Reason.OPERATORS : Reason.PARALLEL,
            name(other),
            other.line().line().id(),
            name(part),
            part.line().line().id(),
            kept,
            path,
            Plane.lengthKm(path),
            part.run().farthestKm(),
            "",
            "",
            "",
            "",
            operators ? other.line().line().operator() : "",
            operators ? part.line().line().operator() : "");
    return operators ? named(doubt) : passing(named(doubt));
  }

  private String name(Part part) {
    return question.sources().get(part.source()).name();
  }

  /** The same with the names of the places where it begins and ends. */
  Doubt named(Doubt doubt) {
    List<LonLat> path = doubt.otherPath();
    return doubt.named(near(path.get(0)), near(path.get(path.size() - 1)), "", "");
  }

  /** Ids tell stretches apart by where they lie, to a hundred metres. */
  static String id(String source, String lineId, LonLat from, LonLat to) {
    String text =
        String.format(
            Locale.ROOT,
            "%s|%s|%.3f %.3f|%.3f %.3f",
            source,
            lineId,
            from.lon(),
            from.lat(),
            to.lon(),
            to.lat());
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** The nearest place, with how far that is when it is not there: {@code Mango (12 km)}. */
  private String near(LonLat at) {
    String best = "";
    double bestKm = Double.POSITIVE_INFINITY;
    for (Place each : places) {
      double km = plane.toPlane(each.at()).distance(plane.toPlane(at));
      if (km < bestKm) {
        bestKm = km;
        best = each.name();
      }
    }
    if (best.isEmpty()) {
      return String.format(Locale.ROOT, "%.2f, %.2f", at.lat(), at.lon());
    }
    return bestKm < NAMED_KM ? best : String.format(Locale.ROOT, "%s (%.0f km)", best, bestKm);
  }

  /** Where one of the two passes a place, within the tolerance, that the other misses. */
  private Doubt passing(Doubt doubt) {
    LineString kept = plane.line(doubt.keptPath());
    LineString other = plane.line(doubt.otherPath());
    double within = question.tolerance().km();
    String place = "";
    String by = "";
    double most = 0;
    for (Place each : places) {
      var at = GEOMETRY.createPoint(new Coordinate(plane.toPlane(each.at())));
      double keptKm = kept.distance(at);
      double otherKm = other.distance(at);
      double between = Math.abs(keptKm - otherKm);
      if (Math.min(keptKm, otherKm) <= within
          && Math.max(keptKm, otherKm) > within
          && between > most) {
        most = between;
        place = each.name();
        by = keptKm < otherKm ? doubt.kept() : doubt.other();
      }
    }
    return place.isEmpty() ? doubt : doubt.named(doubt.from(), doubt.to(), place, by);
  }
}
