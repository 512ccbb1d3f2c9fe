package org.kiungo.geodata.format.table;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.apache.poi.hssf.eventusermodel.FormatTrackingHSSFListener;
import org.apache.poi.hssf.eventusermodel.HSSFListener;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.MulBlankRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RowRecord;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.kiungo.geodata.format.FeatureConsumer;
import org.kiungo.geodata.format.Finding;
import org.kiungo.geodata.format.Finding.Severity;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.planner.model.value.InputRefused;

/**
 * Gathers the rows of each sheet from the records of an Excel workbook.
 *
 * @see <a href="https://learn.microsoft.com/openspecs/office_file_formats/ms-xls">[MS-XLS]</a>
 */
final class XlsRecords implements HSSFListener {

  /** Cells of a sheet that do not come row by row. */
  static final class Disordered extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private final SourceFile file;
  private final ReadOptions options;
  private final FeatureConsumer out;
  private final List<BoundSheetRecord> sheets = new ArrayList<>();
  private final BitSet hiddenRows = new BitSet();

  /** Rows that are said to have cells, as long as none came. */
  private final BitSet emptyRows = new BitSet();

  FormatTrackingHSSFListener format;
  private SSTRecord texts;
  private boolean from1904;
  private boolean blank = true;
  private int next;
  private int depth;
  private SheetRows sheet;
  private int row = -1;
  private List<Object> cells = new ArrayList<>();
  private boolean hasNoText;
  private int formulaColumn = -1;

  XlsRecords(SourceFile file, ReadOptions options, FeatureConsumer out) {
    this.file = file;
    this.options = options;
    this.out = out;
  }

  /** Sheet and row that come next, as spreadsheets write them. */
  String place() {
    String name = next > 0 && next <= sheets.size() ? sheets.get(next - 1).getSheetname() : "";
    return name.isEmpty() ? "Workbook" : name + "!" + (row + 2);
  }

  /** Ends the workbook once its last record was seen. */
  void end() {
    if (depth != 0 || next < sheets.size() || sheets.isEmpty()) {
      throw new Disordered(); // cut: a part of the book never ended or never began
    }
    if (blank && options.layer().isEmpty()) {
      throw new InputRefused("file.blank", "file", file.name());
    }
    for (BoundSheetRecord each : sheets) {
      if (options.layer().isEmpty() && isHidden(each)) {
        out.finding(Finding.of(Severity.INFO, "sheetHidden", file, each.getSheetname()));
      }
    }
  }

  private static boolean isHidden(BoundSheetRecord sheet) {
    return sheet.isHidden() || sheet.isVeryHidden();
  }

  @Override
  public void processRecord(Record record) {
    if (record instanceof BOFRecord begin) {
      depth++;
      if (depth == 1 && begin.getType() != BOFRecord.TYPE_WORKBOOK) {
        beginSheet(begin);
      }
    } else if (record instanceof EOFRecord) {
      depth--;
      if (depth == 0) {
        endSheet();
      }
    } else if (record instanceof BoundSheetRecord bound) {
      sheets.add(bound);
    } else if (record instanceof SSTRecord shared) {
      texts = shared;
    } else if (record instanceof DateWindow1904Record dates) {
      from1904 = dates.getWindowing() == 1;
    } else if (sheet != null && depth == 1) { // deeper ones belong to a chart in the sheet
      inSheet(record);
    }
  }

  private void beginSheet(BOFRecord begin) {
    BoundSheetRecord bound = sheets.get(next++);
    boolean isTable = begin.getType() == BOFRecord.TYPE_WORKSHEET;
    if (isTable && options.wants(bound.getSheetname())) {
      sheet = new SheetRows(file, options, bound.getSheetname(), isHidden(bound), out);
    }
  }

  private void endSheet() {
    endRow();
    if (sheet != null) {
      blank &= !sheet.end();
      if (!emptyRows.isEmpty()) {
        String first = emptyRows.nextSetBit(0) + 1 + "";
        out.finding(
            Finding.of(Severity.WARNING, "rowsCut", file, sheets.get(next - 1).getSheetname())
                .withValue(emptyRows.cardinality() + "", "")
                .withPlace(first));
      }
    }
    sheet = null;
    row = -1;
    hiddenRows.clear();
    emptyRows.clear();
  }

  private void endRow() {
    if (row >= 0 && sheet != null) {
      sheet.add(row + 1L, cells, hiddenRows.get(row), hasNoText);
    }
    cells = new ArrayList<>();
    hasNoText = false;
    formulaColumn = -1;
  }

  private void inSheet(Record record) {
    if (record instanceof RowRecord stated) {
      hiddenRows.set(stated.getRowNumber(), stated.getZeroHeight());
      emptyRows.set(stated.getRowNumber(), stated.getFirstCol() < stated.getLastCol());
    } else if (record instanceof MulBlankRecord blanks) {
      emptyRows.clear(blanks.getRow());
    } else if (record instanceof StringRecord text && formulaColumn >= 0) {
      cells.set(formulaColumn, text.getString());
      formulaColumn = -1;
    } else if (record instanceof CellValueRecordInterface cell) {
      emptyRows.clear(cell.getRow());
      Object value = value(cell);
      if (value != null || cell instanceof FormulaRecord) {
        put(cell, value);
      }
    }
  }

  private void put(CellValueRecordInterface cell, Object value) {
    if (cell.getRow() < row) {
      throw new Disordered();
    }
    if (cell.getRow() > row) {
      endRow();
      row = cell.getRow();
    }
    while (cells.size() <= cell.getColumn()) {
      cells.add(null);
    }
    if (cells.get(cell.getColumn()) != null) {
      throw new Disordered();
    }
    cells.set(cell.getColumn(), value);
    hasNoText |= value instanceof String text && text.isEmpty();
    boolean waits = cell instanceof FormulaRecord formula && formula.hasCachedResultString();
    formulaColumn = waits ? cell.getColumn() : -1;
  }

  private Object value(CellValueRecordInterface cell) {
    if (cell instanceof NumberRecord number) {
      return number(number, number.getValue());
    }
    if (cell instanceof LabelSSTRecord label) {
      return texts.getString(label.getSSTIndex()).getString();
    }
    if (cell instanceof LabelRecord label) {
      return label.getValue();
    }
    if (cell instanceof BoolErrRecord flag) {
      return flag.isError() ? error(flag.getErrorValue()) : (Object) flag.getBooleanValue();
    }
    if (cell instanceof FormulaRecord formula) {
      CellType type = formula.getCachedResultTypeEnum();
      return switch (type) {
        case BOOLEAN -> formula.getCachedBooleanValue();
        case ERROR -> error(formula.getCachedErrorValue());
        case STRING -> null; // follows in a record of its own
        default ->
            formula.getValue() == 0 && formula.isCalcOnLoad()
                ? "=" // nobody calculated it; listed where a number is due
                : number(formula, formula.getValue());
      };
    }
    return null;
  }

  private static String error(int code) {
    return FormulaError.forInt(code).getString();
  }

  private Object number(CellValueRecordInterface cell, double value) {
    String shown = format.getFormatString(cell);
    if (SheetRows.isDate(shown)) {
      return DateUtil.getLocalDateTime(value, from1904).toString();
    }
    if (SheetRows.isTime(shown)) {
      return DateUtil.getLocalDateTime(value, from1904).toLocalTime().toString();
    }
    return value == Math.rint(value) && Math.abs(value) < 1e15 ? (Object) (long) value : value;
  }
}
