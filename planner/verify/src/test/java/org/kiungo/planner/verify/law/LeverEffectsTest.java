package org.kiungo.planner.verify.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.PlaceRules;
import org.kiungo.planner.model.energy.EnergyPrices;
import org.kiungo.planner.model.money.CountryEconomics;
import org.kiungo.planner.model.money.EconomicTerm;
import org.kiungo.planner.model.value.Figure;
import org.kiungo.planner.policy.LeverDescription;
import org.kiungo.planner.policy.Levers;
import org.kiungo.planner.verify.Round;

/** What each lever of the document on levers does to round figures. */
class LeverEffectsTest {

  private static final AccessTechnology MAST =
      Round.mast()
          .with()
          .towerSiteCapexUsd(Round.figure(25_000))
          .offGridCapexUsd(Round.figure(8_000))
          .offGridOpexUsdPerYear(Round.figure(600))
          .furtherMastLinkCapexUsd(Round.figure(9_000))
          .furtherMastLinkOpexUsdPerYear(Round.figure(900))
          .licensedMhz(Round.figure(60))
          .build();
  private static final AccessTechnology WIRELESS = MAST.with().id("fwa").family("fwa").build();
  private static final AccessTechnology LOW = Round.dish().with().id("leo").family("leo").build();
  private static final Medium LOW_UP =
      Round.microwave()
          .with()
          .id("up")
          .constellation("leo")
          .delayMsPerHop(Round.figure(20))
          .build();
  private static final Medium LIT = Round.fibre().withFurtherSystemCapexUsd(Round.figure(9_000));

  private static final Market MARKET =
      Market.of(
          new Catalogue(
              "hand",
              List.of(MAST, WIRELESS, Round.dish(), LOW),
              List.of(LIT, Round.microwave(), LOW_UP),
              List.of(),
              List.of(),
              Round.energy(),
              List.of()),
          List.of(
              new CountryEconomics(
                  "BEN",
                  Map.of(
                      EconomicTerm.TAX,
                      Round.figure(0.25),
                      EconomicTerm.SPECTRUM,
                      Round.figure(0.04),
                      EconomicTerm.COST_OF_CAPITAL,
                      Round.figure(0.15),
                      EconomicTerm.CAPEX_SUBSIDY,
                      Round.figure(0.9))),
              new CountryEconomics("TGO", Map.of())),
          PlaceRules.NONE);

  private static Market pulled(String id, String setting, double value) {
    assertThat(LeverEffects.isKnown(id)).as(id).isTrue();
    return new LeverEffects(Round.TEN_YEARS).of(id, Map.of(setting, value), MARKET);
  }

