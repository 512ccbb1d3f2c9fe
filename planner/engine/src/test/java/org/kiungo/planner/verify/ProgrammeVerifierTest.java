package org.kiungo.planner.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.planner.Planner;
import org.kiungo.planner.explain.CostRange;
import org.kiungo.planner.explain.Explainer;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.Plan.Status;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Programme.PhaseAccount;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.programme.PlannedProgramme;
import org.kiungo.planner.programme.Timing;
import org.kiungo.planner.scenario.Phase;
import org.kiungo.planner.scenario.PlanResult;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.scenario.ScenarioBuilder;
import org.kiungo.planner.verify.check.Check;
import org.kiungo.planner.verify.check.Verification;

/** A programme's folder is accepted as it is, and every way to falsify its phases has a rule. */
class ProgrammeVerifierTest {

  private static PlanFolder planned;

  @TempDir private Path folder;

  @BeforeAll
  static void plan() {
    PlanningProblem problem = PlannedFolder.problem();
    PlanResult result =
        Planner.plan(
            problem,
            ScenarioBuilder.builder()
                .countries(List.of("BEN"))
                .phases(
                    List.of(
                        new Phase(2027, 2028, 500_000),
                        new Phase(2029, 2031, 300_000),
                        new Phase(2032, 2036, 200_000)))
                .locks(List.of(new Scenario.Lock("s20", "fwa", false)))
                .steps(300)
                .build(),
            Progress.NONE,
            () -> false);
    planned = Planner.folder(problem, result);
  }

  @BeforeEach
  void write() throws IOException {
    planned.write(folder);
  }

  @Test
  void theFolderIsAcceptedWithItsBoundAndReadBackEqual() throws IOException {
    Verification verified = Verifier.verify(folder);
    assertThat(verified.broken()).isEmpty();
    assertThat(verified.boundConfirmed()).isTrue();
    assertThat(planned.plan().programme().phases()).hasSize(3);
    assertThat(planned.certificate().rows()).hasSize(3);
    assertThat(PlanFolder.read(folder)).isEqualTo(planned);
    assertThat(years()).hasSizeGreaterThan(1);
    assertThat(planned.plan().settlements().get(20).technologyId()).isEqualTo("fwa");
  }

  /**
   * Where only terminals are offered each phase is bounded by itself, and the sum by other rules.
   */
  @Test
  void phasesOfTerminalsAloneNameWhatTheirBoundLeavesOut() throws IOException {
    PlanningProblem problem = PlannedFolder.problem();
    Scenario scenario =
        ScenarioBuilder.builder()
            .countries(List.of("BEN"))
            .phases(List.of(new Phase(2027, 2029, 20_000), new Phase(2030, 2036, 30_000)))
            .technologyIds(List.of("leo"))
            .steps(20)
            .build();
    PlannedFolder.plan(problem, scenario, folder);
    assertThat(Verifier.verify(folder).broken()).isEmpty();
  }

  /** As doubles these sum to a hair less than they are, a cent less by whole cents. */
  @Test
  void budgetsWhoseSumNoDoubleHasAreProven() throws IOException {
    List<Phase> phases =
        List.of(
            new Phase(2027, 2028, 356_954.36),
            new Phase(2029, 2030, 422_375.56),
            new Phase(2031, 2036, 401_423.44));
    assertThat(Phase.cumulativeUsd(phases)[2]).isLessThan(1_180_753.36);
    Scenario scenario =
        ScenarioBuilder.builder().countries(List.of("BEN")).phases(phases).steps(20).build();
    PlannedFolder.plan(PlannedFolder.problem(), scenario, folder);
    Verification verified = Verifier.verify(folder);
    assertThat(verified.broken()).isEmpty();
    assertThat(verified.boundConfirmed()).isTrue();
  }

  private static List<Integer> years() {
    return planned.plan().settlements().stream()
        .map(each -> each.buildYear())
        .filter(year -> year > 0)
        .distinct()
        .toList();
  }

  private List<String> brokenAfter(String file, UnaryOperator<String> forge) throws IOException {
    Path path = folder.resolve(file);
    String text = Files.readString(path);
    String forged = forge.apply(text);
    assertThat(forged).isNotEqualTo(text);
    Files.writeString(path, forged);
    return Verifier.verify(folder).broken().stream().map(Check::code).toList();
  }

  /** Replaces in the line that holds an id. */
  private static UnaryOperator<String> inLineOf(String id, String found, String replaced) {
    return text ->
        text.lines()
            .map(line -> line.contains(id) ? line.replaceFirst(found, replaced) : line)
            .reduce((a, b) -> a + "\n" + b)
            .orElseThrow();
  }

