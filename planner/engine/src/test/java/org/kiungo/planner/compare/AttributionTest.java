package org.kiungo.planner.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.Planner;
import org.kiungo.planner.SmallWorlds;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.compare.Attribution.Part;
import org.kiungo.planner.compare.Attribution.Sums;
import org.kiungo.planner.folder.Assumptions;
import org.kiungo.planner.folder.Assumptions.Change;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.ScenarioFile;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.model.Institutions;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.institution.InstitutionKind;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.policy.MarketTerm;
import org.kiungo.planner.policy.lever.ActiveSharing;
import org.kiungo.planner.policy.lever.DigOnce;
import org.kiungo.planner.policy.lever.ImportDuty;
import org.kiungo.planner.policy.lever.PassiveSharing;
import org.kiungo.planner.policy.lever.SectorTax;
import org.kiungo.planner.scenario.InstitutionChoice;
import org.kiungo.planner.scenario.InstitutionChoice.Source;
import org.kiungo.planner.scenario.InstitutionGoal;
import org.kiungo.planner.scenario.Scenario;

class AttributionTest {

  private static final Scenario BASE = SmallWorlds.scenario(300_000, 50);

  private static final List<MarketTerm> TERMS =
      List.of(
          new MarketTerm("BEN", "arpuLowUsdPerMonth", 1),
          new MarketTerm("BEN", "arpuMiddleUsdPerMonth", 3),
          new MarketTerm("BEN", "taxRatio", 0.3));

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
    byte[] all = ScenarioFile.write(between.with(0b111));
    String second = new String(ScenarioFile.write(other)).replace("\"test\"", "\"\"");
    assertThat(new String(all)).isEqualTo(second);
    String first = new String(ScenarioFile.write(BASE)).replace("\"test\"", "\"\"");
    assertThat(new String(ScenarioFile.write(between.with(0)))).isEqualTo(first);
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
      Map<Long, Outcome> game = new HashMap<>();
      // the last assumption changes nothing, whatever else is changed
      Attribution found =
          Attribution.of(
              changes,
              set ->
                  game.computeIfAbsent(
                      set & ~(1L << n - 1),
                      k ->
                          new Outcome(
                              random.nextLong(1_000_000_000_000L),
                              random.nextLong(1_000_000_000_000L),
                              random.nextLong(1_000_000_000_000L),
                              random.nextLong(1_000_000_000_000L),
                              random.nextLong(1_000_000),
                              true)),
              set -> 0);
      String at = "seed " + seed;
      assertThat(found.plans()).as(at).isEqualTo(1 << n);
      assertThat(found.parts().get(n - 1).shapley()).as(at).isEqualTo(new Sums(0, 0, 0, 0, 0));
      for (ToDoubleFunction<Sums> metric :
          List.<ToDoubleFunction<Sums>>of(
              Sums::weightedPeople,
              Sums::peopleStandard,
              Sums::peopleBasic,
              Sums::lifetimeCostUsd,
              Sums::publicUsd)) {
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
    long[] cents = {0, 1000, 400, 2000};
    Attribution found =
        Attribution.of(
            List.of(new Change("a", "", ""), new Change("b", "", "")),
            set -> new Outcome(0, 0, 0, cents[(int) set], 0, false),
            set -> 0.1 * set);
    assertThat(found.parts().get(0).alone().lifetimeCostUsd()).isEqualTo(10);
    assertThat(found.parts().get(1).alone().lifetimeCostUsd()).isEqualTo(4);
    assertThat(found.parts().get(1).inOrder().lifetimeCostUsd()).isEqualTo(10);
    assertThat(found.parts().get(0).shapley().lifetimeCostUsd()).isEqualTo(13);
    assertThat(found.parts().get(1).shapley().lifetimeCostUsd()).isEqualTo(7);
    assertThat(found.pairs()).hasSize(1);
    assertThat(found.pairs().get(0).beyond().lifetimeCostUsd()).isEqualTo(6);
    assertThat(found.publicKnown()).isFalse();
    // 0, 10, 20 and 30 % of 0, 10, 4 and 20 USD
    assertThat(found.margin().lifetimeCostUsd()).isCloseTo(6, within(1e-9));
    assertThat(found.parts().get(0).margin().lifetimeCostUsd())
        .isCloseTo((0 + 1 + 0.8 + 6) / 2, within(1e-9));
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
    assertThat(sum(found.parts(), p -> p.shapley().weightedPeople()))
        .isEqualTo(found.total().weightedPeople());
    assertThat(sum(found.parts(), p -> p.inOrder().lifetimeCostUsd()))
        .isCloseTo(found.total().lifetimeCostUsd(), within(1e-9));
  }

