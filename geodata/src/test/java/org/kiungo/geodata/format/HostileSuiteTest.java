package org.kiungo.geodata.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.geodata.format.Finding.Severity;
import org.kiungo.geodata.format.HostileCases.Case;
import org.kiungo.geodata.format.HostileCases.Fate;
import org.kiungo.geodata.format.inspect.RasterSummary;
import org.kiungo.geodata.format.table.NumberText;
import org.kiungo.planner.model.InputRefused;

/**
 * Every generated case meets its fate within ten seconds, and nothing but a refusal in words ever
 * leaves a reader. The table goes to {@code target/hostile.tsv}.
 */
class HostileSuiteTest {

  /** Longer than any file takes on the busiest machine. */
  private static final Duration HANGS = Duration.ofMinutes(10);

  @TempDir private Path folder;

  /** What became of a file: the refusal, or what was read. */
  private record Outcome(
      InputRefused refused, long rows, double people, List<Finding> findings, boolean listed) {

    boolean namesAPlace() {
      if (refused != null) {
        // a whole file's kind has no place; anything else is refused with what or where
        return refused.code().startsWith("file.foreign") || refused.arguments().size() > 1;
      }
      return findings.stream()
          .filter(each -> each.severity() == Severity.ERROR)
          .allMatch(each -> each.row() > 0 || !each.place().isEmpty());
    }

    String text() {
      return refused != null ? refused.code() : rows + " rows, " + people + " people";
    }
  }

  private static Outcome read(Path path) {
    Recorder read = new Recorder();
    try {
      SourceFile file = SourceFile.of(path);
      LayerReader reader = LayerReader.of(file);
      if (reader instanceof RasterReader rasters) {
        try (Raster raster = rasters.open(file)) {
          RasterSummary cells = RasterSummary.of(raster, 0);
          return new Outcome(null, 1, cells.sum(), List.of(), false);
        }
      }
      Wgs84Stage stage = new Wgs84Stage(file, ReadOptions.DETECT, FeatureCheck.NONE, read);
      ((VectorReader) reader).read(file, ReadOptions.DETECT, stage);
    } catch (InputRefused refused) {
      return new Outcome(refused, 0, 0, List.of(), false);
    }
    double people = 0;
    long rows = 0;
    for (Feature feature : read.features) {
      if (feature.attributes().containsKey("population")) {
        rows++;
        people += NumberText.of(feature.attributes().get("population"), false).value();
      }
    }
    boolean listed = read.findings.stream().anyMatch(each -> each.severity() == Severity.ERROR);
    listed |= read.features.stream().anyMatch(each -> each.geometry() == null);
    return new Outcome(null, rows, people, read.findings, listed);
  }

  private static String wrong(Case each, Outcome outcome) {
    boolean refused = outcome.refused() != null;
    boolean right =
        switch (each.fate()) {
          case ACCEPTED ->
              !refused
                  && !outcome.listed()
                  && outcome.rows() == HostileCases.ROWS
                  && outcome.people() == HostileCases.PEOPLE;
          case REFUSED ->
              refused && (each.code().isEmpty() || outcome.refused().code().equals(each.code()));
          case REFUSED_OR_LISTED ->
              refused || outcome.listed() || outcome.rows() < HostileCases.ROWS;
          case UNHARMED -> true;
        };
    return right ? "" : each.name() + " (" + each.fate() + " " + each.code() + ")";
  }

  @Test
  void everyCaseMeetsItsFate() throws IOException {
    List<Case> cases = new HostileCases(folder).all();
    List<String> wrong = new ArrayList<>();
    List<String> table = new ArrayList<>(List.of("case\tfate\toutcome"));
    List<String> unplaced = new ArrayList<>();
    int refusals = 0;
    int placed = 0;
    for (Case each : cases) {
      Outcome outcome =
          assertTimeoutPreemptively(HANGS, () -> read(each.file()), () -> "hangs: " + each.name());
      String verdict = wrong(each, outcome);
      if (!verdict.isEmpty()) {
        wrong.add(verdict + " → " + outcome.text());
      }
      boolean told = outcome.refused() != null || outcome.listed();
      refusals += told ? 1 : 0;
      placed += told && outcome.namesAPlace() ? 1 : 0;
      unplaced.add(told && !outcome.namesAPlace() ? each.name() + " " + outcome.text() : "");
      table.add(each.name().strip() + "\t" + each.fate() + "\t" + outcome.text());
    }
    Files.write(Files.createDirectories(Path.of("target")).resolve("hostile.tsv"), table);
    assertThat(wrong).isEmpty();
    long accepted = cases.stream().filter(each -> each.fate() == Fate.ACCEPTED).count();
    assertThat(cases.size()).isGreaterThanOrEqualTo(200);
    assertThat(accepted * 5).isGreaterThanOrEqualTo(cases.size());
    unplaced.removeIf(String::isEmpty);
    assertThat((double) placed / refusals).as("%s", unplaced).isGreaterThan(0.95);
  }
}
