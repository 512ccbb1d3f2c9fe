package org.kiungo.geodata.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.Recorder;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.layer.CountryLookup;
import org.kiungo.geodata.layer.LayerImport;
import org.kiungo.geodata.layer.LayerKind;

/** Every row comes back as it was, the bad ones with their reasons, and the file imports again. */
class ProblemFileTest {

  private static final String ROWS =
      "nom;lon;lat;population\nBon;2,5;9,25;12\nVide;;;3\n=1+1;2,6;9,3;-4\n";

  private final LayerImport imports = new LayerImport(CountryLookup.NONE);

  @TempDir private Path folder;

  private Path write(Path source, LayerKind kind, ProblemFile.Format format) throws IOException {
    Path out = folder.resolve("problems." + format.extension());
    try (ProblemFile file =
        new ProblemFile(out, format, false, (finding, remedy) -> remedy ? "mend" : "why")) {
      imports.stream(SourceFile.of(source), kind, "BEN", null, row -> {}, file);
      file.finish();
    }
    return out;
  }

  @ParameterizedTest
  @EnumSource
  void rowsComeBackWithTheirReasons(ProblemFile.Format format) throws IOException {
    Path source = Files.writeString(folder.resolve("villages.csv"), ROWS);
    Path out = write(source, LayerKind.SETTLEMENTS, format);
    List<Feature> rows = Recorder.read(out).features;
    assertThat(rows).hasSize(3);
    assertThat(rows.get(0).attributes()).containsEntry("nom", "Bon").containsEntry("lon", "2,5");
    assertThat(String.valueOf(rows.get(0).attributes().get("_problem"))).isIn("", "null");
    assertThat(rows.get(1).attributes()).containsEntry("_problem", "[geometryMissing] why → mend");
    assertThat(rows.get(2).attributes())
        .containsEntry("nom", "=1+1")
        .containsEntry("_problem", "[populationNegative] why → mend");
    if (format == ProblemFile.Format.CSV) {
      assertThat(Files.readString(out)).contains("'=1+1");
    }
  }

  @Test
  void importedAgainTheProblemColumnIsNoData() throws IOException {
    Path source = Files.writeString(folder.resolve("villages.csv"), ROWS);
    Path out = write(source, LayerKind.SETTLEMENTS, ProblemFile.Format.CSV);
    var again = imports.settlements(out, "BEN", null);
    assertThat(again.report().rowsAccepted()).isEqualTo(1);
    assertThat(again.records().get(0).attributes()).doesNotContainKey("_problem");
    assertThat(again.records().get(0).population()).isEqualTo(12);
  }

  @Test
  void shapesAreWrittenAsText() throws IOException {
    Path source =
        Files.writeString(
            folder.resolve("p.geojson"),
            "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":"
                + "{\"name\":\"a\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[0,0]}}]}");
    Path out = write(source, LayerKind.FACILITIES, ProblemFile.Format.CSV);
    Feature row = Recorder.read(out).features.get(0);
    assertThat(row.attributes())
        .containsEntry("wkt", "POINT (0 0)")
        .containsEntry("_problem", "[nullIsland] why → mend");
  }
}
