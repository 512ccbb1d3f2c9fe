package org.kiungo.geodata.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.kiungo.geodata.TestData;
import org.kiungo.geodata.format.inspect.Inspection;
import org.kiungo.geodata.format.inspect.Inspector;
import org.kiungo.planner.model.value.InputRefused;

/**
 * Every file of 16 projects' format test suites: opened with the counts that GDAL finds, or refused
 * with a reason, and every difference from GDAL explained in {@code
 * robustness-differences.properties}. The table is written to {@code target/robustness.tsv}.
 */
class RobustnessTest {

  private static final Pattern COUNTS = Pattern.compile("layers=(\\d+) features=(\\d+)");

  /** One line of the table. */
  private record Line(String path, String gdal, String ours, String difference) {}

  @Test
  void everySuiteFileIsReadAsGdalReadsItOrTheDifferenceIsExplained() throws IOException {
    Path folder = TestData.path("robustness/suites/MANIFEST.tsv").getParent();
    Properties explained = new Properties();
    try (var in = RobustnessTest.class.getResourceAsStream("robustness-differences.properties")) {
      explained.load(new java.io.InputStreamReader(in, java.nio.charset.StandardCharsets.UTF_8));
    }
    List<Line> lines = new ArrayList<>();
    List<String> manifest = Files.readAllLines(folder.resolve("MANIFEST.tsv"));
    for (String row : manifest.subList(1, manifest.size())) {
      String[] cells = row.split("\t", -1);
      String gdal = gdal(cells);
      String ours = ours(folder.resolve(cells[0]));
      String difference = gdal.equals(kind(ours)) ? "" : explanation(explained, cells[0]);
      lines.add(new Line(cells[0], gdal, ours, difference));
    }
    Files.createDirectories(Path.of("target"));
    Files.writeString(Path.of("target/robustness.tsv"), table(lines));
    assertThat(lines).hasSize(manifest.size() - 1);
    assertThat(lines)
        .filteredOn(line -> line.difference().startsWith("?"))
        .as("differences without explanation")
        .isEmpty();
  }

  private static String explanation(Properties explained, String path) {
    String own = explained.getProperty(path);
    if (own != null) {
      return own;
    }
    for (String key : explained.stringPropertyNames()) {
      if (key.endsWith("*") && path.startsWith(key.substring(0, key.length() - 1))) {
        return explained.getProperty(key);
      }
    }
    return "? not explained";
  }

  private static String gdal(String[] cells) {
    if (!cells[3].equals("ok")) {
      return "refused";
    }
    Matcher counts = COUNTS.matcher(cells[4]);
    return counts.find() ? counts.group(2) + " features" : cells[4];
  }

  /** The comparable part of our verdict. */
  private static String kind(String ours) {
    return ours.startsWith("refused") ? "refused" : ours;
  }

  private static String ours(Path path) {
    try {
      Inspection found =
          Inspector.inspect(
              SourceFile.of(path), ReadOptions.DETECT, FeatureCheck.NONE, Inspection.Wording.CODES);
      Inspection.Cells cells = found.raster();
      return cells != null
          ? cells.width() + "x" + cells.height() + "x" + cells.bands()
          : found.layers().stream().mapToLong(Inspection.Layer::features).sum() + " features";
    } catch (InputRefused refused) {
      return "refused: " + refused.code() + " " + refused.arguments();
    }
  }

  private static String table(List<Line> lines) {
    StringBuilder table = new StringBuilder("file\tGDAL 3.10\tKiungo\tdifference explained\n");
    for (Line line : lines) {
      table.append(String.join("\t", line.path(), line.gdal(), line.ours(), line.difference()));
      table.append('\n');
    }
    return table.toString();
  }

  /** Files without a verdict of GDAL in the data; counts by ogrinfo 3.10 unless told otherwise. */
  @Test
  void messyAfricanFilesKeepEveryRow() {
    Map<String, Long> rows = new TreeMap<>();
    rows.put("Schools.shp", 37_930L);
    rows.put("St-Louis-Data-Collection-Campaign-Gth_Hs_Osm_11.csv", 104L);
    rows.put("Telma_Madagascar.kml", 6L);
    rows.put("click_that_hood_africa_geometrycollections.geojson", 56L);
    rows.put("counties.zip", 48L);
    rows.put("malawi_healthsites.csv", 249L);
    rows.put("pollingstations.shp", 26_447L);
    // GDAL counts the three comment lines and the header as rows: 8,763; a year has 8,760 hours
    rows.put("renewables_ninja_comment_header.csv", 8_760L);
    rows.put("watra_cables_crs3857_member.geojson", 15L);
    rows.forEach(
        (file, count) ->
            assertThat(ours(TestData.path("robustness/african/" + file)))
                .as(file)
                .isEqualTo(count + " features"));
  }
}
