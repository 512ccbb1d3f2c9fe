package org.kiungo.geodata.format.vector;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.kiungo.geodata.format.SourceFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Names of a table's columns as they were before a format shortened them: {@code titles} by {@code
 * name} of a file of metadata. One that cannot be believed changes nothing.
 *
 * @see <a href="https://www.w3.org/TR/tabular-metadata/#columns">W3C Metadata Vocabulary for
 *     Tabular Data, columns</a>
 */
final class FullNames {

  private static final int MOST_BYTES = 1 << 20;
  private static final int LONGEST_NAME = 1_000;

  private final Map<String, String> byShort;

  private FullNames(Map<String, String> byShort) {
    this.byShort = byShort;
  }

  static FullNames of(SourceFile notes) {
    try (InputStream in = Files.newInputStream(notes.path())) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      return bytes.length > MOST_BYTES ? new FullNames(Map.of()) : read(bytes);
    } catch (JacksonException notJson) {
      return new FullNames(Map.of());
    } catch (IOException unreadable) {
      throw SourceFile.unreadable(notes.name(), unreadable);
    }
  }

  private static FullNames read(byte[] bytes) {
    Map<String, String> byShort = new HashMap<>();
    for (JsonNode column : JsonMapper.shared().readTree(bytes).at("/tableSchema/columns")) {
      String name = column.path("name").asString("");
      String full = column.path("titles").asString("").strip();
      boolean usable = !full.isEmpty() && full.length() <= LONGEST_NAME;
      if (!usable || byShort.putIfAbsent(name, full) != null) {
        return new FullNames(Map.of());
      }
    }
    boolean apart = new HashSet<>(byShort.values()).size() == byShort.size();
    return new FullNames(apart ? byShort : Map.of());
  }

  /** The full name of a column. */
  String of(String name) {
    return byShort.getOrDefault(name, name);
  }

  /** What is told of them. */
  String finding() {
    return byShort.isEmpty() ? "columnNotesUnfit" : "columnsNamed";
  }
}
