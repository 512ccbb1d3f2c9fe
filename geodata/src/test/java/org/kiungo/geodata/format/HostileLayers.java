package org.kiungo.geodata.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.geodata.format.HostileCases.Fate;
import org.kiungo.geodata.format.ShapeFixture.Village;
import org.kiungo.geodata.format.table.WorkbookFixture;

/**
 * What is odd about the rows of a layer: parts of shapefiles, workbooks, networks, JSON, KMZ; and
 * of rasters.
 */
final class HostileLayers {

  private static final List<Village> VILLAGES =
      List.of(
          new Village("Cotonou", 679_012, 2.4183, 6.3654),
          new Village("Porto-Novo", 264_320, 2.6289, 6.4969),
          new Village("Save", 16_755, 2.4866, 8.0342));

  private final HostileCases cases;

  HostileLayers(HostileCases cases) {
    this.cases = cases;
  }

  void add() throws IOException {
    rasters();
    shapefiles();
    workbooks();
    office();
    networks();
    rows();
    documents();
  }

  private void shapefiles() throws IOException {
    Map<String, byte[]> parts = parts();
    byte[] dbf = parts.get("dbf");
    int firstRow = 32 + 64 + 1;
    shape("whole", parts, Fate.ACCEPTED, "");
    shape("no index", without(parts, "shx"), Fate.ACCEPTED, "");
    shape("an index that lies", with(parts, "shx", 108, 0x7f), Fate.ACCEPTED, "");
    shape("no system", without(parts, "prj"), Fate.TOLD, "prjMissing");
    shape("no table", without(parts, "dbf"), Fate.TOLD, "dbfMissing");
    shape("no shapes", without(parts, "shp"), Fate.REFUSED, "file.shpMissing");
    shape("deleted row", with(parts, "dbf", firstRow + 31, '*'), Fate.TOLD, "rowsDeleted");
    shape("a row too few", with(parts, "dbf", 4, 2), Fate.REFUSED, "file.partsDiffer");
    shape("2^31 rows", with(parts, "dbf", 7, 0x7f), Fate.REFUSED, "file.truncated");
    shape("rows of no length", with(parts, "dbf", 10, 0), Fate.REFUSED, "file.damaged");
    shape("header beyond the end", with(parts, "dbf", 9, 0x7f), Fate.REFUSED, "file.truncated");
    shape("length beyond the end", with(parts, "shp", 24, 0x7f), Fate.REFUSED, "file.truncated");
    shape("unknown type", with(parts, "shp", 108, 77), Fate.REFUSED_OR_LISTED, "");
    shape("record of no end", with(parts, "shp", 104, 0x7f), Fate.REFUSED_OR_LISTED, "");
    shape("NaN", with(parts, "shp", 119, 0x7f, 0xf8), Fate.REFUSED_OR_LISTED, "");
    Map<String, byte[]> told = new LinkedHashMap<>(parts);
    told.put("cpg", "KLINGON".getBytes(StandardCharsets.US_ASCII));
    shape("unknown character set", told, Fate.REFUSED, "file.encodingUnknown");
    told.put("cpg", "UTF-8".getBytes(StandardCharsets.US_ASCII));
    told.put("dbf", with(parts, "dbf", firstRow + 1, 0xe9).get("dbf"));
    shape("a character set that lies", told, Fate.TOLD, "textUndecodable");
    told.remove("cpg");
    told.put("dbf", dbf);
    told.put("prj", "no system".getBytes(StandardCharsets.US_ASCII));
    shape("a system in words", told, Fate.REFUSED, "file.crsUnknown");
    byte[] deleted = with(parts, "dbf", firstRow + 31, '*').get("dbf");
    cases.add("dbf with a deleted row", "dbf", deleted, Fate.TOLD, "rowsDeleted");
    cases.add("dbf cut", "dbf", Arrays.copyOf(dbf, 140), Fate.REFUSED, "file.truncated");
  }

