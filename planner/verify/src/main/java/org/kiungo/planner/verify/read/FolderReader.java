package org.kiungo.planner.verify.read;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.kiungo.planner.json.Unreadable;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.model.value.LonLat;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a plan folder's JSON, large collections one element at a time. */
public final class FolderReader {

  /** Refuses fields that are there twice, and whatever follows a document. */
  public static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final int HEADER = 1000;

  private final Path folder;

  public FolderReader(Path folder) {
    this.folder = folder;
  }

  public InputStream open(String name) throws IOException {
    Path file = folder.resolve(name);
    if (!Files.isRegularFile(file)) {
      throw new InputRefused("folder.missing", "folder", String.valueOf(folder), "file", name);
    }
    return new BufferedInputStream(Files.newInputStream(file), 1 << 16);
  }

  public boolean has(String name) {
    return Files.isRegularFile(folder.resolve(name));
  }

  /** Whether a table's header, of {@value #HEADER} bytes at most, names a column. */
  boolean hasColumn(String name, String column) {
    try (InputStream in = open(name)) {
      String start = new String(in.readNBytes(HEADER), StandardCharsets.ISO_8859_1);
      String header = start.lines().findFirst().orElse("");
      return List.of(header.split(",")).contains(column);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A whole document. */
  public JsonNode document(String name) {
    try (InputStream in = open(name)) {
      JsonNode tree = JSON.readTree(in);
      if (!tree.isContainer()) {
        throw Unreadable.file(name, new InputRefused("json.content"));
      }
      return tree;
    } catch (JacksonException e) {
      throw Unreadable.file(name, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Places and properties of every feature of a collection, in order. */
  public void features(String name, BiConsumer<List<LonLat>, JsonNode> each) {
    elements(
        name,
        List.of("features"),
        feature -> each.accept(path(feature.get("geometry")), feature.get("properties")));
  }

  /** Elements of the array at a path of field names, in order; none when it is not there. */
  public void elements(String name, List<String> path, java.util.function.Consumer<JsonNode> each) {
    try (InputStream in = open(name);
        JsonParser parser = JSON.createParser(in)) {
      begin(name, parser);
      boolean found = true;
      for (String field : path) {
        found = found && enter(parser, field);
      }
      while (found && parser.nextToken() == JsonToken.START_OBJECT) {
        each.accept(parser.readValueAsTree());
      }
    } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
      throw Unreadable.file(name, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One field of a document whose other fields may be too large to hold. */
  public JsonNode brief(String name, String field) {
    return findBrief(name, field)
        .orElseThrow(() -> Unreadable.file(name, new InputRefused("json.missing", "field", field)));
  }

  /** The same of a field that need not be there. */
  public Optional<JsonNode> findBrief(String name, String field) {
    try (InputStream in = open(name);
        JsonParser parser = JSON.createParser(in)) {
      begin(name, parser);
      return enter(parser, field) ? Optional.of(parser.readValueAsTree()) : Optional.empty();
    } catch (JacksonException e) {
      throw Unreadable.file(name, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void begin(String name, JsonParser parser) {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw Unreadable.file(name, new InputRefused("json.content"));
    }
  }

  private static boolean enter(JsonParser parser, String field) {
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      boolean found = field.equals(parser.currentName());
      parser.nextToken();
      if (found) {
        return true;
      }
      parser.skipChildren();
    }
    return false;
  }

  private List<LonLat> path(JsonNode geometry) {
    if (geometry.isNull() && has(Redacted.FILE)) {
      return List.of(Redacted.LEFT_OUT);
    }
    JsonNode coordinates = geometry.get("coordinates");
    List<LonLat> path = new ArrayList<>();
    if (coordinates.get(0).isNumber()) {
      path.add(place(coordinates));
    } else {
      coordinates.forEach(position -> path.add(place(position)));
    }
    return path;
  }

  private static LonLat place(JsonNode position) {
    return new LonLat(position.get(0).doubleValue(), position.get(1).doubleValue());
  }
}
