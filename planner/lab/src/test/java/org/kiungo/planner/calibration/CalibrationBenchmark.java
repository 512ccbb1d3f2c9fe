package org.kiungo.planner.calibration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Published deployments beside plans for the same question. Writes {@code docs/calibration.md}.
 *
 * <p>{@code mvn -Pbenchmark -pl planner/lab -am test -Dtest=CalibrationBenchmark
 * -Dsurefire.failIfNoSpecifiedTests=false}
 */
class CalibrationBenchmark {

  static final Path PAGE = Path.of("docs/calibration.md");

  @Test
  void publishedDeploymentsBesideOurs() throws IOException {
    Map<Programme, Built> built = new EnumMap<>(Programme.class);
    StringBuilder page = new StringBuilder(HEAD);
    for (Published p : Published.all()) {
      double ours = p.measure().of(built.computeIfAbsent(p.programme(), Programme::build));
      page.append(row(p, ours)).append('\n');
    }
    Files.writeString(PAGE, page);
  }

  static String row(Published p, double ours) {
    String verdict = p.holds(ours) ? "yes" : "no: " + p.reason();
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s (%d) | %s | %s | %s | %s |",
        p.programme().words,
        p.measure().words,
        p.published(),
        p.year(),
        p.low() == p.high() ? number(p.low()) : number(p.low()) + " – " + number(p.high()),
        number(ours),
        verdict,
        p.source());
  }

  static String number(double value) {
    return value < 100
        ? String.format(Locale.ROOT, "%.1f", value)
        : String.format(Locale.ROOT, "%,d", Math.round(value));
  }

  private static final String HEAD =
      """
      # Published deployments beside our plans

      Each line asks the planner a published deployment's question, on built-in data: the same \
      country, kind of site and number of people, at the least cost over ten years. Published \
      figures hold where ours lies within their range, a quarter of it to either side: reports \
      round, and rates of exchange move. Programmes choose places that nobody else serves, least \
      cost the easiest ones; so people a site may be more and cost a person less here.

      ```bash
      mvn -Pbenchmark -pl planner/lab -am test -Dtest=CalibrationBenchmark -Dsurefire.failIfNoSpecifiedTests=false
      ```

      writes this page; `CalibrationPageTest` sees that no line outside lacks its reason.

      | question | measure | published | range | ours | holds | source |
      |---|---|---|---|---|---|---|
      """;
}
