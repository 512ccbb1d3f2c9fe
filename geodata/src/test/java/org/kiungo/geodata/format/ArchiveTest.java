package org.kiungo.geodata.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.geodata.layer.CountryLookup;
import org.kiungo.geodata.layer.LayerImport;

/** A ZIP around one file of any vector format opens as that file would. */
class ArchiveTest {

  private static final String TABLE = "name,lon,lat,population\nNairobi,36.82,-1.29,7\n";
  private static final String GEOJSON =
      "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":"
          + "{\"name\":\"Nairobi\",\"population\":7},\"geometry\":{\"type\":\"Point\","
          + "\"coordinates\":[36.82,-1.29]}}]}";

  @TempDir private Path folder;

  private Path zip(String... namesAndTexts) throws IOException {
    Path file = folder.resolve("packed.zip");
    try (OutputStream bytes = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int k = 0; k < namesAndTexts.length; k += 2) {
        zip.putNextEntry(new ZipEntry(namesAndTexts[k]));
        zip.write(namesAndTexts[k + 1].getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return file;
  }

  @Test
  void oneTableOrGeoJsonInsideIsReadAsALayer() throws IOException {
    for (Path file :
        new Path[] {
          zip("data/towns.csv", TABLE, "readme.pdf", "%PDF-1.4", "__MACOSX/._towns.csv", "x"),
          zip("towns.geojson", GEOJSON)
        }) {
      var read = new LayerImport(CountryLookup.NONE).settlements(file, "KEN", null);
      assertThat(read.layer()).isEqualTo("towns");
      assertThat(read.records()).hasSize(1);
      assertThat(read.records().get(0).population()).isEqualTo(7);
      assertThat(read.input().name()).isEqualTo("packed.zip");
    }
  }

  @Test
  void whatIsNotDataIsTold() throws IOException {
    Recorder read = Recorder.read(zip("towns.csv", TABLE, "readme.pdf", "%PDF-1.4"));
    assertThat(read.codes()).containsExactly("zipEntryIgnored");
    assertThat(read.findings.get(0).found()).isEqualTo("readme.pdf");
  }

  @Test
  void severalFilesAreLayersToChooseFrom() throws IOException {
    Path file = zip("a.csv", TABLE, "b.csv", TABLE);
    Recorder read = Recorder.read(file);
    assertThat(read.layers).extracting(LayerSchema::name).containsExactly("a", "b");
    assertThat(Recorder.read(file, ReadOptions.DETECT.withLayer("b")).features).hasSize(1);
  }

  @Test
  void archivesWithoutDataAreRefusedByName() throws IOException {
    assertThat(Refusals.of(zip("report.pdf", "%PDF-1.4"))).isEqualTo("file.zipContent");
    assertThat(Refusals.of(zip("roads.dbf", "x", "roads.shx", "x"))).isEqualTo("file.shpMissing");
  }
}
