package org.kiungo.geodata.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.Field;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** GeoJSON by RFC 7946, one feature a line, numbers in their shortest exact form. */
public final class GeoJsonWriter {

  private final JsonGenerator json;

  private GeoJsonWriter(JsonGenerator json) {
    this.json = json;
  }

  static void write(ExportLayer layer, Path out) throws IOException {
    try (JsonGenerator json =
        new JsonFactory()
            .createGenerator(ObjectWriteContext.empty(), out.toFile(), JsonEncoding.UTF8)) {
      new GeoJsonWriter(json).collection(layer);
    }
  }

  /**
   * Writes one feature as it stands in a file of its layer, after what is written already.
   *
   * @param fields columns in the order they are written; attributes not listed are left out
   * @param further members beside those of GeoJSON, written last; none for most
   */
  public static void write(
      JsonGenerator json, List<Field> fields, Feature feature, Map<String, ?> further) {
    new GeoJsonWriter(json).feature(fields, feature, further);
  }

  private void collection(ExportLayer layer) {
    json.writeStartObject();
    json.writeStringProperty("type", "FeatureCollection");
    json.writeStringProperty("name", layer.name());
    if (!layer.notes().isNone()) {
      json.writeName("metadata");
      json.writeRawValue(LayerNotes.json(layer, "", layer.names()));
    }
    json.writeArrayPropertyStart("features");
    for (Feature feature : layer.features()) {
      json.writeRaw('\n');
      feature(layer.fields(), feature, Map.of());
    }
    json.writeRaw('\n');
    json.writeEndArray();
    json.writeEndObject();
    json.writeRaw('\n');
  }

  private void feature(List<Field> fields, Feature feature, Map<String, ?> further) {
    json.writeStartObject();
    json.writeStringProperty("type", "Feature");
    if (!feature.id().isEmpty()) {
      json.writeStringProperty("id", feature.id());
    }
    json.writeName("properties");
    json.writeStartObject();
    Map<String, Object> attributes = feature.attributes();
    for (Field field : fields) {
      json.writeName(field.name());
      value(attributes.get(field.name()));
    }
    json.writeEndObject();
    json.writeName("geometry");
    geometry(feature.geometry());
    further.forEach(json::writePOJOProperty);
    json.writeEndObject();
  }

  /** JSON has no NaN and no infinity: they are written as null. */
  private void value(Object value) {
    if (value instanceof Double number && Double.isFinite(number)) {
      json.writeNumber(number);
    } else if (value instanceof Long || value instanceof Integer) {
      json.writeNumber(((Number) value).longValue());
    } else if (value instanceof Boolean bool) {
      json.writeBoolean(bool);
    } else if (value == null || value instanceof Double) {
      json.writeNull();
    } else {
      json.writeString(value.toString());
    }
  }

  private void geometry(Geometry geometry) {
    if (geometry == null) {
      json.writeNull();
      return;
    }
    json.writeStartObject();
    json.writeStringProperty(
        "type",
        geometry.getGeometryType().equals("LinearRing")
            ? "LineString"
            : geometry.getGeometryType());
    boolean collection = geometry.getClass() == GeometryCollection.class;
    json.writeName(collection ? "geometries" : "coordinates");
    if (collection) {
      json.writeStartArray();
      for (int k = 0; k < geometry.getNumGeometries(); k++) {
        geometry(geometry.getGeometryN(k));
      }
      json.writeEndArray();
    } else {
      coordinates(geometry);
    }
    json.writeEndObject();
  }

  private void coordinates(Geometry geometry) {
    if (geometry instanceof Point && !geometry.isEmpty()) {
      position(geometry.getCoordinate());
      return;
    }
    json.writeStartArray();
    if (geometry instanceof LineString line) {
      path(line.getCoordinates());
    } else if (geometry instanceof Polygon polygon && !polygon.isEmpty()) {
      ring(polygon.getExteriorRing());
      for (int k = 0; k < polygon.getNumInteriorRing(); k++) {
        ring(polygon.getInteriorRingN(k));
      }
    } else if (geometry instanceof MultiPoint
        || geometry instanceof MultiLineString
        || geometry instanceof MultiPolygon) {
      for (int k = 0; k < geometry.getNumGeometries(); k++) {
        coordinates(geometry.getGeometryN(k));
      }
    }
    json.writeEndArray();
  }

  private void ring(LineString ring) {
    json.writeStartArray();
    path(ring.getCoordinates());
    json.writeEndArray();
  }

  private void path(Coordinate[] path) {
    for (Coordinate c : path) {
      position(c);
    }
  }

  private void position(Coordinate c) {
    json.writeStartArray();
    json.writeNumber(c.x);
    json.writeNumber(c.y);
    if (!Double.isNaN(c.getZ())) {
      json.writeNumber(c.getZ());
    }
    json.writeEndArray();
  }
}
