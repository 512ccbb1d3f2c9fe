package org.kiungo.geodata.reference.build.detail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/**
 * Lines and areas cut into squares of 10 degrees, one JSON file each, named by the degrees of its
 * south-west corner: {@code {"road": [[x, y, dx, dy, …], …], "river": …, "lake": …}}, in 1/500
 * degrees from that corner, from point to point.
 */
final class DetailTiles {

  private static final int SIDE_DEGREES = 10;
  private static final double STEPS = 500;
  private static final double SMALLEST_DEGREES = 1 / STEPS;
  private static final GeometryFactory SHAPES = new GeometryFactory();

  private final Map<String, Map<String, StringJoiner>> tiles = new TreeMap<>();

  /**
   * @param kind what the page draws it as
   * @param shape a line or an area, degrees
   */
  void add(String kind, Geometry shape) {
    Geometry simple = DouglasPeuckerSimplifier.simplify(shape, SMALLEST_DEGREES);
    Envelope box = simple.getEnvelopeInternal();
    for (int lon = floor(box.getMinX()); lon <= box.getMaxX(); lon += SIDE_DEGREES) {
      for (int lat = floor(box.getMinY()); lat <= box.getMaxY(); lat += SIDE_DEGREES) {
        Envelope square = new Envelope(lon, lon + SIDE_DEGREES, lat, lat + SIDE_DEGREES);
        put(kind, lon, lat, simple.intersection(SHAPES.toGeometry(square)));
      }
    }
  }

  private static int floor(double degrees) {
    return (int) Math.floor(degrees / SIDE_DEGREES) * SIDE_DEGREES;
  }

  private void put(String kind, int lon, int lat, Geometry part) {
    for (int k = 0; k < part.getNumGeometries(); k++) {
      Geometry each = part.getGeometryN(k);
      if (each instanceof Polygon area) {
        put(kind, lon, lat, area.getExteriorRing().getCoordinates());
      } else if (each instanceof LineString line) {
        put(kind, lon, lat, line.getCoordinates());
      }
    }
  }

  private void put(String kind, int lon, int lat, Coordinate[] points) {
    StringJoiner steps = new StringJoiner(",", "[", "]");
    long x = 0;
    long y = 0;
    int kept = 0;
    for (Coordinate each : points) {
      long nowX = Math.round((each.x - lon) * STEPS);
      long nowY = Math.round((each.y - lat) * STEPS);
      if (kept == 0 || nowX != x || nowY != y) {
        steps.add(nowX - x + "," + (nowY - y));
        x = nowX;
        y = nowY;
        kept++;
      }
    }
    if (kept > 1) {
      tiles
          .computeIfAbsent(lon + "_" + lat, name -> new TreeMap<>())
          .computeIfAbsent(kind, name -> new StringJoiner(",", "[", "]"))
          .add(steps.toString());
    }
  }

  /** Writes a file for each square that holds anything, and the list of them. */
  void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    StringJoiner names = new StringJoiner("\",\"", "[\"", "\"]");
    for (Map.Entry<String, Map<String, StringJoiner>> tile : tiles.entrySet()) {
      StringJoiner kinds = new StringJoiner(",", "{", "}\n");
      tile.getValue().forEach((kind, lines) -> kinds.add("\"" + kind + "\":" + lines));
      Files.writeString(folder.resolve(tile.getKey() + ".json"), kinds.toString());
      names.add(tile.getKey());
    }
    Files.writeString(folder.resolve("tiles.json"), names + "\n");
  }
}
