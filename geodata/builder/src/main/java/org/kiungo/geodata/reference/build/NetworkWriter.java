package org.kiungo.geodata.reference.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kiungo.geodata.format.table.NameText;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the fibre, fibre nodes and submarine cables that ITU and WATRA gathered (2025-07-07, MIT,
 * drawn partly over roads of OpenStreetMap). A line's status is kept: "Operational", "Planned", and
 * everything else, the cells left blank too, as unknown. Nodes are written where the source says
 * that fibre works there; those of microwave and those to come are left out. Lines are simplified
 * to about 50 m and rounded to 11 m, cables to 5 km, since their course is a sketch.
 */
final class NetworkWriter {

  private static final double LINE_TOLERANCE_DEGREES = 5e-4;
  private static final double CABLE_TOLERANCE_DEGREES = 0.05;

  /** A cable whose sketch passes this near to a landing point comes ashore there. */
  private static final double LANDING_KM = 10;

  private static final int ID_LENGTH = 8;
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private NetworkWriter() {}

  /**
   * @param layers folder of {@code fibre_lines_watra_16.geojson} and its companions
   * @param out folder of the written files
   * @throws IOException if a layer is absent or an output cannot be written
   */
  static void write(Path layers, Path out) throws IOException {
    lines(features(layers.resolve("fibre_lines_watra_16.geojson")), out.resolve("fibre"));
    nodes(features(layers.resolve("fibre_nodes_watra_16.geojson")), out.resolve("nodes"));
    cables(
        features(layers.resolve("submarine_cables_watra.geojson")),
        features(layers.resolve("landing_points_watra.geojson")),
        out.resolve("cables.geojson"));
  }

  private static JsonNode features(Path layer) throws IOException {
    return JsonMapper.shared().readTree(Files.readAllBytes(layer)).get("features");
  }

  private static void lines(JsonNode features, Path folder) throws IOException {
    Map<String, Map<String, FeatureText>> byCountry = new TreeMap<>();
    for (JsonNode feature : features) {
      JsonNode p = feature.get("properties");
      String country = p.get("iso3").asString();
      String id = country + "_fibre_" + p.get("line_id").asString().substring(0, ID_LENGTH);
      List<Coordinate[]> parts = parts(feature.get("geometry"), LINE_TOLERANCE_DEGREES);
      for (int k = 0; k < parts.size(); k++) {
        String own = parts.size() == 1 ? id : id + "/" + (k + 1);
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("id", own);
        columns.put("operator", known(p, "operator_name"));
        columns.put("status", status(p.path("status").asString("")));
        columns.put("source", source(p));
        put(
            byCountry,
            country,
            own,
            new FeatureText("LineString", columns, List.<Coordinate[]>of(parts.get(k))));
      }
    }
    write(byCountry, folder);
  }

  private static String status(String text) {
    return text.equals("Operational")
        ? "OPERATIONAL"
        : text.equals("Planned") ? "PLANNED" : "UNKNOWN";
  }

  private static void nodes(JsonNode features, Path folder) throws IOException {
    Map<String, Map<String, FeatureText>> byCountry = new TreeMap<>();
    for (JsonNode feature : features) {
      JsonNode p = feature.get("properties");
      if (p.get("type_infr").asString().equals("Fibre Operational")) {
        String country = p.get("iso3").asString();
        String id = country + "_fibre_node_" + p.get("node_id").asString().substring(0, ID_LENGTH);
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("id", id);
        columns.put("name", known(p, "name"));
        columns.put("source", source(p));
        Coordinate at = coordinate(feature.get("geometry").get("coordinates"));
        put(
            byCountry,
            country,
            id,
            new FeatureText("Point", columns, List.<Coordinate[]>of(new Coordinate[] {at})));
      }
    }
    write(byCountry, folder);
  }

  private static void put(
      Map<String, Map<String, FeatureText>> byCountry, String country, String id, FeatureText row) {
    if (byCountry.computeIfAbsent(country, k -> new TreeMap<>()).put(id, row) != null) {
      throw new IllegalStateException("two rows are called " + id);
    }
  }

  private static void write(Map<String, Map<String, FeatureText>> byCountry, Path folder)
      throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, Map<String, FeatureText>> country : byCountry.entrySet()) {
      FeatureText.write(country.getValue().values(), folder.resolve(country.getKey() + ".geojson"));
    }
  }

  private static void cables(JsonNode features, JsonNode points, Path out) throws IOException {
    Map<String, FeatureText> byName = new TreeMap<>();
    for (JsonNode feature : features) {
      JsonNode p = feature.get("properties");
      List<Map<String, Object>> landings = new ArrayList<>();
      List<Coordinate[]> drawn = parts(feature.get("geometry"), 0);
      for (JsonNode point : points) {
        Coordinate at = coordinate(point.get("geometry").get("coordinates"));
        if (drawn.stream().anyMatch(part -> passes(part, at))) {
          Map<String, Object> landing = new LinkedHashMap<>();
          landing.put("name", point.get("properties").get("name").asString());
          landing.put("coordinates", List.of(FeatureText.rounded(at.x), FeatureText.rounded(at.y)));
          landings.add(landing);
        }
      }
      landings.sort(Comparator.comparing(each -> each.get("name").toString()));
      Map<String, Object> columns = new LinkedHashMap<>();
      columns.put("name", p.get("name").asString());
      columns.put("serviceYear", number(p, "year_service"));
      columns.put("capacityTbps", number(p, "capacity_Tbps"));
      columns.put("lengthKm", number(p, "length_km"));
      columns.put("landings", landings);
      columns.put("source", "ITU and WATRA 2025-07-07");
      byName.put(
          p.get("name").asString(),
          new FeatureText(
              "MultiLineString", columns, parts(feature.get("geometry"), CABLE_TOLERANCE_DEGREES)));
    }
    FeatureText.write(byName.values(), out);
  }

  private static Object number(JsonNode properties, String name) {
    JsonNode value = properties.path(name);
    return value.isNumber() ? value.numberValue() : null;
  }

  private static boolean passes(Coordinate[] part, Coordinate at) {
    LonLat place = new LonLat(at.x, at.y);
    for (Coordinate vertex : part) {
      if (place.distanceKm(new LonLat(vertex.x, vertex.y)) <= LANDING_KM) {
        return true;
      }
    }
    return false;
  }

  private static List<Coordinate[]> parts(JsonNode geometry, double toleranceDegrees) {
    JsonNode coordinates = geometry.get("coordinates");
    boolean multi = geometry.get("type").asString().startsWith("Multi");
    List<Coordinate[]> parts = new ArrayList<>();
    for (JsonNode part : multi ? coordinates : List.of(coordinates)) {
      List<Coordinate> places = new ArrayList<>();
      part.forEach(each -> places.add(coordinate(each)));
      LineString line = GEOMETRIES.createLineString(places.toArray(Coordinate[]::new));
      Geometry simple = DouglasPeuckerSimplifier.simplify(line, toleranceDegrees);
      parts.add(simple.getCoordinates());
    }
    return parts;
  }

  private static Coordinate coordinate(JsonNode pair) {
    return new Coordinate(pair.get(0).asDouble(), pair.get(1).asDouble());
  }

  private static String known(JsonNode properties, String name) {
    return NameText.of(properties.path(name).asString(""));
  }

  private static String source(JsonNode properties) {
    String year = known(properties, "data_source_year");
    String from = known(properties, "data_source");
    return "ITU and WATRA 2025-07-07: " + from + (year.isEmpty() ? "" : " " + year);
  }
}
