package org.kiungo.geodata.reference.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.model.money.TransitPrice;

/** The groups of countries whose traffic costs alike are those of the facts. */
class TransitGroupsTest {

  private static final FactTables FACTS = Reference.builtIn().facts();
  private static final List<TransitPrice> PRICES = CatalogueReader.builtIn().transit();

  private static TransitPrice of(String country) {
    List<TransitPrice> named =
        PRICES.stream().filter(p -> p.countries().contains(country)).toList();
    assertThat(named).as(country).hasSizeLessThan(2);
    return named.isEmpty()
        ? PRICES.stream().filter(p -> p.countries().isEmpty()).findFirst().orElseThrow()
        : named.get(0);
  }

  @Test
  void trafficStaysInTheCountryWhereAnExchangePointIsKnown() {
    assertThat(FACTS.countries()).hasSize(54);
    FACTS
        .countries()
        .forEach(
            c ->
                assertThat(of(c.iso3()).localRatio().value() >= 0.3)
                    .as(c.iso3())
                    .isEqualTo(!FACTS.exchangePoints(c.iso3()).isEmpty()));
  }

  @Test
  void theWayToTheSeaIsPaidWhereNoCableLands() {
    for (TransitPrice each : PRICES) {
      boolean landlocked = each.id().startsWith("landlocked");
      assertThat(each.seaKm().keySet())
          .as(each.id())
          .containsExactlyInAnyOrderElementsOf(landlocked ? each.countries() : List.of());
      if (landlocked) {
        assertThat(each.countries()).as(each.id()).allMatch(c -> FACTS.landingCities(c).isEmpty());
      }
    }
  }
}
