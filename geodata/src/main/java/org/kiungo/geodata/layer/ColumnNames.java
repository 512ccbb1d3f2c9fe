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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Guesses columns from their names, in English, French, Portuguese, Arabic and Swahili and in the
 * spellings of known datasets; the words are in {@code columns.properties}.
 */
public final class ColumnNames {

  private static final Properties WORDS = load();
  private static final Pattern MARKS = Pattern.compile("[^\\p{L}\\p{N}]");
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:19|20)\\d\\d(?!\\d)");

  private ColumnNames() {}

  /**
   * The file's column that a role's first matching word names; failing that, the latest of those
   * that a word names with a year, such as "Pop 2026"; empty when none does.
   */
  public static String guess(LayerKind kind, String role, Collection<String> present) {
    String own = WORDS.getProperty(kind.label() + "." + role);
    String words = (own == null ? "" : own + ",") + WORDS.getProperty(role, "");
    Map<String, String> columns = new HashMap<>();
    present.forEach(column -> columns.putIfAbsent(plain(column), column));
    String column = first(words, columns);
    return column.isEmpty() ? first(words, latest(present)) : column;
  }

  private static String first(String words, Map<String, String> columns) {
    for (String word : words.split("\\s*,\\s*")) {
      String column = word.isEmpty() ? null : columns.get(plain(word));
      if (column != null) {
        return column;
      }
    }
    return "";
  }

  /** Columns whose names hold a year, and no per cent, by what else they say. */
  private static Map<String, String> latest(Collection<String> present) {
    Map<String, String> columns = new HashMap<>();
    for (String column : present) {
      if (YEAR.matcher(column).find() && column.indexOf('%') < 0) {
        columns.merge(
            plain(YEAR.matcher(column).replaceAll(" ")),
            column,
            (one, other) -> year(other).compareTo(year(one)) > 0 ? other : one);
      }
    }
    return columns;
  }

  private static String year(String column) {
    Matcher year = YEAR.matcher(column);
    return year.find() ? year.group() : "";
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
