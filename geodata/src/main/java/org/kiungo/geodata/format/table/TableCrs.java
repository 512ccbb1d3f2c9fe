package org.kiungo.geodata.format.table;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kiungo.geodata.crs.CoordinateSystem;
import org.kiungo.geodata.format.Crs;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.format.geometry.Places;
import org.kiungo.planner.model.value.InputRefused;

/** The coordinate system of a table's coordinate columns. */
final class TableCrs {

  /**
   * Datums of Africa's older maps, as notes and headings call them; towns only where one says so.
   */
  private static final Pattern DATUM =
      Pattern.compile(
          "(?iu)(?<!\\p{L})(arc ?19[56]0|minna|adindan|clarke ?\\(?18\\d\\d|merchich|carthage|voirol"
              + "|nord[ -]sahara|dabola|manoca|tananarive|laborde|camacupa|beduaram|schwarzeck"
              + "|egypt 1907|helmert|ed ?50|afgooye|locodjo|yoff|bessel"
              + "|(?:cape|accra|douala|tete|garoua|abidjan|massawa|conakry|lom[eé]) datum"
              + "|point 58|abidjan 1987|conakry 1905|katanga 1955)(?!\\p{L})");

  private TableCrs() {}

  /** A datum of which a table speaks whose degrees are taken to be WGS 84's; empty for none. */
  static String datum(ReadOptions options, CoordinateSystem crs, String words) {
    Matcher said = DATUM.matcher(words);
    boolean taken = options.crs().isEmpty() && CoordinateSystem.WGS84 == crs;
    return taken && said.find() ? said.group(1) : "";
  }

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
