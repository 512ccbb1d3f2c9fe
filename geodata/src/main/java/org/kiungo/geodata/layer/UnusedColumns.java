package org.kiungo.geodata.layer;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.format.table.CoordinateColumns;
import org.kiungo.geodata.format.table.NumberText;

/**
 * Columns of a table that hold something and mean nothing to the import: one of them may be what
 * was not found. Formats that bring columns of their own would name dozens that their users did not
 * write.
 */
final class UnusedColumns {

  /** Rows in which cells are looked at. */
  private static final int ROWS_LOOKED_AT = 200;

  private final Set<String> unused = new LinkedHashSet<>();
  private final Set<String> filled = new LinkedHashSet<>();
  private int rows;

  UnusedColumns(List<String> columns, ColumnMapping mapping, SourceFile file) {
    CoordinateColumns places = CoordinateColumns.find(columns, mapping.options(), file);
    Set<Integer> placed = places.roles(columns).keySet();
    for (int k = 0; places.any() && k < columns.size(); k++) {
      boolean used = mapping.columns().containsValue(columns.get(k));
      if (!placed.contains(k) && !used && !columns.get(k).equals(LayerImport.PROBLEM_COLUMN)) {
        unused.add(columns.get(k));
      }
    }
  }

  void see(Feature row) {
    if (rows++ < ROWS_LOOKED_AT) {
      for (String column : unused) {
        Object cell = row.attributes().get(column);
        if (cell != null && !NumberText.isMissing(cell.toString())) {
          filled.add(column);
        }
      }
    }
  }

  /** Their names, in the order in which they were seen; empty for none. */
  String names() {
    return String.join(", ", filled);
  }
}
