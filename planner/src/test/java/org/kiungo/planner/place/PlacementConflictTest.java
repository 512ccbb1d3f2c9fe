package org.kiungo.planner.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.model.EService;
import org.kiungo.planner.model.LonLat;
import org.kiungo.planner.model.Money;
import org.kiungo.planner.model.ServiceProblem;
import org.kiungo.planner.model.Sovereignty;

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
}
