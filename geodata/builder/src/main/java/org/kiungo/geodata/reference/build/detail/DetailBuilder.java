package org.kiungo.geodata.reference.build.detail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.GeometryFixer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes the pieces; the package's description says from what. */
public final class DetailBuilder {

  private static final Envelope AFRICA = new Envelope(-26, 58, -36, 38);
  private static final GeometryFactory SHAPES = new GeometryFactory();
  private static final int SMALLEST_LAKE_RANK = 8;

  private DetailBuilder() {}

  /**
   * @param arguments folder of the layers, folder of the pieces
   * @throws IOException if an input is absent or an output cannot be written
   */
  public static void main(String[] arguments) throws IOException {
    Path layers = Path.of(arguments[0]);
    DetailTiles tiles = new DetailTiles();
    Function<double[], double[]> unproject = at -> WagnerSeven.degrees(at[0], at[1]);
    for (JsonNode each : features(layers.resolve("wagner_lakes.geojson"))) {
      if (each.get("properties").get("scalerank").asInt() <= SMALLEST_LAKE_RANK) {
        add(tiles, "lake", each, unproject);
      }
    }
    for (JsonNode each : features(layers.resolve("wagner_rivers_lake_centerlines.geojson"))) {
      if (each.get("properties").get("featurecla").asString("").startsWith("River")) {
        add(tiles, "river", each, unproject);
      }
    }
    for (JsonNode each : features(layers.resolve("roads_natural_earth_10m_africa.geojson"))) {
      add(tiles, "road", each, Function.identity());
    }
    tiles.write(Path.of(arguments[1]));
  }

  private static JsonNode features(Path geoJson) throws IOException {
    return JsonMapper.shared().readTree(Files.readAllBytes(geoJson)).get("features");
  }

  private static void add(
      DetailTiles tiles, String kind, JsonNode feature, Function<double[], double[]> degrees) {
    if (feature.get("geometry").isNull()) {
      return;
    }
    List<Coordinate[]> lines = new ArrayList<>();
    collect(feature.get("geometry").get("coordinates"), degrees, lines);
    boolean area = kind.equals("lake");
    // of a lake the outer ring: islands stay water on a quiet ground
    for (Coordinate[] each : area ? lines.subList(0, 1) : lines) {
      Geometry shape =
          area ? GeometryFixer.fix(SHAPES.createPolygon(each)) : SHAPES.createLineString(each);
      if (shape.getEnvelopeInternal().intersects(AFRICA)) {
        tiles.add(kind, shape);
      }
    }
  }

  /** All lines of points, however deep they are nested. */
  private static void collect(
      JsonNode node, Function<double[], double[]> degrees, List<Coordinate[]> lines) {
    if (!node.get(0).get(0).isNumber()) {
      node.forEach(each -> collect(each, degrees, lines));
      return;
    }
    Coordinate[] points = new Coordinate[node.size()];
    for (int k = 0; k < points.length; k++) {
      double[] at = {node.get(k).get(0).asDouble(), node.get(k).get(1).asDouble()};
      double[] lonLat = degrees.apply(at);
      points[k] = new Coordinate(lonLat[0], lonLat[1]);
    }
    if (points.length > 1) {
      lines.add(points);
    }
  }
}
