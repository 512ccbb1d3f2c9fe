package org.kiungo.web.page.region;

import java.util.Locale;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.web.export.EqualArea;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;

/** A country's outline and places as plain SVG numbers, on a map of equal areas. */
public final class MapFrame {

  private static final double MARGIN = 8;

  private final Geometry outline;
  private final double width;
  private final double left;
  private final double west;
  private final double north;
  private final double perRadius;
  private final double height;

  /**
   * @param outline degrees
   * @param width of the whole map with its margins, in units of the drawing
   * @param simplifyDegrees by so much the drawn outline may be off
   */
  public MapFrame(Geometry outline, double width, double simplifyDegrees) {
    this(outline, width, Double.POSITIVE_INFINITY, simplifyDegrees);
  }

  /** The same, no higher than that: what is narrow and long stands in the middle. */
  public MapFrame(Geometry outline, double width, double heightMost, double simplifyDegrees) {
    this.outline = TopologyPreservingSimplifier.simplify(outline, simplifyDegrees);
    this.width = width;
    double w = Double.POSITIVE_INFINITY;
    double e = Double.NEGATIVE_INFINITY;
    double s = Double.POSITIVE_INFINITY;
    double n = Double.NEGATIVE_INFINITY;
    for (Coordinate each : outline.getCoordinates()) {
      w = Math.min(w, EqualArea.x(each.x, each.y));
      e = Math.max(e, EqualArea.x(each.x, each.y));
      s = Math.min(s, EqualArea.y(each.x, each.y));
      n = Math.max(n, EqualArea.y(each.x, each.y));
    }
    west = w;
    north = n;
    perRadius = Math.min((width - 2 * MARGIN) / (e - w), (heightMost - 2 * MARGIN) / (n - s));
    left = (width - (e - w) * perRadius) / 2;
    height = (n - s) * perRadius + 2 * MARGIN;
  }

  public String viewBox() {
    return "0 0 " + number(width) + " " + number(height);
  }

  public String outlinePath() {
    StringBuilder path = new StringBuilder();
    for (Object line : LinearComponentExtracter.getLines(outline)) {
      Coordinate[] ring = ((LineString) line).getCoordinates();
      for (int i = 0; i < ring.length; i++) {
        path.append(i == 0 ? "M" : "L").append(at(new LonLat(ring[i].x, ring[i].y)));
      }
      path.append("Z");
    }
    return path.toString();
  }

  public double x(LonLat place) {
    return left + (EqualArea.x(place.lon(), place.lat()) - west) * perRadius;
  }

  public double y(LonLat place) {
    return MARGIN + (north - EqualArea.y(place.lon(), place.lat())) * perRadius;
  }

  /** A place as a path has it. */
  public String at(LonLat place) {
    return number(x(place)) + " " + number(y(place));
  }

  /** A number as short as a tenth of a unit is told. */
  public static String number(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
