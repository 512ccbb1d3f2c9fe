package org.kiungo.planner.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.Scenario;
import org.kiungo.planner.SmallWorlds;
import org.kiungo.planner.compare.Attribution.Part;
import org.kiungo.planner.compare.Attribution.Sums;
import org.kiungo.planner.folder.Assumptions;
import org.kiungo.planner.folder.Assumptions.Change;
import org.kiungo.planner.folder.ScenarioFile;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.policy.ActiveSharing;
import org.kiungo.planner.policy.DigOnce;
import org.kiungo.planner.policy.ImportDuty;
import org.kiungo.planner.policy.MarketTerm;
import org.kiungo.planner.policy.PassiveSharing;

class AttributionTest {

  private static final Scenario BASE = SmallWorlds.scenario(300_000, 50);

  private static List<String> names(Scenario a, Scenario b) {
    return Assumptions.between(a, b).changes().stream().map(Change::name).toList();
  }

  private static double sum(List<Part> parts, ToDoubleFunction<Part> of) {
    // in whole thousandths, as doubles of different size do not add exactly
    return parts.stream().mapToLong(p -> Math.round(of.applyAsDouble(p) * 1000)).sum() / 1000.0;
  }

  @Test
  void exactlyTheChangedAssumptionsAreListed() {
    assertThat(names(BASE, BASE)).isEmpty();
    Scenario other =
        BASE.withBudgetUsd(400_000)
            .withLevers(List.of(new DigOnce(0.2), new ImportDuty(0.1)))
            .withMarketTerms(List.of(new MarketTerm("BEN", "taxRatio", 0.3)));
    assertThat(names(BASE, other))
        .containsExactly(
            "budgetUsd", "levers.dig-once", "levers.import-duty", "marketTerms.BEN.taxRatio");
    assertThat(names(other, other.withLevers(List.of(new DigOnce(0.3), new ImportDuty(0.1)))))
        .containsExactly("levers.dig-once");
  }

  @Test
  void whatOnlyMakesSenseTogetherIsOneAssumption() {
    assertThat(names(BASE, BASE.withTarget(0.5).withBudgetUsd(Double.NaN)))
        .containsExactly("budgetUsd+goal+targetRatio");
    Scenario passive = BASE.withLevers(List.of(new PassiveSharing(2)));
    Scenario active = BASE.withLevers(List.of(new ActiveSharing(2)));
    assertThat(names(passive, active))
        .containsExactly("levers.active-sharing+levers.passive-sharing");
  }

  @Test
  void mixingAllChangesGivesTheSecondScenario() {
    Scenario other =
        BASE.withBudgetUsd(400_000).withLevers(List.of(new DigOnce(0.2), new ImportDuty(0.1)));
    Assumptions between = Assumptions.between(BASE, other);
    byte[] all = ScenarioFile.write(between.with(Set.of(0, 1, 2)));
    String second = new String(ScenarioFile.write(other)).replace("\"test\"", "\"\"");
    assertThat(new String(all)).isEqualTo(second);
    String first = new String(ScenarioFile.write(BASE)).replace("\"test\"", "\"\"");
    assertThat(new String(ScenarioFile.write(between.with(Set.of())))).isEqualTo(first);
  }

  @Test
  void shapleyValuesOfARandomGameAddUpExactlyAndHaveTheirAxioms() {
    for (int seed = 0; seed < 50; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int n = 1 + random.nextInt(7);
      List<Change> changes = new ArrayList<>();
      for (int k = 0; k < n; k++) {
        changes.add(new Change("a" + k, "", ""));
      }
      Map<Set<Integer>, Outcome> game = new HashMap<>();
      // the last assumption changes nothing, whatever else is changed
      Attribution found =
          Attribution.of(
              changes,
              set -> {
                Set<Integer> rest = new java.util.TreeSet<>(set);
                rest.remove(n - 1);
                return game.computeIfAbsent(
                    rest,
                    k ->
                        new Outcome(
                            random.nextLong(1_000_000_000_000L),
                            random.nextLong(1_000_000_000_000L),
                            random.nextLong(1_000_000),
                            true));
              });
      String at = "seed " + seed;
      assertThat(found.plans()).as(at).isEqualTo(1 << n);
      assertThat(found.parts().get(n - 1).shapley()).as(at).isEqualTo(new Sums(0, 0, 0));
      for (ToDoubleFunction<Sums> metric :
          List.<ToDoubleFunction<Sums>>of(Sums::people, Sums::lifetimeCostUsd, Sums::publicUsd)) {
        double total = metric.applyAsDouble(found.total());
        assertThat(sum(found.parts(), p -> metric.applyAsDouble(p.shapley())))
            .as(at)
            .isEqualTo(total);
        assertThat(sum(found.parts(), p -> metric.applyAsDouble(p.inOrder())))
            .as(at)
            .isEqualTo(total);
      }
    }
  }

  @Test
  void twoPlayersShareAsByHand() {
    Map<Set<Integer>, Long> cents =
        Map.of(Set.of(), 0L, Set.of(0), 1000L, Set.of(1), 400L, Set.of(0, 1), 2000L);
    Attribution found =
        Attribution.of(
            List.of(new Change("a", "", ""), new Change("b", "", "")),
            set -> new Outcome(0, cents.get(Set.copyOf(set)), 0, false));
    assertThat(found.parts().get(0).alone().lifetimeCostUsd()).isEqualTo(10);
    assertThat(found.parts().get(1).alone().lifetimeCostUsd()).isEqualTo(4);
    assertThat(found.parts().get(1).inOrder().lifetimeCostUsd()).isEqualTo(10);
    assertThat(found.parts().get(0).shapley().lifetimeCostUsd()).isEqualTo(13);
    assertThat(found.parts().get(1).shapley().lifetimeCostUsd()).isEqualTo(7);
    assertThat(found.publicKnown()).isFalse();
  }

  @Test
  void thePlannedDifferenceOfFiveAssumptionsAddsUp() {
    Scenario other =
        BASE.withBudgetUsd(400_000)
            .withLevers(List.of(new DigOnce(0.4), new ImportDuty(0.3), new PassiveSharing(2)))
            .withMarketTerms(List.of(new MarketTerm("BEN", "taxRatio", 0.3)));
    Attribution found =
        Attribution.of(SmallWorlds.random(5, 8), BASE, other, Progress.NONE, () -> false);
    assertThat(found.parts()).hasSize(5);
    assertThat(found.plans()).isEqualTo(32);
    assertThat(sum(found.parts(), p -> p.shapley().people())).isEqualTo(found.total().people());
    assertThat(sum(found.parts(), p -> p.inOrder().lifetimeCostUsd()))
        .isCloseTo(found.total().lifetimeCostUsd(), within(1e-9));
  }
}
