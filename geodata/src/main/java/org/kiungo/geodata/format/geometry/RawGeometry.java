package org.kiungo.geodata.format.geometry;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * A GeoJSON geometry object as it stands in the file (RFC 7946, section 3.1), members in any order,
 * before it is known to be a geometry.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7946">RFC 7946</a>
 */
public final class RawGeometry {

  public static final GeometryFactory FACTORY = new GeometryFactory();

  private String type = "";
  private Object coordinates;
  private List<RawGeometry> geometries;
  private boolean extraOrdinates;
  private boolean closeRings;

  /** A geometry object that is none: what is wrong and the value that shows it. */
  public static final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;
    public final String code;
    public final String found;

    public Unusable(String code, String found) {
      super(code, null, false, false);
      this.code = code;
      this.found = found;
    }
  }

  /** Reads members until the object ends; the parser stands on its START_OBJECT. */
  public static RawGeometry read(JsonParser parser) {
    RawGeometry raw = new RawGeometry();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      raw.member(name, parser);
    }
    return raw;
  }

  /** Takes one member; the parser stands on its value and is left on its last token. */
  public void member(String name, JsonParser parser) {
    JsonToken token = parser.currentToken();
    if (name.equals("type") && token == JsonToken.VALUE_STRING) {
      type = parser.getString();
    } else if (name.equals("coordinates") && token == JsonToken.START_ARRAY) {
      coordinates = array(parser);
    } else if (name.equals("geometries") && token == JsonToken.START_ARRAY) {
      geometries = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
          geometries.add(read(parser));
        } else {
          parser.skipChildren();
        }
      }
    } else {
      parser.skipChildren();
    }
  }

  public boolean hasExtraOrdinates() {
    return extraOrdinates;
  }

  /** A position as double[], a list of positions or lists as List; other values as their text. */
  private Object array(JsonParser parser) {
    List<Object> items = new ArrayList<>();
    double[] position = new double[3];
    int ordinates = 0;
    boolean numbersOnly = true;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      JsonToken token = parser.currentToken();
      if (token == JsonToken.START_ARRAY) {
        numbersOnly = false;
        items.add(array(parser));
      } else if (token.isNumeric()) {
        if (ordinates < 3) {
          position[ordinates] = parser.getDoubleValue();
        }
        ordinates++;
      } else {
        numbersOnly = false;
        items.add(token == JsonToken.START_OBJECT ? "{" : "\"" + parser.getString() + "\"");
        parser.skipChildren();
      }
    }
    if (ordinates > 0 && numbersOnly) {
      extraOrdinates |= ordinates > 3;
      return ordinates == 1 ? List.of(position[0] + "") : trimmed(position, ordinates);
    }
    return items;
  }

  private static double[] trimmed(double[] position, int ordinates) {
    return ordinates == 2 ? new double[] {position[0], position[1]} : position;
  }

  /** The geometry, in the order and with the coordinates of the file. */
  public Geometry build() throws Unusable {
    return build(false);
  }

  /** The same; with {@code closeRings}, open rings are closed. */
  public Geometry build(boolean closeRings) throws Unusable {
    this.closeRings = closeRings;
    switch (type) {
      case "GeometryCollection":
        return collection();
      case "Point", "LineString", "Polygon", "MultiPoint", "MultiLineString", "MultiPolygon":
        break;
      default:
        throw new Unusable("geometryTypeUnknown", type);
    }
    if (coordinates == null) {
      throw new Unusable("coordinatesMissing", type);
    }
    return switch (type) {
      case "Point" -> point(coordinates);
      case "LineString" -> line(coordinates);
      case "Polygon" -> polygon(coordinates);
      case "MultiPoint" -> FACTORY.createMultiPoint(parts(Point[]::new, RawGeometry::point));
      case "MultiLineString" ->
          FACTORY.createMultiLineString(parts(LineString[]::new, RawGeometry::line));
      default -> FACTORY.createMultiPolygon(parts(Polygon[]::new, this::polygon));
    };
  }

  private Geometry collection() throws Unusable {
    if (geometries == null) {
      throw new Unusable("coordinatesMissing", type);
    }
    Geometry[] parts = new Geometry[geometries.size()];
    for (int k = 0; k < parts.length; k++) {
      parts[k] = geometries.get(k).build(closeRings);
    }
    return FACTORY.createGeometryCollection(parts);
  }

  private interface Part<T> {
    T of(Object coordinates) throws Unusable;
  }

  private <T> T[] parts(java.util.function.IntFunction<T[]> array, Part<T> part) throws Unusable {
    List<?> items = list(coordinates);
    T[] parts = array.apply(items.size());
    for (int k = 0; k < parts.length; k++) {
      parts[k] = part.of(items.get(k));
    }
    return parts;
  }

  private static Point point(Object raw) throws Unusable {
    return raw instanceof List<?> list && list.isEmpty()
        ? FACTORY.createPoint()
        : FACTORY.createPoint(coordinate(raw));
  }

  private static LineString line(Object raw) throws Unusable {
    Coordinate[] path = path(raw);
    if (path.length == 1) {
      throw new Unusable("lineTooShort", "1");
    }
    return FACTORY.createLineString(path);
  }

  private Polygon polygon(Object raw) throws Unusable {
    List<?> rings = list(raw);
    if (rings.isEmpty()) {
      return FACTORY.createPolygon();
    }
    LinearRing[] holes = new LinearRing[rings.size() - 1];
    for (int k = 0; k < holes.length; k++) {
      holes[k] = ring(rings.get(k + 1));
    }
    return FACTORY.createPolygon(ring(rings.get(0)), holes);
  }

  private LinearRing ring(Object raw) throws Unusable {
    return Rings.of(path(raw), closeRings);
  }

  private static Coordinate[] path(Object raw) throws Unusable {
    List<?> items = list(raw);
    Coordinate[] path = new Coordinate[items.size()];
    for (int k = 0; k < path.length; k++) {
      path[k] = coordinate(items.get(k));
    }
    return path;
  }

  private static List<?> list(Object raw) throws Unusable {
    if (raw instanceof List<?> list) {
      return list;
    }
    throw new Unusable("coordinatesNesting", raw instanceof double[] p ? p[0] + "" : raw + "");
  }

  private static Coordinate coordinate(Object raw) throws Unusable {
    if (!(raw instanceof double[] position)) {
      List<?> items = raw instanceof List<?> list ? list : List.of(raw);
      boolean nested = !items.isEmpty() && !(items.get(0) instanceof String);
      throw new Unusable(nested ? "coordinatesNesting" : "coordinateNotNumber", text(items));
    }
    for (double ordinate : position) {
      if (Double.isNaN(ordinate) || Double.isInfinite(ordinate)) {
        throw new Unusable("coordinateNotFinite", ordinate + "");
      }
    }
    return position.length == 2
        ? new Coordinate(position[0], position[1])
        : new Coordinate(position[0], position[1], position[2]);
  }

  private static String text(List<?> items) {
    StringBuilder text = new StringBuilder();
    for (Object item : items) {
      text.append(text.length() == 0 ? "" : ", ");
      text.append(item instanceof String s ? s : "[…]");
    }
    return text.toString();
  }
}
