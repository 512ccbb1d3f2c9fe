package org.kiungo.geodata.settle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kiungo.geodata.settle.PlaceNames.Known;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.SettlementBuilder;
import org.kiungo.planner.model.value.LonLat;

class PlaceNamesTest {

  private static Settlement at(String id, double lon, double lat, double people, String district) {
    return SettlementBuilder.builder()
        .id(id)
        .location(new LonLat(lon, lat))
        .population(people)
        .country("BEN")
        .district(district)
        .build();
  }

  private static List<Known> known(String country) {
    assertThat(country).isEqualTo("BEN");
    return List.of(
        new Known("Kandi", new LonLat(2.94, 11.13)),
        new Known("Gogounou", new LonLat(2.84, 10.84)));
  }

  @Test
  void theNearestBearsTheNameOthersANumberBehindIt() {
    List<Settlement> named =
        PlaceNames.of(
            List.of(
                at("far", 2.99, 11.13, 900, "Alibori"),
                at("near", 2.95, 11.13, 100, "Alibori"),
                at("wild", 3.5, 11.5, 10, "Alibori"),
                at("fuller", 3.6, 11.5, 20, "Alibori"),
                at("own", 2.84, 10.84, 5, "Alibori").with().name("Own").build(),
                at("none", 4.5, 11.5, 5, "")),
            PlaceNamesTest::known);
    assertThat(named)
        .extracting(Settlement::name)
        .containsExactly("Kandi 2", "Kandi", "Alibori 2", "Alibori 1", "Own", "");
    assertThat(named.get(0).attributes())
        .containsEntry("namedAfter", "place")
        .containsEntry("namedAfterKm", "5.5");
    assertThat(named.get(2).attributes())
        .containsEntry("namedAfter", "district")
        .doesNotContainKey("namedAfterKm");
    assertThat(named.get(4).attributes()).isEmpty();
  }

  @Test
  void aPlaceBeyondTenKilometresLendsNoName() {
    assertThat(PlaceNames.of(List.of(at("a", 2.94, 11.23, 1, "")), PlaceNamesTest::known))
        .extracting(Settlement::name)
        .containsExactly("");
    assertThat(PlaceNames.of(List.of(at("a", 2.94, 11.21, 1, "")), PlaceNamesTest::known))
        .extracting(Settlement::name)
        .containsExactly("Kandi");
  }
}
