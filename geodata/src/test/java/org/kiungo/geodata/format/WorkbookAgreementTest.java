package org.kiungo.geodata.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kiungo.geodata.format.table.WorkbookFixture;

/** Cells of office workbooks as ogr2ogr reads them, one by one. */
class WorkbookAgreementTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"xls", "ods"})
  void everyCellIsAsGdalReadsIt(String extension) throws IOException {
    assumeTrue(Gdal.isInstalled(), "skipped: gdalinfo is not installed");
    Object[][] rows = {
      {"name", "people", "share", "counted"},
      {"Sèmè-Kpodji", 264_320, 0.125, LocalDate.of(2013, 5, 11)},
      {null, 7, -1e-7, LocalDate.of(1999, 12, 31)},
      {"قرية", 1_234_567_890_123L, 3.5, null},
      {"last", 0, 1e20, LocalDate.of(2026, 1, 1)}
    };
    Path file =
        Files.write(
            folder.resolve("a." + extension), WorkbookFixture.of("a", rows).bytes(extension));
    List<String> ours = new ArrayList<>();
    for (Feature each : Recorder.read(file).features) {
      ours.add(line(each.attributes().values().stream().map(WorkbookAgreementTest::text).toList()));
    }
    String csv =
        Gdal.run(
            "ogr2ogr",
            "-f",
            "CSV",
            "-s_srs",
            "EPSG:4326",
            "-t_srs",
            "EPSG:4326",
            "/vsistdout/",
            file.toString());
    List<String> theirs =
        csv.lines()
            .skip(1)
            .map(
                row ->
                    line(
                        List.of(row.replace("\"", "").split(",", -1)).stream()
                            .map(WorkbookAgreementTest::text)
                            .toList()))
            .toList();
    assertThat(ours).isEqualTo(theirs);
  }

  private static String line(List<String> cells) {
    return String.join(" | ", cells);
  }

  /** One way of writing for numbers and days, whose kind the two tell in their own words. */
  private static String text(Object cell) {
    String text = cell == null ? "" : cell.toString();
    if (text.matches("\\d{4}[-/]\\d\\d[-/]\\d\\d.*")) {
      return text.substring(0, 10).replace('/', '-');
    }
    return text.matches("-?\\d.*") ? Double.parseDouble(text) + "" : text;
  }
}
