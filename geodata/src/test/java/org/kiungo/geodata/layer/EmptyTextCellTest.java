package org.kiungo.geodata.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.planner.model.Settlement;

/**
 * Scripts write texts into the cells of a workbook in place, empty ones too, and leave out what
 * follows the last; a row of sums below the places has no place.
 */
class EmptyTextCellTest {

  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006";
  private static final String KIND = "application/vnd.openxmlformats-officedocument.";

  @TempDir private Path folder;

  @Test
  void anEmptyTextIsAnEmptyCellAndASumIsNoPlace() throws IOException {
    String rows =
        row("name", "lon", "lat", "population", "operator", "note")
            + row("A", 27.7, -29.1, 5, "")
            + row("B", 27.8, -29.2, 7)
            + row("TOTAL", "", "", 12);
    Path file = folder.resolve("t.xlsx");
    Files.write(file, book(rows));
    Imported<Settlement> read = new LayerImport(CountryLookup.NONE).settlements(file, "LSO", null);
    assertThat(read.records()).extracting(Settlement::population).containsExactly(5.0, 7.0);
    assertThat(read.report().counts()).containsOnlyKeys("totalNoPlace");
  }

  private static String row(Object... cells) {
    StringBuilder row = new StringBuilder("<row>");
    for (Object cell : cells) {
      row.append(
          cell instanceof Number
              ? "<c><v>%s</v></c>".formatted(cell)
              : cell.equals("")
                  ? "<c t=\"inlineStr\"/>"
                  : "<c t=\"inlineStr\"><is><t>%s</t></is></c>".formatted(cell));
    }
    return row.append("</row>").toString();
  }

  private static byte[] book(String rows) throws IOException {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put(
        "[Content_Types].xml",
        "<Types xmlns=\"%s/content-types\">".formatted(PACKAGE)
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package"
            + ".relationships+xml\"/>"
            + override("/xl/workbook.xml", "sheet.main")
            + override("/xl/worksheets/sheet1.xml", "worksheet")
            + "</Types>");
    parts.put("_rels/.rels", relation("officeDocument", "xl/workbook.xml"));
    parts.put(
        "xl/workbook.xml",
        "<workbook xmlns=\"%s\" xmlns:r=\"%s\">".formatted(MAIN, OFFICE)
            + "<sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
    parts.put("xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml"));
    parts.put(
        "xl/worksheets/sheet1.xml",
        "<worksheet xmlns=\"%s\"><sheetData>%s</sheetData></worksheet>".formatted(MAIN, rows));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  private static String override(String part, String kind) {
    return "<Override PartName=\"%s\" ContentType=\"%sspreadsheetml.%s+xml\"/>"
        .formatted(part, KIND, kind);
  }

  private static String relation(String kind, String target) {
    return "<Relationships xmlns=\"%s/relationships\">".formatted(PACKAGE)
        + "<Relationship Id=\"r1\" Type=\"%s/%s\" Target=\"%s\"/></Relationships>"
            .formatted(OFFICE, kind, target);
  }
}
