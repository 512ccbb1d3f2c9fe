package org.kiungo.web.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.geodata.problem.ProblemAssembly;
import org.kiungo.geodata.reference.DefaultBudget;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.Planner;
import org.kiungo.planner.SeededSample;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.verify.FolderVerifier;
import org.kiungo.planner.verify.check.Verdict;
import org.kiungo.planner.verify.check.Verification;
import org.kiungo.web.scenario.InstalledFacts;

/**
 * The plan that Kiungo makes of a country by itself is proven, of each of them; whatever is drawn
 * is among the smaller ones, {@code -Dkiungo.sample.all=true} takes all.
 */
class OwnPlansTest {

  /** Moves do not matter for what must hold. */
  private static final long STEPS = 5;

  private static final int SMALL = 12;

  @TempDir private Path temp;

  @TestFactory
  List<DynamicTest> everyDefaultPlanIsProven() {
    List<Scenario> all = new ArrayList<>();
    for (Scenario each : SampleScenarios.of(Reference.builtIn(), STEPS)) {
      // of the first country's three budgets the default one
      if (each.budgetUsd() == DefaultBudget.usd(Reference.builtIn(), each.countries())) {
        all.add(each);
      }
    }
    assertThat(all).hasSize(54);
    List<Scenario> some = SeededSample.takesAll() ? all : all.subList(0, SMALL);
    return SeededSample.of("own plans", some, 2, Scenario::name).stream()
        .map(each -> DynamicTest.dynamicTest(each.name(), () -> assertProven(each)))
        .toList();
  }

  /** Each country has its neighbours on a plane of its own, however far apart they lie. */
  @Test
  void aPlanOfCountriesAtOtherLatitudesIsProven() throws IOException {
    Scenario two =
        SampleScenarios.of(Reference.builtIn(), STEPS)
            .get(0)
            .with()
            .countries(List.of("TUN", "GMB"))
            .budgetUsd(1e6)
            .build();
    assertProven(two);
  }

  private void assertProven(Scenario scenario) throws IOException {
    PlanningProblem facts =
        ProblemAssembly.builtIn(
            scenario.countries(), CatalogueReader.builtIn(), scenario.standard(), scenario.money());
    Path folder = temp.resolve(scenario.countries().get(0));
    Planner.folder(facts, Planner.plan(facts, scenario, List.of(), Progress.NONE, () -> false))
        .write(folder);
    Verification found = FolderVerifier.verify(folder, InstalledFacts.ofThisJar());
    assertThat(found.broken()).isEmpty();
    assertThat(found.open()).isEmpty();
    assertThat(found.verdict()).isEqualTo(Verdict.PROVEN);
  }
}
