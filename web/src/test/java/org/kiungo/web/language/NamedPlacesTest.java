package org.kiungo.web.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.SettlementBuilder;
import org.kiungo.planner.model.value.LonLat;

class NamedPlacesTest {

  /** Its people are modelled, as those of most towns are: its name and place are known. */
  private static final Settlement TOWN = place("LSO_gn932614", "Mafeteng", 27.2374, -29.823);

  /** A place that the town next to it lends its name, and one that a health site does. */
  private static final Settlement BESIDE = place("LSO_27.29_-29.784", "Mafeteng", 27.29, -29.784);

  private static final Settlement CLINIC =
      place("LSO_27.1597_-29.6488", "Tsakholo", 27.1597, -29.6488);

  private final NamedPlaces named =
      new NamedPlaces(
          List.of(TOWN, BESIDE, CLINIC, place("LSO_27.134_-29.779", "", 27.134, -29.779)), -29.7);

  @Test
  void aTownWhosePeopleAreModelledNamesWhatIsNearIt() {
    NamedPlaces.Near near = named.nearest(new LonLat(27.3, -29.78));
    assertThat(near.name()).isEqualTo("Mafeteng");
    // from the town, not from the place that it lends its name
    assertThat(near.distanceKm()).isBetween(7.0, 8.0);
  }

  /** A part bears the name of its place as the place does. */
  @Test
  void aPartNamesWhatItsPlaceNames() {
    NamedPlaces parts =
        new NamedPlaces(
            List.of(TOWN.withId(TOWN.id() + "~6"), BESIDE.withId(BESIDE.id() + "~11")), -29.7);
    NamedPlaces.Near near = parts.nearest(new LonLat(27.3, -29.78));
    assertThat(near).isEqualTo(named.nearest(new LonLat(27.3, -29.78)));
  }

  @Test
  void aHealthSiteNamesWhatIsNearIt() {
    assertThat(named.nearest(new LonLat(27.134, -29.7)).name()).isEqualTo("Tsakholo");
  }

  private static Settlement place(String id, String name, double lon, double lat) {
    return SettlementBuilder.builder()
        .id(id)
        .name(name)
        .country("LSO")
        .location(new LonLat(lon, lat))
        .population(1000)
        .modelled(true)
        .build();
  }
}
