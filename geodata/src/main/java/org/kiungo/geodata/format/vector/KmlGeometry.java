package org.kiungo.geodata.format.vector;

import java.util.ArrayList;
import java.util.List;
import org.kiungo.geodata.format.XmlText;
import org.kiungo.geodata.format.geometry.RawGeometry;
import org.kiungo.geodata.format.geometry.Rings;
import org.kiungo.geodata.format.table.NumberText;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;

/** Gathers the geometry elements of one placemark. */
final class KmlGeometry {

  private final List<Geometry> parts = new ArrayList<>();
  private RawGeometry.Unusable broken;
  private String shape = "";
  private LinearRing shell;
  private List<LinearRing> holes = new ArrayList<>();
  private boolean inner;
  private boolean multi;
  private boolean track;
  private List<Coordinate> trackPoints = new ArrayList<>();
  private final double[] overlay = {Double.NaN, Double.NaN, Double.NaN, Double.NaN};
  private double rotation;
  private final boolean closeRings;
  private boolean closed;

  /**
   * @param closeRings true to close open rings instead of refusing them
   */
  KmlGeometry(boolean closeRings) {
    this.closeRings = closeRings;
  }

  /** Whether an open ring was closed, as asked. */
  boolean isClosed() {
    return closed;
  }

  boolean isTrack() {
    return track;
  }

  /** Takes the start of an element that is not one of the placemark's texts. */
  void start(String name, XmlText xml) {
    switch (name) {
      case "Point", "LineString", "LinearRing", "Polygon" -> {
        if (!name.equals("LinearRing") || !shape.equals("Polygon")) {
          shape = name;
        }
        if (name.equals("Polygon")) {
          shell = null;
          holes = new ArrayList<>();
        }
      }
      case "MultiGeometry", "MultiTrack" -> multi = true;
      case "Track" -> {
        track = true;
        trackPoints = new ArrayList<>();
      }
      case "innerBoundaryIs" -> inner = true;
      case "outerBoundaryIs" -> inner = false;
      case "LatLonQuad" -> shape = "LatLonQuad";
      case "coordinates" -> coordinates(xml.text());
      case "coord" -> trackPoint(xml.text());
      case "west", "south", "east", "north" -> edge(name, xml.text());
      case "rotation" -> rotation = NumberText.of(xml.text(), false).value();
      default -> {}
    }
  }

  /** Takes the end of an element. */
  void end(String name) {
    if (name.equals("Polygon")) {
      shape = "";
      if (shell != null) {
        parts.add(RawGeometry.FACTORY.createPolygon(shell, holes.toArray(LinearRing[]::new)));
      }
    } else if (name.equals("Track")) {
      track = false;
      if (trackPoints.size() > 1) {
        parts.add(RawGeometry.FACTORY.createLineString(trackPoints.toArray(Coordinate[]::new)));
      } else if (trackPoints.size() == 1) {
        parts.add(RawGeometry.FACTORY.createPoint(trackPoints.get(0)));
      }
    } else if (name.equals(shape)) {
      shape = "";
    }
  }

  /** The geometry; null without any. */
  Geometry build() throws RawGeometry.Unusable {
    if (broken != null) {
      throw broken;
    }
    if (!Double.isNaN(overlay[0] + overlay[1] + overlay[2] + overlay[3])) {
      parts.add(rectangle());
    }
    if (parts.isEmpty()) {
      return null;
    }
    return parts.size() == 1 && !multi ? parts.get(0) : RawGeometry.FACTORY.buildGeometry(parts);
  }

  private Geometry rectangle() {
    double[] o = overlay;
    Coordinate[] ring = {
      new Coordinate(o[0], o[1]),
      new Coordinate(o[2], o[1]),
      new Coordinate(o[2], o[3]),
      new Coordinate(o[0], o[3]),
      new Coordinate(o[0], o[1])
    };
    Geometry box = RawGeometry.FACTORY.createPolygon(ring);
    return rotation == 0 || Double.isNaN(rotation)
        ? box
        : org.locationtech.jts.geom.util.AffineTransformation.rotationInstance(
                Math.toRadians(rotation), (o[0] + o[2]) / 2, (o[1] + o[3]) / 2)
            .transform(box);
  }

  private void edge(String name, String text) {
    int index = List.of("west", "south", "east", "north").indexOf(name);
    overlay[index] = NumberText.of(text, false).value();
  }

  private void coordinates(String text) {
    try {
      Coordinate[] path = path(text);
      switch (shape) {
        case "Point" -> {
          if (path.length > 0) {
            parts.add(RawGeometry.FACTORY.createPoint(path[0]));
          }
        }
        case "LineString" -> {
          if (path.length == 1) {
            throw new RawGeometry.Unusable("lineTooShort", "1");
          }
          parts.add(RawGeometry.FACTORY.createLineString(path));
        }
        case "LinearRing" -> parts.add(ring(path));
        case "LatLonQuad" -> {
          Coordinate[] closed = java.util.Arrays.copyOf(path, path.length + 1);
          closed[path.length] = path[0];
          parts.add(RawGeometry.FACTORY.createPolygon(Rings.of(closed)));
        }
        case "Polygon" -> {
          LinearRing ring = ring(path);
          if (inner) {
            holes.add(ring);
          } else {
            shell = ring;
          }
        }
        default -> {}
      }
    } catch (RawGeometry.Unusable problem) {
      broken = broken == null ? problem : broken;
    }
  }

  private LinearRing ring(Coordinate[] path) throws RawGeometry.Unusable {
    closed |= closeRings && path.length > 2 && !path[0].equals2D(path[path.length - 1]);
    return Rings.of(path, closeRings);
  }

  private void trackPoint(String text) {
    try {
      Coordinate[] one = path(text.strip().replaceAll("\\s+", ","));
      trackPoints.addAll(List.of(one));
    } catch (RawGeometry.Unusable problem) {
      broken = broken == null ? problem : broken;
    }
  }

  private static Coordinate[] path(String text) throws RawGeometry.Unusable {
    // some writers put blanks behind the commas inside a tuple
    String tight = text.strip().replaceAll("\\s*,\\s*", ",");
    if (tight.isEmpty()) {
      return new Coordinate[0];
    }
    String[] tuples = tight.split("\\s+");
    Coordinate[] path = new Coordinate[tuples.length];
    for (int k = 0; k < tuples.length; k++) {
      String[] numbers = tuples[k].split(",");
      if (numbers.length < 2) {
        throw new RawGeometry.Unusable("coordinateNotNumber", tuples[k]);
      }
      double x = number(numbers[0]);
      double y = number(numbers[1]);
      path[k] =
          numbers.length > 2 && !numbers[2].isEmpty()
              ? new Coordinate(x, y, number(numbers[2]))
              : new Coordinate(x, y);
    }
    return path;
  }

  private static double number(String text) throws RawGeometry.Unusable {
    NumberText number = NumberText.of(text, false);
    if (!number.problem().isEmpty() || !Double.isFinite(number.value())) {
      throw new RawGeometry.Unusable("coordinateNotNumber", text);
    }
    return number.value();
  }
}
