package org.kiungo.geodata.format.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kiungo.geodata.format.FeatureConsumer;
import org.kiungo.geodata.format.Finding;
import org.kiungo.geodata.format.Finding.Severity;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.format.XmlText;
import org.kiungo.planner.model.value.InputRefused;

/**
 * The content of an OpenDocument spreadsheet, table by table.
 *
 * @see <a href="https://docs.oasis-open.org/office/OpenDocument/v1.3/">OpenDocument 1.3, 9.1</a>
 */
final class OdsContent {

  /** Rows of a sheet in the largest spreadsheet program. */
  private static final long MOST_ROWS = 1 << 20;

  private final SourceFile file;
  private final ReadOptions options;
  private final XmlText xml;
  private final FeatureConsumer out;
  private final Set<String> hiddenStyles = new HashSet<>();
  private final List<String> hiddenSheets = new ArrayList<>();
  private String sheet = "";
  private long rows;
  private boolean hasNoText;

  OdsContent(SourceFile file, ReadOptions options, XmlText xml, FeatureConsumer out) {
    this.file = file;
    this.options = options;
    this.xml = xml;
    this.out = out;
  }

  void read() {
    boolean blank = true;
    String style = "";
    while (xml.next()) {
      if (!xml.isStart()) {
        continue;
      }
      switch (xml.name()) {
        case "style" -> style = xml.attribute("style", "name");
        case "table-properties" -> {
          if (xml.attribute("table", "display").equals("false")) {
            hiddenStyles.add(style);
          }
        }
        case "table" -> blank &= !table();
        default -> {}
      }
    }
    if (blank && options.layer().isEmpty()) {
      throw new InputRefused("file.blank", "file", file.name());
    }
    for (String each : hiddenSheets) {
      if (options.layer().isEmpty()) {
        out.finding(Finding.of(Severity.INFO, "sheetHidden", file, each));
      }
    }
  }

  /** False for a sheet without a filled row, and for one that is not wanted. */
  private boolean table() {
    sheet = xml.attribute("table", "name");
    rows = 0;
    boolean hidden = hiddenStyles.contains(xml.attribute("table", "style-name"));
    if (hidden) {
      hiddenSheets.add(sheet);
    }
    if (!options.wants(sheet)) {
      xml.skip();
      return false;
    }
    SheetRows table = new SheetRows(file, options, sheet, hidden, out);
    while (xml.next()) {
      String element = xml.name();
      if (!xml.isStart()) {
        if (element.equals("table")) {
          return table.end();
        }
      } else if (element.equals("table-row")) {
        row(table);
      } else if (element.equals("shapes") || element.equals("named-expressions")) {
        xml.skip();
      }
    }
    throw broken();
  }

  private void row(SheetRows table) {
    long times = times("number-rows-repeated");
    boolean hidden = !List.of("", "visible").contains(xml.attribute("table", "visibility"));
    List<Object> cells = new ArrayList<>();
    hasNoText = false;
    long empty = 0;
    while (xml.next() && (xml.isStart() || !xml.name().equals("table-row"))) {
      boolean cell = xml.name().equals("table-cell") || xml.name().equals("covered-table-cell");
      if (!xml.isStart() || !cell) {
        continue;
      }
      long across = times("number-columns-repeated");
      Object value = cell();
      if (HeaderRow.isBlank(value)) {
        empty += across;
        continue;
      }
      if (cells.size() + empty + across > CsvDialect.MOST_COLUMNS) {
        long found = cells.size() + empty + across;
        throw SourceFile.tooMuch(file.name(), "columns", found, CsvDialect.MOST_COLUMNS);
      }
      for (; empty > 0; empty--) {
        cells.add(null);
      }
      for (long k = 0; k < across; k++) {
        cells.add(value);
      }
    }
    boolean filled = !cells.isEmpty();
    if (filled && rows + times > MOST_ROWS) {
      throw SourceFile.tooMuch(file.name(), sheet, rows + times, MOST_ROWS);
    }
    for (long k = 1; filled && k <= times; k++) {
      table.add(rows + k, cells, hidden, hasNoText);
    }
    rows += times;
  }

  private long times(String name) {
    String stated = xml.attribute("table", name);
    if (stated.isEmpty()) {
      return 1;
    }
    if (!stated.matches("[1-9]\\d{0,8}")) {
      throw broken();
    }
    return Long.parseLong(stated);
  }

  private InputRefused broken() {
    String place = sheet + "!" + (rows + 1);
    return new InputRefused("file.workbookBroken", "file", file.name(), "place", place);
  }

  /** The value of the cell that begins; moves to its end. */
  private Object cell() {
    String type = xml.attribute("office", "value-type");
    String number = xml.attribute("office", "value");
    String date = xml.attribute("office", "date-value");
    String time = xml.attribute("office", "time-value");
    String truth = xml.attribute("office", "boolean-value");
    String given = xml.attribute("office", "string-value");
    String formula = xml.attribute("table", "formula");
    String text = paragraphs();
    return switch (type) {
      case "float", "percentage", "currency" -> needed(number) ? SheetRows.number(number) : null;
      case "date" -> needed(date) ? date : null;
      case "time" -> needed(time) ? time : null;
      case "boolean" -> needed(truth) ? (Object) truth.equals("true") : null;
      case "string" -> {
        String value = given.isEmpty() ? text : given;
        hasNoText |= value.isEmpty() && formula.isEmpty();
        yield value;
      }
      // a formula nobody calculated has no value to read; its text is listed where a number is due
      default -> text.isEmpty() && !formula.isEmpty() ? "=" + formula : text;
    };
  }

  private boolean needed(String value) {
    if (value.isEmpty()) {
      throw broken();
    }
    return true;
  }

  private String paragraphs() {
    StringBuilder text = new StringBuilder();
    while (xml.next()) {
      String element = xml.name();
      if (!xml.isStart()) {
        if (element.endsWith("table-cell")) {
          return text.toString();
        }
      } else if (element.equals("p")) {
        text.append(text.isEmpty() ? "" : "\n").append(xml.text(OdsContent::standsFor));
      } else {
        xml.skip(); // a remark or a drawing
      }
    }
    throw broken();
  }

  private static String standsFor(XmlText element) {
    return switch (element.name()) {
      case "s" -> {
        String count = element.attribute("text", "c");
        yield " ".repeat(count.matches("\\d{1,3}") ? Integer.parseInt(count) : 1);
      }
      case "tab" -> "\t";
      case "line-break" -> "\n";
      default -> "";
    };
  }
}
