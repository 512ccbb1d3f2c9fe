package org.kiungo.planner.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kiungo.planner.cost.PresentValue;
import org.kiungo.planner.folder.ScenarioFile;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.model.value.InputRefused;

class PhaseTest {

  private static final String THREE =
      "[{\"firstYear\":2027,\"lastYear\":2028,\"budgetUsd\":40e6},"
          + "{\"firstYear\":2029,\"lastYear\":2031,\"budgetUsd\":60e6},"
          + "{\"firstYear\":2032,\"lastYear\":2036,\"budgetUsd\":100e6}]";

  private static Scenario read(String json) {
    return ScenarioFile.read(json.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void phasesAreReadAndTheirBudgetIsTheSum() {
    Scenario scenario = read("{\"phases\": " + THREE + "}");
    assertThat(scenario.budgetUsd()).isEqualTo(200e6);
    assertThat(scenario.phases()).hasSize(3);
    assertThat(scenario.phaseWeights()).containsExactly(2, 3, 5);
    assertThat(Phase.cumulativeUsd(scenario.phases())).containsExactly(40e6, 100e6, 200e6);
    assertThat(Phase.of(scenario.phases(), 2029)).isEqualTo(2);
    assertThat(Phase.of(scenario.phases(), 0)).isZero();
    assertThat(read(new String(ScenarioFile.write(scenario), StandardCharsets.UTF_8)))
        .isEqualTo(scenario);
  }

  @Test
  void yearsOfServiceMayBeDiscounted() {
    Scenario scenario = read("{\"personYears\": \"DISCOUNTED\", \"phases\": " + THREE + "}");
    double[] weights = scenario.phaseWeights();
    assertThat(weights[0] + weights[1] + weights[2])
        .isCloseTo(PresentValue.upkeepYears(Money.DEFAULT), within(1e-9));
    assertThat(weights[0]).isEqualTo(1 + 1 / 1.08);
  }

  @Test
  void onePhaseIsItsBudgetAndNothingIsWrittenOfPhases() {
    Scenario one = read("{\"phases\":[{\"firstYear\":2027,\"lastYear\":2036,\"budgetUsd\":1e6}]}");
    assertThat(one).isEqualTo(read("{\"budgetUsd\": 1e6}"));
    assertThat(new String(ScenarioFile.write(one), StandardCharsets.UTF_8))
        .doesNotContain("phases", "personYears", "waiting");
  }

  @ParameterizedTest
  @CsvSource({
    "phases.gap, 2027-2028:1 2030-2036:1",
    "phases.overlap, 2027-2029:1 2029-2036:1",
    "phases.outside, 2026-2028:1 2029-2036:1",
    "phases.outside, 2027-2028:1 2029-2037:1",
    "phases.short, 2027-2028:1 2029-2035:1",
    "phases.backwards, 2028-2027:1 2029-2036:1",
    "phases.budget, 2027-2028:-1 2029-2036:1",
    "phases.many, 2027-2027:1 2028-2028:1 2029-2029:1 2030-2030:1 2031-2031:1 2032-2036:1"
  })
  void phasesThatAreNotOneAfterTheOtherAreRefused(String code, String phases) {
    StringBuilder json = new StringBuilder();
    for (String phase : phases.split(" ")) {
      String[] parts = phase.split("(?<=\\d)-|:");
      json.append(json.isEmpty() ? "" : ",")
          .append(
              "{\"firstYear\":%s,\"lastYear\":%s,\"budgetUsd\":%s}".formatted((Object[]) parts));
    }
    refused(code, "{\"phases\":[" + json + "]}");
  }

  @Test
  void phasesThatContradictTheRestAreRefused() {
    refused("phases.total", "{\"budgetUsd\": 1e6, \"phases\": " + THREE + "}");
    String withTarget = THREE.replace("40e6}", "40e6,\"targetRatio\":0.5}");
    refused("phases.target", "{\"phases\": " + withTarget + "}");
    String least = "{\"goal\": \"LEAST_COST_TO_TARGET\", \"targetRatio\": %s, \"phases\": %s}";
    refused("phases.targetRange", least.formatted("0.4", withTarget));
    String last = THREE.replace("100e6}", "100e6,\"targetRatio\":0.5}");
    refused("phases.target", least.formatted("0.5", last));
    Scenario both = read(least.formatted("0.9", withTarget));
    assertThat(both.phases().get(0).targetRatio()).isEqualTo(0.5);
    assertThat(read(new String(ScenarioFile.write(both), StandardCharsets.UTF_8))).isEqualTo(both);
    refused("scenario.value", "{\"money\": {\"waiting\": {\"ratio\": 1}}}");
    refused(
        "scenario.unknownField",
        "{\"phases\":" + THREE.replace("\"budget", "\"a\":1,\"budget") + "}");
  }

  private static void refused(String code, String json) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOfSatisfying(
            InputRefused.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }

  @Test
  void pricesThatWaitAreNeverAboveWhatAnyPhasePays() {
    List<Phase> phases = read("{\"phases\": " + THREE + "}").phases();
    for (double ratio : new double[] {0, 0.3, 2.5}) {
      Money row = Phase.waiting(phases, 1, ratio, Money.DEFAULT);
      for (double lifetime : new double[] {1, 4, 5, 8, 30}) {
        double now =
            PresentValue.lifetimeUsd(1e6, 5e4, lifetime, phases.get(1).money(Money.DEFAULT));
        double next =
            PresentValue.lifetimeUsd(1e6, 5e4, lifetime, phases.get(2).money(Money.DEFAULT));
        double due = (1 + ratio) * now - ratio * next;
        double asked = PresentValue.lifetimeUsd(1e6, 5e4, lifetime, row);
        assertThat(asked).isLessThan(due).isCloseTo(due, within(0.05));
        assertThat(next).isLessThan(now);
      }
    }
  }
}
