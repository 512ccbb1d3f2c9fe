package org.kiungo.web.openness;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kiungo.geodata.openness.CountryAudit;
import org.kiungo.geodata.openness.SinglePoint;
import org.kiungo.geodata.openness.Step;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/**
 * A country's published fibre as SVG paths, small enough for a slow connection: single spans as
 * broad as people hang on them, and the cheapest steps.
 *
 * @param height of the picture, whose width is {@value #WIDTH}
 * @param outline path of the country
 * @param lines path of all published lines
 * @param singles single spans, widest first
 * @param steps path of the cheapest steps
 */
public record AuditMap(
    int height, String outline, String lines, List<Single> singles, String steps) {

  static final double WIDTH = 400;
  private static final double SIMPLIFY_DEGREES = 0.02;
  private static final double WIDEST = 9;
  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  /** A single span. */
  public record Single(String path, double width) {}

  /** The map of an audit whose country's fibre is published. */
  public static AuditMap of(CountryAudit audit, Reference reference) {
    Geometry outline =
        DouglasPeuckerSimplifier.simplify(reference.outline(audit.iso3()), SIMPLIFY_DEGREES);
    Frame frame = new Frame(outline.getEnvelopeInternal());
    StringBuilder land = new StringBuilder();
    for (int k = 0; k < outline.getNumGeometries(); k++) {
      land.append(frame.path(outline.getGeometryN(k).getCoordinates())).append('z');
    }
    StringBuilder lines = new StringBuilder();
    for (FibreLine line : reference.fibreLines(audit.iso3())) {
      if (line.status() != FibreLine.Status.PLANNED) {
        lines.append(frame.path(simple(line.path())));
      }
    }
    List<Single> singles = new ArrayList<>();
    StringBuilder steps = new StringBuilder();
    for (SinglePoint each : audit.singlePoints()) {
      if (each.kind() == SinglePoint.Kind.SPAN) {
        double width = Math.max(2, WIDEST * Math.sqrt(Math.min(1, each.peopleRatio() / 0.4)));
        singles.add(new Single(frame.path(simple(each.path())), Math.rint(width * 10) / 10));
      }
      Step step = each.cheapest();
      if (step != null) {
        steps.append(frame.path(coordinates(List.of(step.from(), step.to()))));
      }
    }
    return new AuditMap(
        (int) Math.ceil(frame.height()),
        land.toString(),
        lines.toString(),
        List.copyOf(singles),
        steps.toString());
  }

  private static Coordinate[] simple(List<LonLat> path) {
    return DouglasPeuckerSimplifier.simplify(
            GEOMETRY.createLineString(coordinates(path)), SIMPLIFY_DEGREES)
        .getCoordinates();
  }

  private static Coordinate[] coordinates(List<LonLat> path) {
    return path.stream().map(at -> new Coordinate(at.lon(), at.lat())).toArray(Coordinate[]::new);
  }

  /** Degrees as they lie in the middle of the country. */
  private record Frame(Envelope box) {

    private static final double MARGIN = 6;

    private double perLon() {
      return (WIDTH - 2 * MARGIN) / box.getWidth();
    }

    private double perLat() {
      return perLon() / Math.cos(Math.toRadians(box.centre().y));
    }

    double height() {
      return box.getHeight() * perLat() + 2 * MARGIN;
    }

    String path(Coordinate[] places) {
      StringBuilder path = new StringBuilder();
      for (Coordinate each : places) {
        path.append(path.isEmpty() ? 'M' : 'L')
            .append(
                String.format(
                    Locale.ROOT,
                    "%.0f %.0f",
                    MARGIN + (each.x - box.getMinX()) * perLon(),
                    MARGIN + (box.getMaxY() - each.y) * perLat()));
      }
      return path.toString();
    }
  }
}
