package org.kiungo.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kiungo.planner.compare.LeverPair;
import org.kiungo.planner.finance.PlanFinance;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.ScenarioFile;
import org.kiungo.planner.model.Certificate.Sense;
import org.kiungo.planner.model.InputRefused;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.policy.Lever.Effect;
import org.kiungo.planner.policy.LeverDescription;
import org.kiungo.planner.policy.MarketTerm;
import org.kiungo.planner.policy.PolicyLever;
import org.kiungo.planner.policy.UniversalServiceLevy;
import org.kiungo.planner.verify.Verifier;

/**
 * The direction in which every lever moves the plan that is made anew: more or fewer people, or,
 * where a lever leaves costs alone and so the decisions, more or less public money for the same.
 */
class LeverPairTest {

  @TempDir private Path temp;

  private static List<MarketTerm> terms(String country) {
    return List.of(
        new MarketTerm(country, "arpuLowUsdPerMonth", 1),
        new MarketTerm(country, "arpuMiddleUsdPerMonth", 3),
        new MarketTerm(country, "taxRatio", 0.3),
        new MarketTerm(country, "administrationRatio", 0.2),
        new MarketTerm(country, "marginRatio", 0.2),
        new MarketTerm(country, "spectrumUsdPerMhzPop", 0.07),
        new MarketTerm(country, "costOfCapitalRatio", 0.15));
  }

  /** With a levy, so that there is something to disburse. */
  private static Scenario scenario(String country) {
    return ScenarioFile.read("{\"steps\": 0}".getBytes(StandardCharsets.UTF_8))
        .withMarketTerms(terms(country))
        .withLevers(List.of(new UniversalServiceLevy(0.01)));
  }

  /** Pairs of all levers over one question without them; questions are prepared once. */
  private static Map<LeverDescription, LeverPair> pairs(
      PlanningProblem problem, Scenario scenario) {
    Map<String, PlanningQuestion> before = new TreeMap<>();
    Map<LeverDescription, LeverPair> pairs = new LinkedHashMap<>();
    for (LeverDescription lever : LeverDescription.all()) {
      PolicyLever pulled = lever.example();
      Scenario without = LeverPair.without(scenario, pulled);
      PlanningQuestion question =
          before.computeIfAbsent(
              without.levers().toString(), k -> new PlanningQuestion(problem, without));
      PlanningQuestion after = new PlanningQuestion(problem, LeverPair.pulled(scenario, pulled));
      pairs.put(lever, LeverPair.run(problem, question, after, Progress.NONE, () -> false));
    }
    return pairs;
  }

  /** People whom the lever adds for the same money, the other way round where it costs money. */
  private static double gain(LeverDescription lever, LeverPair pair) {
    double more = pair.with().certificate().value() - pair.without().certificate().value();
    return lever.effect() == Effect.LESS_PUBLIC_MONEY ? more : -more;
  }

  /** Public money, or for subsidies what places miss beside it, that the lever saves or costs. */
  private static double saved(LeverDescription lever, PlanningProblem problem, LeverPair pair) {
    double less = missingUsd(problem, pair.without()) - missingUsd(problem, pair.with());
    return lever.effect() == Effect.MORE_PUBLIC_MONEY ? -less : less;
  }

  private static double missingUsd(PlanningProblem problem, PlanResult result) {
    PlanFinance finance = PlanFinance.of(Planner.facts(problem, result.scenario()), result.plan());
    return finance.settlements().stream()
            .mapToLong(each -> each.account().gapCents() - each.fundCents())
            .sum()
        / 100.0;
  }

  private static boolean sameDecisions(LeverPair pair) {
    return decisions(pair.without().plan()).equals(decisions(pair.with().plan()));
  }

  private static List<String> decisions(Plan plan) {
    return Stream.concat(
            plan.settlements().stream().map(s -> s.settlementId() + s.technologyId() + s.siteId()),
            plan.links().stream().map(Plan.BuiltLink::id))
        .toList();
  }

  /** The same questions on small worlds, where a search ends now here, now there. */
  private static List<Scenario> questions() {
    Scenario base =
        SmallWorlds.scenario(200_000, 50)
            .withMarketTerms(terms("BEN"))
            .withLevers(List.of(new UniversalServiceLevy(0.01)));
    return List.of(
        base,
        base.withTarget(0.5).withBudgetUsd(Double.NaN),
        base.withPublicBudgetUsd(60_000),
        base.withPublicTarget(0.5));
  }

  @Test
  void aLeverNeverMovesAPlanTheOtherWayWhateverItStrivesFor() {
    int moved = 0;
    for (int seed = 0; seed < 12; seed++) {
      PlanningProblem world = SmallWorlds.random(seed, 7);
      for (Scenario scenario : questions()) {
        for (LeverDescription lever : LeverDescription.all()) {
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
            double gain = most ? gain(lever, pair) : -gain(lever, pair);
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
    assertThat(moved).isGreaterThan(200);
  }

  @Test
  void bothPlansOfAPairAreVerifiedFromTheirFilesAndComeOutTheSameAgain() throws IOException {
    PlanningProblem world = SmallWorlds.random(3, 9);
    for (Scenario scenario : questions()) {
      PolicyLever lever = LeverDescription.named("dig-once").example();
      LeverPair pair = LeverPair.run(world, scenario, lever, Progress.NONE, () -> false);
      LeverPair again = LeverPair.run(world, scenario, lever, Progress.NONE, () -> false);
      assertThat(again.with().plan()).isEqualTo(pair.with().plan());
      assertThat(again.without().plan()).isEqualTo(pair.without().plan());
      for (PlanResult result : List.of(pair.without(), pair.with())) {
        Path folder = temp.resolve(scenario.goal() + "" + result.hashCode());
        PlanFolder.of(world, result).write(folder);
        assertThat(Verifier.verify(folder).checks().stream().filter(c -> c.wrong() > 0)).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"LSO, 60"})
  void everyLeverMovesThePlanMadeAnewTheWayItsRecordSays(String country, double millionUsd)
      throws IOException {
    assumeTrue(
        Files.isDirectory(CountryData.root().resolve(country)),
        "skipped: " + country + " is not in the data folder " + CountryData.root());
    PlanningProblem problem = CountryData.read(country);
    int moved = 0;
    Scenario scenario = scenario(country).withBudgetUsd(millionUsd * 1e6);
    for (var each : pairs(problem, scenario).entrySet()) {
      LeverDescription lever = each.getKey();
      LeverPair pair = each.getValue();
      String at = country + " " + lever.id();
      double people = gain(lever, pair);
      assertThat(people).as(at).isGreaterThanOrEqualTo(0);
      assertThat(pair.with().certificate().gapRatio()).as(at).isBetween(-1e-9, 1.0);
      double usd = sameDecisions(pair) ? saved(lever, problem, pair) : 0;
      assertThat(usd).as(at).isGreaterThanOrEqualTo(0);
      moved += people > 0 || usd > 0 ? 1 : 0;
      System.out.printf("%s: people %+.0f, public money %+.0f USD%n", at, people, usd);
    }
    assertThat(moved).isGreaterThanOrEqualTo(16);
  }
}
