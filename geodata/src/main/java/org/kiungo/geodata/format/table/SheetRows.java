package org.kiungo.geodata.format.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.kiungo.geodata.crs.CoordinateSystem;
import org.kiungo.geodata.format.FeatureConsumer;
import org.kiungo.geodata.format.Finding.Severity;
import org.kiungo.geodata.format.LayerSchema;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.SourceFile;

/**
 * A sheet of a workbook as its rows come: the first ones tell header, marks and coordinates, then
 * all of them become features.
 */
final class SheetRows {

  private static final int SAMPLE = 200;

  /** Fewer rows of numbers above a table are its preface. */
  private static final int FEWEST_ABOVE = 3;

  private final SourceFile file;
  private final ReadOptions options;
  private final String name;
  private final boolean hidden;
  private final FeatureConsumer out;
  private final List<SheetRow> sample = new ArrayList<>();
  private TableRows table;
  private long hiddenRows;
  private long firstHidden;
  private long textless;

  /** A filled row and its number in the sheet, from 1. */
  private record SheetRow(long number, List<Object> cells) {}

  SheetRows(
      SourceFile file, ReadOptions options, String name, boolean hidden, FeatureConsumer out) {
    this.file = file;
    this.options = options;
    this.name = name;
    this.hidden = hidden;
    this.out = out;
  }

  /**
   * A row; one without a filled cell is passed over.
   *
   * @param number its number in the sheet, from 1
   * @param cells by position; Long or Double for numbers, ISO 8601 text for dates
   * @param isHidden whether the sheet does not show it
   * @param hasNoText whether a text is empty where the workbook says that there is one
   */
  void add(long number, List<Object> cells, boolean isHidden, boolean hasNoText) {
    if (cells.stream().allMatch(HeaderRow::isBlank)) {
      return;
    }
    textless = textless == 0 && hasNoText ? number : textless;
    if (isHidden) {
      firstHidden = hiddenRows++ == 0 ? number : firstHidden;
    }
    if (table != null) {
      table.emit(cells, number);
      return;
    }
    sample.add(new SheetRow(number, cells));
    if (sample.size() == SAMPLE) {
      table = begin();
    }
  }

  /** Ends the sheet; false for one without a filled row. */
  boolean end() {
    if (table == null && !sample.isEmpty()) {
      table = begin();
    }
    if (textless > 0) {
      table.tell(Severity.INFO, "textEmpty", textless, "", "", textless + "");
    }
    if (hiddenRows > 0) {
      table.tell(Severity.INFO, "rowsHidden", 0, "", hiddenRows + "", firstHidden + "");
    }
    return table != null;
  }

  /** Announces the layer once its first rows were looked at, and emits the rows looked at. */
  private TableRows begin() {
    List<List<Object>> cells = sample.stream().map(SheetRow::cells).toList();
    HeadRows head = options.headerRow().isEmpty() ? HeadRows.of(cells) : HeadRows.one(cells, 0);
    List<String> columns = new ArrayList<>();
    name(head.names(), columns);
    List<List<Object>> data = cells.subList(Math.min(head.end(), cells.size()), cells.size());
    CoordinateColumns coordinates = CoordinateColumns.find(columns, options, file).orByCells(data);
    boolean comma = options.decimalComma(decimalComma(coordinates, data));
    CoordinateSystem crs = TableCrs.of(file, options, coordinates, data, comma);
    out.layer(new LayerSchema(name, crs, "UTF-8", comma, columns, coordinates.any(), hidden));
    UtmZones zones = UtmZones.find(columns, data);
    TableRows table =
        new TableRows(file, name, columns, coordinates, crs, zones, comma, options.repair(), out)
            .endsEarly();
    String layout = KnownLayouts.name(columns);
    if (!layout.isEmpty()) {
      table.tell(Severity.INFO, "layoutKnown", 0, "", layout, "");
    }
    String words =
        cells.subList(0, head.top()).stream()
            .flatMap(List::stream)
            .filter(cell -> !HeaderRow.isBlank(cell))
            .map(cell -> cell.toString().strip())
            .collect(Collectors.joining(" / "));
    table.tellDatum(TableCrs.datum(options, crs, words + " / " + columns));
    if (head.top() > 0) {
      table.tellSkipped(words, sample.get(head.top()).number() - 1);
      above(sample.subList(0, head.top()), table);
    }
    for (String twice : columns) {
      if (twice.endsWith(" (2)") && !head.names().contains(twice)) {
        table.tell(Severity.WARNING, "columnTwice", 0, twice.replace(" (2)", ""), "", "");
      }
    }
    if (head.isJoined()) {
      table.tellJoined(sample.get(head.top()).number(), sample.get(head.bottom()).number());
    }
    for (SheetRow row : sample.subList(Math.min(head.end(), sample.size()), sample.size())) {
      table.emit(row.cells(), row.number());
    }
    return table;
  }

  /** Lists the rows of a table that stands above the one that is read; a preface has none. */
  private static void above(List<SheetRow> rows, TableRows table) {
    List<SheetRow> data =
        rows.stream()
            .filter(row -> row.cells().stream().filter(HeaderRow::isNumber).count() > 1)
            .toList();
    for (SheetRow row : data.size() < FEWEST_ABOVE ? List.<SheetRow>of() : data) {
      table.emit(row.cells(), row.number(), true);
    }
  }

  /** Numbers kept as text with a decimal comma, as pasted from a French table. */
  private static boolean decimalComma(CoordinateColumns where, List<List<Object>> sample) {
    for (List<Object> row : sample) {
      boolean inside = where.lon() >= 0 && where.lon() < row.size();
      if (inside
          && row.get(where.lon()) instanceof String text
          && NumberText.hasDecimalComma(text)) {
        return true;
      }
    }
    return false;
  }

  private void name(List<String> header, List<String> columns) {
    if (header.size() > CsvDialect.MOST_COLUMNS) {
      throw SourceFile.tooMuch(file.name(), "columns", header.size(), CsvDialect.MOST_COLUMNS);
    }
    for (String cell : header) {
      String name = cell.isEmpty() ? "column" + (columns.size() + 1) : cell;
      String unique = name;
      for (int copy = 2; columns.contains(unique); copy++) {
        unique = name + " (" + copy + ")";
      }
      columns.add(unique);
    }
  }

  /** A number as a workbook states it, whole ones as Long; its text where it is none. */
  static Object number(String raw) {
    if (raw.matches("-?\\d{1,18}")) {
      return Long.parseLong(raw);
    }
    NumberText number = NumberText.of(raw, false);
    return number.problem().isEmpty() ? (Object) number.value() : raw;
  }

  static boolean isTime(String format) {
    return plain(format).matches(".*[hH]+:.*");
  }

  private static String plain(String format) {
    return format == null ? "" : format.replaceAll("\\[[^]]*]|\"[^\"]*\"", "");
  }

  static boolean isDate(String format) {
    String plain = plain(format);
    return plain.matches(".*[yY].*") || plain.matches(".*[dD].*[mM].*");
  }
}
