package org.kiungo.geodata.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.kiungo.geodata.format.table.CellGuard;
import org.kiungo.planner.model.value.InputRefused;

/** A table written row by row; text that a spreadsheet would run as a formula is guarded. */
sealed interface ProblemSheet {

  /** Adds a row; cells are text, numbers, truth values or null. */
  void row(List<Object> cells) throws IOException;

  /** Completes the file. */
  void finish() throws IOException;

  /** Gives up on it. */
  void abandon() throws IOException;

  static ProblemSheet open(Path out, ProblemFile.Format format, char separator) throws IOException {
    return format == ProblemFile.Format.XLSX ? new Book(out) : new Text(out, separator);
  }

  /** UTF-8 with a byte order mark, without which Excel takes it for Windows-1252. */
  final class Text implements ProblemSheet {
    private final CSVPrinter printer;

    Text(Path out, char separator) throws IOException {
      Writer text = Files.newBufferedWriter(out, StandardCharsets.UTF_8);
      text.write('\uFEFF');
      printer = new CSVPrinter(text, CSVFormat.RFC4180.builder().setDelimiter(separator).get());
    }

    @Override
    public void row(List<Object> cells) throws IOException {
      for (Object cell : cells) {
        printer.print(cell == null ? "" : CellGuard.guard(cell.toString()));
      }
      printer.println();
    }

    @Override
    public void finish() throws IOException {
      printer.close(true);
    }

    @Override
    public void abandon() throws IOException {
      printer.close();
    }
  }

  /** A workbook of one sheet, written to disk as it grows. */
  final class Book implements ProblemSheet {

    /** Rows of a sheet (ECMA-376). */
    private static final int MOST_ROWS = 1_048_576;

    /** Characters of a cell. */
    private static final int LONGEST_CELL = 32_767;

    private static final int ROWS_AT_ONCE = 1_000;

    private final OutputStream bytes;
    private final Workbook book;
    private final Worksheet sheet;
    private final String name;
    private int row;

    Book(Path out) throws IOException {
      name = String.valueOf(out.getFileName());
      bytes = new BufferedOutputStream(Files.newOutputStream(out), 1 << 16);
      book = new Workbook(bytes, "Kiungo", null);
      sheet = book.newWorksheet("rows");
    }

    @Override
    public void row(List<Object> cells) throws IOException {
      if (row == MOST_ROWS) {
        throw new InputRefused(
            "file.exportLimit",
            "file",
            name,
            "what",
            "rows",
            "found",
            "> " + MOST_ROWS,
            "limit",
            MOST_ROWS + "");
      }
      for (int k = 0; k < cells.size(); k++) {
        Object cell = cells.get(k);
        if (cell instanceof Number number) {
          sheet.value(row, k, number);
        } else if (cell instanceof Boolean truth) {
          sheet.value(row, k, truth);
        } else if (cell != null) {
          String text =
              CellGuard.guard(cell.toString())
                  .replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f]", "\uFFFD");
          sheet.inlineString(row, k, text.substring(0, Math.min(text.length(), LONGEST_CELL)));
        }
      }
      row++;
      if (row % ROWS_AT_ONCE == 0) {
        sheet.flush();
      }
    }

    @Override
    public void finish() throws IOException {
      book.finish();
      bytes.close();
    }

    @Override
    public void abandon() throws IOException {
      bytes.close();
    }
  }
}