  @Test
  void whoIsServedLaterIsToldWhatItWouldHaveTakenBefore() {
    PlanResult result = new PlanResult(planned.scenario(), planned.plan(), planned.certificate());
    Explainer explainer = Planner.explainer(planned.problem(), result);
    for (SettlementService each : planned.plan().settlements()) {
      Timing timing = explainer.explain(each.settlementId()).timing();
      if (each.technologyId().isEmpty()) {
        assertThat(timing).isNull();
      } else {
        assertThat(timing.buildYear()).isEqualTo(each.buildYear());
        assertThat(timing.phase() == 1 || timing.extraUsd() > timing.leftUsd())
            .as("%s %s", each.settlementId(), timing)
            .isTrue();
      }
    }
    Plan again = new PlannedProgramme(planned.problem(), planned.plan()).repriced();
    assertThat(again.totals().lifetimeCostUsd())
        .isEqualTo(planned.plan().totals().lifetimeCostUsd());
    assertThat(again.sites()).isEqualTo(planned.plan().sites());
    CostRange range = CostRange.of(planned.problem(), planned.plan());
    assertThat(again.totals().lifetimeCostUsd())
        .isBetween(range.low().lifetimeCostUsd(), range.high().lifetimeCostUsd());
  }

  @Test
  void moneySpentBeforeItCameInIsRefused() throws IOException {
    List<String> broken =
        brokenAfter(
            "scenario.json",
            text -> text.replaceFirst("\"budgetUsd\" : 500000.0", "\"budgetUsd\" : 5000.0"));
    assertThat(broken).contains("phase.money");
  }

  @Test
  void aLinkBuiltAfterWhatHangsOnItIsRefused() throws IOException {
    BuiltLink first =
        planned.plan().links().stream()
            .filter(link -> link.buildYear() == 2027)
            .findFirst()
            .orElseThrow();
    List<String> broken =
        brokenAfter(
            "links.geojson",
            inLineOf("\"" + first.id() + "\"", "\"buildYear\":2027", "\"buildYear\":2032"));
    assertThat(broken).contains("phase.order", "buildYear");
  }

  @Test
  void whoIsServedBeforeTheSiteStandsIsRefused() throws IOException {
    AccessSite first =
        planned.plan().sites().stream()
            .filter(site -> site.buildYear() == 2027)
            .findFirst()
            .orElseThrow();
    List<String> broken = brokenAfter("sites.csv", inLineOf(first.id() + ",", ",2027,", ",2032,"));
    assertThat(broken).contains("phase.service", "buildYear");
  }

  @Test
  void otherPeopleInAPhaseAreRefused() throws IOException {
    PhaseAccount second = planned.plan().programme().phases().get(1);
    String people = "\"peopleServed\" : " + second.peopleServed();
    assertThat(brokenAfter("plan.json", text -> text.replace(people, "\"peopleServed\" : 1.0")))
        .contains("phase.people");
  }

  @Test
  void anotherYearOfServiceIsRefused() throws IOException {
    String id =
        planned.plan().settlements().stream()
            .filter(each -> each.status() == Status.STANDARD && each.buildYear() > 2027)
            .findFirst()
            .orElseThrow()
            .settlementId();
    List<String> broken =
        brokenAfter(
            "plan.geojson", inLineOf("\"" + id + "\"", "\"buildYear\":20..", "\"buildYear\":2027"));
    assertThat(broken).contains("settlement.cost", "phase.number", "phase.account", "phase.people");
  }

  @Test
  void aYearInWhichNoPhaseBeginsIsRefused() throws IOException {
    assertThat(
            brokenAfter(
                "plan.geojson",
                text -> text.replaceFirst("\"buildYear\":2027", "\"buildYear\":2028")))
        .contains("buildYear");
  }

  @Test
  void aTableThatTellsOtherwiseIsRefused() throws IOException {
    assertThat(brokenAfter("programme.csv", text -> text.replaceFirst("\n1,2027", "\n1,2026")))
        .containsExactly("phase.table");
  }

  @Test
  void aBoundThatIsNotTheSumOfItsRowsIsRefused() throws IOException {
    double bound = planned.certificate().rows().get(0).boundPeople();
    assertThat(
            brokenAfter(
                "certificate.json",
                text ->
                    text.replace("\"boundPeople\" : " + bound, "\"boundPeople\" : " + bound * 0.9)))
        .contains("bound.rows", "bound.proven");
  }
}
