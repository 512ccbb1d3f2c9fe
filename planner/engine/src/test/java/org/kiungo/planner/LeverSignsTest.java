package org.kiungo.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kiungo.planner.demand.Demand;
import org.kiungo.planner.explain.Repriced;
import org.kiungo.planner.finance.PlanFinance;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.Plan.Status;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.policy.Lever.Effect;
import org.kiungo.planner.policy.LeverDescription;
import org.kiungo.planner.policy.Levers;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.scenario.ScenarioFacts;

/**
 * The direction of every lever, everything else equal, on a sample of three countries and, among
 * the exhaustive tests, on all of them: the same decisions are priced again under the lever, and
 * what places miss and the fund does not bring is compared. What levers do to plans that are made
 * again is measured by {@code PolicyBenchmark}.
 */
@Tag("slow")
class LeverSignsTest {

  private static final long SEED = 16;
  private static final int SETTLEMENTS = 800;

  @ParameterizedTest
  @Tag("exhaustive")
  @ValueSource(strings = {"LSO", "BEN", "KEN"})
  void everyLeverPushesAWholeCountryTheWayItsRecordSays(String country) throws IOException {
    assertPushes(country, problem(country));
  }

  @ParameterizedTest
  @ValueSource(strings = {"LSO", "BEN", "KEN"})
  void everyLeverPushesTheWayItsRecordSays(String country) throws IOException {
    assertPushes(country, LeverPairs.sample(problem(country), SEED, SETTLEMENTS));
  }

  private static PlanningProblem problem(String country) throws IOException {
    assumeTrue(
        Files.isDirectory(CountryData.root().resolve(country)),
        "skipped: " + country + " is not in the data folder " + CountryData.root());
    return CountryData.read(country);
  }

  private static void assertPushes(String country, PlanningProblem problem) {
    Scenario scenario = LeverPairs.scenario(country, Double.NaN);
    Plan plan = Planner.plan(problem, scenario, Progress.NONE, () -> false).plan();
    PlanningProblem facts = ScenarioFacts.of(problem, scenario);
    long before = missingCents(facts, Repriced.of(facts, plan));
    assertThat(before).isPositive();
    // Parts of settlements are rounded to cents one by one.
    assertThat(before).isCloseTo(missingCents(facts, plan), within(plan.settlements().size() + 0L));
    for (LeverDescription lever : Levers.all()) {
      PlanningProblem levered = lever.example().applyTo(facts);
      String at = country + " " + lever.id();
      if (restricts(lever)) {
        double fewer = weightedPeople(levered, plan);
        double obliged = obligedPeople(levered);
        assertThat(fewer - obliged).as(at).isLessThan(weightedPeople(facts, plan));
        continue;
      }
      long after = missingCents(levered, Repriced.of(levered, plan));
      if (!touches(facts, levered, plan)) {
        assertThat(after).as(at).isEqualTo(before);
      } else if (lever.effect() == Effect.MORE_PUBLIC_MONEY) {
        assertThat(after).as(at).isGreaterThan(before);
      } else {
        assertThat(after).as(at).isLessThan(before);
      }
    }
  }

  /** False where a lever changes technologies alone, and none that the plan uses. */
  private static boolean touches(PlanningProblem facts, PlanningProblem levered, Plan plan) {
    Set<String> used = new HashSet<>();
    plan.settlements().forEach(s -> s.each().forEach(part -> used.add(part.technologyId())));
    return !withTechnologies(facts, used).equals(withTechnologies(levered, used));
  }

  private static PlanningProblem withTechnologies(PlanningProblem problem, Set<String> ids) {
    List<AccessTechnology> kept =
        problem.catalogue().technologies().stream().filter(t -> ids.contains(t.id())).toList();
    return problem.withCatalogue(problem.catalogue().withTechnologies(kept));
  }

  /** Levers that take choices away instead of changing prices. */
  private static boolean restricts(LeverDescription lever) {
    return List.of("satellite-landing-rights", "satellite-gateway", "coverage-obligation")
        .contains(lever.id());
  }

  private static long missingCents(PlanningProblem facts, Plan plan) {
    PlanFinance finance = PlanFinance.of(facts, plan);
    return finance.settlements().stream()
        .mapToLong(f -> f.account().gapCents() - f.fundCents())
        .sum();
  }

  /** People of the plan's choices that are still there, at the level of service they still give. */
  private static double weightedPeople(PlanningProblem facts, Plan plan) {
    double people = 0;
    for (SettlementService s : plan.settlements()) {
      for (AccessTechnology t : facts.catalogue().technologies()) {
        if (t.id().equals(s.technologyId())) {
          double ms = Math.max(s.roundTripMs(), t.roundTripMs().value());
          Status status = Demand.status(t.downlinkMbps().value(), ms, facts.standard());
          people += s.peopleServed() * Demand.weightRatio(status, facts.standard());
        }
      }
    }
    return people;
  }

  /** Places that an obligation takes out of the planner's hands. */
  private static double obligedPeople(PlanningProblem facts) {
    return facts.settlements().stream()
        .filter(facts.rules()::obliges)
        .mapToDouble(Settlement::population)
        .sum();
  }
}
