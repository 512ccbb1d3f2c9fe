package org.kiungo.geodata.reference.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateList;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Outlines of the 54 countries, of Western Sahara and of Somaliland from world-atlas 2.0.2 (Natural
 * Earth 4.1, 1:50 million, public domain).
 *
 * <p>Natural Earth draws who holds the ground. Western Sahara is drawn here as the United Nations
 * list it: all land south of 27°40′ N and west of 8°40′ W that Natural Earth gives to Morocco is
 * joined to it (the parallel and the meridian of the Franco-Spanish conventions of 1904 and 1912).
 * Prince Edward Islands (46.9° S, no residents) are left out.
 */
final class Territories {

  /** Southern limit of Morocco proper: 27°40′ N. */
  static final double WESTERN_SAHARA_NORTH_LAT = 27 + 40 / 60.0;

  /** Eastern limit of the part of Western Sahara that the source gives to Morocco: 8°40′ W. */
  static final double WESTERN_SAHARA_EAST_LON = -(8 + 40 / 60.0);

  private static final double SOUTHERNMOST_LAT = -37;
  private static final double ISLAND_TOLERANCE_DEGREES = 0.01;
  private static final Envelope VIEW = new Envelope(-26, 60, -36, 38.5);
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();
  private static final PrecisionModel METRE = new PrecisionModel(1e5);

  private Territories() {}

  /** ISO alpha-3 (and ESH, XSL) to outline, sorted. */
  static Map<String, Geometry> read(Path topology) throws IOException {
    Map<String, Geometry> outlines = new TreeMap<>();
    readShapes(topology).forEach((id, shape) -> outlines.put(id, withoutFarSouth(shape)));
    outlines.keySet().removeIf(id -> id.startsWith("#"));
    Geometry occupied = westernSaharaPart(outlines.get("MAR"));
    outlines.put("MAR", overlay(outlines.get("MAR"), occupied, OverlayNG.DIFFERENCE));
    outlines.put(
        IsoCodes.WESTERN_SAHARA,
        overlay(outlines.get(IsoCodes.WESTERN_SAHARA), occupied, OverlayNG.UNION));
    return outlines;
  }

  /**
   * Adds districts that are islands too small for the scale (Brava, Bolama, Annobón, Agalega, La
   * Digue), so that everybody finds theirs on the map.
   */
  static void addSmallIslands(
      Map<String, Geometry> outlines, Map<String, List<AdminArea>> districts) {
    districts.forEach(
        (country, areas) -> {
          for (AdminArea area : areas) {
            if (!area.separate()) {
              missingIsland(outlines.get(country), area.shape())
                  .ifPresent(island -> outlines.merge(country, island, Territories::joined));
            }
          }
        });
  }

  /** The district's largest part, if the outline touches none of it. */
  private static Optional<Geometry> missingIsland(Geometry outline, Geometry district) {
    Geometry largest = district.getGeometryN(0);
    return outline.intersects(largest)
        ? Optional.empty()
        : Optional.of(TopologyPreservingSimplifier.simplify(largest, ISLAND_TOLERANCE_DEGREES));
  }

  private static Geometry joined(Geometry outline, Geometry island) {
    List<Polygon> parts = new ArrayList<>();
    for (Geometry shape : List.of(outline, island)) {
      for (int k = 0; k < shape.getNumGeometries(); k++) {
        parts.add((Polygon) shape.getGeometryN(k));
      }
    }
    return GEOMETRIES.createMultiPolygon(parts.toArray(Polygon[]::new));
  }

  /** The part of a shape of Morocco that lies in Western Sahara. */
  static Geometry westernSaharaPart(Geometry shape) {
    Envelope south = new Envelope(-18, WESTERN_SAHARA_EAST_LON, 20, WESTERN_SAHARA_NORTH_LAT);
    return overlay(shape, GEOMETRIES.toGeometry(south), OverlayNG.INTERSECTION);
  }

  static Geometry overlay(Geometry one, Geometry other, int operation) {
    return OverlayNG.overlay(one, other, operation, METRE);
  }

