package org.kiungo.geodata.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a country's districts: GeoJSON of multipolygons, written by the reference builder. */
final class DistrictFile {

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();
  private static final String NAME = "name_";

  private DistrictFile() {}

  static List<District> read(String country, byte[] geojson) {
    List<District> districts = new ArrayList<>();
    for (JsonNode feature : JsonMapper.shared().readTree(geojson).get("features")) {
      JsonNode properties = feature.get("properties");
      Map<String, String> names = new TreeMap<>();
      properties
          .properties()
          .forEach(
              p -> {
                if (p.getKey().startsWith(NAME)) {
                  names.put(p.getKey().substring(NAME.length()), p.getValue().asString());
                }
              });
      districts.add(
          new District(
              country,
              properties.get("code").asString(),
              properties.path("iso").asString(""),
              properties.get("name").asString(),
              names,
              properties.path("separate").asBoolean(false),
              shape(feature.get("geometry").get("coordinates"))));
    }
    return List.copyOf(districts);
  }

  private static Geometry shape(JsonNode polygons) {
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

  private static LinearRing ring(JsonNode places) {
    Coordinate[] coordinates = new Coordinate[places.size()];
    for (int k = 0; k < coordinates.length; k++) {
      coordinates[k] =
          new Coordinate(places.get(k).get(0).asDouble(), places.get(k).get(1).asDouble());
    }
    return GEOMETRIES.createLinearRing(coordinates);
  }
}
