package org.kiungo.geodata.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.kiungo.geodata.export.ExportFormat;
import org.kiungo.geodata.export.ExportLayer;
import org.kiungo.geodata.export.ofds.OfdsGeoPackage;
import org.kiungo.geodata.format.geometry.RawGeometry;
import org.kiungo.geodata.format.osm.OsmFixture;
import org.kiungo.geodata.format.table.WorkbookFixture;
import org.locationtech.jts.geom.Coordinate;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Awkward but right files, and files made to break readers, from generators. */
final class HostileCases {

  /** What must become of a file. */
  enum Fate {
    /** Opened with exactly these rows and this sum of the column population, nothing listed. */
    ACCEPTED,
    /** Opened, and the finding of this code says what is odd. */
    TOLD,
    /** Refused as a whole. */
    REFUSED,
    /** Refused, or opened with an error of a row. */
    REFUSED_OR_LISTED,
    /** Read or not, but without a fault of ours. */
    UNHARMED
  }

  /**
   * A file and its fate.
   *
   * @param code wanted of a refusal or finding; empty when any will do
   */
  record Case(String name, Path file, Fate fate, String code) {}

  static final int PEOPLE = 960_087;
  static final int ROWS = 3;

  private final Path folder;
  private final List<Case> cases = new ArrayList<>();
  private int made;

  HostileCases(Path folder) {
    this.folder = folder;
  }

  List<Case> all() throws IOException {
    tables();
    brokenTables();
    json();
    xml();
    archives();
    new HostileLayers(this).add();
    for (Map.Entry<String, Path> each : wholeFiles().entrySet()) {
      cut(each.getKey(), each.getValue());
    }
    return cases;
  }

  void add(String name, String extension, byte[] bytes, Fate fate, String code) throws IOException {
    Path own = Files.createDirectory(folder.resolve("case" + made++));
    cases.add(new Case(name, Files.write(own.resolve("a." + extension), bytes), fate, code));
  }

  void add(String name, String extension, String text, Fate fate, String code) throws IOException {
    add(name, extension, text.getBytes(StandardCharsets.UTF_8), fate, code);
  }

  /** The same three places in every dialect that offices write. */
  private void tables() throws IOException {
    String[][] accents = {
      {"UTF-8", "Porto-Novo é", "nom"},
      {"UTF-16LE", "Sèmè", "nom"},
      {"UTF-16BE", "Sèmè", "nom"},
      {"windows-1252", "Sèmè-Kpodji", "Localité"},
      {"IBM850", "Sèmè-Kpodji", "Localité"},
      {"x-MacRoman", "Sèmè-Kpodji", "Localité"},
      {"windows-1256", "بورتو نوفو", "الاسم"}
    };
    String[] prefaces = {
      "", "# exported 2024\n# by the ministry\n", "Ministère;;;\nListe des localités;;;\n\n"
    };
    for (String[] charset : accents) {
      for (char separator : new char[] {',', ';', '\t', '|'}) {
        for (String end : new String[] {"\n", "\r\n", "\r"}) {
          for (String preface : prefaces) {
            boolean mark =
                charset[0].startsWith("UTF-16") || made % 2 == 0 && charset[0].equals("UTF-8");
            boolean titled = !preface.isEmpty() && preface.charAt(0) != '#';
            boolean rare = !end.equals("\n") || !preface.isEmpty();
            if (titled && (separator != ';' || charset[0].equals("windows-1256"))
                || rare && charset[0].startsWith("UTF-16")) {
              continue;
            }
            String text = table(preface, separator, charset[1], charset[2]).replace("\n", end);
            String name =
                "table %s '%c' %s %s"
                    .formatted(
                        charset[0],
                        separator == '\t' ? 'T' : separator,
                        end.replace("\r", "CR").replace("\n", "LF"),
                        titled ? "titles" : preface.isEmpty() ? "" : "comments");
            byte[] bytes = ((mark ? "\uFEFF" : "") + text).getBytes(Charset.forName(charset[0]));
            add(name, "csv", bytes, Fate.ACCEPTED, "");
          }
        }
      }
    }
  }

