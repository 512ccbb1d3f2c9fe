package org.kiungo.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kiungo.planner.compare.LeverPair;
import org.kiungo.planner.model.Certificate.Sense;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.policy.Lever.Effect;
import org.kiungo.planner.policy.LeverDescription;
import org.kiungo.planner.policy.Levers;
import org.kiungo.planner.policy.PolicyLever;
import org.kiungo.planner.policy.lever.UniversalServiceLevy;
import org.kiungo.planner.scenario.PlanResult;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.verify.Verifier;

/**
 * The direction in which every lever moves the plan that is made anew: more or fewer people, or,
 * where a lever leaves costs alone and so the decisions, more or less public money for the same.
 */
@Tag("slow")
class LeverPairTest {

  /** Of nineteen, more than may have nothing to move. */
  private static final int LEVERS = 6;

  private static final List<Integer> WORLDS = List.of(0, 1, 2, 3);

  @TempDir private Path temp;

  /** The same questions on small worlds, where a search ends now here, now there. */
  private static List<Scenario> questions() {
    Scenario base =
        SmallWorlds.scenario(200_000, 50)
            .withMarketTerms(LeverPairs.terms("BEN"))
            .withLevers(List.of(new UniversalServiceLevy(0.01)));
    return List.of(
        base,
        base.withTarget(0.5).withBudgetUsd(Double.NaN),
        base.withPublicBudgetAlone(60_000),
        base.withPublicTarget(0.5));
  }

  private static List<Scenario> asked(String what, int count) {
    return SeededSample.of(what, questions(), count, LeverPairTest::told);
  }

  private static String told(Scenario scenario) {
    return scenario.goal() + " " + scenario.publicBudgetUsd();
  }

  @Test
  void aLeverNeverMovesAPlanTheOtherWayWhateverItStrivesFor() {
    int moved = 0;
    List<Integer> worlds = SeededSample.of("worlds of levers", WORLDS, 1);
    for (int seed : worlds) {
      PlanningProblem world = SmallWorlds.random(seed, 7);
      for (Scenario scenario : questions()) {
        for (LeverDescription lever : Levers.all()) {
          boolean isPublic =
              scenario.goal() == Scenario.Goal.LEAST_PUBLIC_MONEY_TO_TARGET
                  || !Double.isNaN(scenario.publicBudgetUsd());
          // where capital is dear, a subsidy may save public money or cost it
          if (isPublic && lever.effect() == Effect.SMALLER_VIABILITY_GAP) {
            continue;
          }
          try {
            LeverPair pair =
                LeverPair.run(world, scenario, lever.example(), Progress.NONE, () -> false);
            boolean most = pair.with().certificate().sense() == Sense.MAXIMISE;
            double gain = most ? LeverPairs.gain(lever, pair) : -LeverPairs.gain(lever, pair);
            assertThat(gain)
                .as("seed %d, %s, %s", seed, scenario.goal(), lever.id())
                .isGreaterThanOrEqualTo(0);
            assertThat(pair.with().certificate().gapRatio()).isBetween(-1e-9, 1.0);
            moved += gain > 0 ? 1 : 0;
          } catch (InputRefused outOfReach) {
            assertThat(outOfReach.code()).isIn("target.unreachable", "lock.overBudget");
          }
        }
      }
    }
    assertThat(moved).isGreaterThan(15 * worlds.size());
  }

  @Test
  void bothPlansOfAPairAreVerifiedFromTheirFilesAndComeOutTheSameAgain() throws IOException {
    PlanningProblem world = SmallWorlds.random(3, 9);
    for (Scenario scenario : asked("questions of a pair", 2)) {
      PolicyLever lever = Levers.named("dig-once").example();
      LeverPair pair = LeverPair.run(world, scenario, lever, Progress.NONE, () -> false);
      LeverPair again = LeverPair.run(world, scenario, lever, Progress.NONE, () -> false);
      assertThat(again.with().plan()).isEqualTo(pair.with().plan());
      assertThat(again.without().plan()).isEqualTo(pair.without().plan());
      for (PlanResult result : List.of(pair.without(), pair.with())) {
        Path folder = temp.resolve(scenario.goal() + "" + result.hashCode());
        Planner.folder(world, result).write(folder);
        assertThat(Verifier.verify(folder).checks().stream().filter(c -> c.wrong() > 0)).isEmpty();
      }
    }
  }

  @Test
  @Tag("exhaustive")
  void everyLeverMovesThePlanOfAWholeCountryTheWayItsRecordSays() throws IOException {
    leversMoveThePlanMadeAnewTheWayTheirRecordsSay("LSO", 27.48, -29.31, 5000, 60, 3);
  }

  /** A city of one of the countries, or of each. */
  static List<Arguments> cities() {
    return SeededSample.of(
        "cities of levers",
        List.of(
            Arguments.of("LSO", 27.48, -29.31, 300, 12, 4),
            Arguments.of("BEN", 2.63, 9.34, 800, 15, 4),
            Arguments.of("KEN", 34.76, -0.1, 500, 80, 5)),
        1,
        each -> String.valueOf(each.get()[0]));
  }

  /**
   * What lies around a city, for some of the levers; all of them, and Lesotho whole, among the
   * exhaustive tests, others in the benchmark.
   *
   * @param still levers at most that have nothing to move there
   */
  @ParameterizedTest
  @MethodSource("cities")
  void leversMoveThePlanMadeAnewTheWayTheirRecordsSay(
      String country, double lon, double lat, int settlements, double millionUsd, int still)
      throws IOException {
    assumeTrue(
        Files.isDirectory(CountryData.root().resolve(country)),
        "skipped: " + country + " is not in the data folder " + CountryData.root());
    PlanningProblem problem =
        LeverPairs.around(CountryData.read(country), new LonLat(lon, lat), settlements);
    List<LeverDescription> levers = Levers.all();
    List<LeverDescription> pulled =
        SeededSample.of("levers in " + country, levers, LEVERS, LeverDescription::id);
    List<String> unmoved = new ArrayList<>();
    Scenario scenario = LeverPairs.scenario(country, millionUsd * 1e6);
    for (var each : LeverPairs.of(problem, scenario, pulled).entrySet()) {
      LeverDescription lever = each.getKey();
      LeverPair pair = each.getValue();
      String at = country + " " + lever.id();
      double people = LeverPairs.gain(lever, pair);
      assertThat(people).as(at).isGreaterThanOrEqualTo(0);
      assertThat(pair.with().certificate().gapRatio()).as(at).isBetween(-1e-9, 1.0);
      double usd = LeverPairs.sameDecisions(pair) ? LeverPairs.savedUsd(lever, problem, pair) : 0;
      assertThat(usd).as(at).isGreaterThanOrEqualTo(0);
      if (people == 0 && usd == 0) {
        unmoved.add(lever.id());
      }
    }
    assertThat(unmoved).as(country).hasSizeLessThanOrEqualTo(still);
  }
}
