package org.kiungo.geodata.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kiungo.geodata.format.table.NumberText;
import org.kiungo.planner.model.value.InputRefused;

/** JSON, XML and tables made to break readers. */
class HostileTextTest {

  @TempDir private Path folder;

  private Path file(String name, String text) throws IOException {
    return Refusals.file(folder, name, text);
  }

  private static String feature(String geometry, String properties) {
    return "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":"
        + geometry
        + ",\"properties\":"
        + properties
        + "}]}";
  }

  private static String point(String coordinates) {
    return "{\"type\":\"Point\",\"coordinates\":" + coordinates + "}";
  }

  @Test
  void hundredThousandOpenBracketsAreRefusedWithoutOverflow() throws IOException {
    assertThat(Refusals.of(file("deep.geojson", "[".repeat(100_000)))).isEqualTo("file.nested");
    String inside = feature(point("[".repeat(100_000)), "{}");
    assertThat(Refusals.of(file("deeper.geojson", inside))).isEqualTo("file.nested");
  }

  @Test
  void fiveThousandNestedCollectionsAreRefusedWithoutOverflow() throws IOException {
    String open = "{\"type\":\"GeometryCollection\",\"geometries\":[";
    String nested = open.repeat(5_000) + "]}".repeat(5_000);
    assertThat(Refusals.of(file("nested.geojson", feature(nested, "{}")))).isEqualTo("file.nested");
  }

  @Test
  void aMillionDigitsAreRefused() throws IOException {
    String digits = feature(point("[" + "1".repeat(1_000_000) + ",1]"), "{}");
    assertThat(Refusals.of(file("digits.geojson", digits))).isEqualTo("file.jsonLong");
  }

  @Test
  void aCoordinateBeyondDoublesIsListed() throws IOException {
    Recorder read = Recorder.read(file("huge.geojson", feature(point("[1e2000000000,1]"), "{}")));
    assertThat(read.codes()).containsExactly("coordinateNotFinite");
    assertThat((Object) read.features.get(0).geometry()).isNull();
  }

  @Test
  void aNulCharacterIsAWarningNotAFault() throws IOException {
    Recorder read =
        Recorder.read(file("nul.geojson", feature(point("[1,2]"), "{\"a\":\"x\\u0000y\"}")));
    assertThat(read.codes()).containsExactly("textHoldsNul");
    assertThat(read.features.get(0).attributes()).containsEntry("a", "x\uFFFDy");
  }

  @Test
  void namesThatMeanSomethingElsewhereAreOnlyNames() throws IOException {
    String names =
        "{\"__proto__\":\"a\",\"@class\":\"b\",\"';DROP TABLE x;--\":\"${jndi:ldap://x}\"}";
    Recorder read = Recorder.read(file("names.geojson", feature(point("[1,2]"), names)));
    assertThat(read.features.get(0).attributes())
        .containsEntry("__proto__", "a")
        .containsEntry("@class", "b")
        .containsEntry("';DROP TABLE x;--", "${jndi:ldap://x}");
  }

  @Test
  void badUtf8IsRefusedAtItsPlace() throws IOException {
    byte[] bytes = feature(point("[1,2]"), "{\"a\":\"?\"}").getBytes(StandardCharsets.UTF_8);
    bytes[new String(bytes, StandardCharsets.UTF_8).indexOf('?')] = (byte) 0xE9;
    InputRefused refused = Refusals.refused(Refusals.file(folder, "latin1.geojson", bytes));
    assertThat(refused.code()).isEqualTo("file.jsonBroken");
    assertThat(refused.arguments()).containsEntry("line", "1");
  }

  @Test
  void aLinkedCoordinateSystemIsNotFetched() throws IOException {
    try (ServerSocket canary = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
      canary.setSoTimeout(1);
      String link = "http://127.0.0.1:" + canary.getLocalPort() + "/crs";
      String text =
          "{\"type\":\"Point\",\"coordinates\":[1,2],\"crs\":{\"type\":\"link\",\"properties\":"
              + "{\"href\":\""
              + link
              + "\"}}}";
      assertThat(Refusals.of(file("link.geojson", text))).isEqualTo("file.crsUnknown");
      assertThat(isCalled(canary)).isFalse();
    }
  }