  static String table(String preface, char separator, String name, String nameColumn) {
    boolean comma = separator == ';';
    String[][] rows = {
      {nameColumn, "population", "longitude", "latitude"},
      {"Cotonou", "679012", "2.4183", "6.3654"},
      {name, "264320", "2.6289", "6.4969"},
      {"Savè, nord", "16755", "2.4866", "8.0342"}
    };
    StringBuilder text = new StringBuilder(preface);
    for (int r = 0; r < rows.length; r++) {
      for (int c = 0; c < 4; c++) {
        String cell = rows[r][c];
        cell = comma && c > 1 && r > 0 ? cell.replace('.', ',') : cell;
        cell = r == 3 && c == 0 ? "Save" + (separator == ',' ? "" : ", nord") : cell;
        text.append(c > 0 ? separator + "" : "").append(cell);
      }
      text.append('\n');
    }
    return text.toString();
  }

  private void brokenTables() throws IOException {
    String head = "name,population,longitude,latitude\n";
    Fate listed = Fate.REFUSED_OR_LISTED;
    add("quote never closed", "csv", head + "\"A,1,2,3\n", Fate.REFUSED, "file.quoteUnclosed");
    add("too many columns", "csv", "c,".repeat(20_000) + "x\n1\n", Fate.REFUSED, "file.limit");
    add("4 MB cell", "csv", head + "x".repeat(4 << 20) + ",1,2,3\n", Fate.REFUSED, "file.limit");
    add("blank", "csv", "\n \n\n", Fate.REFUSED, "file.blank");
    add("row too long", "csv", head + "A,1,2,3,4,5\n", listed, "");
    add("longitude missing", "csv", head + "A,1,,3\n", listed, "");
    String[] notCoordinates = {"abc", "1,234", "12°E°", "--5", "1e400", "5 6", "0x10"};
    for (String bad : notCoordinates) {
      add("longitude " + bad, "csv", head + "A,1,\"" + bad + "\",3\nB,1,2,3\n", listed, "");
    }
    for (String[] place : new String[][] {{"540", "3"}, {"2", "95"}, {"-181", "0"}}) {
      String row = "A,1," + place[0] + "," + place[1] + "\n";
      add("off the Earth at " + String.join(" ", place), "csv", head + row, listed, "");
    }
    for (String wkt :
        new String[] {"POINT (1", "POINT (NaN 1)", "LINESTRING (1 1)", "CIRCLE (1)"}) {
      add("WKT " + wkt, "csv", "id,wkt\n1,\"" + wkt + "\"\n", listed, "");
    }
  }

  static String feature(String geometry) {
    return "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":"
        + geometry
        + ",\"properties\":{\"a\":1}}]}";
  }

  private void json() throws IOException {
    String open = "{\"type\":\"GeometryCollection\",\"geometries\":[";
    Fate refused = Fate.REFUSED;
    Fate listed = Fate.REFUSED_OR_LISTED;
    add("100,000 brackets", "geojson", "[".repeat(100_000), refused, "file.nested");
    add("5,000 collections", "geojson", feature(open.repeat(5_000)), refused, "file.nested");
    add(
        "a million digits",
        "geojson",
        feature("[" + "1".repeat(1 << 20)),
        refused,
        "file.jsonLong");
    add("no GeoJSON", "json", "{\"a\":1}", refused, "file.jsonUntyped");
    add("other type", "json", "{\"type\":\"Thing\"}", refused, "file.notGeoJson");
    add("TopoJSON", "json", "{\"type\":\"Topology\"}", refused, "file.foreign.topoJson");
    add("Esri JSON", "json", "{\"geometryType\":\"esriGeometryPoint\"}", refused, "");
    add("two roots", "geojson", feature("null") + feature("null"), refused, "file.jsonBroken");
    String[] geometries = {
      "{\"type\":\"Point\",\"coordinates\":[1e2000000000,1]}",
      "{\"type\":\"Point\",\"coordinates\":[\"1\",\"2\"]}",
      "{\"type\":\"Point\",\"coordinates\":[1]}",
      "{\"type\":\"Point\",\"coordinates\":{}}",
      "{\"type\":\"LineString\",\"coordinates\":[[1,2]]}",
      "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1]]]}",
      "{\"type\":\"Polygon\",\"coordinates\":[[0,0],[1,0]]}",
      "{\"type\":\"Wrong\",\"coordinates\":[1,2]}",
      "{\"type\":\"Point\"}",
      "7",
      "{\"type\":\"MultiPolygon\",\"coordinates\":[[[[0,0],[1,0],[1,1],[0,1]]]]}"
    };
    for (String geometry : geometries) {
      add("geometry " + geometry, "geojson", feature(geometry), listed, "");
    }
    for (String crs : new String[] {"EPSG:999999", "urn:x", "http://127.0.0.1:9/crs"}) {
      String text = feature("{\"type\":\"Point\",\"coordinates\":[1,2]}");
      String with =
          text.replaceFirst(
              "\\{", "{\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"" + crs + "\"}},");
      add("crs " + crs, "geojson", with, refused, "file.crsUnknown");
    }
  }

