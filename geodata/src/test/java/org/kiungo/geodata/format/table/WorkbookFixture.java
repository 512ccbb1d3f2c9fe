package org.kiungo.geodata.format.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;

/**
 * Workbooks of two kinds from the same sheets: text, numbers, dates, truth, nothing; a text that
 * begins with {@code =} is a formula that nobody calculated.
 */
public final class WorkbookFixture {

  private final Map<String, Object[][]> sheets = new LinkedHashMap<>();
  private String hiddenSheet = "";
  private int hiddenRow;

  public static WorkbookFixture of(String sheet, Object[]... rows) {
    return new WorkbookFixture().with(sheet, rows);
  }

  public WorkbookFixture with(String sheet, Object[]... rows) {
    sheets.put(sheet, rows);
    return this;
  }

  public WorkbookFixture hidden(String sheet) {
    hiddenSheet = sheet;
    return this;
  }

  /** Hides a row of every sheet, from 1. */
  public WorkbookFixture hiddenRow(int row) {
    hiddenRow = row;
    return this;
  }

  public byte[] bytes(String extension) throws IOException {
    return extension.equals("xls") ? xls() : ods();
  }

  public byte[] xls() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (HSSFWorkbook book = new HSSFWorkbook()) {
      HSSFCellStyle day = book.createCellStyle();
      day.setDataFormat(book.createDataFormat().getFormat("dd/mm/yyyy"));
      for (Map.Entry<String, Object[][]> each : sheets.entrySet()) {
        HSSFSheet sheet = book.createSheet(each.getKey());
        for (int r = 0; r < each.getValue().length; r++) {
          Object[] row = each.getValue()[r];
          sheet.createRow(r).setZeroHeight(r + 1 == hiddenRow);
          for (int c = 0; c < row.length; c++) {
            if (row[c] != null) {
              set(sheet.getRow(r).createCell(c), row[c], day);
            }
          }
        }
        book.setSheetHidden(book.getSheetIndex(sheet), each.getKey().equals(hiddenSheet));
      }
      book.write(bytes);
    }
    return bytes.toByteArray();
  }

  private static void set(HSSFCell cell, Object value, HSSFCellStyle day) {
    if (value instanceof Number number) {
      cell.setCellValue(number.doubleValue());
    } else if (value instanceof Boolean truth) {
      cell.setCellValue(truth);
    } else if (value instanceof LocalDate date) {
      cell.setCellValue(date);
      cell.setCellStyle(day);
    } else if (value.toString().startsWith("=")) {
      cell.setCellFormula(value.toString().substring(1));
    } else {
      cell.setCellValue(value.toString());
    }
  }

  public byte[] ods() throws IOException {
    StringBuilder tables = new StringBuilder();
    for (Map.Entry<String, Object[][]> each : sheets.entrySet()) {
      String style = each.getKey().equals(hiddenSheet) ? "off" : "on";
      tables.append("<table:table table:name=\"").append(each.getKey());
      tables.append("\" table:style-name=\"").append(style).append("\">");
      for (int r = 0; r < each.getValue().length; r++) {
        String shown = r + 1 == hiddenRow ? " table:visibility=\"collapse\"" : "";
        tables.append("<table:table-row").append(shown).append('>');
        for (Object cell : each.getValue()[r]) {
          tables.append(cell(cell));
        }
        tables.append(
            "<table:table-cell table:number-columns-repeated=\"1000\"/></table:table-row>");
      }
      tables.append("<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell");
      tables.append(" table:number-columns-repeated=\"1024\"/></table:table-row></table:table>");
    }
    return ods(tables.toString());
  }

  /** A document of these tables, in OpenDocument's XML. */
  public static byte[] ods(String tables) throws IOException {
    StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    text.append("<office:document-content office:version=\"1.2\"");
    for (String each : new String[] {"office", "table", "text", "style"}) {
      text.append(" xmlns:").append(each);
      text.append("=\"urn:oasis:names:tc:opendocument:xmlns:").append(each).append(":1.0\"");
    }
    text.append("><office:automatic-styles><style:style style:name=\"off\"");
    text.append(" style:family=\"table\"><style:table-properties table:display=\"false\"/>");
    text.append("</style:style></office:automatic-styles><office:body><office:spreadsheet>");
    text.append(tables).append("</office:spreadsheet></office:body></office:document-content>");
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("content.xml", text.toString());
    entries.put("META-INF/manifest.xml", "<manifest/>");
    return odf("application/vnd.oasis.opendocument.spreadsheet", entries);
  }

  /** An OpenDocument file: its kind comes first and is not packed. */
  public static byte[] odf(String kind, Map<String, String> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      byte[] mime = kind.getBytes(StandardCharsets.US_ASCII);
      CRC32 sum = new CRC32();
      sum.update(mime);
      ZipEntry first = new ZipEntry("mimetype");
      first.setMethod(ZipEntry.STORED);
      first.setSize(mime.length);
      first.setCrc(sum.getValue());
      zip.putNextEntry(first);
      zip.write(mime);
      for (Map.Entry<String, String> each : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(each.getKey()));
        zip.write(each.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  private static String cell(Object value) {
    String of =
        value == null
            ? ""
            : value instanceof Number
                ? "float\" office:value=\"" + value
                : value instanceof Boolean
                    ? "boolean\" office:boolean-value=\"" + value
                    : value instanceof LocalDate ? "date\" office:date-value=\"" + value : "string";
    if (of.isEmpty()) {
      return "<table:table-cell/>";
    }
    String text = value.toString();
    return text.startsWith("=")
        ? "<table:table-cell table:formula=\"of:" + text + "\"/>"
        : "<table:table-cell office:value-type=\"%s\"><text:p>%s</text:p></table:table-cell>"
            .formatted(of, text.replace("&", "&amp;").replace("<", "&lt;"));
  }
}
