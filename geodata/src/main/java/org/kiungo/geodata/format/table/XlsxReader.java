package org.kiungo.geodata.format.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.kiungo.geodata.crs.CoordinateSystem;
import org.kiungo.geodata.format.FeatureConsumer;
import org.kiungo.geodata.format.Finding;
import org.kiungo.geodata.format.Finding.Severity;
import org.kiungo.geodata.format.LayerSchema;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.format.VectorReader;
import org.kiungo.geodata.format.ZipDirectory;
import org.kiungo.geodata.format.ZipFiles;
import org.kiungo.planner.model.InputRefused;

/** Excel workbooks (.xlsx): each sheet is a layer, its header found by {@link HeaderRow}. */
public final class XlsxReader implements VectorReader {

  private static final int SAMPLE = 200;

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
  public void read(SourceFile file, ReadOptions options, FeatureConsumer out) {
    ZipFiles.check(file);
    ReadingOptions reading = new ReadingOptions(true, false);
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
    List<SheetRow> sample = new ArrayList<>();
    TableRows table = null;
    long hidden = 0;
    int firstHidden = 0;
    int noText = 0;
    try (Stream<Row> rows = whole(sheet.getName(), sheet::openStream)) {
      Iterator<Row> each = rows.iterator();
      int last = 0;
      while (whole(sheet.getName() + "!" + (last + 1), each::hasNext)) {
        Row row = each.next();
        last = row.getRowNum();
        List<Object> cells = whole(sheet.getName() + "!" + last, () -> cells(row));
        if (cells.stream().allMatch(HeaderRow::isBlank)) {
          continue;
        }
        noText = noText == 0 && hasNoText(row) ? row.getRowNum() : noText;
        if (row.isHidden()) {
          firstHidden = hidden++ == 0 ? row.getRowNum() : firstHidden;
        }
        if (table != null) {
          table.emit(cells, row.getRowNum());
        } else {
          sample.add(new SheetRow(row.getRowNum(), cells));
          if (sample.size() == SAMPLE) {
            table = begin(file, options, sheet, sample, out);
          }
        }
      }
    }
    if (table == null && !sample.isEmpty()) {
      table = begin(file, options, sheet, sample, out);
    }
    if (noText > 0) {
      table.tell(Severity.INFO, "textEmpty", noText, "", "", noText + "");
    }
    if (hidden > 0) {
      table.tell(Severity.INFO, "rowsHidden", 0, "", hidden + "", firstHidden + "");
    }
    return table != null;
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

  /** Announces the layer once its first rows were looked at, and emits the rows looked at. */
  private static TableRows begin(
      SourceFile file,
      ReadOptions options,
      Sheet sheet,
      List<SheetRow> sample,
      FeatureConsumer out) {
    List<List<Object>> cells = sample.stream().map(SheetRow::cells).toList();
    int header = options.headerRow().isEmpty() ? HeaderRow.find(cells) : 0;
    List<String> columns = new ArrayList<>();
    name(cells.get(header), columns, file);
    CoordinateColumns coordinates = CoordinateColumns.find(columns, options, file);
    List<List<Object>> data = cells.subList(header + 1, cells.size());
    boolean comma = options.decimalComma(decimalComma(coordinates, data));
    CoordinateSystem crs = TableCrs.of(file, options, coordinates, data, comma);
    out.layer(
        new LayerSchema(
            sheet.getName(), crs, "UTF-8", comma, columns, coordinates.any(), isHidden(sheet)));
    TableRows table =
        new TableRows(file, sheet.getName(), columns, coordinates, comma, options.repair(), out);
    String layout = KnownLayouts.name(columns);
    if (!layout.isEmpty()) {
      table.tell(Severity.INFO, "layoutKnown", 0, "", layout, "");
    }
    if (header > 0) {
      String words =
          cells.subList(0, header).stream()
              .flatMap(List::stream)
              .filter(cell -> !HeaderRow.isBlank(cell))
              .map(cell -> cell.toString().strip())
              .collect(Collectors.joining(" / "));
      table.tellSkipped(words, sample.get(header).number() - 1L);
    }
    for (SheetRow row : sample.subList(header + 1, sample.size())) {
      table.emit(row.cells(), row.number());
    }
    return table;
  }

  /** A filled row and its number in the sheet, from 1. */
  private record SheetRow(int number, List<Object> cells) {}

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

  private static void name(List<Object> header, List<String> columns, SourceFile file) {
    if (header.size() > CsvDialect.MOST_COLUMNS) {
      throw SourceFile.tooMuch(file.name(), "columns", header.size(), CsvDialect.MOST_COLUMNS);
    }
    for (Object cell : header) {
      String name = cell == null ? "" : cell.toString().strip();
      name = name.isEmpty() ? "column" + (columns.size() + 1) : name;
      String unique = name;
      for (int copy = 2; columns.contains(unique); copy++) {
        unique = name + " (" + copy + ")";
      }
      columns.add(unique);
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
      throw new IllegalArgumentException("no shared string " + cell.getRawValue());
    }
    if (cell.getType() != CellType.NUMBER && cell.getType() != CellType.FORMULA) {
      return cell.getType() == CellType.EMPTY ? null : cell.getText();
    }
    String format = cell.getDataFormatString();
    if (cell.getType() == CellType.NUMBER && isDate(format)) {
      return cell.asDate().toString();
    }
    if (cell.getType() == CellType.NUMBER && isTime(format)) {
      return cell.asDate().toLocalTime().toString();
    }
    String raw = cell.getRawValue();
    if (HeaderRow.isBlank(raw)) {
      // a formula nobody calculated has no value to read; its text is listed where a number is due
      return cell.getType() == CellType.FORMULA ? "=" + cell.getFormula() : null;
    }
    if (raw.matches("-?\\d{1,18}")) {
      return Long.parseLong(raw);
    }
    NumberText number = NumberText.of(raw, false);
    return number.problem().isEmpty() ? (Object) number.value() : raw;
  }

  private static boolean isTime(String format) {
    return plain(format).matches(".*[hH]+:.*");
  }

  private static String plain(String format) {
    return format == null ? "" : format.replaceAll("\\[[^]]*]|\"[^\"]*\"", "");
  }

  private static boolean isDate(String format) {
    String plain = plain(format);
    return plain.matches(".*[yY].*") || plain.matches(".*[dD].*[mM].*");
  }
}
