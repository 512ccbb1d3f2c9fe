package org.kiungo.web.placement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.kiungo.geodata.export.ExportLayer;
import org.kiungo.geodata.export.LayerStyle;
import org.kiungo.web.export.PlaceTable;
import org.kiungo.web.export.Sheet;
import org.kiungo.web.language.Words;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Users, sites and what leads from one to the other, as a sheet. */
final class PlacementSheet {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();
  private static final String KIND = "kind";

  /** Okabe and Ito's colours, which every eye tells apart. */
  private static final List<String> COLOURS =
      List.of("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9");

  private PlacementSheet() {}

  /**
   * @param features {@code services.geojson} of a placement
   */
  static Sheet of(String id, Path features, Words words) throws IOException {
    Map<String, PlaceTable> tables = new TreeMap<>();
    TreeSet<String> countries = new TreeSet<>();
    for (JsonNode each : JSON.readTree(Files.readAllBytes(features)).get("features")) {
      JsonNode columns = each.get("properties");
      Map<String, Object> row = new LinkedHashMap<>();
      columns.properties().forEach(cell -> row.put(cell.getKey(), value(cell.getValue())));
      String country = columns.path("country").asString("");
      if (!country.isEmpty()) {
        countries.add(country);
      }
      String kind = columns.path(KIND).asString("services");
      tables
          .computeIfAbsent(kind, none -> new PlaceTable())
          .add(each.path("id").asString(""), geometry(each.get("geometry")), row);
    }
    List<ExportLayer> layers = new ArrayList<>();
    for (Map.Entry<String, PlaceTable> each : tables.entrySet()) {
      String colour = COLOURS.get(layers.size() % COLOURS.size());
      layers.add(each.getValue().layer(each.getKey(), new LayerStyle("", Map.of("", colour))));
    }
    return new Sheet(
        "kiungo-services-" + id,
        words.text("export.title.services"),
        List.copyOf(countries),
        layers,
        List.of(words.text("export.source.placement", id)));
  }

  private static Object value(JsonNode cell) {
    return cell.isNull()
        ? null
        : cell.isBoolean()
            ? cell.asBoolean()
            : cell.isIntegralNumber()
                ? (Object) cell.asLong()
                : cell.isNumber() ? cell.asDouble() : cell.isString() ? cell.asString() : cell + "";
  }

  private static Geometry geometry(JsonNode node) {
    if (node == null || node.isNull()) {
      return null;
    }
    JsonNode at = node.get("coordinates");
    return node.get("type").asString().equals("Point")
        ? GEOMETRIES.createPoint(coordinate(at))
        : GEOMETRIES.createLineString(
            at.valueStream().map(PlacementSheet::coordinate).toArray(Coordinate[]::new));
  }

  private static Coordinate coordinate(JsonNode at) {
    return new Coordinate(at.get(0).asDouble(), at.get(1).asDouble());
  }
}
