package org.kiungo.geodata.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.Field;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Makes odd but legal layers from a seed. */
final class LayerGenerator {

  private static final String[] TEXTS = {
    "",
    "Ségou",
    "خط",
    "a,b;c\td",
    "\"quoted\"",
    "line\nbreak",
    "cr\r\nlf",
    "=1+1",
    "-dash",
    "'x",
    "＝wide",
    "@at",
    "NULLED",
    "007",
    "🌍 earth",
    " spaced ",
    "{\"a\":1}",
    "<b>&amp;</b>",
    "2024-01-01",
    "é".repeat(100),
    "خ ط ".repeat(30).strip(),
    "\u200Fmarks\u200E",
    "NaN",
    "1,5",
    "true"
  };
  private static final String[] NAMES = {
    "name", "Population", "geom_", "fid2", "with space", "quote\"d", "naïve", "select", "a,b"
  };

  private final SplittableRandom random;
  private final GeometryFactory factory = new GeometryFactory();

  LayerGenerator(long seed) {
    random = new SplittableRandom(seed);
  }

  ExportLayer layer() {
    int kind = random.nextInt(8);
    boolean heights = random.nextInt(4) == 0;
    List<Field> fields = new ArrayList<>();
    for (String name : NAMES) {
      if (random.nextBoolean()) {
        fields.add(new Field(name, Field.Type.values()[random.nextInt(4)]));
      }
    }
    fields.add(new Field("key", Field.Type.INTEGER));
    List<Feature> rows = new ArrayList<>();
    int count = 1 + random.nextInt(30);
    for (int k = 1; k <= count; k++) {
      Map<String, Object> attributes = new LinkedHashMap<>();
      for (Field field : fields) {
        attributes.put(field.name(), field.name().equals("key") ? (Object) (long) k : value(field));
      }
      Geometry geometry = k > 1 && random.nextInt(10) == 0 ? null : geometry(kind, heights);
      rows.add(new Feature(k, "", geometry, attributes));
    }
    return new ExportLayer("layer", fields, rows, null);
  }

  private Object value(Field field) {
    if (random.nextInt(6) == 0) {
      return null;
    }
    return switch (field.type()) {
      case TEXT -> TEXTS[random.nextInt(TEXTS.length)];
      case INTEGER -> random.nextLong(-1_000_000_000_000L, 1_000_000_000_000L);
      case REAL -> real();
      case BOOLEAN -> random.nextBoolean();
    };
  }

  private double real() {
    return switch (random.nextInt(4)) {
      case 0 -> random.nextInt(100) + 0.5;
      case 1 -> random.nextDouble() * 1e-7;
      case 2 -> -random.nextDouble() * 1e12;
      default -> random.nextDouble();
    };
  }

  private Geometry geometry(int kind, boolean heights) {
    return switch (kind) {
      case 0, 1 -> point(heights);
      case 2 -> line(heights);
      case 3 -> polygon(heights);
      case 4 -> factory.createMultiPoint(new Point[] {point(heights), point(heights)});
      case 5 -> factory.createMultiLineString(new LineString[] {line(heights), line(heights)});
      case 6 -> factory.createMultiPolygon(new Polygon[] {polygon(heights), polygon(heights)});
      default -> random.nextBoolean() ? point(heights) : polygon(heights);
    };
  }

  private Point point(boolean heights) {
    return factory.createPoint(place(heights));
  }

  private LineString line(boolean heights) {
    Coordinate[] path = new Coordinate[2 + random.nextInt(5)];
    for (int k = 0; k < path.length; k++) {
      path[k] = place(heights);
    }
    return factory.createLineString(path);
  }

  /** A rectangle, at times with a hole. */
  private Polygon polygon(boolean heights) {
    Coordinate corner = place(heights);
    LinearRing shell = rectangle(corner, 1);
    boolean hole = random.nextInt(3) == 0;
    Coordinate inside = corner.copy();
    inside.x += 0.25;
    inside.y += 0.25;
    LinearRing[] holes = hole ? new LinearRing[] {rectangle(inside, 0.5)} : new LinearRing[0];
    return factory.createPolygon(shell, holes);
  }

  private LinearRing rectangle(Coordinate corner, double side) {
    Coordinate[] ring = new Coordinate[5];
    for (int k = 0; k < 5; k++) {
      ring[k] = corner.copy();
      ring[k].x += k == 1 || k == 2 ? side : 0;
      ring[k].y += k == 2 || k == 3 ? side : 0;
    }
    return factory.createLinearRing(ring);
  }

  private Coordinate place(boolean heights) {
    boolean atTheEdge = random.nextInt(20) == 0;
    double lon = atTheEdge ? (random.nextBoolean() ? 179 : -180) : random.nextDouble(-17, 51);
    double lat = atTheEdge ? random.nextInt(-89, 89) : random.nextDouble(-34, 37);
    return heights ? new Coordinate(lon, lat, random.nextInt(3000)) : new Coordinate(lon, lat);
  }
}
