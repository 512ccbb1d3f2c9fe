package org.kiungo.web.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kiungo.geodata.problem.ProblemAssembly;
import org.kiungo.planner.Planner;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.folder.ScenarioFile;
import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.scenario.PlanResult;
import org.kiungo.planner.scenario.Scenario;

/** Whoever asks for no time limit gets the same bytes, however time goes by meanwhile. */
class ClocklessTest {

  private static final long HOUR_NANOS = 3_600_000_000_000L;

  private static final PlanningProblem FACTS =
      ProblemAssembly.builtIn(
          List.of("STP"),
          CatalogueReader.builtIn(),
          ScenarioFile.DEFAULT.standard(),
          ScenarioFile.DEFAULT.money());

  @TempDir private Path folder;

  /** A clock of a machine so busy that up to an hour passes between two looks. */
  private static LongSupplier jumping(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    long[] now = new long[1];
    return () -> {
      synchronized (now) {
        now[0] += random.nextLong(HOUR_NANOS);
        return now[0];
      }
    };
  }

  /** What a listener costs that now and then keeps the search waiting. */
  private static Progress dawdling(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return (phase, done, value, bound, gap) -> {
      try {
        Thread.sleep(random.nextInt(8) == 0 ? 2 : 0);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    };
  }

  private SortedMap<String, String> bytes(String name, PlanResult found) throws IOException {
    Path to = folder.resolve(name);
    Planner.folder(FACTS, found).write(to);
    SortedMap<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(to)) {
      for (Path file : all.toList()) {
        files.put(
            file.getFileName().toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return files;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"budgetUsd\": 6e6}",
        "{\"goal\": \"LEAST_COST_TO_TARGET\", \"targetRatio\": 0.7}",
        "{\"goal\": \"HIGHEST_DISTRICT_FLOOR\", \"budgetUsd\": 6e6}",
        "{\"phases\": [{\"firstYear\": 2027, \"lastYear\": 2029, \"budgetUsd\": 3e6},"
            + " {\"firstYear\": 2030, \"lastYear\": 2036, \"budgetUsd\": 3e6}]}",
        "{\"budgetUsd\": 6e6, \"twoPaths\": {\"capitals\": true}}",
      })
  void theSameBytesUnderAClockThatJumps(String choices) throws IOException {
    Scenario asked = ScenarioFile.read(choices.getBytes(StandardCharsets.UTF_8));
    assertThat(asked.seconds()).isZero();
    Scenario scenario = asked.with().countries(List.of("STP")).steps(300).build();
    PlanResult still = Planner.plan(FACTS, scenario, Progress.NONE, () -> false);
    BooleanSupplier stop =
        ScenarioPlanner.withinSeconds(scenario.seconds(), () -> false, jumping(1));
    PlanResult busy = Planner.plan(FACTS, scenario, dawdling(2), stop);
    assertThat(bytes("busy", busy)).isEqualTo(bytes("still", still));
    assertThat(still.certificate().endedBy()).isNotIn(Certificate.End.CLOCK, Certificate.End.STOP);
  }

  @Test
  void whoAsksForALimitIsToldThatItEndedTheSearch() {
    Scenario scenario =
        ScenarioFile.DEFAULT.with().countries(List.of("STP")).budgetUsd(6e6).seconds(1).build();
    BooleanSupplier late = ScenarioPlanner.withinSeconds(1, () -> false, jumping(3));
    PlanResult found = Planner.plan(FACTS, scenario, Progress.NONE, late);
    assertThat(found.certificate().endedBy()).isEqualTo(Certificate.End.CLOCK);
    // one price was tried whole: without any the bound looks at each settlement alone
    assertThat(found.certificate().method()).startsWith("Lagrangian price");
    BooleanSupplier byHand = ScenarioPlanner.withinSeconds(1e6, () -> true, System::nanoTime);
    PlanResult stopped = Planner.plan(FACTS, scenario, Progress.NONE, byHand);
    assertThat(stopped.certificate().endedBy()).isEqualTo(Certificate.End.STOP);
  }
}
