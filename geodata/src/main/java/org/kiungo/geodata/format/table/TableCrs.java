package org.kiungo.geodata.format.table;

import java.util.List;
import org.kiungo.geodata.crs.CoordinateSystem;
import org.kiungo.geodata.format.Crs;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.format.geometry.Places;
import org.kiungo.planner.model.value.InputRefused;

/** The coordinate system of a table's coordinate columns. */
final class TableCrs {

  private TableCrs() {}

  /**
   * The declared system; else WGS 84 where the values can be degrees; null for tables without
   * coordinates.
   *
   * @throws InputRefused if most values cannot be degrees and no system is declared
   */
  static CoordinateSystem of(
      SourceFile file,
      ReadOptions options,
      CoordinateColumns columns,
      List<? extends List<?>> sample,
      boolean decimalComma) {
    if (!columns.any()) {
      return null;
    }
    if (!options.crs().isEmpty()) {
      return Crs.declared(file, options.crs());
    }
    int numbers = 0;
    int metres = 0;
    String found = "";
    for (List<?> row : sample) {
      if (columns.lon() >= 0 && columns.lon() < row.size() && columns.lat() < row.size()) {
        double x = NumberText.of(row.get(columns.lon()), decimalComma).value();
        double y = NumberText.of(row.get(columns.lat()), decimalComma).value();
        numbers += Double.isNaN(x) || Double.isNaN(y) ? 0 : 1;
        if (Math.abs(x) > 1_000 || Math.abs(y) > 1_000) {
          metres++;
          found = found.isEmpty() ? Places.text(x, y) : found;
        }
      }
    }
    if (metres * 2 > numbers) {
      throw new InputRefused("file.metresNotDegrees", "file", file.name(), "found", found);
    }
    return CoordinateSystem.WGS84;
  }
}
