package org.kiungo.planner.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.SmallWorlds;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.demand.BusyHour;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.AccessTechnology.Subscriber;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.ServiceStandard;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.model.money.TransitPrice;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.policy.MarketTerm;

class TransitCostTest {

  private static final Catalogue BUILT_IN = CatalogueReader.builtIn();
  private static final long GIGABIT = 1_000_000_000;

  private static TransitPrice price(String id) {
    return BUILT_IN.transit().stream().filter(p -> p.id().equals(id)).findFirst().orElseThrow();
  }

  private static AssetCost cost(String country, AccessTechnology a, Money money) {
    Settlement place = SmallWorlds.settlement("s", 2, 9, 1000).withCountry(country);
    BusyHour busyHour = new BusyHour(ServiceStandard.DEFAULT, money, BUILT_IN);
    return new TransitCost(busyHour, money, BUILT_IN).of(place, a, GIGABIT);
  }

  @Test
  void whatStaysInTheCountryPaysNoTransitAndPricesFallUntilForecastsEnd() {
    TransitPrice kenya = price("regional-hubs");
    assertThat(kenya.usdPerMbpsYear("KEN", 2025)).isCloseTo(31.8 + 0.3 * 12, within(1e-9));
    assertThat(kenya.usdPerMbpsYear("KEN", 2026)).isCloseTo(0.86 * 35.4, within(1e-9));
    assertThat(kenya.usdPerMbpsYear("KEN", 2036))
        .isCloseTo(StrictMath.pow(0.86, 5) * 35.4, within(1e-9));
  }

  @Test
  void landlockedCountriesPayTheirWayToTheSea() {
    TransitPrice uganda = price("landlocked-south-east");
    assertThat(uganda.usdPerMbpsYear("UGA", 2025))
        .isCloseTo(31.8 + 0.7 * (12 + 925 * 0.02), within(1e-9));
    assertThat(uganda.usdPerMbpsYear("SWZ", 2025)).isLessThan(uganda.usdPerMbpsYear("UGA", 2025));
  }

  @Test
  void levelAmountIsWorthWhatGrowingTrafficAtFallingPricesIs() {
    Money two = new Money(0.1, 2027, 2028, 2025);
    TransitPrice kenya = price("regional-hubs");
    // phones use 1.19 times as much in 2028, for which networks are sized
    double first = kenya.usdPerMbpsYear("KEN", 2027) / 1.19;
    double second = kenya.usdPerMbpsYear("KEN", 2028) / 1.1;
    AssetCost cost = cost("KEN", SmallWorlds.mast().withSubscriber(Subscriber.PERSON), two);
    assertThat(cost.capexCents()).isZero();
    assertThat(cost.lifetimeUsd()).isCloseTo(1000 * (first + second), within(0.01));
    assertThat(cost.opexUsdPerYear() * PresentValue.upkeepYears(two))
        .isCloseTo(cost.lifetimeUsd(), within(0.02));
  }

  @Test
  void terminalsUnderSatellitesPayItWithTheirSubscription() {
    AccessTechnology leo =
        BUILT_IN.technologies().stream()
            .filter(t -> t.id().equals("leo"))
            .findFirst()
            .orElseThrow();
    assertThat(cost("KEN", leo, Money.DEFAULT)).isEqualTo(AssetCost.ZERO);
  }

  @Test
  void countriesThatNoFileNamesPayWhatOthersDo() {
    assertThat(price("coast-without-exchange").countries()).isEmpty();
    AccessTechnology mast = SmallWorlds.mast();
    assertThat(cost("COM", mast, Money.DEFAULT).lifetimeCents())
        .isGreaterThan(cost("KEN", mast, Money.DEFAULT).lifetimeCents());
  }

  @Test
  void theSeaIsFarOnlyFromCountriesOfTheFile() {
    TransitPrice p = price("regional-hubs");
    assertThatThrownBy(
            () ->
                new TransitPrice(
                    "x",
                    "x",
                    List.of("KEN"),
                    Map.of("UGA", 925.0),
                    p.transitUsdPerMbpsYear(),
                    p.haulUsdPerMbpsKmYear(),
                    p.coreUsdPerMbpsYear(),
                    p.localRatio(),
                    p.fallRatioPerYear(),
                    p.forecastUntilYear(),
                    p.upgradeUsdPerMbpsYear()))
        .isInstanceOf(InputRefused.class)
        .hasMessageContaining("UGA");
  }

  @Test
  void aPriceThatTheScenarioKnowsStandsInPlaceOfTheCatalogues() {
    Settlement place = SmallWorlds.settlement("s", 2, 9, 1000).withCountry("KEN");
    PlanningProblem world =
        SmallWorlds.line(1).withCatalogue(BUILT_IN).withSettlements(List.of(place));
    MarketTerm own = new MarketTerm("KEN", "transitUsdPerMbpsYear", 100);
    PlanningProblem known = MarketTerm.applyAll(List.of(own), world);
    AssetCost cost = TransitCost.of(known).of(place, SmallWorlds.mast(), GIGABIT);
    // by rate, so the load is the same in every year
    assertThat(cost.opexUsdPerYear()).isEqualTo(100_000);
    assertThat(known.catalogue().transitOf("UGA")).isEqualTo(BUILT_IN.transitOf("UGA"));
    assertThat(new NodeCost(known.catalogue(), known.money()).isPriced("KEN")).isTrue();
  }
}