  @Test
  void theWholeIsTheDifferenceBetweenThePlansThatWereCompared() {
    PlanningProblem world = SmallWorlds.random(5, 8);
    // searched so little that planning it again would find another plan
    Scenario from = BASE.withSteps(0);
    Scenario to = BASE.withBudgetUsd(400_000).withLevers(List.of(new DigOnce(0.4))).withSteps(0);
    PlanFolder a = Planner.folder(world, Planner.plan(world, from, Progress.NONE, () -> true));
    PlanFolder b = Planner.folder(world, Planner.plan(world, to, Progress.NONE, () -> false));
    Attribution found = Attribution.between(a, b, Progress.NONE, () -> false);
    assertThat(found.total().peopleStandard())
        .isCloseTo(
            b.plan().totals().peopleServed() - a.plan().totals().peopleServed(), within(1e-2));
    assertThat(sum(found.parts(), p -> p.shapley().peopleStandard()))
        .isEqualTo(found.total().peopleStandard());
    Margin margin = Margin.of(a.plan().totals(), a.certificate(), from);
    Margin other = Margin.of(b.plan().totals(), b.certificate(), to);
    assertThat(found.margin().peopleStandard())
        .isCloseTo(margin.people() + other.people(), within(1e-2));
  }

  @Test
  void whichInstitutionsCountIsAChoiceAndNoOtherData() {
    PlanningProblem world = SmallWorlds.random(5, 8);
    InstitutionKind school = CatalogueReader.builtInInstitutions().get(0);
    List<Settlement> places =
        world.settlements().stream()
            .map(
                each ->
                    each.with()
                        .attributes(Map.of(school.column(), "2"))
                        .institutionMbps(2 * school.busyHourMbps().value())
                        .build())
            .toList();
    List<InputFile> inputs = new ArrayList<>(world.inputs());
    inputs.add(new InputFile(InputFile.INSTITUTIONS, "schools", "00", ""));
    PlanningProblem joined =
        world
            .with()
            .settlements(places)
            .institutions(new Institutions(List.of(new Institutions.Joined(school, 2L * 8, 0, 10))))
            .inputs(inputs)
            .build();
    assertThat(Attribution.sameFacts(world, joined)).isTrue();
    Scenario with =
        BASE.withInstitutions(
            new InstitutionChoice(
                Source.IMPORTED, List.of(new InstitutionGoal(school.id(), Double.NaN, null, 50))));
    Scenario without = BASE.withInstitutions(new InstitutionChoice(Source.NONE, List.of()));
    assertThat(names(without, with)).containsExactly("institutions.goals+institutions.source");
    PlanFolder a = Planner.folder(world, Planner.plan(world, without, Progress.NONE, () -> false));
    PlanFolder b = Planner.folder(joined, Planner.plan(joined, with, Progress.NONE, () -> false));
    Attribution found = Attribution.between(a, b, Progress.NONE, () -> false);
    assertThat(found.plans()).isEqualTo(2);
    assertThat(found.parts().get(0).inOrder()).isEqualTo(found.total());
  }

  @Test
  void aLeverThatMovesAccountsOnlyMovesNoDecision() {
    Scenario other = BASE.withLevers(List.of(new SectorTax(0.5), new DigOnce(0.4)));
    Attribution found =
        Attribution.of(
            SmallWorlds.random(5, 8),
            BASE.withMarketTerms(TERMS),
            other.withMarketTerms(TERMS),
            Progress.NONE,
            () -> false);
    assertThat(found.parts().get(1).name()).isEqualTo("levers.sector-tax");
    Sums tax = found.parts().get(1).shapley();
    assertThat(tax.weightedPeople()).isZero();
    assertThat(tax.lifetimeCostUsd()).isZero();
    assertThat(tax.publicUsd()).isNegative();
  }

  @Test
  void moreThanTenAssumptionsAreAttributedInOrder() {
    List<Change> changes = new ArrayList<>();
    for (int k = 0; k < 11; k++) {
      changes.add(new Change("a" + k, "", ""));
    }
    Attribution found =
        Attribution.of(
            changes, set -> new Outcome(Long.bitCount(set) * set, 0, 0, 0, 0, true), set -> 0);
    assertThat(found.plans()).isEqualTo(22);
    assertThat(found.parts()).allMatch(part -> part.shapley() == null);
    assertThat(found.pairs()).isEmpty();
    assertThat(sum(found.parts(), p -> p.inOrder().weightedPeople()))
        .isEqualTo(found.total().weightedPeople());
  }

  @Test
  void anAttributionThatIsStoppedTellsNothing() {
    Scenario other = BASE.withBudgetUsd(400_000);
    assertThatThrownBy(
            () -> Attribution.of(SmallWorlds.random(5, 8), BASE, other, Progress.NONE, () -> true))
        .isInstanceOfSatisfying(
            InputRefused.class, e -> assertThat(e.code()).isEqualTo("attribution.stopped"));
  }
}
