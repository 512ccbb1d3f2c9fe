package org.kiungo.geodata.format.geometry;

import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** How places are written in findings: (lon, lat) with what precision a reader can use. */
public final class Places {

  private Places() {}

  /** (x, y), shortened to 6 decimals. */
  public static String text(double x, double y) {
    return "(" + number(x) + ", " + number(y) + ")";
  }

  /** The first coordinate of a geometry; empty without one. */
  public static String text(Geometry geometry) {
    Coordinate first = geometry == null ? null : geometry.getCoordinate();
    return first == null ? "" : text(first.x, first.y);
  }

  private static String number(double value) {
    if (!(Math.abs(value) < 1e9)) {
      return Double.toString(value);
    }
    String text = String.format(Locale.ROOT, "%.6f", value);
    return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
  }
}
