package org.kiungo.geodata.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.geodata.format.HostileCases.Case;
import org.kiungo.geodata.format.HostileCases.Fate;

/**
 * Every generated case meets its fate within ten seconds, and nothing but a refusal in words ever
 * leaves a reader. The table goes to {@code target/hostile.tsv}.
 */
class HostileSuiteTest {

  /** Longer than any file takes on the busiest machine. */
  private static final Duration HANGS = Duration.ofMinutes(10);

  @TempDir private Path folder;

  private static String wrong(Case each, HostileOutcome outcome) {
    boolean refused = outcome.refused() != null;
    boolean right =
        switch (each.fate()) {
          case ACCEPTED ->
              !refused
                  && !outcome.listed()
                  && outcome.rows() == HostileCases.ROWS
                  && outcome.people() == HostileCases.PEOPLE;
          case TOLD ->
              !refused && outcome.findings().stream().anyMatch(it -> it.code().equals(each.code()));
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
    HostileWords words = new HostileWords();
    SortedSet<String> wordless = new TreeSet<>();
    int refusals = 0;
    int placed = 0;
    for (Case each : cases) {
      HostileOutcome outcome =
          assertTimeoutPreemptively(
              HANGS, () -> HostileOutcome.of(each.file()), () -> "hangs: " + each.name());
      String verdict = wrong(each, outcome);
      if (!verdict.isEmpty()) {
        wrong.add(verdict + " → " + outcome.text());
      }
      wordless.addAll(words.missing(outcome));
      boolean told = outcome.refused() != null || outcome.listed();
      refusals += told ? 1 : 0;
      placed += told && outcome.namesAPlace() ? 1 : 0;
      unplaced.add(told && !outcome.namesAPlace() ? each.name() + " " + outcome.text() : "");
      table.add(each.name().strip() + "\t" + each.fate() + "\t" + outcome.text());
    }
    Files.write(Files.createDirectories(Path.of("target")).resolve("hostile.tsv"), table);
    assertThat(wrong).isEmpty();
    assertThat(wordless).as("file, place and remedy in every language").isEmpty();
    long accepted = cases.stream().filter(each -> each.fate() == Fate.ACCEPTED).count();
    assertThat(cases.size()).isGreaterThanOrEqualTo(300);
    assertThat(accepted * 5).isGreaterThanOrEqualTo(cases.size());
    unplaced.removeIf(String::isEmpty);
    assertThat((double) placed / refusals).as("%s", unplaced).isGreaterThan(0.95);
  }
}
