package org.kiungo.geodata.export.ofds;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.kiungo.geodata.export.ofds.OfdsTables.Member;
import org.kiungo.geodata.format.Field;

/** Rows of one table of the Open Fibre Data Standard, by their number. */
final class OfdsRows {

  /** Column of the geometry. */
  static final String GEOMETRY = "geom";

  final TreeMap<Long, Map<String, Object>> rows = new TreeMap<>();

  /** Columns that the standard has not, with what they hold. */
  final Map<String, Field.Type> further = new LinkedHashMap<>();

  private final Map<String, String> names = new HashMap<>();
  private final Set<String> taken = new TreeSet<>(Set.of("id", GEOMETRY, "network_id"));
  private long last;

  OfdsRows(String table) {
    taken.add(OfdsTables.parent(table));
    for (Member each : OfdsTables.ALL.get(table).values()) {
      if (!each.list()) {
        taken.add(each.column().toLowerCase(Locale.ROOT));
      }
    }
  }

  /** The number of a further row. */
  long next() {
    return ++last;
  }

  /** Puts what the standard has no column for into one of its own. */
  void putFurther(String path, Object value, Map<String, Object> row) {
    String column = names.computeIfAbsent(path, this::free);
    row.put(column, value);
    further.merge(column, Field.Type.of(value), Field.Type::and);
  }

  /** A column name that is not there yet, SQLite's blindness to case considered. */
  private String free(String path) {
    String name = OfdsTables.column(path);
    while (!taken.add(name.toLowerCase(Locale.ROOT))) {
      name = name + "_";
    }
    return name;
  }
}