  private Map<String, byte[]> parts() throws IOException {
    Path folder = Files.createTempDirectory("kiungo-hostile");
    ShapeFixture fixture = new ShapeFixture(folder, "a");
    fixture.write(VILLAGES, StandardCharsets.UTF_8, 0);
    Map<String, byte[]> parts = new LinkedHashMap<>();
    for (String each : List.of("shp", "shx", "dbf", "prj")) {
      parts.put(each, Files.readAllBytes(fixture.part(each)));
      Files.delete(fixture.part(each));
    }
    Files.delete(folder);
    return parts;
  }

  private static Map<String, byte[]> without(Map<String, byte[]> parts, String part) {
    Map<String, byte[]> some = new LinkedHashMap<>(parts);
    some.remove(part);
    return some;
  }

  private static Map<String, byte[]> with(
      Map<String, byte[]> parts, String part, int at, int... values) {
    Map<String, byte[]> changed = new LinkedHashMap<>(parts);
    byte[] bytes = parts.get(part).clone();
    for (int k = 0; k < values.length; k++) {
      bytes[at - k] = (byte) values[k];
    }
    changed.put(part, bytes);
    return changed;
  }

  private void shape(String name, Map<String, byte[]> parts, Fate fate, String code)
      throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    parts.forEach((part, bytes) -> entries.put("a." + part, bytes));
    cases.add("shapefile, " + name, "zip", HostileCases.zip(entries), fate, code);
  }

  private void workbooks() throws IOException {
    String broken = "file.workbookBroken";
    workbook("whole", "<c r='A2' t='s'><v>0</v></c>", Fate.ACCEPTED, "");
    workbook("an error", "<c r='A2' t='e'><v>#REF!</v></c>", Fate.ACCEPTED, "");
    workbook("inline text", "<c r='A2' t='inlineStr'><is><t>a</t></is></c>", Fate.ACCEPTED, "");
    workbook("a string that is not there", "<c r='A2' t='s'><v>99</v></c>", Fate.TOLD, "textEmpty");
    workbook("a string below none", "<c r='A2' t='s'><v>-1</v></c>", Fate.REFUSED, broken);
    workbook("a cell nowhere", "<c r='??'><v>9</v></c>", Fate.REFUSED, broken);
    workbook("not closed", "<c r='A2'><v>9</v>", Fate.REFUSED, "");
  }

  /** A workbook as small as they come; the first cell of the first of its rows is as given. */
  private void workbook(String name, String cell, Fate fate, String code) throws IOException {
    String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    String package_ = "http://schemas.openxmlformats.org/package/2006/";
    StringBuilder rows = new StringBuilder("<row r='1'>");
    for (int k = 0; k < 4; k++) {
      rows.append("<c r='").append((char) ('A' + k)).append("1' t='s'><v>").append(k);
      rows.append("</v></c>");
    }
    rows.append("</row>");
    for (int k = 0; k < VILLAGES.size(); k++) {
      Village each = VILLAGES.get(k);
      int row = k + 2;
      String first = k == 0 ? cell : "<c r='A%d' t='s'><v>0</v></c>".formatted(row);
      rows.append(
          "<row r='%d'>%s<c r='B%d'><v>%d</v></c><c r='C%d'><v>%s</v></c><c r='D%d'><v>%s</v></c></row>"
              .formatted(row, first, row, each.population(), row, each.lon(), row, each.lat()));
    }
    String[] files = {
      "[Content_Types].xml",
      "<Types xmlns='" + package_ + "content-types'>" + types() + "</Types>",
      "_rels/.rels",
      relations(package_, office + "/officeDocument", "xl/workbook.xml"),
      "xl/_rels/workbook.xml.rels",
      relations(
          package_,
          office + "/worksheet",
          "worksheets/sheet1.xml",
          office + "/sharedStrings",
          "sharedStrings.xml"),
      "xl/workbook.xml",
      "<workbook xmlns='"
          + main
          + "' xmlns:r='"
          + office
          + "'><sheets><sheet name='a' sheetId='1' r:id='r0'/></sheets></workbook>",
      "xl/styles.xml",
      "<styleSheet xmlns='" + main + "'/>",
      "xl/sharedStrings.xml",
      "<sst xmlns='"
          + main
          + "'><si><t>name</t></si><si><t>population</t></si><si><t>longitude</t></si>"
          + "<si><t>latitude</t></si></sst>",
      "xl/worksheets/sheet1.xml",
      "<worksheet xmlns='" + main + "'><sheetData>" + rows + "</sheetData></worksheet>"
    };
    for (int k = 1; k < files.length; k += 2) {
      files[k] = files[k].replace('\'', '"');
    }
    cases.add("workbook, " + name, "xlsx", HostileCases.zip(files), fate, code);
  }

  private static String types() {
    StringBuilder types = new StringBuilder();
    for (String[] each :
        new String[][] {
          {"workbook", "sheet.main"},
          {"sharedStrings", "sharedStrings"},
          {"styles", "styles"},
          {"worksheets/sheet1", "worksheet"}
        }) {
      types.append(
          ("<Override PartName='/xl/%s.xml' ContentType='application/vnd.openxmlformats-"
                  + "officedocument.spreadsheetml.%s+xml'/>")
              .formatted(each[0], each[1]));
    }
    return types.toString();
  }

  private static String relations(String package_, String... typesAndTargets) {
    StringBuilder text = new StringBuilder("<Relationships xmlns='" + package_ + "relationships'>");
    for (int k = 0; k < typesAndTargets.length; k += 2) {
      text.append(
          "<Relationship Id='r%d' Type='%s' Target='%s'/>"
              .formatted(k / 2, typesAndTargets[k], typesAndTargets[k + 1]));
    }
    return text.append("</Relationships>").toString();
  }

  /** What offices send beside workbooks, and spreadsheets that say what is not so. */
  private void office() throws IOException {
    String row =
        "<table:table table:name='a'><table:table-row table:number-rows-repeated='%s'>"
            + "<table:table-cell office:value-type='float' %s/></table:table-row></table:table>";
    String broken = "file.workbookBroken";
    spreadsheet("a number without one", row.formatted("1", ""), Fate.REFUSED, broken);
    spreadsheet("no times", row.formatted("-1", "office:value='1'"), Fate.REFUSED, broken);
    spreadsheet("2^40 rows", row.formatted(1L << 40, "office:value='1'"), Fate.REFUSED, broken);
    spreadsheet(
        "a hundred million rows",
        row.formatted(100_000_000, "office:value='1'"),
        Fate.REFUSED,
        "file.limit");
    spreadsheet("not closed", "<table:table><table:table-row>", Fate.REFUSED, "file.xmlBroken");
    spreadsheet("deep", "<table:a>".repeat(1_000), Fate.REFUSED, "file.nested");
    spreadsheet("empty", "<table:table table:name='a'/>", Fate.REFUSED, "file.blank");
    String kind = "application/vnd.oasis.opendocument.";
    Map<String, String> locked = new LinkedHashMap<>();
    locked.put("content.xml", "");
    locked.put("META-INF/manifest.xml", "<manifest:encryption-data/>");
    office("with a password", kind + "spreadsheet", locked, "file.workbookLocked");
    Map<String, String> type = Map.of("content.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>");
    office("with a document type", kind + "spreadsheet", type, "file.doctype");
    office("without content", kind + "spreadsheet", Map.of(), broken);
    office("a letter", kind + "text", Map.of(), "file.foreign.openDocument");
    byte[] other = WorkbookFixture.of("a", new Object[] {"a"}).xls();
    byte[] name = "Workbook".getBytes(StandardCharsets.UTF_16LE);
    int at = indexOf(other, name);
    System.arraycopy("WordDocu".getBytes(StandardCharsets.UTF_16LE), 0, other, at, name.length);
    cases.add("XLS, a letter", "xls", other, Fate.REFUSED, "file.foreign.office");
  }

  private static int indexOf(byte[] bytes, byte[] part) {
    int at = 0;
    while (!Arrays.equals(bytes, at, at + part.length, part, 0, part.length)) {
      at++;
    }
    return at;
  }

  private void spreadsheet(String name, String tables, Fate fate, String code) throws IOException {
    byte[] bytes = WorkbookFixture.ods(tables);
    cases.add("spreadsheet, " + name, "ods", bytes, fate, code);
  }

  private void office(String name, String kind, Map<String, String> entries, String code)
      throws IOException {
    byte[] bytes = WorkbookFixture.odf(kind, entries);
    cases.add("OpenDocument, " + name, "ods", bytes, Fate.REFUSED, code);
  }

  private void networks() throws IOException {
    String point = "{\"type\":\"Point\",\"coordinates\":[2.4,6.4]}";
    String node = "{\"id\":\"n\",\"name\":\"A\",\"population\":960087,\"location\":" + point + "}";
    network(
        "of two nodes twice named", node.replace("\"id\"", "\"name\""), Fate.TOLD, "memberTwice");
    network("a node without place", node.replace("[2.4,6.4]", "[]"), Fate.REFUSED_OR_LISTED, "");
    network("a node off the Earth", node.replace("6.4]", "96.4]"), Fate.REFUSED_OR_LISTED, "");
    network("a number for a node", "7", Fate.REFUSED_OR_LISTED, "");
    network("cut", node.substring(0, 40), Fate.REFUSED, "file.jsonBroken");
    network("deep", "[".repeat(9_000), Fate.REFUSED, "file.nested");
  }

  private void network(String name, String nodes, Fate fate, String code) throws IOException {
    String text = "{\"networks\":[{\"id\":\"x\",\"nodes\":[" + nodes + "],\"spans\":[]}]}";
    cases.add("OFDS, " + name, "json", text, fate, code);
  }

  private void rows() throws IOException {
    String point = "{\"type\":\"Point\",\"coordinates\":[2.4,6.4]}";
    String one = HostileCases.feature(point);
    Fate told = Fate.TOLD;
    json("a name twice", one.replace("\"a\":1", "\"a\":1,\"a\":2"), told, "memberTwice");
    json("a place twice", one.replace(",\"prop", ",\"geometry\":null,\"prop"), told, "memberTwice");
    json("half a character", one.replace("\"a\":1", "\"a\":\"x\\ud800y\""), told, "textHalf");
    json("a NUL", one.replace("\"a\":1", "\"a\":\"x\\u0000y\""), told, "textHoldsNul");
    String second =
        ",{\"type\":\"Feature\",\"geometry\":" + point + ",\"properties\":{\"a\":\"1\"}}]";
    json("kinds mixed", one.replace("}]", "}" + second), told, "columnMixed");
    String hole =
        "{\"type\":\"Polygon\",\"coordinates\":[[[2,6],[3,6],[3,7],[2,7],[2,6]],"
            + "[[5,6],[6,6],[6,7],[5,7],[5,6]]]}";
    json("a hole outside", HostileCases.feature(hole), told, "geometryInvalid");
    json(
        "a bow",
        HostileCases.feature(hole.replace("[3,7],[2,7]", "[2,7],[3,7]")),
        told,
        "geometryInvalid");
    String head = "name,population,longitude,latitude\n";
    byte[] nul = (head + "A\0,1,2,3\n").getBytes(StandardCharsets.US_ASCII);
    cases.add("table with a NUL", "csv", nul, Fate.REFUSED, "file.nul");
    cases.add("nothing but NUL", "csv", new byte[500], Fate.REFUSED, "file.nul");
    byte[] latin = (head + "Sèmè,1,2,3\n").getBytes(StandardCharsets.ISO_8859_1);
    cases.add("no UTF-8", "csv", latin, told, "encodingGuessed");
    byte[] json = one.replace("\"a\"", "\"è\"").getBytes(StandardCharsets.ISO_8859_1);
    cases.add("JSON in Latin-1", "geojson", json, Fate.REFUSED, "file.jsonBroken");
  }

  private void json(String name, String text, Fate fate, String code) throws IOException {
    cases.add("GeoJSON, " + name, "geojson", text, fate, code);
  }

  private void documents() throws IOException {
    String kml =
        "<kml><Placemark><Point><coordinates>2.4,6.4</coordinates></Point></Placemark></kml>";
    byte[] two = HostileCases.zip("doc.kml", kml, "b.kml", kml);
    cases.add("KMZ of two documents", "kmz", two, Fate.TOLD, "kmlIgnored");
    byte[] half = Arrays.copyOf(two, two.length / 2);
    cases.add("KMZ cut", "kmz", half, Fate.REFUSED, "file.zipBroken");
    byte[] latin =
        kml.replace("<Point>", "<name>è</name><Point>").getBytes(StandardCharsets.ISO_8859_1);
    cases.add("KML in Latin-1", "kml", latin, Fate.REFUSED, "file.xmlBroken");
  }

  /** TIFFs whose tags lie, and grids that are too short, too long or too large. */
  private void rasters() throws IOException {
    int[][] lies = {
      {256, 0},
      {256, -1},
      {257, 0},
      {257, 1 << 30},
      {277, 20_000},
      {258, 999},
      {258, 64},
      {278, 0},
      {259, 34_925},
      {259, 50_001},
      {273, 1_000},
      {279, 1 << 30},
      {256, 1 << 20}
    };
    for (int[] lie : lies) {
      ByteBuffer tiff = tiff();
      for (int at = 10; at < 10 + 9 * 12; at += 12) {
        if (tiff.getShort(at) == lie[0]) {
          tiff.putShort(at + 2, (short) 4).putInt(at + 8, lie[1]);
        }
      }
      cases.add(
          "tiff tag %d = %d".formatted(lie[0], lie[1]), "tif", tiff.array(), Fate.REFUSED, "");
    }
    ByteBuffer loop = tiff();
    loop.putInt(10 + 9 * 12, 8);
    cases.add("tiff loop", "tif", loop.array(), Fate.REFUSED, "raster.tag");
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13};
    cases.add("a picture as tiff", "tif", png, Fate.REFUSED, "file.foreign.picture");
    cases.add("a VRT as tiff", "tif", "<VRTDataset>", Fate.REFUSED, "file.foreign.vrt");
    String head = "ncols 3\nnrows 2\nxllcorner 0\nyllcorner 0\ncellsize 1\n";
    cases.add("grid with a word", "asc", head + "1 2 3\n4 five 6\n", Fate.REFUSED, "file.damaged");
    cases.add("grid too short", "asc", head + "1 2 3\n4 5", Fate.REFUSED, "file.truncated");
    cases.add("grid too long", "asc", head + "1 2 3\n4 5 6\n7\n", Fate.REFUSED, "file.damaged");
    cases.add("grid of 16 T", "asc", head.replace("3\n", "4000000\n"), Fate.REFUSED, "");
  }

  /** A little-endian TIFF of 2 × 2 bytes. */
  private static ByteBuffer tiff() {
    int[][] tags = {
      {256, 2}, {257, 2}, {258, 8}, {259, 1}, {262, 1}, {273, 200}, {277, 1}, {278, 2}, {279, 4}
    };
    ByteBuffer bytes = ByteBuffer.allocate(256).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8);
    bytes.putShort((short) tags.length);
    for (int[] tag : tags) {
      bytes.putShort((short) tag[0]).putShort((short) 4).putInt(1).putInt(tag[1]);
    }
    bytes.putInt(0).position(200);
    return bytes.put(new byte[] {1, 2, 3, 4}).rewind();
  }
}
