package org.kiungo.geodata.format.vector;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.geodata.crs.CoordinateSystem;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.FeatureConsumer;
import org.kiungo.geodata.format.Finding;
import org.kiungo.geodata.format.Finding.Severity;
import org.kiungo.geodata.format.LayerSchema;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.format.VectorReader;
import org.kiungo.geodata.format.XmlText;
import org.kiungo.geodata.format.geometry.RawGeometry;
import org.kiungo.geodata.format.table.NumberText;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;

/**
 * GPX of satellite receivers, in the five layers that GDAL made customary: waypoints, routes,
 * tracks and the points of both.
 *
 * @see <a href="https://www.topografix.com/GPX/1/1/">GPX 1.1</a>
 */
public final class GpxReader implements VectorReader {

  private static final Map<String, String> LAYERS = layers();

  private static Map<String, String> layers() {
    Map<String, String> layers = new LinkedHashMap<>();
    layers.put("waypoints", "wpt");
    layers.put("routes", "rte");
    layers.put("tracks", "trk");
    layers.put("route_points", "rtept");
    layers.put("track_points", "trkpt");
    return layers;
  }

  @Override
  public String format() {
    return "GPX";
  }

  @Override
  public boolean recognises(SourceFile file) {
    return XmlText.rootName(file).equals("gpx");
  }

  @Override
  public void read(SourceFile file, ReadOptions options, FeatureConsumer out) {
    for (Map.Entry<String, String> layer : LAYERS.entrySet()) {
      if (options.wants(layer.getKey())) {
        try (XmlText xml = XmlText.open(file)) {
          new Walk(file, layer.getKey(), layer.getValue(), xml, out).read();
        }
      }
    }
  }

  /** One pass over the file for one of its layers. */
  private static final class Walk {
    private final SourceFile file;
    private final String layer;
    private final String element;
    private final XmlText xml;
    private final FeatureConsumer out;
    private long row;
    private RawGeometry.Unusable broken;
    private boolean begun;

    Walk(SourceFile file, String layer, String element, XmlText xml, FeatureConsumer out) {
      this.file = file;
      this.layer = layer;
      this.element = element;
      this.xml = xml;
      this.out = out;
    }

    void read() {
      while (xml.next()) {
        if (xml.isStart() && xml.name().equals(element)) {
          if (!begun) {
            begun = true;
            out.layer(new LayerSchema(layer, CoordinateSystem.WGS84, "UTF-8"));
          }
          feature();
        }
      }
    }

    private void feature() {
      row++;
      broken = null;
      Map<String, Object> attributes = new LinkedHashMap<>();
      boolean point = element.equals("wpt") || element.endsWith("pt");
      Coordinate own = point ? position() : null;
      List<List<Coordinate>> segments = new ArrayList<>();
      if (element.equals("rte")) {
        segments.add(new ArrayList<>());
      }
      Double height = null;
      while (xml.next() && (xml.isStart() || !xml.name().equals(element))) {
        if (!xml.isStart()) {
          continue;
        }
        String name = xml.name();
        if (name.equals("trkseg")) {
          segments.add(new ArrayList<>());
        } else if (!point && (name.equals("trkpt") || name.equals("rtept"))) {
          Coordinate vertex = position();
          if (vertex != null && !segments.isEmpty()) {
            segments.get(segments.size() - 1).add(vertex);
          }
          xml.skip();
        } else if (name.equals("ele")) {
          double value = NumberText.of(xml.text(), false).value();
          height = Double.isNaN(value) ? null : value;
          attributes.put("ele", height);
        } else if (name.equals("link")) {
          attributes.put("link", xml.attribute("href"));
          xml.skip();
        } else if (name.equals("extensions")) {
          attributes.put("extensions", xml.text());
        } else {
          attributes.put(name, xml.text());
        }
      }
      emit(point ? place(own, height) : lines(segments), attributes);
    }

    private void emit(Geometry geometry, Map<String, Object> attributes) {
      if (broken != null) {
        out.finding(
            Finding.of(Severity.ERROR, broken.code, file, layer)
                .withRow(row)
                .withValue(broken.found, ""));
      }
      out.feature(new Feature(row, "", broken == null ? geometry : null, attributes));
    }

    private static Geometry place(Coordinate own, Double height) {
      if (own == null) {
        return null;
      }
      return RawGeometry.FACTORY.createPoint(
          height == null ? own : new Coordinate(own.x, own.y, height));
    }

    private Geometry lines(List<List<Coordinate>> segments) {
      List<LineString> lines = new ArrayList<>();
      for (List<Coordinate> segment : segments) {
        if (segment.size() > 1) {
          lines.add(RawGeometry.FACTORY.createLineString(segment.toArray(Coordinate[]::new)));
        }
      }
      if (element.equals("rte")) {
        return lines.isEmpty() ? RawGeometry.FACTORY.createLineString() : lines.get(0);
      }
      return RawGeometry.FACTORY.createMultiLineString(lines.toArray(LineString[]::new));
    }

    private Coordinate position() {
      double lat = NumberText.of(xml.attribute("lat"), false).value();
      double lon = NumberText.of(xml.attribute("lon"), false).value();
      if (!Double.isFinite(lat) || !Double.isFinite(lon)) {
        broken =
            new RawGeometry.Unusable(
                "coordinateNotNumber", xml.attribute("lon") + " " + xml.attribute("lat"));
        return null;
      }
      return new Coordinate(lon, lat);
    }
  }
}
