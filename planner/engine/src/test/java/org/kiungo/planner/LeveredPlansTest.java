package org.kiungo.planner;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.policy.LeverDescription;
import org.kiungo.planner.policy.Levers;
import org.kiungo.planner.policy.PolicyLever;
import org.kiungo.planner.policy.lever.CoverageObligation;
import org.kiungo.planner.policy.lever.DigOnce;
import org.kiungo.planner.policy.lever.ImportDuty;
import org.kiungo.planner.policy.lever.PassiveSharing;
import org.kiungo.planner.policy.lever.SharedRuralNetwork;
import org.kiungo.planner.scenario.PlanResult;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.verify.Verifier;
import org.kiungo.planner.verify.check.Check;

/** Levers as a scenario pulls them. */
class LeveredPlansTest {

  private static final PlanningProblem WORLD = SmallWorlds.random(3, 9);
  private static final double BUDGET_USD = 400_000;

  @TempDir private Path temp;

  private static PlanResult plan(PlanningProblem world, List<PolicyLever> levers) {
    Scenario scenario = SmallWorlds.scenario(BUDGET_USD, 200).withLevers(levers);
    return Planner.plan(world, scenario, Progress.NONE, () -> false);
  }

  private Map<String, String> folder(String name, PlanResult result) throws IOException {
    Path folder = temp.resolve(name);
    Planner.folder(WORLD, result).write(folder);
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : all.toList()) {
        files.put(file.getFileName().toString(), Files.readString(file, ISO_8859_1));
      }
    }
    return files;
  }

  static List<LeverDescription> levers() {
    return Levers.all();
  }

  @Test
  void neutralLeversGiveTheSameBytes() throws IOException {
    List<PolicyLever> neutral =
        Levers.all().stream()
            .filter(lever -> lever.excludes().isEmpty())
            .map(LeverDescription::neutral)
            .toList();
    PlanResult pulled = plan(WORLD, neutral);
    PlanResult same =
        new PlanResult(
            pulled.scenario().withLevers(List.of()),
            pulled.plan(),
            pulled.certificate(),
            pulled.proof());
    assertThat(folder("neutral", same)).isEqualTo(folder("none", plan(WORLD, List.of())));
    for (LeverDescription lever : Levers.all()) {
      PlanResult alone = plan(WORLD, List.of(lever.neutral()));
      assertThat(alone.plan().equals(same.plan())).as(lever.id()).isTrue();
      assertThat(alone.certificate()).as(lever.id()).isEqualTo(same.certificate());
    }
  }

  @Test
  void theOrderInAScenarioDoesNotMatter() {
    List<PolicyLever> levers =
        new ArrayList<>(List.of(new ImportDuty(0.17), new PassiveSharing(3), new DigOnce(0.31)));
    PlanResult one = plan(WORLD, levers);
    Collections.reverse(levers);
    assertThat(plan(WORLD, levers).plan()).isEqualTo(one.plan());
  }

  @ParameterizedTest
  @MethodSource("levers")
  void everyLeveredPlanIsVerifiedFromItsFiles(LeverDescription lever) throws IOException {
    PolicyLever pulled =
        lever.id().equals("coverage-obligation") ? new CoverageObligation(1000) : lever.example();
    folder(lever.id(), plan(WORLD, List.of(pulled)));
    List<Check> wrong =
        Verifier.verify(temp.resolve(lever.id())).checks().stream()
            .filter(check -> check.wrong() > 0)
            .toList();
    assertThat(wrong).isEmpty();
  }

  @Test
  void anObligationServesEveryPlaceFromItsSizeOn() {
    PlanningProblem line = SmallWorlds.line(4);
    double enough = 600_000;
    Scenario base = SmallWorlds.scenario(enough, 100);
    Scenario obliged = base.withLevers(List.of(new CoverageObligation(500)));
    PlanResult result = Planner.plan(line, obliged, Progress.NONE, () -> false);
    assertThat(result.plan().totals().peopleUnserved()).isZero();
    assertThat(result.certificate().bound())
        .isGreaterThanOrEqualTo(result.certificate().value() - 1e-6);
  }

  @Test
  void aSharedRuralNetworkIsCheaperWhereFewLiveAndNowhereElse() {
    PlanningProblem town = SmallWorlds.line(2);
    Scenario shared = SmallWorlds.scenario(1e6, 0).withLevers(List.of(new SharedRuralNetwork(2)));
    double dense = 500 / 0.5;
    assertThat(dense).isGreaterThan(300);
    PlanResult before =
        Planner.plan(town, SmallWorlds.scenario(1e6, 0), Progress.NONE, () -> false);
    PlanResult after = Planner.plan(town, shared, Progress.NONE, () -> false);
    assertThat(after.plan()).isEqualTo(before.plan());
    PlanningProblem rural =
        SmallWorlds.problem(
            List.of(SmallWorlds.settlement("s1", 2, 9.1, 100)),
            List.of(SmallWorlds.node("N", 2, 9)),
            List.of(),
            List.of(),
            List.of(SmallWorlds.mast()));
    double whole = siteUsd(rural, SmallWorlds.scenario(1e6, 0));
    assertThat(siteUsd(rural, shared)).isEqualTo(whole / 2);
  }

  private static double siteUsd(PlanningProblem problem, Scenario scenario) {
    return Planner.plan(problem, scenario, Progress.NONE, () -> false)
        .plan()
        .sites()
        .get(0)
        .capexUsd();
  }
}
