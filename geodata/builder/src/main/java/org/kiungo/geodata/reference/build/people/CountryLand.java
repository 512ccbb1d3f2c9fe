package org.kiungo.geodata.reference.build.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Which share of each peopled cell of the grid is land of which country, and where it lies. */
final class CountryLand {

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  /** Coasts are simplified and islets dropped: people at sea belong to land so near. */
  private static final double FARTHEST_DEG = 0.3;

  /** Of a cell: the least land that people found in it stand on. */
  private static final double LEAST_SHARE = 0.02;

  /** One country's part of one cell: its share of the cell's box and the middle of that part. */
  static final class Part {
    private double largest;
    private int area;
    private double share;
    private double x;
    private double y;

    double share() {
      return share;
    }

    double lon() {
      return x / share;
    }

    double lat() {
      return y / share;
    }

    /** Position of the first-level area with most of it, among those of its country. */
    int area() {
      return area;
    }

    private void add(int from, double more, double lon, double lat) {
      area = more > largest ? from : area;
      largest = Math.max(largest, more);
      share += more;
      x += more * lon;
      y += more * lat;
    }
  }

  private final PopulationGrid grid;
  private final Map<String, Map<Integer, Part>> byCountry = new TreeMap<>();
  private double peopleAtSea;

  /**
   * @param land areas by country, which meet and do not overlap
   */
  CountryLand(PopulationGrid grid, Map<String, List<Geometry>> land) {
    this.grid = grid;
    land.forEach(
        (country, shapes) -> {
          Map<Integer, Part> parts = new TreeMap<>();
          byCountry.put(country, parts);
          for (int area = 0; area < shapes.size(); area++) {
            Geometry shape = shapes.get(area);
            for (int k = 0; k < shape.getNumGeometries(); k++) {
              measure(area, shape.getGeometryN(k), parts);
            }
          }
        });
    giveTheRest(land);
  }

  /** Cells of a country in ascending order. */
  Map<Integer, Part> parts(String country) {
    return byCountry.get(country);
  }

  /** Land of all countries in a cell over its box. */
  Map<Integer, Double> shares() {
    Map<Integer, Double> shares = new HashMap<>();
    byCountry
        .values()
        .forEach(parts -> parts.forEach((cell, p) -> shares.merge(cell, p.share, Double::sum)));
    return shares;
  }

  /** People of cells that lie too far from any land known. */
  double peopleAtSea() {
    return peopleAtSea;
  }

  private void measure(int area, Geometry polygon, Map<Integer, Part> parts) {
    PreparedGeometry prepared = PreparedGeometryFactory.prepare(polygon);
    for (int cell : grid.within(polygon.getEnvelopeInternal())) {
      if (grid.people(cell) > 0) {
        Envelope box = grid.box(cell);
        Geometry square = GEOMETRIES.toGeometry(box);
        if (prepared.contains(square)) {
          parts.computeIfAbsent(cell, c -> new Part()).add(area, 1, box.centre().x, box.centre().y);
        } else if (prepared.intersects(square)) {
          Geometry piece = OverlayNGRobust.overlay(polygon, square, OverlayNG.INTERSECTION);
          if (piece.getArea() > 0) {
            Coordinate at = middle(piece);
            double share = piece.getArea() / square.getArea();
            parts.computeIfAbsent(cell, c -> new Part()).add(area, share, at.x, at.y);
          }
        }
      }
    }
  }

  /** Its centre of area, or a point inside where that lies outside (a bay, a bend of a river). */
  private static Coordinate middle(Geometry piece) {
    Point centre = piece.getCentroid();
    return piece.intersects(centre)
        ? centre.getCoordinate()
        : piece.getInteriorPoint().getCoordinate();
  }

  private void giveTheRest(Map<String, List<Geometry>> land) {
    Map<Integer, Double> known = shares();
    List<Shape> shapes = new ArrayList<>();
    land.forEach(
        (country, list) -> {
          for (int area = 0; area < list.size(); area++) {
            Geometry shape = list.get(area);
            shapes.add(new Shape(country, area, shape, shape.getEnvelopeInternal()));
          }
        });
    for (int cell = 0; cell < grid.cells(); cell++) {
      if (grid.people(cell) > 0 && !known.containsKey(cell)) {
        give(cell, shapes);
      }
    }
  }

  private record Shape(String country, int area, Geometry shape, Envelope extent) {}

  private void give(int cell, List<Shape> shapes) {
    Coordinate centre = grid.box(cell).centre();
    Point at = GEOMETRIES.createPoint(centre);
    Shape nearest = null;
    double best = FARTHEST_DEG;
    for (Shape each : shapes) {
      if (each.extent.distance(new Envelope(centre)) < best) {
        double distance = each.shape.distance(at);
        if (distance < best) {
          best = distance;
          nearest = each;
        }
      }
    }
    if (nearest == null) {
      peopleAtSea += grid.people(cell);
    } else {
      byCountry
          .get(nearest.country)
          .computeIfAbsent(cell, c -> new Part())
          .add(nearest.area, LEAST_SHARE, centre.x, centre.y);
    }
  }

  /** Land of a part, km², at least a fiftieth of its cell. */
  double areaKm2(int cell, Part part) {
    return Math.max(LEAST_SHARE, Math.min(1, part.share)) * grid.areaKm2(cell);
  }
}
