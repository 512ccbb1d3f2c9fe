package org.kiungo.geodata.format.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.kiungo.geodata.format.FeatureConsumer;
import org.kiungo.geodata.format.Finding;
import org.kiungo.geodata.format.Finding.Severity;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.format.VectorReader;
import org.kiungo.geodata.format.ZipDirectory;
import org.kiungo.geodata.format.ZipFiles;
import org.kiungo.planner.model.value.InputRefused;

/** Excel workbooks (.xlsx): each sheet is a layer, its header found by {@link HeaderRow}. */
public final class XlsxReader implements VectorReader {

  @Override
  public String format() {
    return "XLSX";
  }

  @Override
  public boolean recognises(SourceFile file) {
    return ZipFiles.isZip(file)
        && ZipDirectory.read(file).stream()
            .anyMatch(entry -> entry.name().equalsIgnoreCase("xl/workbook.xml"));
  }

  @Override
  public boolean joinsLayers() {
    return true;
  }

  @Override
  public void read(SourceFile file, ReadOptions options, FeatureConsumer out) {
    ZipFiles.check(file);
    boolean styled =
        ZipDirectory.read(file).stream()
            .anyMatch(entry -> entry.name().equalsIgnoreCase("xl/styles.xml"));
    ReadingOptions reading = new ReadingOptions(styled, false); // scripts write none
    try (ReadableWorkbook book =
        whole("xl/", () -> new ReadableWorkbook(file.path().toFile(), reading))) {
      List<Sheet> sheets = whole("xl/", () -> book.getSheets().toList());
      boolean blank = true;
      for (Sheet sheet : sheets) {
        if (options.wants(sheet.getName())) {
          blank &= !sheet(file, options, sheet, out);
        }
      }
      if (blank && options.layer().isEmpty()) {
        throw new InputRefused("file.blank", "file", file.name());
      }
      for (Sheet sheet : sheets) {
        if (options.layer().isEmpty() && isHidden(sheet)) {
          out.finding(Finding.of(Severity.INFO, "sheetHidden", file, sheet.getName()));
        }
      }
    } catch (UncheckedIOException | IOException broken) {
      String place = broken instanceof Damaged damaged ? damaged.place : "xl/";
      InputRefused refused =
          new InputRefused("file.workbookBroken", "file", file.name(), "place", place);
      refused.initCause(broken);
      throw refused;
    }
  }

  private static boolean isHidden(Sheet sheet) {
    return sheet.getVisibility() != SheetVisibility.VISIBLE;
  }

  /** False for a sheet without a filled row. */
  private static boolean sheet(
      SourceFile file, ReadOptions options, Sheet sheet, FeatureConsumer out) throws IOException {
    SheetRows sheetRows = new SheetRows(file, options, sheet.getName(), isHidden(sheet), out);
    try (Stream<Row> rows = whole(sheet.getName(), sheet::openStream)) {
      Iterator<Row> each = rows.iterator();
      int last = 0;
      while (whole(sheet.getName() + "!" + (last + 1), each::hasNext)) {
        Row row = each.next();
        last = row.getRowNum();
        List<Object> cells = whole(sheet.getName() + "!" + last, () -> cells(row));
        sheetRows.add(last, cells, row.isHidden(), hasNoText(row));
      }
    }
    return sheetRows.end();
  }

  /** A part of a workbook. */
  private interface Part<T> {
    T read() throws Exception;
  }

  /** Where a workbook is damaged: a sheet and its row, as spreadsheets write it. */
  private static final class Damaged extends IOException {
    private static final long serialVersionUID = 1;

    private final String place;

    Damaged(String place, Exception cause) {
      super(place, cause);
      this.place = place;
    }
  }

  /** In a damaged file the library trips, with whatever its code or its parser throws there. */
  private static <T> T whole(String place, Part<T> part) throws Damaged {
    try {
      return part.read();
    } catch (Exception damaged) {
      throw new Damaged(place, damaged);
    }
  }

  /** Values by position: Long or Double for numbers, ISO 8601 text for dates. */
  private static List<Object> cells(Row row) {
    List<Object> cells = new ArrayList<>();
    for (Cell cell : row) {
      cells.add(cell == null ? null : value(cell));
    }
    return cells;
  }

  /** The library gives no text for one that the workbook does not have, and for an empty one. */
  private static boolean hasNoText(Row row) {
    for (Cell cell : row) {
      if (cell != null && cell.getType() == CellType.STRING && "".equals(cell.getValue())) {
        return true;
      }
    }
    return false;
  }

  private static Object value(Cell cell) {
    if (cell.getType() == CellType.BOOLEAN) {
      return cell.asBoolean();
    }
    if (cell.getType() == CellType.STRING && cell.getValue() == null) {
      if (HeaderRow.isBlank(cell.getRawValue())) {
        return null; // written in place without a text, as scripts write an empty cell
      }
      throw new IllegalArgumentException("no shared string " + cell.getRawValue());
    }
    if (cell.getType() != CellType.NUMBER && cell.getType() != CellType.FORMULA) {
      return cell.getType() == CellType.EMPTY ? null : cell.getText();
    }
    String format = cell.getDataFormatString();
    if (cell.getType() == CellType.NUMBER && SheetRows.isDate(format)) {
      return cell.asDate().toString();
    }
    if (cell.getType() == CellType.NUMBER && SheetRows.isTime(format)) {
      return cell.asDate().toLocalTime().toString();
    }
    String raw = cell.getRawValue();
    if (HeaderRow.isBlank(raw)) {
      // a formula nobody calculated has no value to read; its text is listed where a number is due
      return cell.getType() == CellType.FORMULA ? "=" + cell.getFormula() : null;
    }
    return SheetRows.number(raw);
  }
}
