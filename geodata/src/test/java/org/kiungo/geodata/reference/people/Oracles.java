package org.kiungo.geodata.reference.people;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.kiungo.geodata.TestData;
import org.kiungo.geodata.format.Raster;
import org.kiungo.geodata.raster.CellLocator;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.reference.facts.CsvTable;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who lives where by data that the built-in people were not made from. */
final class Oracles {

  /** So many people at a place; {@code roadKm} NaN where the oracle tells none. */
  record Count(double lon, double lat, double people, double roadKm) {}

  private static final Reference REFERENCE = Reference.builtIn();
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();
  private static final double SAMPLE_DEG = 1 / 240.0;

  private Oracles() {}

  static List<Count> model(String country, People people) {
    return people.places(country).stream()
        .map(p -> new Count(p.location().lon(), p.location().lat(), p.population(), p.roadKm()))
        .toList();
  }

  /**
   * Share of people in the wrong cell, both scaled to the same total: half the sum of absolute
   * differences.
   *
   * @param stepDeg side of a cell
   */
  static double misplaced(List<Count> truth, List<Count> model, double stepDeg) {
    Map<Long, Double> difference = new HashMap<>();
    add(difference, truth, stepDeg, 1);
    add(difference, model, stepDeg, -1);
    return difference.values().stream().mapToDouble(Math::abs).sum() / 2;
  }

  private static void add(
      Map<Long, Double> difference, List<Count> counts, double stepDeg, int sign) {
    double all = counts.stream().mapToDouble(Count::people).sum();
    for (Count each : counts) {
      long column = (long) Math.floor(each.lon / stepDeg);
      long row = (long) Math.floor(each.lat / stepDeg);
      difference.merge(row * 100_000 + column, sign * each.people / all, Double::sum);
    }
  }

  /** So near to a road lives half of the people. */
  static double medianRoadKm(List<Count> counts) {
    List<Count> near = counts.stream().sorted(Comparator.comparingDouble(Count::roadKm)).toList();
    double half = counts.stream().mapToDouble(Count::people).sum() / 2;
    double sum = 0;
    for (Count each : near) {
      sum += each.people;
      if (sum >= half) {
        return each.roadKm;
      }
    }
    throw new IllegalStateException("nobody lives there");
  }

  /** People of a raster of people per km² in degrees, at the middles of cells a country holds. */
  static List<Count> continent(String country, String file) {
    List<Count> counts = new ArrayList<>();
    try (Raster raster = Raster.open(TestData.path(file))) {
      double[] a = raster.cellToMap();
      double[] density = raster.read(0, 0, 0, raster.width(), raster.height());
      for (int k = 0; k < density.length; k++) {
        if (density[k] > 0) {
          double lon = a[0] + (k % raster.width() + 0.5) * a[1];
          double lat = a[3] + (k / raster.width() + 0.5) * a[5];
          double people = density[k] * Math.cos(Math.toRadians(lat));
          if (REFERENCE.contains(country, new LonLat(lon, lat))) {
            counts.add(new Count(lon, lat, people, Double.NaN));
          }
        }
      }
    }
    return counts;
  }

  static List<Count> onSset(String file) {
    try {
      List<Count> counts = new ArrayList<>();
      for (CSVRecord row : CsvTable.rows(Files.newInputStream(TestData.path(file)))) {
        counts.add(
            new Count(
                Double.parseDouble(row.get("X_deg")),
                Double.parseDouble(row.get("Y_deg")),
                Double.parseDouble(row.get("Pop")),
                Double.parseDouble(row.get("RoadDist"))));
      }
      return counts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Count> raster(String file) {
    List<Count> counts = new ArrayList<>();
    try (Raster raster = Raster.open(TestData.path(file))) {
      CellLocator locator = new CellLocator(raster);
      double[] people = raster.read(0, 0, 0, raster.width(), raster.height());
      for (int k = 0; k < people.length; k++) {
        if (people[k] > 0) {
          LonLat at = locator.lonLat(k % raster.width(), k / raster.width());
          counts.add(new Count(at.lon(), at.lat(), people[k], Double.NaN));
        }
      }
    }
    return counts;
  }

  /** People of a polygon evenly over it. */
  static List<Count> clusters(String file) {
    try {
      List<Count> counts = new ArrayList<>();
      JsonNode root = JsonMapper.shared().readTree(Files.readAllBytes(TestData.path(file)));
      for (JsonNode feature : root.get("features")) {
        Geometry shape = shape(feature.get("geometry"));
        List<Coordinate> inside = inside(shape);
        double people = feature.get("properties").get("pop").asDouble() / inside.size();
        inside.forEach(c -> counts.add(new Count(c.x, c.y, people, Double.NaN)));
      }
      return counts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Outer rings; the clusters have no holes to speak of. */
  private static Geometry shape(JsonNode geometry) {
    boolean many = geometry.get("type").asString().equals("MultiPolygon");
    List<Polygon> polygons = new ArrayList<>();
    for (JsonNode rings :
        many ? geometry.get("coordinates") : List.of(geometry.get("coordinates"))) {
      List<Coordinate> ring = new ArrayList<>();
      rings.get(0).forEach(c -> ring.add(new Coordinate(c.get(0).asDouble(), c.get(1).asDouble())));
      polygons.add(GEOMETRIES.createPolygon(ring.toArray(Coordinate[]::new)));
    }
    return GEOMETRIES.createMultiPolygon(polygons.toArray(Polygon[]::new));
  }

  private static List<Coordinate> inside(Geometry shape) {
    IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(shape);
    Envelope box = shape.getEnvelopeInternal();
    List<Coordinate> inside = new ArrayList<>();
    for (double x = box.getMinX() + SAMPLE_DEG / 2; x < box.getMaxX(); x += SAMPLE_DEG) {
      for (double y = box.getMinY() + SAMPLE_DEG / 2; y < box.getMaxY(); y += SAMPLE_DEG) {
        Coordinate at = new Coordinate(x, y);
        if (locator.locate(at) != Location.EXTERIOR) {
          inside.add(at);
        }
      }
    }
    return inside.isEmpty() ? List.of(shape.getInteriorPoint().getCoordinate()) : inside;
  }
}
