package org.kiungo.web.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kiungo.geodata.problem.ProblemAssembly;
import org.kiungo.planner.Planner;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.deploy.question.ServedPeople;
import org.kiungo.planner.deploy.question.Welfare;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.ScenarioFile;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.scenario.PlanResult;
import org.kiungo.planner.verify.Verifier;
import org.kiungo.planner.verify.check.Verification;

/** Goals of fairness on whole countries: each proven, each fairer in its way, and what it costs. */
class FairCountriesTest {

  /** Gaps that plans of these countries keep with room, of a share. */
  private static final double MOST_GAP_RATIO = 0.02;

  /** Madagascar's districts are far from each other, and even most people leaves 6 %. */
  private static final double MOST_GAP_MDG_RATIO = 0.15;

  /** Two searches for the same end near each other. */
  private static final double NEAR_RATIO = 0.003;

  @TempDir private Path folder;

  private record Planned(PlanResult result, double leastRatio, double evenRatio, double people) {}

  private Planned plan(PlanningProblem facts, String iso3, long budgetUsd, String goal, String more)
      throws IOException {
    String asked =
        "{\"countries\": [\"%s\"], \"budgetUsd\": %d, \"goal\": \"%s\", \"steps\": 2000%s}"
            .formatted(iso3, budgetUsd, goal, more);
    PlanResult result =
        Planner.plan(
            facts,
            ScenarioFile.read(asked.getBytes(StandardCharsets.UTF_8)),
            Progress.NONE,
            () -> false);
    Path to = folder.resolve(goal + more.length());
    PlanFolder planned = Planner.folder(facts, result);
    planned.write(to);
    Verification verified = Verifier.verify(to);
    assertThat(verified.broken()).as(goal).isEmpty();
    assertThat(verified.boundConfirmed()).as(goal).isTrue();
    return new Planned(
        result,
        ServedPeople.fairRatio(Welfare.LEAST_SHARE, facts, result.plan()),
        ServedPeople.fairRatio(Welfare.EQUITABLE_SHARE, facts, result.plan()),
        result.plan().totals().peopleServed());
  }

  private void plan(String iso3, long budgetUsd) throws IOException {
    PlanningProblem facts =
        ProblemAssembly.builtIn(
            List.of(iso3),
            CatalogueReader.builtIn(),
            ScenarioFile.DEFAULT.standard(),
            ScenarioFile.DEFAULT.money());
    Planned most = plan(facts, iso3, budgetUsd, "MOST_PEOPLE_UNDER_BUDGET", "");
    Planned floor = plan(facts, iso3, budgetUsd, "HIGHEST_DISTRICT_FLOOR", "");
    Planned even = plan(facts, iso3, budgetUsd, "HIGHEST_EQUITABLE_SHARE", "");
    String rural =
        ", \"fairness\": [{\"layer\": \"density\", \"group\": \"rural\", \"weightRatio\": 3}]";
    Planned weighed = plan(facts, iso3, budgetUsd, "MOST_PEOPLE_UNDER_BUDGET", rural);
    assertThat(floor.leastRatio()).isGreaterThan(most.leastRatio());
    assertThat(even.evenRatio()).isGreaterThanOrEqualTo(most.evenRatio());
    assertThat(even.evenRatio()).isGreaterThan(floor.evenRatio() - NEAR_RATIO);
    // what fairness costs: nobody gains more people than the plan that seeks most, but for its gap
    double bound = most.result().certificate().bound();
    for (Planned each : List.of(floor, even, weighed)) {
      assertThat(each.people()).isLessThanOrEqualTo(bound);
    }
    double gap = iso3.equals("MDG") ? MOST_GAP_MDG_RATIO : MOST_GAP_RATIO;
    assertThat(floor.result().certificate().gapRatio()).isBetween(0.0, gap);
    assertThat(even.result().certificate().gapRatio()).isBetween(0.0, gap);
    for (Planned each : List.of(most, floor, even, weighed)) {
      System.out.printf(
          "%s %s gap %.2f %% least %.1f %% even %.1f %% people %.0f%n",
          iso3,
          each.result().scenario().goal(),
          100 * each.result().certificate().gapRatio(),
          100 * each.leastRatio(),
          100 * each.evenRatio(),
          each.people());
    }
  }

  @Test
  void fairnessOfLesothoIsProvenAndItsPriceIsKnown() throws IOException {
    plan("LSO", 21_000_000);
  }

  @ParameterizedTest
  @Tag("exhaustive")
  @CsvSource({"BEN, 470000000", "KEN, 100000000", "MDG, 200000000"})
  void fairnessOfCountriesIsProvenAndItsPriceIsKnown(String iso3, long budgetUsd)
      throws IOException {
    plan(iso3, budgetUsd);
  }
}
