package org.kiungo.planner.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.CountryData;
import org.kiungo.planner.Planner;
import org.kiungo.planner.deploy.plan.OptionHere;
import org.kiungo.planner.explain.Explanation.Binding;
import org.kiungo.planner.folder.ScenarioFile;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.Plan.Status;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.scenario.PlanResult;
import org.kiungo.planner.scenario.Scenario;

/**
 * Explanations of a plan of Kenya at fifty places drawn by chance, served, unserved and locked.
 * Reads {@code KEN} of the test data and skips without it.
 */
class KenyaExplainTest {

  private static final double BUDGET_USD = 1e9;
  private static final int PLACES = 50;
  private static final int LOCKED = 10;

  private static Scenario scenario;
  private static PlanResult result;
  private static Explainer explainer;
  private static List<String> drawn;
  private static Map<String, SettlementService> services;

  @BeforeAll
  static void plan() throws IOException {
    assumeTrue(
        Files.isDirectory(CountryData.root().resolve("KEN")),
        "no test data of Kenya; set KIUNGO_DATA");
    PlanningProblem problem = CountryData.read("KEN");
    drawn = new ArrayList<>();
    problem.settlements().forEach(s -> drawn.add(s.id()));
    Collections.shuffle(drawn, new Random(7));
    drawn = drawn.subList(0, PLACES);
    List<Scenario.Lock> locks = new ArrayList<>();
    for (int k = 0; k < LOCKED; k++) {
      boolean forbid = k % 2 == 0;
      locks.add(new Scenario.Lock(drawn.get(k), forbid ? "*" : "lte-light", forbid));
    }
    scenario =
        ScenarioFile.read("{\"steps\": 0}".getBytes(StandardCharsets.UTF_8))
            .withBudgetUsd(BUDGET_USD)
            .withLocks(locks);
    result = Planner.plan(problem, scenario, Progress.NONE, () -> false);
    explainer = Planner.explainer(problem, result);
    services = new HashMap<>();
    result.plan().settlements().forEach(s -> services.put(s.settlementId(), s));
  }

  @Test
  void theDrawHasServedAndUnservedPlaces() {
    List<String> free = drawn.subList(LOCKED, PLACES);
    assertThat(free).anyMatch(id -> services.get(id).status() == Status.UNSERVED);
    assertThat(free).anyMatch(id -> services.get(id).status() != Status.UNSERVED);
  }

  @Test
  void everyPlaceListsItsOptionsWithCostAndQuality() {
    for (String id : drawn) {
      Explanation why = explainer.explain(id);
      assertThat(why.options()).as(id).isNotEmpty();
      double before = 0;
      for (OptionHere option : why.options()) {
        assertThat(option.weightedPeople()).as(id).isPositive();
        assertThat(option.downlinkMbps()).as(id).isPositive();
        assertThat(option.roundTripMs()).as(id).isPositive();
        double perPerson = option.extraCostUsd() / option.weightedPeople();
        assertThat(perPerson).as(id).isGreaterThanOrEqualTo(before);
        before = perPerson;
      }
    }
  }

  @Test
  void whatIsChosenIsWhatThePlanSays() {
    for (String id : drawn) {
      Explanation why = explainer.explain(id);
      SettlementService service = services.get(id);
      List<OptionHere> chosen = why.options().stream().filter(OptionHere::chosen).toList();
      if (service.technologyId().isEmpty()) {
        assertThat(chosen).as(id).isEmpty();
      } else {
        assertThat(chosen).as(id).hasSize(1);
        assertThat(chosen.get(0).technologyId()).as(id).isEqualTo(service.technologyId());
        assertThat(chosen.get(0).siteId()).as(id).isEqualTo(service.siteId());
        assertThat(chosen.get(0).allowed()).as(id).isTrue();
      }
    }
  }

  @Test
  void theRunnerUpIsTheBestThatIsNotChosen() {
    for (String id : drawn) {
      Explanation why = explainer.explain(id);
      List<OptionHere> others = why.options().stream().filter(o -> !o.chosen()).toList();
      OptionHere chosen =
          why.options().stream().filter(OptionHere::chosen).findFirst().orElse(null);
      assertThat(others).as(id).isNotEmpty();
      assertThat(why.runnerUpTechnologyId()).as(id).isEqualTo(others.get(0).technologyId());
      assertThat(why.runnerUpExtraCostUsd())
          .as(id)
          .isCloseTo(
              others.get(0).extraCostUsd() - (chosen == null ? 0 : chosen.extraCostUsd()),
              within(0.01));
    }
  }

  @Test
  void unservedPlacesSayWhatWouldServeThem() {
    double spare = BUDGET_USD - result.plan().totals().lifetimeCostUsd();
    for (String id : drawn.subList(LOCKED, PLACES)) {
      Explanation why = explainer.explain(id);
      if (services.get(id).status() == Status.UNSERVED) {
        double least =
            why.options().stream()
                .filter(o -> o.status() == Status.STANDARD && o.shareRatio() == 1)
                .mapToDouble(OptionHere::extraCostUsd)
                .min()
                .orElseThrow();
        assertThat(why.binding()).as(id).isEqualTo(Binding.BUDGET);
        assertThat(why.budgetNeededUsd()).as(id).isCloseTo(Math.max(0, least - spare), within(1.0));
      }
    }
  }

  @Test
  void lockedPlacesSayThatALockDecides() {
    int served = 0;
    for (int k = 0; k < LOCKED; k++) {
      Explanation why = explainer.explain(drawn.get(k));
      assertThat(why.binding()).as(drawn.get(k)).isEqualTo(Binding.FORBIDDEN_CHOICE);
      assertThat(why.options()).as(drawn.get(k)).anyMatch(o -> !o.allowed());
      if (k % 2 == 0) {
        assertThat(why.status()).isEqualTo(Status.UNSERVED);
        assertThat(why.budgetNeededUsd()).as("no money would do").isNaN();
      } else if (why.options().stream().anyMatch(OptionHere::allowed)) {
        assertThat(why.technologyId()).isEqualTo("lte-light");
        assertThat(why.runnerUpTechnologyId()).isNotEmpty();
        served++;
      } else {
        assertThat(why.status()).as("more units than its ground holds").isEqualTo(Status.UNSERVED);
      }
    }
    assertThat(served).isPositive();
  }
}
