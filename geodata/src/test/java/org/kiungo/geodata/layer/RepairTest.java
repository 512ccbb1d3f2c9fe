package org.kiungo.geodata.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.geodata.crs.Geodesics;
import org.kiungo.geodata.format.Finding;
import org.kiungo.geodata.format.ReadOptions;

/** Shapes are mended only when asked, and each with its area before and after. */
class RepairTest {

  private static final String BOWTIE = "[[[36,-1],[37,0],[37,-1],[36,0],[36,-1]]]";
  private static final String OPEN = "[[[36,-1],[37,-1],[37,0],[36,0]]]";
  private static final String FINE = "[[[36,-1],[37,-1],[37,0],[36,0],[36,-1]]]";

  private final LayerImport imports = new LayerImport(CountryLookup.NONE);

  @TempDir private Path folder;

  private Imported<LayerFeature> read(boolean repair, String... rings) throws IOException {
    StringBuilder json = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[");
    for (int k = 0; k < rings.length; k++) {
      json.append(k == 0 ? "" : ",").append("{\"type\":\"Feature\",");
      json.append("\"properties\":{\"tech\":\"4G\"},");
      json.append("\"geometry\":{\"type\":\"Polygon\",\"coordinates\":");
      json.append(rings[k]).append("}}");
    }
    Path file = Files.writeString(folder.resolve("areas.geojson"), json.append("]}").toString());
    ColumnMapping mapping = ColumnMapping.guess(ReadOptions.DETECT.withRepair(repair));
    return imports.features(file, LayerKind.COVERAGE, "", mapping);
  }

  @Test
  void withoutBeingAskedNothingIsChanged() throws IOException {
    Imported<LayerFeature> read = read(false, BOWTIE, OPEN, FINE);
    assertThat(read.report().rowsAccepted()).isEqualTo(2);
    assertThat(read.report().rowsListed()).isEqualTo(1);
    assertThat(read.report().findings())
        .extracting(Finding::code)
        .containsExactly("geometryInvalid", "ringNotClosed");
    assertThat(read.records().get(0).geometry().isValid()).isFalse();
    assertThat(read.records().get(0).geometry().getCoordinates()).hasSize(5);
  }

  @Test
  void onRequestEachMendedShapeIsListedWithItsAreas() throws IOException {
    Imported<LayerFeature> read = read(true, BOWTIE, OPEN, FINE);
    assertThat(read.records()).hasSize(3);
    assertThat(read.records()).allMatch(each -> each.geometry().isValid());
    assertThat(read.report().findings())
        .extracting(Finding::code)
        .containsExactly("geometryRepaired", "geometryRepaired", "shapeTwice");
    Finding bowtie = read.report().findings().get(0);
    double after = Geodesics.areaKm2(read.records().get(0).geometry());
    assertThat(Double.parseDouble(bowtie.expected())).isCloseTo(after, within(1e-5));
    assertThat(Double.parseDouble(bowtie.found())).isLessThan(after);
    Finding closed = read.report().findings().get(1);
    assertThat(closed.found()).isEqualTo("0");
    assertThat(closed.row()).isEqualTo(2);
    double square = Geodesics.areaKm2(read.records().get(2).geometry());
    assertThat(Double.parseDouble(closed.expected())).isCloseTo(square, within(1e-5));
  }

  @Test
  void wellKnownTextIsClosedOnRequestOnly() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("areas.csv"), "operator;wkt\nA;POLYGON ((36 -1, 37 -1, 37 0, 36 0))\n");
    var alone = imports.features(file, LayerKind.COVERAGE, "", null);
    assertThat(alone.report().counts()).containsEntry("ringNotClosed", 1L);
    var asked =
        imports.features(
            file, LayerKind.COVERAGE, "", ColumnMapping.guess(ReadOptions.DETECT.withRepair(true)));
    assertThat(asked.report().counts()).containsEntry("geometryRepaired", 1L);
    assertThat(asked.records()).hasSize(1);
  }
}
