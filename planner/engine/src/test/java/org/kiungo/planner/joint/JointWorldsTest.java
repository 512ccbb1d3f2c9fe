package org.kiungo.planner.joint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.planner.PartnerPlanning;
import org.kiungo.planner.Planner;
import org.kiungo.planner.SeededSample;
import org.kiungo.planner.SmallWorlds;
import org.kiungo.planner.deploy.settings.DeploySettings;
import org.kiungo.planner.folder.funding.FundingFiles;
import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.partner.Currency;
import org.kiungo.planner.partner.Envelope;
import org.kiungo.planner.partner.Instrument;
import org.kiungo.planner.partner.Partner;
import org.kiungo.planner.partner.Partnership;
import org.kiungo.planner.partner.PhaseYears;
import org.kiungo.planner.partner.condition.CoFinance;
import org.kiungo.planner.partner.condition.Condition;
import org.kiungo.planner.partner.condition.Districts;
import org.kiungo.planner.partner.condition.Layers;
import org.kiungo.planner.partner.condition.Media;
import org.kiungo.planner.partner.condition.MostShare;
import org.kiungo.planner.partner.condition.OutsideDistricts;
import org.kiungo.planner.partner.condition.Technologies;
import org.kiungo.planner.programme.ProgrammeBruteForce;
import org.kiungo.planner.programme.ProgrammeExactnessTest;
import org.kiungo.planner.project.ProjectCut;
import org.kiungo.planner.scenario.Phase;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.scenario.ScenarioFacts;
import org.kiungo.planner.verify.Verifier;

/**
 * Random worlds of two or three places, two or three phases and partners, against the best network
 * that the partners could pay for, found by trying everything.
 */
@Tag("slow")
class JointWorldsTest {

  /** A world with a phase whose money is nearly free. */
  private static final long NEARLY_FREE = 200;

  private static final int WORLDS = 320;
  private static final int TAKEN = 4;
  private static final long SMALLEST_CENTS = 4_000_000;

  @TempDir private Path folder;

  private static PlanningProblem world(long seed, SplittableRandom random) {
    PlanningProblem world = ProgrammeExactnessTest.world(seed, random);
    List<Settlement> settlements = new ArrayList<>();
    for (Settlement each : world.settlements()) {
      settlements.add(each.withDistrict(random.nextBoolean() ? "North" : "South"));
    }
    return world.with().settlements(settlements).build();
  }

  private static List<String> districts(PlanningProblem world) {
    return world.settlements().stream().map(Settlement::district).distinct().toList();
  }

  private static Partnership partners(
      PlanningProblem world, List<Phase> phases, SplittableRandom random) {
    int count = 2 + random.nextInt(2);
    List<Partner> partners = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      List<Envelope> envelopes = new ArrayList<>();
      for (Phase each : phases) {
        double usd = Math.rint(each.budgetUsd() * 1.6 * random.nextDouble() / count * 2);
        envelopes.add(new Envelope(each.firstYear(), each.lastYear(), usd));
      }
      List<Condition> conditions = new ArrayList<>();
      int rules = random.nextInt(3);
      for (int c = 0; c < rules; c++) {
        conditions.add(condition(world, random));
      }
      partners.add(
          new Partner(
              String.valueOf((char) ('A' + k)),
              "Partner " + k,
              Partner.Kind.DONOR,
              Instrument.GRANT,
              Currency.USD,
              envelopes,
              random.nextInt(4) > 0,
              conditions,
              "",
              List.of()));
    }
    return new Partnership(partners, List.of());
  }

  private static Condition condition(PlanningProblem world, SplittableRandom random) {
    List<String> district = List.of(districts(world).get(0));
    return switch (random.nextInt(8)) {
      case 0 -> new Districts(district);
      case 1 -> new OutsideDistricts(district);
      case 2 -> new Technologies(List.of("mast"));
      case 3 -> new Media(List.of("microwave"));
      case 4 -> new Layers(List.of("access"));
      case 5 -> new Layers(List.of("backhaul", "backbone"));
      case 6 -> new CoFinance(0.3);
      default -> new MostShare(0.6, random.nextBoolean() ? List.of() : district);
    };
  }

  @Test
  void boundIsNeverBelowAndPlanSeldomBelowTheOptimum() throws Exception {
    SortedSet<Long> seeds =
        new TreeSet<>(
            SeededSample.of(
                "partners on " + WORLDS + " worlds",
                LongStream.rangeClosed(1, WORLDS).boxed().toList(),
                TAKEN));
    seeds.add(NEARLY_FREE);
    int optimal = 0;
    double lost = 0;
    double gap = 0;
    for (long seed : seeds) {
      SplittableRandom random = new SplittableRandom(seed);
      PlanningProblem problem = world(seed, random);
      List<Phase> phases = ProgrammeExactnessTest.phases(random);
      Partnership partners = partners(problem, phases, random);
      Scenario scenario =
          SmallWorlds.scenario(Double.NaN, 300)
              .with()
              .money(ProgrammeExactnessTest.MONEY)
              .phases(phases)
              .build();
      PartnerPlanning.Paid found =
          PartnerPlanning.plan(
              problem, scenario, partners, SMALLEST_CENTS, Progress.NONE, () -> false);
      Certificate certificate = found.plan().certificate();
      Path to = folder.resolve(Long.toString(seed));
      Planner.folder(problem, found.plan()).write(to);
      FundingFiles.write(to, found.funding());
      assertThat(Verifier.verify(to).broken()).as("seed %d", seed).isEmpty();
      assertThat(found.funding().totals().projectsFunded())
          .as("projects paid for, seed %d", seed)
          .isEqualTo(found.funding().projects().size());
      PlanningProblem facts = ScenarioFacts.of(problem, found.plan().scenario());
      double best =
          ProgrammeBruteForce.best(
              facts,
              found.plan().scenario().phases(),
              found.plan().scenario().phaseWeights(),
              new DeploySettings(Double.NaN, Double.NaN, List.of(), List.of(), List.of(), seed, 0),
              certificate.value(),
              plan -> isPayable(facts, found.plan().scenario(), plan, partners));
      assertThat(certificate.bound())
          .as("bound of seed %d", seed)
          .isGreaterThanOrEqualTo(best - 1e-6);
      if (certificate.value() < best - 1e-6) {
        System.out.printf("seed %d: %.1f of %.1f%n", seed, certificate.value(), best);
      }
      optimal += certificate.value() >= best - 1e-6 ? 1 : 0;
      lost += best == 0 ? 0 : (best - certificate.value()) / best;
      gap += certificate.bound() == 0 ? 0 : (certificate.bound() - best) / certificate.bound();
    }
    System.out.printf(
        "partners: %d of %d optimal, %.3f %% lost, bound %.2f %% above the optimum%n",
        optimal, seeds.size(), 100 * lost / seeds.size(), 100 * gap / seeds.size());
    assertThat(optimal).isGreaterThanOrEqualTo(seeds.size() * 3 / 4);
  }

  private static boolean isPayable(
      PlanningProblem facts, Scenario scenario, Plan plan, Partnership partners) {
    return PayableFlow.test(
        ProjectCut.of(facts, plan, scenario.phases(), SMALLEST_CENTS),
        partners,
        PhaseYears.of(scenario.phases(), scenario.money()));
  }
}
