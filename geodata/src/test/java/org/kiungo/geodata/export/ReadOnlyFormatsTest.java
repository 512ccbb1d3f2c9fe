package org.kiungo.geodata.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.Field;
import org.kiungo.geodata.format.Raster;
import org.kiungo.geodata.format.Recorder;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Formats that are read but not written: any generated layer, written here, is read back with the
 * same places. KML holds every shape, GPX places and tracks, an ArcGrid cells.
 */
class ReadOnlyFormatsTest {

  @TempDir private Path folder;

  static LongStream seeds() {
    return LongStream.range(0, 40);
  }

  @ParameterizedTest(name = "KML seed {0}")
  @MethodSource("seeds")
  void kmlKeepsEveryShape(long seed) throws IOException {
    List<Geometry> written = shapes(seed);
    String marks =
        written.stream()
            .map(shape -> "<Placemark><name>n</name>" + kml(shape) + "</Placemark>\n")
            .collect(Collectors.joining());
    Path file =
        Files.writeString(
            folder.resolve("layer.kml"),
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<kml"
                + " xmlns=\"http://www.opengis.net/kml/2.2\"><Document>\n"
                + marks
                + "</Document></kml>");
    compare("KML seed " + seed, written, Recorder.read(file).features);
  }

  @ParameterizedTest(name = "GPX seed {0}")
  @MethodSource("seeds")
  void gpxKeepsPlaces(long seed) throws IOException {
    List<Geometry> written =
        shapes(seed).stream().map(Geometry::getCoordinate).map(ReadOnlyFormatsTest::point).toList();
    String marks =
        written.stream()
            .map(Geometry::getCoordinate)
            .map(c -> "<wpt lat=\"" + c.y + "\" lon=\"" + c.x + "\"><name>n</name></wpt>\n")
            .collect(Collectors.joining());
    Path file =
        Files.writeString(
            folder.resolve("layer.gpx"),
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gpx version=\"1.1\" creator=\"test\""
                + " xmlns=\"http://www.topografix.com/GPX/1/1\">\n"
                + marks
                + "</gpx>");
    compare("GPX seed " + seed, written, Recorder.read(file).features);
  }

  @ParameterizedTest(name = "ArcGrid seed {0}")
  @MethodSource("seeds")
  void arcGridKeepsEveryCell(long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    int columns = random.nextInt(1, 40);
    int rows = random.nextInt(1, 40);
    double[] cells = new double[columns * rows];
    Arrays.setAll(cells, k -> random.nextInt(5) == 0 ? Double.NaN : random.nextDouble(-10, 1e6));
    StringBuilder text =
        new StringBuilder("ncols " + columns + "\nnrows " + rows)
            .append("\nxllcorner 28\nyllcorner -30\ncellsize 0.01\nNODATA_value -9999\n");
    for (int k = 0; k < cells.length; k++) {
      text.append(Double.isNaN(cells[k]) ? "-9999" : cells[k] + "");
      text.append((k + 1) % columns == 0 ? "\n" : " ");
    }
    Path file = Files.writeString(folder.resolve("cells.asc"), text);
    try (Raster raster = Raster.open(file)) {
      assertThat(raster.read(0, 0, 0, columns, rows)).as("ArcGrid seed %d", seed).isEqualTo(cells);
    }
  }

  /** A number that is none, or has no end, is an empty cell: nobody reads NaN or Infinity. */
  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"csv", "xlsx"})
  void whatIsNoNumberIsAnEmptyCell(String format) throws IOException {
    Map<String, Object> row = Map.of("a", Double.NaN, "b", 1 / 0.0, "c", 7.5);
    List<Field> fields =
        Stream.of("a", "b", "c").map(name -> new Field(name, Field.Type.REAL)).toList();
    ExportLayer layer =
        new ExportLayer(
            "cells",
            fields,
            List.of(new Feature(1, "", point(new Coordinate(28, -29)), row)),
            new LayerStyle("", Map.of()));
    Path file = folder.resolve("cells." + format);
    ExportFormat.named(format).write(List.of(layer), file);
    Map<String, Object> read = Recorder.read(file).features.get(0).attributes();
    assertThat(read.get("c").toString()).startsWith("7.5");
    assertThat(read.values().toString()).doesNotContain("NaN").doesNotContain("Infinity");
  }

  private static List<Geometry> shapes(long seed) {
    List<Geometry> shapes = new ArrayList<>();
    for (Feature each : new LayerGenerator(seed).layer().features()) {
      if (each.geometry() != null) {
        shapes.add(each.geometry());
      }
    }
    return shapes;
  }

  private static Geometry point(Coordinate at) {
    return new org.locationtech.jts.geom.GeometryFactory().createPoint(at);
  }

  private static void compare(String where, List<Geometry> written, List<Feature> found) {
    assertThat(found).as(where).hasSize(written.size());
    for (int k = 0; k < written.size(); k++) {
      Geometry back = found.get(k).geometry();
      String row = where + " row " + (k + 1);
      assertThat(back.getDimension()).as(row).isEqualTo(written.get(k).getDimension());
      assertThat(back.getNumGeometries()).as(row).isEqualTo(written.get(k).getNumGeometries());
      Coordinate[] expected = written.get(k).getCoordinates();
      Coordinate[] places = back.getCoordinates();
      assertThat(places).as(row).hasSameSizeAs(expected);
      for (int v = 0; v < places.length; v++) {
        assertThat(places[v].equals2D(expected[v])).as(row + " vertex " + v).isTrue();
      }
    }
  }

  private static String kml(Geometry shape) {
    if (shape instanceof Point) {
      return "<Point>" + path(shape) + "</Point>";
    }
    if (shape instanceof LineString) {
      return "<LineString>" + path(shape) + "</LineString>";
    }
    StringBuilder text = new StringBuilder();
    if (shape instanceof Polygon polygon) {
      text.append("<Polygon><outerBoundaryIs><LinearRing>").append(path(polygon.getExteriorRing()));
      text.append("</LinearRing></outerBoundaryIs>");
      for (int k = 0; k < polygon.getNumInteriorRing(); k++) {
        text.append("<innerBoundaryIs><LinearRing>").append(path(polygon.getInteriorRingN(k)));
        text.append("</LinearRing></innerBoundaryIs>");
      }
      return text.append("</Polygon>").toString();
    }
    for (int k = 0; k < shape.getNumGeometries(); k++) {
      text.append(kml(shape.getGeometryN(k)));
    }
    return "<MultiGeometry>" + text + "</MultiGeometry>";
  }

  private static String path(Geometry shape) {
    return Arrays.stream(shape.getCoordinates())
        .map(c -> c.x + "," + c.y + (Double.isNaN(c.z) ? "" : "," + c.z))
        .collect(Collectors.joining(" ", "<coordinates>", "</coordinates>"));
  }
}
