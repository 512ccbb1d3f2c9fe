package org.kiungo.geodata.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.model.value.LonLat;

/** Degrees where the file says metres, metres where it says degrees, axes the wrong way round. */
class CoordinateUnitsTest {

  private final LayerImport imports = new LayerImport(CountryLookup.NONE);

  @TempDir private Path folder;

  private Path places(String crs, String... coordinates) throws IOException {
    StringBuilder json = new StringBuilder("{\"type\":\"FeatureCollection\",");
    if (!crs.isEmpty()) {
      json.append("\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"").append(crs);
      json.append("\"}},");
    }
    json.append("\"features\":[");
    for (int k = 0; k < coordinates.length; k++) {
      json.append(k == 0 ? "" : ",").append("{\"type\":\"Feature\",\"properties\":{\"pop\":1},");
      json.append("\"geometry\":{\"type\":\"Point\",\"coordinates\":[");
      json.append(coordinates[k]).append("]}}");
    }
    return Files.writeString(folder.resolve("p.geojson"), json.append("]}").toString());
  }

  private InputRefused refusal(Path file) {
    return catchThrowableOfType(InputRefused.class, () -> imports.settlements(file, "KEN", null));
  }

  @Test
  void degreesInAMetricSystemAreRefusedAsAWholeAndListedOneByOne() throws IOException {
    InputRefused all = refusal(places("EPSG:32737", "36.82,-1.29", "36.07,-0.3"));
    assertThat(all.code()).isEqualTo("file.degreesNotMetres");
    assertThat(all.arguments()).containsEntry("crs", "EPSG:32737");
    assertThat(all.arguments()).containsEntry("found", "(36.82, -1.29)");
    var one =
        imports.settlements(
            places("EPSG:32737", "257500,9857400", "258500,9857400", "36.82,-1.29"), "KEN", null);
    assertThat(one.report().counts()).containsEntry("degreesForMetres", 1L);
    assertThat(one.records()).hasSize(2);
  }

  @Test
  void metresInAGeographicSystemAreRefusedAsAWholeAndListedOneByOne() throws IOException {
    assertThat(refusal(places("", "257500,9857400")).code()).isEqualTo("file.metresNotDegrees");
    var one =
        imports.settlements(places("", "36.82,-1.29", "36.07,-0.3", "257500,9857400"), "KEN", null);
    assertThat(one.report().counts()).containsEntry("metresForDegrees", 1L);
    assertThat(one.report().rowsListed()).isEqualTo(1);
  }

  @Test
  void axesAreExchangedOnRequestOnly() throws IOException {
    Path file = places("", "-1.29,36.82");
    ReadOptions swap = new ReadOptions("", "", "", "", "", "", "", "", "", true, false, false);
    var read = imports.settlements(file, "KEN", ColumnMapping.guess(swap));
    assertThat(read.records().get(0).location()).isEqualTo(new LonLat(36.82, -1.29));
  }

  @Test
  void separatorDecimalMarkAndHeaderCanBeDeclared() throws IOException {
    Path file = Files.writeString(folder.resolve("t.txt"), "36,82|-1,29|7\n36,07|-0,3|8\n");
    ReadOptions declared =
        new ReadOptions("", "", "", "column1", "column2", "", "|", ",", "no", false, false, false);
    ColumnMapping mapping = new ColumnMapping(java.util.Map.of("population", "column3"), declared);
    var read = imports.settlements(file, "KEN", mapping);
    assertThat(read.records()).hasSize(2);
    assertThat(read.records().get(0).location()).isEqualTo(new LonLat(36.82, -1.29));
    assertThat(read.report().totalAfter()).isEqualTo(15);
  }
}