  /** Land around Africa, clipped to its view: drawn grey, named nowhere. */
  static List<Geometry> neighbours(Path topology) throws IOException {
    Geometry view = GEOMETRIES.toGeometry(VIEW);
    List<Geometry> pieces = new ArrayList<>();
    readShapes(topology)
        .forEach(
            (id, shape) -> {
              for (int k = 0; id.startsWith("#") && k < shape.getNumGeometries(); k++) {
                Geometry land = shape.getGeometryN(k);
                Envelope extent = land.getEnvelopeInternal();
                // islands on the antimeridian, such as Fiji's, would stretch round the whole Earth
                if (extent.intersects(VIEW) && extent.getWidth() < 180) {
                  Geometry piece = OverlayNGRobust.overlay(land, view, OverlayNG.INTERSECTION);
                  if (!piece.isEmpty()) {
                    pieces.add(piece);
                  }
                }
              }
            });
    return List.of(OverlayNGRobust.union(GEOMETRIES.buildGeometry(pieces)));
  }

  private static Geometry withoutFarSouth(Geometry shape) {
    List<Polygon> kept = new ArrayList<>();
    for (int k = 0; k < shape.getNumGeometries(); k++) {
      if (shape.getGeometryN(k).getEnvelopeInternal().getMinY() > SOUTHERNMOST_LAT) {
        kept.add((Polygon) shape.getGeometryN(k));
      }
    }
    return GEOMETRIES.buildGeometry(kept);
  }

  /** African areas by code; every other country under "#" and its position. */
  private static Map<String, Geometry> readShapes(Path topology) throws IOException {
    JsonNode root = JsonMapper.builder().build().readTree(Files.readAllBytes(topology));
    List<Coordinate[]> arcs = decodeArcs(root);
    Map<String, Geometry> shapes = new TreeMap<>();
    int position = 0;
    for (JsonNode geometry : root.get("objects").get("countries").get("geometries")) {
      shapes.put(code(geometry, position++), shape(geometry, arcs));
    }
    return shapes;
  }

  private static String code(JsonNode geometry, int position) {
    int number = geometry.has("id") ? Integer.parseInt(geometry.get("id").asString()) : 0;
    if (number == 732) {
      return IsoCodes.WESTERN_SAHARA;
    }
    if (geometry.get("properties").get("name").asString().equals("Somaliland")) {
      return IsoCodes.SOMALILAND;
    }
    return IsoCodes.fromNumeric().getOrDefault(number, "#" + position);
  }

  private static List<Coordinate[]> decodeArcs(JsonNode root) {
    JsonNode scale = root.get("transform").get("scale");
    JsonNode shift = root.get("transform").get("translate");
    List<Coordinate[]> arcs = new ArrayList<>();
    for (JsonNode arc : root.get("arcs")) {
      CoordinateList places = new CoordinateList();
      long x = 0;
      long y = 0;
      for (JsonNode step : arc) {
        x += step.get(0).asLong();
        y += step.get(1).asLong();
        places.add(
            new Coordinate(
                METRE.makePrecise(x * scale.get(0).asDouble() + shift.get(0).asDouble()),
                METRE.makePrecise(y * scale.get(1).asDouble() + shift.get(1).asDouble())));
      }
      arcs.add(places.toCoordinateArray());
    }
    return arcs;
  }

  private static Geometry shape(JsonNode geometry, List<Coordinate[]> arcs) {
    List<Polygon> polygons = new ArrayList<>();
    if (geometry.get("type").asString().equals("Polygon")) {
      polygons.add(polygon(geometry.get("arcs"), arcs));
    } else {
      geometry.get("arcs").forEach(rings -> polygons.add(polygon(rings, arcs)));
    }
    Geometry shape = GEOMETRIES.createMultiPolygon(polygons.toArray(Polygon[]::new));
    return shape.isValid() ? shape : GeometryFixer.fix(shape);
  }

  private static Polygon polygon(JsonNode rings, List<Coordinate[]> arcs) {
    List<LinearRing> parts = new ArrayList<>();
    for (JsonNode ring : rings) {
      CoordinateList places = new CoordinateList();
      for (JsonNode reference : ring) {
        int index = reference.asInt();
        boolean forward = index >= 0;
        places.add(arcs.get(forward ? index : ~index), false, forward);
      }
      if (places.size() >= 4) { // the coarsest scale leaves some islets one vertex
        parts.add(GEOMETRIES.createLinearRing(places.toCoordinateArray()));
      }
    }
    if (parts.isEmpty()) {
      return GEOMETRIES.createPolygon();
    }
    return GEOMETRIES.createPolygon(
        parts.get(0), parts.subList(1, parts.size()).toArray(LinearRing[]::new));
  }
}
