package org.kiungo.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.money.CountryEconomics;
import org.kiungo.planner.model.money.EconomicTerm;
import org.kiungo.planner.model.value.Figure;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.scenario.PlanResult;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.verify.Verifier;
import org.kiungo.planner.verify.check.Check;
import org.kiungo.planner.verify.check.Verification;

/** Plans for public money, on small worlds. */
@Tag("slow")
class PublicMoneyTest {

  @TempDir private Path temp;

  static PlanningProblem world(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<EconomicTerm, Figure> terms = new EnumMap<>(EconomicTerm.class);
    terms.put(EconomicTerm.ARPU_LOW, SmallWorlds.figure(1 + 14 * random.nextDouble()));
    terms.put(EconomicTerm.ARPU_MIDDLE, SmallWorlds.figure(5 + 20 * random.nextDouble()));
    terms.put(EconomicTerm.TAX, SmallWorlds.figure(0.3 * random.nextDouble()));
    terms.put(EconomicTerm.ADMINISTRATION, SmallWorlds.figure(0.2));
    terms.put(EconomicTerm.MARGIN, SmallWorlds.figure(0.2 * random.nextDouble()));
    terms.put(EconomicTerm.SPECTRUM, SmallWorlds.figure(0.1 * random.nextDouble()));
    terms.put(EconomicTerm.COST_OF_CAPITAL, SmallWorlds.figure(0.3 * random.nextDouble()));
    if (random.nextBoolean()) {
      terms.put(EconomicTerm.CROSS_SUBSIDY, SmallWorlds.figure(random.nextDouble()));
      terms.put(EconomicTerm.UNIVERSAL_SERVICE_LEVY, SmallWorlds.figure(0.1));
      terms.put(EconomicTerm.UNIVERSAL_SERVICE_DISBURSED, SmallWorlds.figure(random.nextDouble()));
    }
    return SmallWorlds.random(seed, 3 + random.nextInt(6))
        .withEconomics(List.of(new CountryEconomics("BEN", terms)));
  }

  private static PlanResult plan(PlanningProblem world, Scenario scenario) {
    return Planner.plan(world, scenario, Progress.NONE, () -> false);
  }

  private static void assertProven(Path folder, String at) {
    Verification verified = Verifier.verify(folder);
    assertThat(verified.checks().stream().filter(c -> c.wrong() > 0)).as(at).isEmpty();
    assertThat(verified.boundConfirmed()).as(at).isTrue();
  }

  @Test
  void plansKeepTheirPublicBudgetAndAreVerifiedFromTheirFiles() throws IOException {
    for (long seed : SeededSample.seeds("worlds of public budgets", 60, 15)) {
      PlanningProblem world = world(seed);
      double budgetUsd = 20_000 + 5_000 * seed;
      Scenario scenario = SmallWorlds.scenario(1, 100).withPublicBudgetAlone(budgetUsd);
      PlanResult result = plan(world, scenario);
      assertThat(result.plan().totals().viabilityGapUsd())
          .as("seed " + seed)
          .isLessThanOrEqualTo(budgetUsd);
      assertThat(result.certificate().gapRatio()).as("seed " + seed).isBetween(-1e-9, 1.0);
      Path folder = temp.resolve("p" + seed);
      Planner.folder(world, result).write(folder);
      assertProven(folder, "seed " + seed);
    }
  }

  @Test
  void theLeastPublicMoneyToATargetLiesAboveItsBoundAndIsVerified() throws IOException {
    for (long seed : SeededSample.seeds("worlds of public targets", 40, 10)) {
      PlanningProblem world = world(seed);
      Scenario scenario = SmallWorlds.scenario(1, 100).withPublicTarget(0.5);
      PlanResult result = plan(world, scenario);
      assertThat(result.certificate().value())
          .as("seed " + seed)
          .isEqualTo(result.plan().totals().viabilityGapUsd())
          .isGreaterThanOrEqualTo(result.certificate().bound());
      Path folder = temp.resolve("t" + seed);
      Planner.folder(world, result).write(folder);
      assertProven(folder, "seed " + seed);
    }
  }

