package org.kiungo.planner.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.PlaceRules;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.ServiceStandard;
import org.kiungo.planner.model.energy.EnergyPrices;
import org.kiungo.planner.model.money.CountryEconomics;
import org.kiungo.planner.model.money.EconomicTerm;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.model.value.Figure;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.policy.lever.SectorTax;

/** What every lever keeps to, whichever it is: all cases are made from the levers' records. */
@Tag("slow")
class PolicyInvariantTest {

  private static Figure figure(double value) {
    return new Figure(value, value, value, 2025, "chosen in the scenario", false);
  }

  /** The catalogue, its first technology that reaches out given every figure a lever may change. */
  private static Catalogue catalogue() {
    Catalogue c = CatalogueReader.builtIn();
    AccessTechnology fwa =
        c.technologies().stream().filter(t -> t.family().equals("fwa")).findFirst().orElseThrow();
    AccessTechnology whole =
        fwa.with()
            .id("aaa")
            .name("")
            .family("mobile")
            .siteCapexUsd(figure(1000))
            .siteOpexUsdPerYear(figure(100))
            .siteLifetimeYears(figure(10))
            .siteCapacityMbps(figure(50))
            .capexUsdPerKm2(figure(1))
            .opexUsdPerKm2PerYear(figure(1))
            .adopterCapexUsd(figure(30))
            .adopterOpexUsdPerYear(figure(3))
            .adopterLifetimeYears(figure(5))
            .beamMbpsPerKm2(null)
            .towerSiteCapexUsd(figure(600))
            .offGridCapexUsd(figure(200))
            .offGridOpexUsdPerYear(figure(20))
            .furtherMastLinkCapexUsd(figure(90))
            .furtherMastLinkOpexUsdPerYear(figure(9))
            .licensedMhz(figure(40))
            .build();
    List<AccessTechnology> all = new ArrayList<>(List.of(whole));
    all.addAll(c.technologies());
    return new Catalogue("test", all, c.media(), List.of(), List.of(), c.energy());
  }

  private static PlanningProblem problem() {
    Map<EconomicTerm, Figure> terms = new EnumMap<>(EconomicTerm.class);
    terms.put(EconomicTerm.ARPU_LOW, figure(2));
    terms.put(EconomicTerm.ARPU_MIDDLE, figure(5));
    terms.put(EconomicTerm.TAX, figure(0.3));
    terms.put(EconomicTerm.SPECTRUM, figure(0.05));
    terms.put(EconomicTerm.COST_OF_CAPITAL, figure(0.15));
    terms.put(EconomicTerm.UNIVERSAL_SERVICE_LEVY, figure(0.01));
    terms.put(EconomicTerm.UNIVERSAL_SERVICE_DISBURSED, figure(0.4));
    terms.put(EconomicTerm.CAPEX_SUBSIDY, figure(0.05));
    terms.put(EconomicTerm.OPEX_SUBSIDY, figure(0.05));
    terms.put(EconomicTerm.ROAMING_REVENUE, figure(0.02));
    return new PlanningProblem(
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        catalogue(),
        ServiceStandard.DEFAULT,
        new Money(0.08, 2027, 2036, 2025),
        List.of(),
        List.of(new CountryEconomics("KEN", terms)),
        PlaceRules.NONE);
  }

  static List<LeverDescription> levers() {
    return Levers.all();
  }

  @Test
  void idsAreUniqueAndEveryLeverIsRegistered() {
    List<String> written =
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.kiungo.planner")
                .stream()
                .filter(each -> each.isAssignableTo(PolicyLever.class) && !each.isInterface())
                .map(JavaClass::getName)
                .toList();
    assertThat(levers().stream().map(each -> each.type().getName()))
        .contains(SectorTax.class.getName())
        .containsExactlyInAnyOrderElementsOf(written);
    assertThat(levers().stream().map(LeverDescription::id).distinct()).hasSameSizeAs(levers());
  }

  @ParameterizedTest
  @MethodSource("levers")
  void theNeutralSettingChangesNothing(LeverDescription lever) {
    assertThat(lever.neutral().applyTo(problem()).equals(problem())).isTrue();
  }

  @ParameterizedTest
  @MethodSource("levers")
  void aLeverAtItsNeutralSettingIsTheSameAsNone(LeverDescription lever) {
    assertThat(new Levers(List.of(lever.neutral())).ordered()).isEmpty();
    assertThat(new Levers(List.of(lever.example())).ordered()).containsExactly(lever.example());
  }

