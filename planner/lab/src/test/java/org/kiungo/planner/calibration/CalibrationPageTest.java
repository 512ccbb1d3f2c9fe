package org.kiungo.planner.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page of calibration: every published figure is on it, and every deviation has its reason. */
class CalibrationPageTest {

  private static final int COLUMNS = 9;

  @Test
  void everyFigureIsThereAndEveryDeviationExplained() throws IOException {
    List<String[]> rows =
        Files.readAllLines(CalibrationBenchmark.PAGE).stream()
            .filter(line -> line.startsWith("| "))
            .map(line -> line.split(" *\\| *", -1))
            .skip(1)
            .toList();
    List<Published> published = Published.all();
    assertThat(published).hasSizeGreaterThanOrEqualTo(10);
    assertThat(rows).hasSameSizeAs(published);
    for (int k = 0; k < rows.size(); k++) {
      String[] cells = rows.get(k);
      Published p = published.get(k);
      assertThat(cells).hasSize(COLUMNS);
      double ours = Double.parseDouble(cells[5].replace(",", ""));
      assertThat(cells[6]).isEqualTo(p.holds(ours) ? "yes" : "no: " + p.reason());
      assertThat(p.holds(ours) || !p.reason().isBlank())
          .as(p.programme() + " " + p.measure() + " has no reason")
          .isTrue();
      assertThat(String.join(" | ", cells).strip().substring(2))
          .startsWith(p.programme().words)
          .contains(p.published(), p.source());
    }
  }
}
