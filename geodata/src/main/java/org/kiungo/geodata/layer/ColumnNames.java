package org.kiungo.geodata.layer;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * Guesses columns from their names, in English, French, Portuguese, Arabic and Swahili and in the
 * spellings of known datasets; the words are in {@code columns.properties}.
 */
public final class ColumnNames {

  private static final Properties WORDS = load();
  private static final Pattern MARKS = Pattern.compile("[^\\p{L}\\p{N}]");

  private ColumnNames() {}

  /** The file's column that a role's first matching word names; empty when none does. */
  public static String guess(LayerKind kind, String role, Collection<String> present) {
    String own = WORDS.getProperty(kind.label() + "." + role);
    String words = (own == null ? "" : own + ",") + WORDS.getProperty(role, "");
    Map<String, String> columns = new HashMap<>();
    present.forEach(column -> columns.putIfAbsent(plain(column), column));
    for (String word : words.split("\\s*,\\s*")) {
      String column = word.isEmpty() ? null : columns.get(plain(word));
      if (column != null) {
        return column;
      }
    }
    return "";
  }

  private static String plain(String name) {
    String lower = Normalizer.normalize(name, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
    return MARKS.matcher(lower).replaceAll("");
  }

  private static Properties load() {
    Properties words = new Properties();
    try (Reader in =
        new InputStreamReader(
            ColumnNames.class.getResourceAsStream("columns.properties"), StandardCharsets.UTF_8)) {
      words.load(in);
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
    return words;
  }
}
