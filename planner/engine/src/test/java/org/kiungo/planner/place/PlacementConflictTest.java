package org.kiungo.planner.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.model.service.EService;
import org.kiungo.planner.model.service.ServiceProblem;
import org.kiungo.planner.model.service.Sovereignty;
import org.kiungo.planner.model.value.LonLat;

class PlacementConflictTest {

  private static PlacementConflict only(double ms) {
    ServiceProblem problem =
        new ServiceProblem(
            CatalogueReader.builtInServices().stream()
                .filter(s -> s.id().equals("exchange-point"))
                .toList(),
            List.of(
                new ServiceProblem.User(
                    "u", "", new LonLat(0, 0), "AAA", 1, Set.of("exchange-point"))),
            List.of(
                new ServiceProblem.Site(
                    "s", "", new LonLat(0, 0), "AAA", EService.SiteKind.CITY, 0, 0, Set.of())),
            (i, j) -> ms,
            Sovereignty.NONE,
            1,
            Money.DEFAULT,
            0);
    return PlacementConflict.of(problem).get(0);
  }

  @Test
  void whoHasNoNetworkIsToldSoAndNotThatRulesConflict() {
    assertThat(only(Double.POSITIVE_INFINITY).rules())
        .containsExactly(ServicePlan.Reason.NOT_CONNECTED);
    assertThat(only(500).rules()).containsExactly(ServicePlan.Reason.TOO_FAR);
  }

  private static final EService KIND =
      CatalogueReader.builtInServices().stream()
          .filter(s -> s.id().equals("telemedicine-hub"))
          .findFirst()
          .orElseThrow();

  /** One facility at home and one site; each rule is broken by one thing only. */
  private static Set<ServicePlan.Reason> rules(
      String siteCountry, double ms, EService.SiteKind kind, int units, int copies) {
    EService service =
        new EService(
            KIND.id(),
            KIND.name(),
            KIND.users(),
            KIND.demandMbpsPerUser(),
            KIND.siteCapacityMbps(),
            KIND.siteCapexUsd(),
            KIND.siteOpexUsdPerYear(),
            KIND.siteLifetimeYears(),
            KIND.maxRoundTripMs(),
            "health",
            copies,
            List.of(EService.SiteKind.CITY));
    ServiceProblem problem =
        new ServiceProblem(
            List.of(service),
            List.of(
                new ServiceProblem.User(
                    "u", "", new LonLat(0, 0), "AAA", 1, units, Set.of(KIND.id()))),
            List.of(
                new ServiceProblem.Site(
                    "s", "", new LonLat(0, 0), siteCountry, kind, 0, 0, Set.of())),
            (i, j) -> ms,
            Sovereignty.of(
                List.of(
                    new Sovereignty.Rule(
                        "AAA", "health", Sovereignty.Place.IN_COUNTRY, "2021", "test")),
                Map.of()),
            1e9,
            Money.DEFAULT,
            0);
    List<PlacementConflict> found = PlacementConflict.of(problem);
    return found.isEmpty() ? Set.of() : found.get(0).rules();
  }

  @Test
  void eachRuleIsNamedWhenItAloneStandsInTheWay() {
    EService.SiteKind city = EService.SiteKind.CITY;
    assertThat(rules("AAA", 10, city, 1, 1)).isEmpty();
    assertThat(rules("BBB", 10, city, 1, 1)).containsExactly(ServicePlan.Reason.DATA_LAW);
    assertThat(rules("AAA", 9999, city, 1, 1)).containsExactly(ServicePlan.Reason.TOO_FAR);
    assertThat(rules("AAA", 10, EService.SiteKind.LANDING_STATION, 1, 1))
        .containsExactly(ServicePlan.Reason.NOT_ELIGIBLE);
    assertThat(rules("AAA", 10, city, 1_000_000, 1)).containsExactly(ServicePlan.Reason.CAPACITY);
    assertThat(rules("AAA", 10, city, 1, 2)).containsExactly(ServicePlan.Reason.REDUNDANCY);
  }

  @Test
  void rulesThatOnlyTogetherStandInTheWayAreNotBlamedOneByOne() {
    assertThat(rules("BBB", 9999, EService.SiteKind.CITY, 1, 1)).isEmpty();
    assertThat(rules("BBB", 10, EService.SiteKind.CITY, 1, 2)).isEmpty();
  }
}
