package org.kiungo.geodata.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.table.CellGuard;
import org.kiungo.planner.model.value.InputRefused;

/**
 * Excel workbooks, a sheet for each layer.
 *
 * @see <a href="https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3">Excel
 *     specifications and limits</a>
 */
final class XlsxWriter {

  private static final int MOST_ROWS = 1_048_575;
  private static final int MOST_COLUMNS = 16_384;
  private static final int LONGEST_TEXT = 32_767;
  private static final int LONGEST_NAME = 31;
  private static final int ROWS_PER_FLUSH = 500;

  private XlsxWriter() {}

  static void write(List<ExportLayer> layers, Path out) throws IOException {
    Set<String> names = new HashSet<>();
    try (OutputStream bytes = Files.newOutputStream(out);
        Workbook book = new Workbook(bytes, "Kiungo", null)) {
      for (ExportLayer layer : layers) {
        sheet(layer, book.newWorksheet(sheetName(layer.name(), names)));
      }
    }
  }

  private static void sheet(ExportLayer layer, Worksheet sheet) throws IOException {
    Cells cells = new Cells(layer);
    List<String> header = cells.header();
    check(layer, "columns", header.size(), MOST_COLUMNS);
    for (int k = 0; k < header.size(); k++) {
      sheet.value(0, k, CellGuard.guard(header.get(k)));
    }
    sheet.range(0, 0, 0, Math.max(0, header.size() - 1)).style().bold().set();
    sheet.freezePane(0, 1);
    int row = 0;
    for (Feature feature : layer.features()) {
      row++;
      check(layer, "rows", row, MOST_ROWS);
      List<Object> values = cells.row(feature);
      for (int k = 0; k < values.size(); k++) {
        put(layer, sheet, row, k, values.get(k));
      }
      if (row % ROWS_PER_FLUSH == 0) {
        sheet.flush();
      }
    }
    sheet.finish();
  }

  private static void put(ExportLayer layer, Worksheet sheet, int row, int column, Object value) {
    if (value instanceof Number number) {
      sheet.value(row, column, number);
    } else if (value instanceof Boolean bool) {
      sheet.value(row, column, bool);
    } else if (value != null) {
      String text = value.toString();
      check(layer, "text", text.length(), LONGEST_TEXT);
      sheet.value(row, column, legal(text));
    }
  }

  /** XML cannot hold most control characters; they are replaced, never dropped. */
  private static String legal(String text) {
    return text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "\uFFFD");
  }

  private static void check(ExportLayer layer, String what, int found, int most) {
    if (found > most) {
      throw new InputRefused(
          "file.exportLimit",
          "file",
          layer.name(),
          "what",
          what,
          "found",
          found + "",
          "limit",
          most + "");
    }
  }

  /** A name that Excel takes: 31 characters, no []:*?/\, unique whatever the case. */
  private static String sheetName(String name, Set<String> taken) {
    String plain = name.replaceAll("[\\[\\]:*?/\\\\]", "_").replaceAll("^'|'$", "_");
    String base = plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
    String unique = base;
    for (int copy = 2; !taken.add(unique.toLowerCase(Locale.ROOT)); copy++) {
      String end = " (" + copy + ")";
      unique = base.substring(0, Math.min(base.length(), LONGEST_NAME - end.length())) + end;
    }
    return unique;
  }
}