  private static AccessTechnology technology(Market market, String id) {
    return market.catalogue().technologies().stream()
        .filter(a -> a.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static Medium medium(Market market, String id) {
    return market.catalogue().media().stream()
        .filter(m -> m.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static double term(Market market, String country, EconomicTerm term) {
    Figure figure = Market.figure(market.economics().get(country), term);
    return figure == null ? Double.NaN : figure.value();
  }

  @Test
  void everyLeverOfKiungoIsWorkedOutHere() {
    for (LeverDescription each : Levers.all()) {
      assertThat(LeverEffects.isKnown(each.id())).as(each.id()).isTrue();
    }
  }

  @Test
  void activeSharingDividesSitesTheirEnergyAndLinks() {
    Market two = pulled("active-sharing", "operators", 2);
    AccessTechnology mast = technology(two, "mast");
    assertThat(mast.siteCapexUsd().value()).isEqualTo(20_000);
    assertThat(mast.towerSiteCapexUsd().value()).isEqualTo(12_500);
    assertThat(mast.siteOpexUsdPerYear().value()).isEqualTo(500);
    assertThat(mast.offGridCapexUsd().value()).isEqualTo(4_000);
    assertThat(mast.offGridOpexUsdPerYear().value()).isEqualTo(300);
    assertThat(mast.furtherMastLinkCapexUsd().value()).isEqualTo(4_500);
    assertThat(mast.furtherMastLinkOpexUsdPerYear().value()).isEqualTo(450);
    assertThat(mast.adopterCapexUsd().value()).isEqualTo(30);
    EnergyPrices energy = two.catalogue().energy();
    assertThat(energy.gridLineCapexUsdPerKm().value()).isEqualTo(6_500);
    assertThat(energy.generatorOpexUsdPerYear().value()).isEqualTo(600);
    assertThat(energy.energyPriceRatio()).isEqualTo(0.5);
    assertThat(medium(two, "fibre").capexUsdPerKm().value()).isEqualTo(10_000);
    assertThat(medium(two, "fibre").furtherSystemCapexUsd().value()).isEqualTo(4_500);
    assertThat(medium(two, "microwave").hops().get(1).capexUsd().value()).isEqualTo(30_000);
    assertThat(medium(two, "up")).isEqualTo(LOW_UP);
  }

  /** 25,000 of equipment and half of the 15,000 that a tower saves. */
  @Test
  void passiveSharingDividesTheMast() {
    Market two = pulled("passive-sharing", "operators", 2);
    AccessTechnology mast = technology(two, "mast");
    assertThat(mast.siteCapexUsd().value()).isEqualTo(32_500);
    assertThat(mast.towerSiteCapexUsd().value()).isEqualTo(25_000);
    assertThat(mast.offGridCapexUsd().value()).isEqualTo(4_000);
    assertThat(mast.offGridOpexUsdPerYear().value()).isEqualTo(600);
    assertThat(mast.furtherMastLinkCapexUsd().value()).isEqualTo(9_000);
    assertThat(two.catalogue().energy().batteryCapexUsdPerKwh().value()).isEqualTo(175);
    assertThat(two.catalogue().energy().energyPriceRatio()).isNull();
    assertThat(two.catalogue().media()).isEqualTo(MARKET.catalogue().media());
  }

  @Test
  void rulesOfPlaces() {
    assertThat(pulled("shared-rural-network", "operators", 3).rules().ruralOperators())
        .isEqualTo(3);
    assertThat(pulled("coverage-obligation", "fromPeople", 20_000).rules().obligedFromPeople())
        .isEqualTo(20_000);
  }

  @Test
  void digOnceSavesPerKilometreAndTrunksAreDivided() {
    Market dug = pulled("dig-once", "savingRatio", 0.25);
    assertThat(medium(dug, "fibre").capexUsdPerKm().value()).isEqualTo(15_000);
    assertThat(medium(dug, "microwave")).isEqualTo(Round.microwave());
    Market open = pulled("open-access-trunk", "tenants", 2);
    assertThat(medium(open, "fibre").capexUsdPerKm().value()).isEqualTo(10_000);
    assertThat(medium(open, "microwave").hops().get(0).capexUsd().value()).isEqualTo(15_000);
    assertThat(medium(open, "up")).isEqualTo(LOW_UP);
    assertThat(technology(open, "mast")).isEqualTo(MAST);
  }

  @Test
  void taxesAndDutiesComeOnTop() {
    Market taxed = pulled("equipment-tax", "taxRatio", 0.5);
    assertThat(technology(taxed, "mast").adopterCapexUsd().value()).isEqualTo(45);
    assertThat(technology(taxed, "mast").siteCapexUsd().value()).isEqualTo(40_000);
    Market duty = pulled("import-duty", "dutyRatio", 0.5);
    assertThat(technology(duty, "mast").siteCapexUsd().value()).isEqualTo(60_000);
    assertThat(technology(duty, "mast").towerSiteCapexUsd().value()).isEqualTo(37_500);
    assertThat(technology(duty, "mast").offGridCapexUsd().value()).isEqualTo(12_000);
    assertThat(technology(duty, "mast").furtherMastLinkCapexUsd().value()).isEqualTo(13_500);
    assertThat(technology(duty, "mast").furtherMastLinkOpexUsdPerYear().value()).isEqualTo(900);
    assertThat(technology(duty, "mast").adopterCapexUsd().value()).isEqualTo(45);
    assertThat(technology(duty, "mast").siteOpexUsdPerYear().value()).isEqualTo(1_000);
    assertThat(duty.catalogue().energy().solarCapexUsdPerKwp().value()).isEqualTo(1_800);
    assertThat(duty.catalogue().energy().generatorCapexUsd().value()).isEqualTo(10_500);
    assertThat(duty.catalogue().energy().gridLineCapexUsdPerKm().value()).isEqualTo(13_000);
    assertThat(duty.catalogue().energy().generatorOpexUsdPerYear().value()).isEqualTo(1_200);
    Market sector = pulled("sector-tax", "taxFactor", 0.5);
    assertThat(term(sector, "BEN", EconomicTerm.TAX)).isEqualTo(0.125);
    assertThat(term(sector, "TGO", EconomicTerm.TAX)).isNaN();
  }

  @Test
  void spectrumIsCheaperOrExempt() {
    assertThat(term(pulled("spectrum-price", "priceFactor", 0.5), "BEN", EconomicTerm.SPECTRUM))
        .isEqualTo(0.02);
    Market exempt = pulled("licence-exempt-bands", "exemptRatio", 0.75);
    assertThat(technology(exempt, "fwa").licensedMhz().value()).isEqualTo(15);
    assertThat(technology(exempt, "mast").licensedMhz().value()).isEqualTo(60);
  }

  /** Low orbit through a far gateway; the geostationary one always is far. */
  @Test
  void aGatewayFarAwayTakesLongerBothWays() {
    Market far = pulled("satellite-gateway", "extraRoundTripMs", 250);
    assertThat(technology(far, "leo").roundTripMs().value()).isEqualTo(850);
    assertThat(technology(far, "dish")).isEqualTo(Round.dish());
    assertThat(technology(far, "mast")).isEqualTo(MAST);
    assertThat(medium(far, "up").delayMsPerHop().value()).isEqualTo(145);
    assertThat(medium(far, "microwave")).isEqualTo(Round.microwave());
  }

  @Test
  void withoutLandingRightsNothingGoesUp() {
    Market grounded = pulled("satellite-landing-rights", "granted", 0);
    assertThat(grounded.catalogue().technologies()).containsExactly(MAST, WIRELESS);
    assertThat(grounded.catalogue().media()).containsExactly(LIT, Round.microwave());
    assertThat(pulled("satellite-landing-rights", "granted", 1)).isEqualTo(MARKET);
  }

  @Test
  void ratiosComeOnTopOfWhatIsInForceUpToTheirHighest() {
    Market given = pulled("capex-subsidy", "subsidyRatio", 0.2);
    assertThat(term(given, "BEN", EconomicTerm.CAPEX_SUBSIDY)).isEqualTo(1);
    assertThat(term(given, "TGO", EconomicTerm.CAPEX_SUBSIDY)).isEqualTo(0.2);
    for (var each :
        Map.of(
                "opex-subsidy subsidyRatio", EconomicTerm.OPEX_SUBSIDY,
                "national-roaming visitorRevenueRatio", EconomicTerm.ROAMING_REVENUE,
                "universal-service-levy levyRatio", EconomicTerm.UNIVERSAL_SERVICE_LEVY,
                "universal-service-disbursement disbursedRatio",
                    EconomicTerm.UNIVERSAL_SERVICE_DISBURSED)
            .entrySet()) {
      String[] lever = each.getKey().split(" ");
      Market more = pulled(lever[0], lever[1], 0.1);
      assertThat(term(more, "BEN", each.getValue())).as(lever[0]).isEqualTo(0.1);
      assertThat(pulled(lever[0], lever[1], 0)).as(lever[0]).isEqualTo(MARKET);
    }
  }

  /** From 15 % by three points, not below the discount rate of 8 %. */
  @Test
  void aGuaranteeLowersTheCostOfCapital() {
    Market cut = pulled("guarantee", "cutRatio", 0.03);
    assertThat(term(cut, "BEN", EconomicTerm.COST_OF_CAPITAL)).isCloseTo(0.12, within(1e-12));
    assertThat(term(cut, "TGO", EconomicTerm.COST_OF_CAPITAL)).isNaN();
    assertThat(term(pulled("guarantee", "cutRatio", 0.2), "BEN", EconomicTerm.COST_OF_CAPITAL))
        .isEqualTo(0.08);
  }
}