  @ParameterizedTest
  @MethodSource("levers")
  void theEndsOfEveryRangeCanBePulled(LeverDescription lever) {
    for (Knob knob : lever.settings()) {
      for (double end : new double[] {knob.low(), knob.high()}) {
        PlanningProblem after = lever.with(Map.of(knob.name(), end)).applyTo(problem());
        for (CountryEconomics each : after.economics()) {
          assertThat(each.terms().values())
              .allMatch(figure -> figure.value() >= 0 && Double.isFinite(figure.value()));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("levers")
  void aPulledLeverChangesTheProblemAndNotItsInput(LeverDescription lever) {
    PlanningProblem before = problem();
    PlanningProblem after = lever.example().applyTo(before);
    assertThat(after.equals(before)).isFalse();
    assertThat(before.equals(problem())).isTrue();
  }

  @ParameterizedTest
  @MethodSource("levers")
  void aLeverChangesWhatItsRecordSaysAndNothingElse(LeverDescription lever) throws Exception {
    TreeSet<String> changed = new TreeSet<>();
    differences(problem(), lever.example().applyTo(problem()), "problem", changed);
    assertThat(changed).containsExactlyInAnyOrderElementsOf(new TreeSet<>(lever.changes()));
  }

  /** Names of the record components, or economic terms, in which two records differ. */
  private static void differences(Object a, Object b, String name, TreeSet<String> into)
      throws Exception {
    boolean leaf = a instanceof Figure || b instanceof Figure;
    leaf = leaf || a instanceof PlaceRules || a instanceof EnergyPrices;
    if (Objects.equals(a, b)) {
      return;
    }
    if (a instanceof List<?> left && b instanceof List<?> right && !name.equals("hops")) {
      if (left.size() != right.size()) {
        into.add(name);
        return;
      }
      for (int k = 0; k < left.size(); k++) {
        differences(left.get(k), right.get(k), name, into);
      }
    } else if (a instanceof CountryEconomics left && b instanceof CountryEconomics right) {
      for (EconomicTerm term : EconomicTerm.values()) {
        differences(left.figure(term), right.figure(term), term.term(), into);
      }
    } else if (a instanceof Record && b instanceof Record && !leaf) {
      for (RecordComponent each : a.getClass().getRecordComponents()) {
        each.getAccessor().setAccessible(true);
        Object left = each.getAccessor().invoke(a);
        differences(left, each.getAccessor().invoke(b), each.getName(), into);
      }
    } else {
      into.add(name);
    }
  }

  @Test
  void leversCommuteButForTheRoundingOfFractions() {
    RecursiveComparisonConfiguration nearly = new RecursiveComparisonConfiguration();
    nearly.registerComparatorForType(
        (x, y) -> Math.abs(x - y) <= 1e-12 * Math.abs(x) ? 0 : Double.compare(x, y), Double.class);
    for (LeverDescription one : levers()) {
      for (LeverDescription other : levers()) {
        boolean together =
            !one.equals(other)
                && !one.excludes().contains(other.id())
                && !other.excludes().contains(one.id());
        if (together) {
          PlanningProblem forth = other.example().applyTo(one.example().applyTo(problem()));
          PlanningProblem back = one.example().applyTo(other.example().applyTo(problem()));
          assertThat(forth)
              .as("%s, %s", one.id(), other.id())
              .usingRecursiveComparison(nearly)
              .isEqualTo(back);
        }
      }
    }
  }

  @Test
  void leversThatExcludeOneAnotherAreRefused() {
    for (LeverDescription one : levers()) {
      for (String other : one.excludes()) {
        PolicyLever second = Levers.named(other).example();
        assertThatThrownBy(() -> new Levers(List.of(one.example(), second)))
            .isInstanceOf(InputRefused.class);
        assertThatThrownBy(() -> new Levers(List.of(second, one.example())))
            .isInstanceOf(InputRefused.class);
      }
      assertThatThrownBy(() -> new Levers(List.of(one.example(), one.neutral())))
          .isInstanceOf(InputRefused.class);
    }
  }

  @ParameterizedTest
  @MethodSource("levers")
  void valuesOutOfRangeAreRefused(LeverDescription lever) {
    for (Knob knob : lever.settings()) {
      assertThat(knob.neutral()).isBetween(knob.low(), knob.high());
      assertThat(knob.example()).isBetween(knob.low(), knob.high()).isNotEqualTo(knob.neutral());
      for (double wrong : new double[] {knob.low() - 1, knob.high() + 1, Double.NaN}) {
        assertThatThrownBy(() -> lever.with(Map.of(knob.name(), wrong)))
            .isInstanceOfSatisfying(
                InputRefused.class,
                e -> assertThat(e.arguments()).containsEntry("field", knob.name()));
      }
    }
    assertThat(lever.with(LeverDescription.values(lever.example()))).isEqualTo(lever.example());
    assertThatThrownBy(() -> lever.with(Map.of())).isInstanceOf(InputRefused.class);
    assertThatThrownBy(() -> lever.with(Map.of("other", 1.0))).isInstanceOf(InputRefused.class);
    assertThat(lever.source()).isNotBlank();
    assertThat(lever.assumed()).isEqualTo(lever.source().contains("assumed"));
  }
}
