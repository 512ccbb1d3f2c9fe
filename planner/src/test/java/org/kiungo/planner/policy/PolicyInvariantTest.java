package org.kiungo.planner.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.model.CountryEconomics;
import org.kiungo.planner.model.Figure;
import org.kiungo.planner.model.Money;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.ServiceStandard;

class PolicyInvariantTest {

  private static final Map<Class<?>, PolicyLever> NEUTRAL =
      Map.of(
          CapexSubsidy.class, new CapexSubsidy(0),
          DigOnce.class, new DigOnce(0),
          ImportDuty.class, new ImportDuty(0),
          OpenAccessTrunk.class, new OpenAccessTrunk(1),
          OpexSubsidy.class, new OpexSubsidy(0),
          PassiveSharing.class, new PassiveSharing(1),
          SatelliteLandingRights.class, new SatelliteLandingRights(true),
          SectorTax.class, new SectorTax(1),
          SpectrumPrice.class, new SpectrumPrice(1),
          UniversalServiceLevy.class, new UniversalServiceLevy(0));

  private static final List<PolicyLever> PULLED =
      List.of(
          new CapexSubsidy(0.3),
          new DigOnce(0.25),
          new ImportDuty(0.2),
          new OpenAccessTrunk(2),
          new OpexSubsidy(0.1),
          new PassiveSharing(3),
          new SatelliteLandingRights(false),
          new SectorTax(0.5),
          new SpectrumPrice(0.25),
          new UniversalServiceLevy(0.02));

  private static Figure figure(double value) {
    return new Figure(value, value, value, 2025, "chosen in the scenario", false);
  }

  private static PlanningProblem problem() {
    CountryEconomics terms =
        new CountryEconomics(
            "KEN",
            figure(2),
            figure(5),
            figure(8),
            figure(0.3),
            figure(0.2),
            figure(0.2),
            figure(0.05),
            figure(0.15),
            null,
            figure(1),
            null,
            null);
    return new PlanningProblem(
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        CatalogueReader.builtIn(),
        ServiceStandard.DEFAULT,
        new Money(0.08, 2027, 2036, 2025),
        List.of(),
        List.of(terms));
  }

  static List<PolicyLever> pulled() {
    return PULLED;
  }

  @Test
  void everyLeverHasANeutralSetting() {
    assertThat(NEUTRAL.keySet())
        .containsExactlyInAnyOrder(PolicyLever.class.getPermittedSubclasses());
    NEUTRAL
        .values()
        .forEach(l -> assertThat(l.applyTo(problem())).as("%s", l).isEqualTo(problem()));
  }

  @ParameterizedTest
  @MethodSource("pulled")
  void aPulledLeverChangesTheProblemAndNotItsInput(PolicyLever lever) {
    PlanningProblem before = problem();
    PlanningProblem after = lever.applyTo(before);
    assertThat(after).isNotEqualTo(before);
    assertThat(before).isEqualTo(problem());
  }

  @Test
  void leversCommute() {
    for (PolicyLever one : PULLED) {
      for (PolicyLever other : PULLED) {
        PlanningProblem forth = other.applyTo(one.applyTo(problem()));
        PlanningProblem back = one.applyTo(other.applyTo(problem()));
        if (!(one instanceof ImportDuty) && !(other instanceof ImportDuty)) {
          assertThat(forth).as("%s, %s", one, other).isEqualTo(back);
        }
      }
    }
  }
}
