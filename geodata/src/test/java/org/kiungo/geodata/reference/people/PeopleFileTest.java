package org.kiungo.geodata.reference.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kiungo.geodata.reference.people.InhabitedPlace.Origin;
import org.kiungo.planner.model.value.LonLat;

class PeopleFileTest {

  private static InhabitedPlace place(
      String id, String name, double lon, double lat, long people, double roadKm, Origin origin) {
    return new InhabitedPlace(id, "BEN", name, new LonLat(lon, lat), people, 85.25, roadKm, origin);
  }

  @Test
  void whatIsWrittenIsRead() {
    List<InhabitedPlace> places =
        List.of(
            place("BEN_gn12345678", "Cotonou", 2.4183, 6.3654, 780_000, 0.1, Origin.COUNTED),
            place("BEN_gn7", "Porga", 0.9667, 11.0333, 3, Double.NaN, Origin.NAMED),
            place("BEN_-1.5_-0.25", "Gbéhoué", -1.5, -0.25, 1, 99.9, Origin.HEALTH_SITE),
            place("BEN_2.5_6.4", "Cotonou", 2.5, 6.4, 250, 123.4, Origin.CITY_CELL),
            place("BEN_2.6_9.4", "", 2.6, 9.4, 1L << 33, 0, Origin.GRID_CELL));
    byte[] file = PeopleFile.write(places);
    assertThat(PeopleFile.read("BEN", new ByteArrayInputStream(file))).isEqualTo(places);
  }

  @Test
  void landIsNeverRoundedAway() {
    InhabitedPlace islet =
        new InhabitedPlace(
            "SYC_55.5_-4.6", "SYC", "", new LonLat(55.5, -4.6), 9, 0.001, 0, Origin.GRID_CELL);
    byte[] file = PeopleFile.write(List.of(islet));
    assertThat(PeopleFile.read("SYC", new ByteArrayInputStream(file)).get(0).areaKm2())
        .isEqualTo(0.01);
  }
}
