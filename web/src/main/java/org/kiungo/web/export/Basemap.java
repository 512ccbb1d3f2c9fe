package org.kiungo.web.export;

import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The outlines that pages draw, in radii of the Earth on the equal-area plane, y to the south. */
final class Basemap {

  private static final Basemap AFRICA = read();

  private final Map<String, Path2D> countries = new LinkedHashMap<>();
  private final List<Path2D> others = new ArrayList<>();
  private final List<Path2D> undetermined = new ArrayList<>();

  private Basemap() {}

  static Basemap africa() {
    return AFRICA;
  }

  /** By ISO 3166-1 alpha-3. */
  Map<String, Path2D> countries() {
    return countries;
  }

  /** Areas whose status is not settled, and the ground around Africa. */
  List<Path2D> others() {
    return others;
  }

  /** Borders that are not settled. */
  List<Path2D> undetermined() {
    return undetermined;
  }

  private static Basemap read() {
    try (InputStream in = Basemap.class.getResourceAsStream("/static/map/africa-50m.json")) {
      JsonNode root = JsonMapper.builder().build().readTree(in);
      List<double[][]> arcs = arcs(root);
      Basemap map = new Basemap();
      root.get("neighbours").forEach(each -> map.others.add(area(List.of(each), arcs)));
      root.get("territories")
          .properties()
          .forEach(each -> map.others.add(area(each.getValue().valueStream().toList(), arcs)));
      root.get("countries")
          .properties()
          .forEach(
              each ->
                  map.countries.put(
                      each.getKey(), area(each.getValue().valueStream().toList(), arcs)));
      root.get("disputed")
          .forEach(
              each -> {
                Path2D line = new Path2D.Double();
                trace(line, arcs.get(each.asInt()), false, true);
                map.undetermined.add(line);
              });
      return map;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Positions follow one another as differences. */
  private static List<double[][]> arcs(JsonNode root) {
    JsonNode scale = root.get("transform").get("scale");
    JsonNode from = root.get("transform").get("translate");
    List<double[][]> arcs = new ArrayList<>();
    for (JsonNode arc : root.get("arcs")) {
      double[][] points = new double[arc.size() / 2][];
      long x = 0;
      long y = 0;
      for (int k = 0; k < points.length; k++) {
        x += arc.get(2 * k).asLong();
        y += arc.get(2 * k + 1).asLong();
        double lon = x * scale.get(0).asDouble() + from.get(0).asDouble();
        double lat = y * scale.get(1).asDouble() + from.get(1).asDouble();
        points[k] = new double[] {EqualArea.x(lon, lat), -EqualArea.y(lon, lat)};
      }
      arcs.add(points);
    }
    return arcs;
  }

  private static Path2D area(List<JsonNode> polygons, List<double[][]> arcs) {
    Path2D area = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    for (JsonNode polygon : polygons) {
      for (JsonNode ring : polygon) {
        boolean first = true;
        for (JsonNode each : ring) {
          int arc = each.asInt();
          trace(area, arcs.get(arc < 0 ? ~arc : arc), arc < 0, first);
          first = false;
        }
        area.closePath();
      }
    }
    return area;
  }

  private static void trace(Path2D path, double[][] points, boolean back, boolean begins) {
    for (int k = 0; k < points.length; k++) {
      double[] at = points[back ? points.length - 1 - k : k];
      if (begins && k == 0) {
        path.moveTo(at[0], at[1]);
      } else {
        path.lineTo(at[0], at[1]);
      }
    }
  }
}
