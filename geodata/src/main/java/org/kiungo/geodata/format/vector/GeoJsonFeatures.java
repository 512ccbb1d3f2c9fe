package org.kiungo.geodata.format.vector;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.FeatureConsumer;
import org.kiungo.geodata.format.Finding;
import org.kiungo.geodata.format.Finding.Severity;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.format.Wgs84Stage;
import org.kiungo.geodata.format.geometry.RawGeometry;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads the features of one GeoJSON layer, whatever the order of their members. */
final class GeoJsonFeatures {

  private static final Set<String> GEOMETRY_MEMBERS = Set.of("coordinates", "geometries");

  private final SourceFile file;
  private final String layer;
  private final FeatureConsumer out;
  private final boolean repair;
  private final Set<String> told = new HashSet<>();
  private final JsonAttributes columns = new JsonAttributes(this::tell);
  private long row;

  GeoJsonFeatures(SourceFile file, String layer, boolean repair, FeatureConsumer out) {
    this.file = file;
    this.layer = layer;
    this.out = out;
    this.repair = repair;
  }

  /** Reads one Feature or bare geometry; the parser stands on its first token. */
  void read(JsonParser parser) {
    row++;
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      tell(Severity.ERROR, "notAFeature", "", String.valueOf(parser.currentToken()));
      parser.skipChildren();
      out.feature(new Feature(row, "", null, Map.of()));
      return;
    }
    String type = "";
    String id = "";
    boolean isGeometry = false;
    RawGeometry own = new RawGeometry();
    RawGeometry raw = null;
    Map<String, Object> attributes = new LinkedHashMap<>();
    Set<String> members = new HashSet<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String member = parser.currentName();
      if (!members.add(member)) {
        columns.twice(member);
      }
      JsonToken value = parser.nextToken();
      switch (member) {
        case "type" -> {
          type = value == JsonToken.VALUE_STRING ? parser.getString() : "";
          own.member(member, parser);
        }
        case "id" -> id = String.valueOf(JsonValues.value(parser));
        case "geometry" -> raw = geometry(parser, value);
        case "properties" -> properties(parser, value, attributes);
        case "bbox", "crs", "name" -> parser.skipChildren();
        default -> {
          isGeometry |= GEOMETRY_MEMBERS.contains(member);
          if (!GEOMETRY_MEMBERS.contains(member)) {
            once(Severity.INFO, "memberIgnored", member);
          }
          own.member(member, parser);
        }
      }
    }
    emit(type, id, isGeometry ? own : raw, attributes);
  }

  private void emit(String type, String id, RawGeometry raw, Map<String, Object> attributes) {
    Geometry geometry = null;
    if (raw != null) {
      try {
        geometry = built(raw);
        if (raw.hasExtraOrdinates()) {
          once(Severity.WARNING, "ordinatesIgnored", "");
        }
      } catch (RawGeometry.Unusable unusable) {
        tell(Severity.ERROR, unusable.code, "", unusable.found);
      }
    } else if (!type.equals("Feature")) {
      tell(Severity.ERROR, "notAFeature", "", type);
    }
    out.feature(new Feature(row, id, geometry, attributes));
  }

  private Geometry built(RawGeometry raw) throws RawGeometry.Unusable {
    try {
      return raw.build();
    } catch (RawGeometry.Unusable open) {
      if (!repair || !open.code.equals("ringNotClosed")) {
        throw open;
      }
      Geometry closed = raw.build(true);
      tell(Severity.INFO, Wgs84Stage.RING_CLOSED, "", "");
      return closed;
    }
  }

  private RawGeometry geometry(JsonParser parser, JsonToken value) {
    if (value == JsonToken.START_OBJECT) {
      return RawGeometry.read(parser);
    }
    if (value != JsonToken.VALUE_NULL) {
      tell(Severity.ERROR, "notAGeometry", "geometry", String.valueOf(value));
      parser.skipChildren();
    }
    return null;
  }

  private void properties(JsonParser parser, JsonToken value, Map<String, Object> attributes) {
    if (value == JsonToken.START_OBJECT) {
      columns.read(parser, "", attributes);
    } else if (value != JsonToken.VALUE_NULL) {
      tell(Severity.WARNING, "propertiesNotAnObject", "properties", String.valueOf(value));
      parser.skipChildren();
    }
  }

  private void once(Severity severity, String code, String member) {
    if (told.size() < 1_000 && told.add(code + member)) {
      tell(severity, code, member, "");
    }
  }

  private void tell(Severity severity, String code, String column, String found) {
    out.finding(
        Finding.of(severity, code, file, layer)
            .withRow(row)
            .withColumn(column)
            .withValue(found, ""));
  }
}