  @Test
  void bothCapsAreKeptAndTheBoundIsTheLesserOfTheTwo() throws IOException {
    int both = 0;
    List<Long> worlds = SeededSample.seeds("worlds of both caps", 30, 9);
    for (long seed : worlds) {
      PlanningProblem world = world(seed);
      Scenario cost = SmallWorlds.scenario(100_000 + 5_000 * seed, 50);
      Scenario publicMoney = cost.withPublicBudgetAlone(15_000 + 3_000 * seed);
      Scenario caps =
          cost.withPublicBudgetAlone(publicMoney.publicBudgetUsd()).withBudgetUsd(cost.budgetUsd());
      PlanResult result = plan(world, caps);
      String at = "seed " + seed;
      assertThat(result.plan().totals().lifetimeCostUsd())
          .as(at)
          .isLessThanOrEqualTo(caps.budgetUsd());
      assertThat(result.plan().totals().viabilityGapUsd())
          .as(at)
          .isLessThanOrEqualTo(caps.publicBudgetUsd());
      double lesser =
          Math.min(
              plan(world, cost).certificate().bound(),
              plan(world, publicMoney).certificate().bound());
      assertThat(result.certificate().bound()).as(at).isCloseTo(lesser, within(1e-6));
      assertThat(result.certificate().gapRatio()).as(at).isBetween(-1e-9, 1.0);
      both += result.certificate().value() > 0 ? 1 : 0;
      Path folder = temp.resolve("b" + seed);
      Planner.folder(world, result).write(folder);
      assertProven(folder, at);
    }
    assertThat(both).isGreaterThan(worlds.size() * 2 / 3);
  }

  @Test
  void aTighterBoundOnPublicMoneyThanTheProofGivesIsRefused() throws IOException {
    Scenario base = SmallWorlds.scenario(1, 100);
    for (Scenario scenario :
        List.of(base.withPublicBudgetAlone(80_000), base.withPublicTarget(0.5))) {
      int forged = 0;
      for (long seed = 0; seed < 40 && forged < 3; seed++) {
        PlanResult result = plan(world(seed), scenario);
        Certificate c = result.certificate();
        if (c.bound() > 0) {
          boolean most = c.sense() == Certificate.Sense.MAXIMISE;
          PlanResult other = forged(result, c.bound() * (most ? 0.999 : 1.001));
          Path folder = temp.resolve(c.sense() + "" + seed);
          Planner.folder(world(seed), other).write(folder);
          assertThat(Verifier.verify(folder).broken().stream().map(Check::code))
              .as("%s, seed %d", c.sense(), seed)
              .contains("bound.proven");
          forged++;
        }
      }
      assertThat(forged).isEqualTo(3);
    }
  }

  private static PlanResult forged(PlanResult result, double bound) {
    Certificate c = result.certificate();
    Certificate tighter =
        new Certificate(
            c.sense(),
            c.value(),
            bound,
            Certificate.gapRatio(c.sense(), c.value(), bound),
            c.lambdaPeoplePerUsd(),
            c.method(),
            c.candidateGraph(),
            c.relaxed(),
            c.seed(),
            c.steps(),
            c.engineVersion(),
            c.catalogueVersion());
    return new PlanResult(result.scenario(), result.plan(), tighter, result.proof());
  }

  @Test
  void whoeverAsksForPublicMoneyMustKnowTheRevenue() {
    Scenario scenario = SmallWorlds.scenario(1, 0).withPublicBudgetAlone(1e6);
    assertThatThrownBy(() -> plan(SmallWorlds.cross(), scenario))
        .isInstanceOfSatisfying(
            InputRefused.class,
            e -> {
              assertThat(e.code()).isEqualTo("finance.unknown");
              assertThat(e.arguments().toString()).contains("BEN arpuLowUsdPerMonth");
            });
  }
}
