package org.kiungo.geodata.export;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.table.CellGuard;
import tools.jackson.databind.json.JsonMapper;

/** Text tables in UTF-8, RFC 4180 quoting. */
final class CsvWriter {

  private CsvWriter() {}

  static void write(ExportLayer layer, Path out, CsvOptions options) throws IOException {
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(options.separator())
            .setQuoteMode(QuoteMode.MINIMAL)
            .get();
    Cells cells = new Cells(layer);
    try (Writer text = Files.newBufferedWriter(out, StandardCharsets.UTF_8)) {
      if (options.byteOrderMark()) {
        text.write('\uFEFF');
      }
      try (CSVPrinter printer = new CSVPrinter(text, format)) {
        for (String name : cells.header()) {
          printer.print(CellGuard.guard(name));
        }
        printer.println();
        for (Feature feature : layer.features()) {
          for (Object cell : cells.row(feature)) {
            printer.print(text(cell, options));
          }
          printer.println();
        }
      }
    }
  }

  /** Writes what a table's columns mean beside it, where the standard looks for it. */
  static Path describe(ExportLayer layer, Path table) throws IOException {
    String name = String.valueOf(table.getFileName());
    Map<String, Object> notes = new LinkedHashMap<>();
    notes.put("@context", LayerNotes.CONTEXT);
    notes.putAll(LayerNotes.table(layer, name));
    return Files.writeString(
        table.resolveSibling(name + LayerNotes.BESIDE),
        JsonMapper.shared().writeValueAsString(notes));
  }

  private static String text(Object cell, CsvOptions options) {
    if (cell == null) {
      return "";
    }
    String text = cell.toString();
    if (cell instanceof Double && text.indexOf('E') > 0) {
      text = new BigDecimal(text).toPlainString(); // people read 21000000, not 2.1E7
    }
    return options.decimalComma() && cell instanceof Double ? text.replace('.', ',') : text;
  }
}
