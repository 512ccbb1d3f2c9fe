package org.kiungo.geodata.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kiungo.geodata.format.raster.GeoTiffRaster;

/** What offices export: their character sets, their column names, their other formats. */
class MessyFilesTest {

  @TempDir private Path folder;

  private Recorder read(String name, String text, String charset) throws IOException {
    return Recorder.read(Refusals.file(folder, name, text.getBytes(Charset.forName(charset))));
  }

  @ParameterizedTest
  @CsvSource({
    "windows-1252, Sèmè-Kpodji à côté de l’école",
    "windows-1252, POPULAÇÃO DO MUNICÍPIO",
    "windows-1252, PROVINCE DE L’ÉQUATEUR",
    "windows-1252, Müller & Søn",
    "windows-1256, الخرطوم بحري",
    "windows-1256, أم درمان - السودان",
    "IBM850, Département de l'Ouémé",
    "x-MacRoman, Département de l’Ouémé",
    "UTF-8, Ouémé الخرطوم"
  })
  void theWordsTellTheCharacterSet(String charset, String name) throws IOException {
    Recorder read = read("t.csv", "name,lon,lat\n" + name + ",2,6\n", charset);
    assertThat(read.features.get(0).attributes()).containsEntry("name", name);
    if (charset.equals("UTF-8")) {
      assertThat(read.codes()).isEmpty();
    } else {
      assertThat(read.codes()).containsExactly("encodingGuessed");
      assertThat(read.findings.get(0).found()).isEqualTo(charset);
    }
  }

  @Test
  void coordinatesWithQuotedDecimalCommasTellTheMarkOfAFileOfCommas() throws IOException {
    Recorder read = read("t.csv", "name,list,lat,lon\nA,\"1,234\",\"6,3\",\"2,4\"\n", "UTF-8");
    assertThat(read.features.get(0).geometry().getCoordinate().x).isEqualTo(2.4);
    Recorder other = read("u.csv", "name,list,lat,lon\nA,\"1,2\",6.3,2.4\n", "UTF-8");
    assertThat(other.layers.get(0).decimalComma()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"X_UTM31N,Y_UTM31N", "coord_x_m,coord_y_m", "Easting_2024,Northing_2024"})
  void twinNamesHoldTheCoordinates(String x, String y) throws IOException {
    String text = "nom," + x + "," + y + "\nCotonou,435645,703601\n";
    Path file = Refusals.file(folder, "t.csv", text);
    assertThat(Refusals.of(file)).isEqualTo("file.metresNotDegrees");
    Recorder read = Recorder.read(file, ReadOptions.DETECT.withCrs("EPSG:32631"));
    assertThat(read.features.get(0).geometry().getCoordinate().x).isEqualTo(435_645);
  }

  @Test
  void rowsAreNumberedAsASpreadsheetNumbersThem() throws IOException {
    String text = "Liste des localités,,\n\nname,lon,lat\nA,2,6\n\nB,x,6\n";
    Recorder read = read("t.csv", text, "UTF-8");
    assertThat(read.findings.get(read.findings.size() - 1).row()).isEqualTo(6);
  }

  @Test
  void featuresLineByLineAreOneLayer() throws IOException {
    String line =
        "{\"type\":\"Feature\",\"properties\":{},\"geometry\":"
            + "{\"type\":\"Point\",\"coordinates\":[2,6]}}\n";
    assertThat(read("t.geojsonl", line.repeat(3), "UTF-8").features).hasSize(3);
    assertThat(Refusals.of(Refusals.file(folder, "u.geojsonl", line + "{\"type\":")))
        .isEqualTo("file.jsonBroken");
    assertThat(Refusals.of(Refusals.file(folder, "v.geojsonl", line + "[]")))
        .isEqualTo("file.jsonBroken");
  }

  @ParameterizedTest
  @CsvSource({
    "page.xls, <html><table/></html>, webPage",
    "a.tab, '!table\n!version 300', mapInfo",
    "a.mif, 'Version 300\nCharset', mapInfo",
    "a.gml, '<a xmlns:gml=\"http://www.opengis.net/gml\"/>', gml",
    "a.nc, CDF\u0001, netcdf",
    "a.qgs, <!DOCTYPE qgis>, qgisProject",
    "a.vrt, <VRTDataset/>, vrt",
    "a.json, '{\"type\":\"Topology\"}', topoJson",
    "a.pdf, %PDF-1.4, pdf"
  })
  void aForeignFormatIsCalledByItsName(String name, String text, String format) throws IOException {
    assertThat(Refusals.of(Refusals.file(folder, name, text))).isEqualTo("file.foreign." + format);
  }

  @Test
  void whatElseLiesInAnArchiveOfShapesIsTold() throws IOException {
    Path shp =
        new ShapeFixture(folder, "places")
            .write(
                java.util.List.of(new ShapeFixture.Village("A", 5, 2, 6)),
                StandardCharsets.UTF_8,
                0);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String part : new String[] {"shp", "dbf", "prj"}) {
        zip.putNextEntry(new ZipEntry("data/places." + part));
        zip.write(java.nio.file.Files.readAllBytes(shp.resolveSibling("places." + part)));
      }
      zip.putNextEntry(new ZipEntry("data/other.csv"));
      zip.write("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
    }
    Recorder read = Recorder.read(Refusals.file(folder, "all.zip", bytes.toByteArray()));
    assertThat(read.features).hasSize(1);
    assertThat(read.codes()).contains("zipEntryIgnored");
  }

  @Test
  void floatingPointNumbersOf16BitsAreWhatIeeeSays() {
    assertThat(GeoTiffRaster.halfFloat(0x3c00)).isEqualTo(1);
    assertThat(GeoTiffRaster.halfFloat(0xc000)).isEqualTo(-2);
    assertThat(GeoTiffRaster.halfFloat(0x7bff)).isEqualTo(65504);
    assertThat(GeoTiffRaster.halfFloat(0x3555)).isCloseTo(1 / 3.0, within(1e-4));
    assertThat(GeoTiffRaster.halfFloat(0x0001)).isEqualTo(0x1p-24);
    assertThat(GeoTiffRaster.halfFloat(0x7c00)).isInfinite();
    assertThat(GeoTiffRaster.halfFloat(0x7e00)).isNaN();
  }
}
