package org.kiungo.geodata.door;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.kiungo.geodata.format.table.WorkbookFixture;

/**
 * A file as an office sends it.
 *
 * @param name of the file; nothing is read from it
 * @param country ISO 3166-1 alpha-3 of the office
 * @param bytes of the file
 * @param becomes what is to become of it, as {@link FrontDoorTest} writes it
 */
record MinistryFile(String name, String country, byte[] bytes, String becomes) {

  /** Blank cells of a merged head are null. */
  static byte[] xlsx(Map<String, Object[][]> sheets) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(bytes, "office", "1.0")) {
      for (Map.Entry<String, Object[][]> each : sheets.entrySet()) {
        Worksheet sheet = book.newWorksheet(each.getKey());
        for (int r = 0; r < each.getValue().length; r++) {
          for (int c = 0; c < each.getValue()[r].length; c++) {
            Object cell = each.getValue()[r][c];
            if (cell instanceof Number number) {
              sheet.value(r, c, number);
            } else if (cell != null) {
              sheet.value(r, c, cell.toString());
            }
          }
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }

  static byte[] xlsx(String sheet, Object[][] rows) {
    return xlsx(Map.of(sheet, rows));
  }

  static byte[] xls(String sheet, Object[][] rows) {
    try {
      return WorkbookFixture.of(sheet, rows).xls();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] ods(String sheet, Object[][] rows) {
    try {
      return WorkbookFixture.of(sheet, rows).ods();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] csv(String separator, Charset charset, Object[][] rows) {
    StringBuilder text = new StringBuilder();
    for (Object[] row : rows) {
      List<String> cells = new ArrayList<>();
      for (Object cell : row) {
        String plain = cell == null ? "" : cell.toString();
        boolean quoted = plain.contains(separator) || plain.contains("\"");
        cells.add(quoted ? '"' + plain.replace("\"", "\"\"") + '"' : plain);
      }
      text.append(String.join(separator, cells)).append("\r\n");
    }
    return text.toString().getBytes(charset);
  }

  static byte[] csv(Object[][] rows) {
    return csv(",", StandardCharsets.UTF_8, rows);
  }

  /** As spreadsheets of French and Portuguese offices save. */
  static byte[] latin(Object[][] rows) {
    return csv(";", Charset.forName("windows-1252"), rows);
  }

  static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] zip(String entry, byte[] content) {
    return zip(Map.of(entry, content));
  }

  static byte[] zip(Map<String, byte[]> entries) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> each : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(each.getKey()));
        zip.write(each.getValue());
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }

  /** A packed file without one of its entries. */
  static byte[] without(String entry, byte[] packed) {
    try {
      Path file = Files.write(Files.createTempFile("office", ".zip"), packed);
      try (FileSystem entries = FileSystems.newFileSystem(file)) {
        Files.delete(entries.getPath(entry));
      }
      byte[] bytes = Files.readAllBytes(file);
      Files.delete(file);
      return bytes;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] gzip(byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(content);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }

  /** A head, rows, and what an office writes above and below them. */
  static Object[][] rows(Object... parts) {
    List<Object[]> rows = new ArrayList<>();
    for (Object part : parts) {
      if (part instanceof Object[][] several) {
        rows.addAll(List.of(several));
      } else if (part instanceof List<?> list) {
        list.forEach(each -> rows.add((Object[]) each));
      } else {
        rows.add((Object[]) part);
      }
    }
    return rows.toArray(Object[][]::new);
  }

  static Object[] row(Object... cells) {
    return cells;
  }

  /** A KML document of placemarks. */
  static byte[] kml(String folder, List<String> placemarks) {
    return text(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><kml xmlns=\"http://www.opengis.net/kml/2.2\">"
            + "<Document><Folder><name>"
            + folder
            + "</name>"
            + String.join("\n", placemarks)
            + "</Folder></Document></kml>");
  }

  static String placemark(String name, String description, String shape) {
    return "<Placemark><name>%s</name><description><![CDATA[%s]]></description>%s</Placemark>"
        .formatted(name, description, shape);
  }

  /** A GeoJSON feature; strings of properties are quoted, numbers not. */
  static String feature(String geometry, Object... properties) {
    Map<String, String> all = new LinkedHashMap<>();
    for (int k = 0; k < properties.length; k += 2) {
      Object value = properties[k + 1];
      all.put(properties[k].toString(), value instanceof Number ? value + "" : "\"" + value + "\"");
    }
    List<String> pairs =
        all.entrySet().stream()
            .map(each -> "\"" + each.getKey() + "\":" + each.getValue())
            .toList();
    return "{\"type\":\"Feature\",\"properties\":{%s},\"geometry\":%s}"
        .formatted(String.join(",", pairs), geometry);
  }

  static byte[] geojson(List<String> features) {
    return text(
        "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",\n", features) + "]}");
  }
}