  private static boolean isCalled(ServerSocket canary) throws IOException {
    try {
      canary.accept().close();
      return true;
    } catch (java.net.SocketTimeoutException nobody) {
      return false;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"kml", "gpx"})
  void anyDocumentTypeIsRefusedAndNothingFetched(String root) throws IOException {
    try (ServerSocket canary = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
      canary.setSoTimeout(1);
      String url = "http://127.0.0.1:" + canary.getLocalPort() + "/x";
      for (String type :
          List.of(
              "<!DOCTYPE " + root + " [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
              "<!DOCTYPE " + root + " SYSTEM \"" + url + "\">",
              "<!DOCTYPE r [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;\">]>")) {
        String xml =
            "<?xml version=\"1.0\"?>" + type + "<" + root + "><name>&x;</name></" + root + ">";
        assertThat(Refusals.of(file("x." + root, xml))).isEqualTo("file.doctype");
        byte[] wide =
            ("\uFEFF" + xml.replace("?>", " encoding=\"UTF-16\"?>"))
                .getBytes(StandardCharsets.UTF_16LE);
        Path path = Refusals.file(folder, "wide." + root, wide);
        assertThat(Refusals.of(path)).isEqualTo("file.doctype");
      }
      assertThat(isCalled(canary)).isFalse();
    }
  }

  @Test
  void aDocumentTypeFarBehindAHugeCommentIsRefusedToo() throws IOException {
    String xml = "<kml/>".replace("/>", ">") + "<!--" + "x".repeat(100_000) + "-->";
    String late =
        "<!--" + "x".repeat(100_000) + "--><!DOCTYPE kml [<!ENTITY a \"b\">]><kml>&a;</kml>";
    assertThat(Refusals.of(file("late.kml", "<?xml version=\"1.0\"?>" + late)))
        .isIn("file.doctype", "file.formatUnknown");
    assertThat(Refusals.of(file("cut.kml", xml))).isEqualTo("file.xmlBroken");
  }

  /** One French table, written in every way that spreadsheets have. */
  @Test
  void theSameTableInEveryDialectGivesTheSameRows() throws IOException {
    String plain = "nom,lon,lat,population\nSégou,-6.2658,13.4317,1234.5\nKôlo,-5.5,12.25,7\n";
    String french = "nom;lon;lat;population\nSégou;-6,2658;13,4317;1234,5\nKôlo;-5,5;12,25;7\n";
    Charset wide = StandardCharsets.UTF_16LE;
    List<Path> files =
        List.of(
            file("plain.csv", plain),
            file("bom.csv", "\uFEFF" + plain),
            Refusals.file(folder, "utf16.csv", ("\uFEFF" + plain).getBytes(wide)),
            Refusals.file(folder, "utf16nobom.csv", plain.getBytes(wide)),
            Refusals.file(folder, "cp1252.csv", plain.getBytes("windows-1252")),
            Refusals.file(folder, "french.csv", french.getBytes("windows-1252")),
            file("sep.csv", "sep=;\n" + french),
            file("tab.tsv", plain.replace(',', '\t')),
            file("pipe.txt", plain.replace(',', '|')),
            file("cr.csv", plain.replace('\n', '\r')),
            file("crlf.csv", plain.replace("\n", "\r\n")),
            file("comments.csv", "# made by hand\n# units: people\n" + plain),
            file("arabic.csv", plain.replace("1234.5", "١٢٣٤٫٥")),
            file("minus.csv", plain.replace("-6.2658", "\u22126.2658")));
    for (Path path : files) {
      Recorder read = Recorder.read(path);
      String name = path.getFileName().toString();
      assertThat(read.features).as(name).hasSize(2);
      Feature first = read.features.get(0);
      assertThat(first.attributes().get("nom")).as(name).isEqualTo("Ségou");
      assertThat(first.geometry().getCoordinate().x).as(name).isEqualTo(-6.2658);
      assertThat(first.geometry().getCoordinate().y).as(name).isEqualTo(13.4317);
      boolean comma = read.layers.get(0).decimalComma();
      NumberText people = NumberText.of(first.attributes().get("population"), comma);
      assertThat(people.value()).as(name).isEqualTo(1234.5);
    }
  }