  private void xml() throws IOException {
    for (String root : new String[] {"kml", "gpx"}) {
      String[] types = {
        "<!DOCTYPE " + root + " [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
        "<!DOCTYPE " + root + " SYSTEM \"http://127.0.0.1:9/x\">",
        "<!DOCTYPE " + root + " [<!ENTITY % p SYSTEM \"http://127.0.0.1:9/p\"> %p;]>",
        "<!DOCTYPE r [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]>",
        "<!DOCTYPE " + root + " SYSTEM \"jar:http://127.0.0.1:9/x!/y\">"
      };
      for (String type : types) {
        String text = "<?xml version=\"1.0\"?>" + type + "<" + root + ">&x;</" + root + ">";
        add(root + " " + type, root, text, Fate.REFUSED, "file.doctype");
        byte[] wide = ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE);
        add(root + " UTF-16 " + type, root, wide, Fate.REFUSED, "");
      }
      add(root + " not closed", root, "<" + root + "><a>", Fate.REFUSED, "");
      add(root + " deep", root, "<" + root + ">" + "<a>".repeat(100_000), Fate.REFUSED, "");
    }
    String[] coordinates = {"NaN,1", "2,abc", "2", "1e999,0", ""};
    for (String each : coordinates) {
      String point =
          "<kml><Placemark><Point><coordinates>"
              + each
              + "</coordinates></Point></Placemark></kml>";
      add("kml point " + each, "kml", point, Fate.REFUSED_OR_LISTED, "");
    }
  }

  static byte[] zip(String... namesAndContents) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    for (int k = 0; k < namesAndContents.length; k += 2) {
      entries.put(namesAndContents[k], namesAndContents[k + 1].getBytes(StandardCharsets.UTF_8));
    }
    return zip(entries);
  }

  static byte[] zip(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> each : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(each.getKey()));
        zip.write(each.getValue());
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private void archives() throws IOException {
    String csv = table("", ',', "Porto-Novo", "name");
    add("zipped table", "zip", zip("data/a.csv", csv, "__MACOSX/._a", "x"), Fate.ACCEPTED, "");
    String[] names = {
      "../a.csv",
      "b/../../a.csv",
      "/etc/a.csv",
      "C:/a.csv",
      "..\\a.csv",
      "a\u202E.csv",
      "a\u0007.csv"
    };
    for (String name : names) {
      add("zip entry " + name, "zip", zip(name, csv), Fate.REFUSED, "file.zipEntry");
    }
    add("names of one case", "zip", zip("a.csv", csv, "A.CSV", csv), Fate.REFUSED, "file.zipEntry");
    String[] many = new String[40_000];
    for (int k = 0; k < many.length; k += 2) {
      many[k] = "f" + k;
      many[k + 1] = "";
    }
    add("20,000 entries", "zip", zip(many), Fate.REFUSED, "file.limit");
    add("a bomb", "zip", zip("a.csv", "0".repeat(200 << 20)), Fate.REFUSED, "file.limit");
    add("nothing to read", "zip", zip("a.exe", "MZ"), Fate.REFUSED, "file.zipContent");
    add("nested", "zip", zip("a.zip", "PK"), Fate.REFUSED, "file.zipContent");
    add("a letter", "zip", zip("word/document.xml", "<a/>"), Fate.REFUSED, "file.foreign.word");
    byte[] encrypted = zip("a.csv", csv);
    int directory =
        ByteBuffer.wrap(encrypted).order(ByteOrder.LITTLE_ENDIAN).getInt(encrypted.length - 6);
    encrypted[directory + 8] |= 1;
    add("encrypted", "zip", encrypted, Fate.REFUSED, "file.zipBroken");
  }

  /** The same three places in every format that is written, and in others only read. */
  Map<String, Path> wholeFiles() throws IOException {
    List<Field> fields =
        List.of(new Field("name", Field.Type.TEXT), new Field("population", Field.Type.INTEGER));
    Object[][] rows = {
      {"Cotonou", 679_012L, 2.4183, 6.3654},
      {"Sèmè", 264_320L, 2.6289, 6.4969},
      {"Savè", 16_755L, 2.4866, 8.0342}
    };
    List<Feature> features = new ArrayList<>();
    for (Object[] row : rows) {
      features.add(
          new Feature(
              features.size() + 1,
              "",
              RawGeometry.FACTORY.createPoint(new Coordinate((double) row[2], (double) row[3])),
              Map.of("name", row[0], "population", row[1])));
    }
    Map<String, Path> whole = new java.util.TreeMap<>();
    for (ExportFormat format :
        ExportFormat.all().stream().filter(ExportFormat::holdsRows).toList()) {
      Path own = Files.createDirectory(folder.resolve("case" + made++));
      Path file = own.resolve("a." + format.extension());
      format.write(List.of(new ExportLayer("a", fields, features, null)), file);
      cases.add(new Case("written " + format.extension(), file, Fate.ACCEPTED, ""));
      whole.put(format.extension(), file);
    }
    List<Object[]> cells = new ArrayList<>();
    cells.add(new Object[] {"name", "population", "lon", "lat"});
    cells.addAll(List.of(rows));
    WorkbookFixture book = WorkbookFixture.of("a", cells.toArray(Object[][]::new));
    for (String extension : List.of("xls", "ods")) {
      add("written " + extension, extension, book.bytes(extension), Fate.ACCEPTED, "");
      whole.put(extension, cases.get(cases.size() - 1).file());
    }
    OsmFixture extract = new OsmFixture();
    StringBuilder nodes = new StringBuilder();
    for (Object[] row : rows) {
      extract.node(
          (long) row[1],
          (double) row[2],
          (double) row[3],
          "place",
          "town",
          "name",
          row[0] + "",
          "population",
          row[1] + "");
      nodes
          .append(nodes.isEmpty() ? "" : ",")
          .append("{\"id\":\"%s\",\"name\":\"%s\",".formatted(row[1], row[0]))
          .append("\"population\":%s,\"location\":{\"type\":\"Point\",".formatted(row[1]))
          .append("\"coordinates\":[%s,%s]}}".formatted(row[2], row[3]));
    }
    Path pbf = extract.write(Files.createDirectory(folder.resolve("osm")).resolve("a.pbf"));
    cases.add(new Case("OpenStreetMap", pbf, Fate.ACCEPTED, ""));
    whole.put("pbf", pbf);
    String ofds = "{\"networks\":[{\"id\":\"n\",\"nodes\":[" + nodes + "],\"spans\":[]}]}";
    add("OFDS", "json", ofds, Fate.ACCEPTED, "");
    whole.put("json", cases.get(cases.size() - 1).file());
    Path standard = Files.createDirectory(folder.resolve("ofds")).resolve("a.ofds.gpkg");
    OfdsGeoPackage.write((ObjectNode) JsonMapper.shared().readTree(ofds), standard);
    cases.add(new Case("OFDS GeoPackage", standard, Fate.ACCEPTED, ""));
    whole.put("ofds.gpkg", standard);
    return whole;
  }

  /** A file cut short is never taken for a whole one; what text lost at a row's end is not seen. */
  private void cut(String format, Path file) throws IOException {
    byte[] whole = Files.readAllBytes(file);
    String extension = file.toString().replaceAll(".*\\.", "");
    for (int part = 1; part < 8; part++) {
      byte[] cut = Arrays.copyOf(whole, whole.length * part / 8);
      Fate fate = extension.equals("csv") ? Fate.UNHARMED : Fate.REFUSED_OR_LISTED;
      add("%s cut at %d/8".formatted(format, part), extension, cut, fate, "");
    }
  }
}
