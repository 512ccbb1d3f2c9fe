package org.kiungo.geodata.reference.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import tools.jackson.databind.json.JsonMapper;

/**
 * A feature on its way into a GeoJSON file (RFC 7946), one feature per line.
 *
 * @param type of its geometry: Point, LineString or MultiLineString
 * @param columns by name, in the order they are written; null stays null
 * @param parts vertices of each part, WGS 84 lon/lat
 */
record FeatureText(String type, Map<String, Object> columns, List<Coordinate[]> parts) {

  /** About 11 m. */
  private static final double STEPS_PER_DEGREE = 1e4;

  static double rounded(double degrees) {
    return Math.rint(degrees * STEPS_PER_DEGREE) / STEPS_PER_DEGREE;
  }

  static void write(Collection<FeatureText> features, Path file) throws IOException {
    List<String> lines = features.stream().map(FeatureText::json).toList();
    Files.writeString(
        file,
        "{\"type\":\"FeatureCollection\",\"features\":[\n" + String.join(",\n", lines) + "\n]}\n");
  }

  private String json() {
    return "{\"type\":\"Feature\",\"properties\":"
        + JsonMapper.shared().writeValueAsString(columns)
        + ",\"geometry\":{\"type\":\""
        + type
        + "\",\"coordinates\":"
        + coordinates()
        + "}}";
  }

  private String coordinates() {
    List<String> written = parts.stream().map(FeatureText::part).toList();
    return switch (type) {
      case "Point" -> pair(parts.get(0)[0]);
      case "LineString" -> written.get(0);
      default -> "[" + String.join(",", written) + "]";
    };
  }

  private static String part(Coordinate[] places) {
    List<String> pairs = new ArrayList<>();
    for (Coordinate place : places) {
      String pair = pair(place);
      if (pairs.isEmpty() || !pairs.get(pairs.size() - 1).equals(pair)) {
        pairs.add(pair);
      }
    }
    if (pairs.size() == 1) {
      pairs.add(pairs.get(0)); // a line shorter than a step stays a line
    }
    return "[" + String.join(",", pairs) + "]";
  }

  private static String pair(Coordinate place) {
    return "[" + number(place.x) + "," + number(place.y) + "]";
  }

  private static String number(double degrees) {
    String text = Double.toString(rounded(degrees));
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