  @Test
  void whatCouldBeThousandsOrDecimalsIsNeverGuessed() {
    assertThat(NumberText.of("1,234", false).problem()).isEqualTo("numberAmbiguous");
    assertThat(NumberText.of("1,234,567", false).value()).isEqualTo(1_234_567);
    assertThat(NumberText.of("1,234.5", false).value()).isEqualTo(1234.5);
    assertThat(NumberText.of("1,234", true).value()).isEqualTo(1.234);
    assertThat(NumberText.of("1.234,5", true).value()).isEqualTo(1234.5);
    assertThat(NumberText.of("1\u00a0234\u202f567", false).value()).isEqualTo(1_234_567);
    assertThat(NumberText.of("13.9S", false).value()).isEqualTo(-13.9);
    assertThat(NumberText.of("13°54′S", false).value()).isEqualTo(-13.9);
    assertThat(NumberText.of("33° 30' 36\" E", false).value()).isEqualTo(33.51);
    for (String west : new String[] {"3°30′ O", "O 3 30 0", "3:30:00 W", "-3°30’00”", "غ 3°30′"}) {
      assertThat(NumberText.of(west, false).value()).as(west).isEqualTo(-3.5);
    }
    assertThat(NumberText.of("2,5°", true).value()).isEqualTo(2.5);
    assertThat(NumberText.of("1\u00a0234 hab.", false).value()).isEqualTo(1234);
    for (String none :
        new String[] {"5 6", "12°E°", "3°75′ N", "3 30", "12 m", "O", "12O", "12 s", "9 L"}) {
      assertThat(NumberText.of(none, false).value()).as(none).isNaN();
    }
    assertThat(NumberText.of("12abc", false).problem()).isEqualTo("notANumber");
    assertThat(NumberText.of("N/A", false).problem()).isEqualTo("numberMissing");
  }

  @Test
  void aQuoteThatNeverClosesIsRefusedAtItsLine() throws IOException {
    InputRefused refused =
        Refusals.refused(file("quote.csv", "a,lon,lat\n1,2,3\n\"x,2,3\n4,5,6\n"));
    assertThat(refused.code()).isEqualTo("file.quoteUnclosed");
    assertThat(refused.arguments()).containsEntry("line", "3");
  }

  @Test
  void raggedRowsAreToldWithRowAndColumn() throws IOException {
    Recorder read = Recorder.read(file("ragged.csv", "a,lon,lat\n1,2\n1,2,3,4\n1,2,3\n"));
    assertThat(read.features).hasSize(3);
    assertThat(read.codes()).containsExactly("rowTooShort", "coordinateMissing", "rowTooLong");
    assertThat(read.findings.get(0).column()).isEqualTo("lat");
    assertThat(read.findings.get(2).row()).isEqualTo(3);
  }

  @Test
  void aHugeCellAndTooManyColumnsAreRefused() throws IOException {
    String cell = "a,lon,lat\n" + "x".repeat(4 << 20) + ",1,2\n";
    assertThat(Refusals.of(file("cell.csv", cell))).isEqualTo("file.limit");
    String columns = "c,".repeat(20_000) + "lon,lat\n";
    assertThat(Refusals.of(file("columns.csv", columns))).isEqualTo("file.limit");
    String endless = "a,lon,lat\n\"" + "x\n".repeat(9 << 20);
    assertThat(Refusals.of(file("endless.csv", endless))).isEqualTo("file.limit");
  }

  @Test
  void aHeaderNamedTwiceKeepsBothColumns() throws IOException {
    Recorder read = Recorder.read(file("twice.csv", "name,name,lon,lat\nx,y,1,2\n"));
    assertThat(read.features.get(0).attributes())
        .containsEntry("name", "x")
        .containsEntry("name (2)", "y");
    assertThat(read.codes()).containsExactly("columnTwice");
  }

  @Test
  void emptyFilesAndPicturesAreRefusedByContent() throws IOException {
    assertThat(Refusals.of(file("empty.geojson", ""))).isEqualTo("file.empty");
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I', 'H', 'D', 'R'};
    for (String name : List.of("map.csv", "map.tif", "map.geojson", "map.shp", "map.gpkg")) {
      assertThat(Refusals.of(Refusals.file(folder, name, png)))
          .as(name)
          .isEqualTo("file.foreign.picture");
    }
    String csv = "a,lon,lat\n1,2,3\n";
    assertThat(Refusals.of(file("really-a-table.tif", csv))).isEqualTo("opened");
  }
}
