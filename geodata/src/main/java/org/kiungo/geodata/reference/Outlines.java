package org.kiungo.geodata.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateList;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the basemap file; its format is described where it is written, in {@code BasemapWriter}.
 */
final class Outlines {

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private final List<Coordinate[]> arcs = new ArrayList<>();

  private Outlines() {}

  /** Code to polygons, for the countries and the territories drawn apart. */
  static Map<String, Geometry> read(byte[] basemap) {
    JsonNode root = JsonMapper.shared().readTree(basemap);
    Outlines outlines = new Outlines();
    outlines.decodeArcs(root);
    Map<String, Geometry> shapes = new TreeMap<>();
    for (String group : List.of("countries", "territories")) {
      root.get(group)
          .properties()
          .forEach(e -> shapes.put(e.getKey(), outlines.shape(e.getValue())));
    }
    return shapes;
  }

  private void decodeArcs(JsonNode root) {
    JsonNode scale = root.get("transform").get("scale");
    JsonNode shift = root.get("transform").get("translate");
    for (JsonNode steps : root.get("arcs")) {
      Coordinate[] arc = new Coordinate[steps.size() / 2];
      long x = 0;
      long y = 0;
      for (int k = 0; k < arc.length; k++) {
        x += steps.get(2 * k).asLong();
        y += steps.get(2 * k + 1).asLong();
        arc[k] =
            new Coordinate(
                x * scale.get(0).asDouble() + shift.get(0).asDouble(),
                y * scale.get(1).asDouble() + shift.get(1).asDouble());
      }
      arcs.add(arc);
    }
  }

  private Geometry shape(JsonNode polygons) {
    List<Polygon> parts = new ArrayList<>();
    for (JsonNode rings : polygons) {
      List<LinearRing> decoded = new ArrayList<>();
      rings.forEach(ring -> decoded.add(ring(ring)));
      parts.add(
          GEOMETRIES.createPolygon(
              decoded.get(0), decoded.subList(1, decoded.size()).toArray(LinearRing[]::new)));
    }
    return GEOMETRIES.createMultiPolygon(parts.toArray(Polygon[]::new));
  }

  private LinearRing ring(JsonNode references) {
    CoordinateList places = new CoordinateList();
    for (JsonNode reference : references) {
      int index = reference.asInt();
      places.add(arcs.get(index >= 0 ? index : ~index), false, index >= 0);
    }
    return GEOMETRIES.createLinearRing(places.toCoordinateArray());
  }
}
