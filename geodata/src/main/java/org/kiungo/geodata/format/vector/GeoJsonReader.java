package org.kiungo.geodata.format.vector;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.kiungo.geodata.crs.CoordinateSystem;
import org.kiungo.geodata.format.Crs;
import org.kiungo.geodata.format.FeatureConsumer;
import org.kiungo.geodata.format.LayerSchema;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.format.VectorReader;
import org.kiungo.planner.model.value.InputRefused;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * GeoJSON (RFC 7946), a feature at a time, members in any order, or one feature a line; also the
 * {@code crs} member of its 2008 predecessor, since governments' files still carry it.
 */
public final class GeoJsonReader implements VectorReader {

  @Override
  public String format() {
    return "GeoJSON";
  }

  @Override
  public Evidence evidence() {
    return Evidence.SYNTAX;
  }

  @Override
  public boolean recognises(SourceFile file) {
    return JsonText.looksLikeJson(file);
  }

  @Override
  public boolean mixesShapes() {
    return true;
  }

  @Override
  public void read(SourceFile file, ReadOptions options, FeatureConsumer out) {
    try {
      Root root = root(file);
      if (!root.isGeoJson()) {
        throw root.type.isEmpty()
            ? new InputRefused("file.jsonUntyped", "file", file.name())
            : new InputRefused("file.notGeoJson", "file", file.name(), "found", root.type);
      }
      CoordinateSystem crs = crs(file, root, options);
      String name = root.name.isEmpty() ? file.stem() : root.name;
      if (!options.wants(name)) {
        return;
      }
      out.layer(new LayerSchema(name, crs, "UTF-8"));
      try (JsonParser parser = JsonText.open(file)) {
        parser.nextToken();
        GeoJsonFeatures features = new GeoJsonFeatures(file, name, options.repair(), out);
        if (root.type.equals("FeatureCollection")) {
          collection(parser, features);
        } else {
          do {
            features.read(parser);
          } while (parser.nextToken() != null);
        }
      }
    } catch (JacksonException problem) {
      throw JsonText.refusal(file, problem);
    }
  }

  private static void collection(JsonParser parser, GeoJsonFeatures features) {
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      boolean list = parser.currentName().equals("features");
      parser.nextToken();
      if (list && parser.currentToken() == JsonToken.START_ARRAY) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          features.read(parser);
        }
      } else {
        parser.skipChildren();
      }
    }
  }

  private static CoordinateSystem crs(SourceFile file, Root root, ReadOptions options) {
    if (root.crs == null) {
      String declared = options.crs();
      return declared.isEmpty() ? CoordinateSystem.WGS84 : Crs.declared(file, declared);
    }
    Optional<CoordinateSystem> found = CoordinateSystem.findByCode(root.crs);
    if (found.isEmpty() && !options.crs().isEmpty()) {
      return Crs.declared(file, options.crs());
    }
    return found.orElseThrow(
        () -> new InputRefused("file.crsUnknown", "file", file.name(), "found", root.crs));
  }

  /** The members that decide how the rest is read; they may stand after the features. */
  private static final class Root {
    private String type = "";
    private String name = "";
    private String crs;
    private boolean features;

    boolean isGeoJson() {
      return switch (type) {
        case "FeatureCollection" -> features;
        case "Feature",
            "Point",
            "LineString",
            "Polygon",
            "MultiPoint",
            "MultiLineString",
            "MultiPolygon",
            "GeometryCollection" ->
            true;
        default -> false;
      };
    }
  }

  private static Root root(SourceFile file) {
    Root root = new Root();
    try (JsonParser parser = JsonText.open(file)) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
          String member = parser.currentName();
          JsonToken value = parser.nextToken();
          if (member.equals("type") && value == JsonToken.VALUE_STRING) {
            root.type = parser.getString();
          } else if (member.equals("name") && value == JsonToken.VALUE_STRING) {
            root.name = parser.getString();
          } else if (member.equals("crs") && value == JsonToken.START_OBJECT) {
            root.crs = crsName(parser);
          } else {
            root.features |= member.equals("features") && value == JsonToken.START_ARRAY;
            parser.skipChildren();
          }
        }
      } else {
        parser.skipChildren();
      }
      if (root.type.equals("Feature")) {
        // one feature a line, as GDAL's GeoJSONSeq
        while (parser.nextToken() == JsonToken.START_OBJECT) {
          parser.skipChildren();
        }
        JsonText.expectNothing(parser.currentToken(), parser, file);
      } else {
        JsonText.expectEnd(parser, file);
      }
    }
    return root;
  }

  /** The name in {"type": "name", "properties": {"name": …}}; a link is never followed. */
  private static String crsName(JsonParser parser) {
    Map<String, Object> members = new LinkedHashMap<>();
    JsonValues.flatten(parser, "", members, twice -> {});
    Object name = members.get("properties.name");
    Object code = members.get("properties.code");
    return String.valueOf(
        name != null ? name : code != null ? "EPSG:" + code : members.get("properties.href"));
  }
}
