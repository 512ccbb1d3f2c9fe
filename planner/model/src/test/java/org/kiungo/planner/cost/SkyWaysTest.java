package org.kiungo.planner.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.SmallWorlds;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.ServiceStandard;

class SkyWaysTest {

  private static final List<AccessTechnology> ALL = CatalogueReader.builtIn().technologies();

  private static Medium builtIn(String id) {
    return CatalogueReader.builtIn().media().stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static ServiceStandard waiting(double ms) {
    ServiceStandard d = ServiceStandard.DEFAULT;
    return new ServiceStandard(
        d.downlinkMbps(),
        d.overbookingFactor(),
        ms,
        d.basicDownlinkMbps(),
        d.basicWeightRatio(),
        d.adoptionRatio(),
        d.peoplePerHousehold(),
        d.sizing());
  }

  @Test
  void satellitesFeedSitesWhereTheStandardWaitsForThem() {
    assertThat(SkyWays.isTimely(builtIn("leo-backhaul"), ALL, ServiceStandard.DEFAULT)).isTrue();
    assertThat(SkyWays.isTimely(builtIn("geo-backhaul"), ALL, ServiceStandard.DEFAULT)).isFalse();
    assertThat(SkyWays.isTimely(builtIn("geo-backhaul"), ALL, waiting(700))).isTrue();
    assertThat(SkyWays.isTimely(builtIn("leo-backhaul"), ALL, waiting(80))).isFalse();
    assertThat(SkyWays.isTimely(builtIn("microwave"), ALL, waiting(80))).isTrue();
  }

  @Test
  void slowTechnologiesAreNoReasonToWaitLess() {
    List<AccessTechnology> basic =
        ALL.stream().filter(a -> a.downlinkMbps().value() < 10 && a.needsBackhaul()).toList();
    assertThat(basic).isNotEmpty();
    assertThat(SkyWays.isTimely(builtIn("geo-backhaul"), basic, ServiceStandard.DEFAULT)).isTrue();
  }

  @Test
  void endsInTheSkyNameTheirMedium() {
    assertThat(SkyWays.id(SmallWorlds.sky())).isEqualTo("sky:sky");
    assertThat(SkyWays.isUp("sky:sky")).isTrue();
    assertThat(SkyWays.isUp("tap:sky:@1,2")).isFalse();
  }
}
