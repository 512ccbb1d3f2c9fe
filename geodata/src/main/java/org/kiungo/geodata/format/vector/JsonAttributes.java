package org.kiungo.geodata.format.vector;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.kiungo.geodata.format.Finding.Severity;
import tools.jackson.core.JsonParser;

/**
 * The attributes of a JSON layer's rows, told where they are not what every program makes of them.
 */
final class JsonAttributes {

  /** Columns whose kind is kept in mind; no real layer has more. */
  private static final int MOST_COLUMNS = 5_000;

  private final Teller out;
  private final Map<String, String> kinds = new HashMap<>();
  private final Set<String> mixed = new HashSet<>();

  /** Hears what is odd about a column of the current row. */
  interface Teller {
    void tell(Severity severity, String code, String column, String found);
  }

  JsonAttributes(Teller out) {
    this.out = out;
  }

  /** Reads an object's members into attributes; the parser stands on its START_OBJECT. */
  void read(JsonParser parser, String prefix, Map<String, Object> attributes) {
    JsonValues.flatten(parser, prefix, attributes, this::twice);
    for (Map.Entry<String, Object> entry : attributes.entrySet()) {
      String column = entry.getKey();
      Object value = entry.getValue();
      if (value instanceof String text) {
        entry.setValue(text(column, text));
      }
      if (value != null && kinds.size() < MOST_COLUMNS) {
        String kind = kind(value);
        String before = kinds.putIfAbsent(column, kind);
        if (before != null && !before.equals(kind) && mixed.add(column)) {
          out.tell(Severity.WARNING, "columnMixed", column, value.toString());
        }
      }
    }
  }

  /** A name that a row has again: the last one counts. */
  void twice(String name) {
    out.tell(Severity.WARNING, "memberTwice", name, "");
  }

  private String text(String column, String text) {
    String plain = text;
    if (text.indexOf('\0') >= 0) {
      plain = text.replace('\0', '\uFFFD');
      out.tell(Severity.WARNING, "textHoldsNul", column, "\\u0000");
    }
    String whole = JsonValues.whole(plain);
    if (!whole.equals(plain)) {
      out.tell(Severity.WARNING, "textHalf", column, whole);
    }
    return whole;
  }

  private static String kind(Object value) {
    return value instanceof Number ? "number" : value instanceof Boolean ? "truth" : "text";
  }
}
