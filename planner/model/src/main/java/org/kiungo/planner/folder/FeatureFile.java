package org.kiungo.planner.folder;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.kiungo.planner.json.Unreadable;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.model.value.LonLat;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/**
 * GeoJSON feature collections, one feature per line, written and read one feature at a time so that
 * a million settlements need no more memory than one.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7946">RFC 7946, The GeoJSON format</a>
 */
public final class FeatureFile {

  /**
   * Stands for a position that a redacted copy leaves out, whose geometry is null as RFC 7946 has
   * it for features without a place. It is the South Pole under a longitude that no file gives it.
   */
  public static final LonLat LEFT_OUT = new LonLat(-180, -90);

  private FeatureFile() {}

  /**
   * @param path places of a feature: one = Point, more = LineString
   * @param properties writes the fields of a feature's properties
   */
  public static <T> void write(
      Path file,
      Iterable<T> features,
      java.util.function.Function<T, List<LonLat>> path,
      BiConsumer<JsonGenerator, T> properties)
      throws IOException {
    try (JsonGenerator out = FolderJson.STRICT.createGenerator(TextFiles.create(file))) {
      out.writeStartObject();
      out.writeStringProperty("type", "FeatureCollection");
      out.writeArrayPropertyStart("features");
      for (T feature : features) {
        out.writeRaw('\n');
        out.writeStartObject();
        out.writeStringProperty("type", "Feature");
        geometry(out, path.apply(feature));
        out.writeObjectPropertyStart("properties");
        properties.accept(out, feature);
        out.writeEndObject();
        out.writeEndObject();
      }
      out.writeRaw('\n');
      out.writeEndArray();
      out.writeEndObject();
      out.writeRaw('\n');
    }
  }

  private static void geometry(JsonGenerator out, List<LonLat> path) {
    if (path.stream().allMatch(LEFT_OUT::equals)) {
      out.writeNullProperty("geometry");
      return;
    }
    out.writeObjectPropertyStart("geometry");
    out.writeStringProperty("type", path.size() == 1 ? "Point" : "LineString");
    out.writeName("coordinates");
    if (path.size() == 1) {
      position(out, path.get(0));
    } else {
      out.writeStartArray();
      path.forEach(place -> position(out, place));
      out.writeEndArray();
    }
    out.writeEndObject();
  }

  private static void position(JsonGenerator out, LonLat place) {
    out.writeStartArray();
    out.writeNumber(place.lon());
    out.writeNumber(place.lat());
    out.writeEndArray();
  }

  /** Reads every feature's places and properties. */
  public static <T> List<T> read(
      Path folder, String name, BiFunction<List<LonLat>, JsonNode, T> toFeature) {
    List<T> features = new ArrayList<>();
    try (InputStream in = TextFiles.open(folder, name);
        JsonParser parser = FolderJson.LENIENT.createParser(in)) {
      toFeatures(parser);
      while (parser.nextToken() == JsonToken.START_OBJECT) {
        JsonNode feature = parser.readValueAsTree();
        List<LonLat> path = geometry(folder, feature.get("geometry"));
        features.add(toFeature.apply(path, feature.get("properties")));
      }
      return features;
    } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
      throw Unreadable.file(name, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void toFeatures(JsonParser parser) {
    parser.nextToken();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      boolean found = "features".equals(parser.currentName());
      parser.nextToken();
      if (found) {
        return;
      }
      parser.skipChildren();
    }
    throw new InputRefused("json.missing", "field", "features");
  }

  private static List<LonLat> geometry(Path folder, JsonNode geometry) {
    if (geometry.isNull() && PlanFolder.isRedacted(folder)) {
      return List.of(LEFT_OUT, LEFT_OUT);
    }
    return path(geometry.get("coordinates"));
  }

  private static List<LonLat> path(JsonNode coordinates) {
    if (coordinates.get(0).isNumber()) {
      return List.of(place(coordinates));
    }
    List<LonLat> path = new ArrayList<>();
    coordinates.forEach(position -> path.add(place(position)));
    return path;
  }

  private static LonLat place(JsonNode position) {
    return new LonLat(position.get(0).doubleValue(), position.get(1).doubleValue());
  }
}
