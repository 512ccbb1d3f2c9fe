package org.kiungo.geodata.layer;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.planner.model.value.InputRefused;

/**
 * Which column of a file means what, and what else a user declares about the file. Guessed first,
 * shown, edited, remembered.
 *
 * @param columns declared column (population, name …) to the file's column
 * @param options layer, coordinate system, encoding and coordinate columns; empty texts are
 *     detected
 */
public record ColumnMapping(Map<String, String> columns, ReadOptions options) {

  public ColumnMapping {
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
  }

  /** Only declares how to read; columns are guessed. */
  public static ColumnMapping guess(ReadOptions options) {
    return new ColumnMapping(Map.of(), options);
  }

  /** The file's column for a declared one, empty when there is none. */
  public String column(String role) {
    return columns.getOrDefault(role, "");
  }

  /** The same without a declared column. */
  ColumnMapping without(String role) {
    Map<String, String> others = new LinkedHashMap<>(columns);
    others.remove(role);
    return new ColumnMapping(others, options);
  }

  /**
   * Fills what is not mapped by guessing from the names in a file.
   *
   * @throws InputRefused if a mapped column does not exist in the file, or a required one is
   *     neither mapped nor found
   */
  ColumnMapping completed(LayerKind kind, Collection<String> present, String file) {
    Map<String, String> complete = new LinkedHashMap<>();
    for (String role : kind.roles()) {
      String column = columns.getOrDefault(role, ColumnNames.guess(kind, role, present));
      if (!column.isEmpty()) {
        complete.put(role, column);
      }
      boolean absent = !column.isEmpty() && !present.contains(column);
      if (absent || column.isEmpty() && kind.requires(role)) {
        throw new InputRefused(
            "file.columnMissing",
            "file",
            file,
            "column",
            absent ? column : role,
            "columns",
            String.join(", ", present));
      }
    }
    return new ColumnMapping(complete, options);
  }
}
