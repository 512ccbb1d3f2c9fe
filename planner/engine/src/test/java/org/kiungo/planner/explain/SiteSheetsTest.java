package org.kiungo.planner.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kiungo.planner.Planner;
import org.kiungo.planner.SmallWorlds;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.cost.AccessCost;
import org.kiungo.planner.cost.AssetCost;
import org.kiungo.planner.explain.SiteSheet.Cost;
import org.kiungo.planner.explain.SiteSheet.Kind;
import org.kiungo.planner.explain.SiteSheet.Mast;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Programme.Further;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.Tower;
import org.kiungo.planner.model.energy.EnergyPrices;
import org.kiungo.planner.model.energy.EnergySupply;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.scenario.Phase;
import org.kiungo.planner.scenario.Scenario;

class SiteSheetsTest {

  /** Towns of 4,000 people on 80 km², 11 and 22 km from a node, the second beside the grid. */
  private static final PlanningProblem TOWNS = towns();

  private static PlanningProblem towns() {
    PlanningProblem line = SmallWorlds.line(2).withCatalogue(CatalogueReader.builtIn());
    List<Settlement> towns =
        IntStream.range(0, 2)
            .mapToObj(
                k ->
                    line.settlements()
                        .get(k)
                        .with()
                        .population(4000)
                        .areaKm2(80)
                        .distanceToGridKm(k == 0 ? 25 : 0.5)
                        .build())
            .toList();
    return line.withSettlements(towns);
  }

  private static AccessTechnology technology(String id) {
    return TOWNS.catalogue().technologies().stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static Plan plan(PlanningProblem problem, Scenario scenario) {
    return Planner.plan(problem, scenario, Progress.NONE, () -> false).plan();
  }

  private static Plan plan(PlanningProblem problem, String technologyId) {
    Scenario scenario = SmallWorlds.scenario(Double.NaN, 20);
    return plan(problem, scenario.with().technologyIds(List.of(technologyId)).build());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "community-wifi",
        "ftth",
        "fwa",
        "geo",
        "leo",
        "lte-light",
        "lte-macro",
        "nr-macro",
        "tvws"
      })
  void everyRowAddsUpAndAllRowsToThePlan(String technologyId) {
    Plan plan = plan(TOWNS, technologyId);
    SiteSheets sheets = new SiteSheets(TOWNS, plan);
    AccessTechnology a = technology(technologyId);
    assertThat(sheets.list()).hasSize(a.needsBackhaul() ? 2 : 0);
    for (SiteSheet each : sheets.list()) {
      addsUp(each);
      isMadeOf(each, a);
      isPowered(each);
      saysHeightAndBand(each, a);
      hasItsMasts(each, a);
      assertThat(each.standing()).isFalse();
      assertThat(each.loadRatio()).isPositive().isLessThanOrEqualTo(1 + 1e-6);
    }
    assertThat(whole(sheets, plan)).isEqualTo(totals(plan));
  }

  /** A line at the mast is taken where it is cheaper, and known distances are in no doubt. */
  @Test
  void notKnowingTheGridIsWorthWhatALineWouldSave() {
    PlanningProblem dark =
        TOWNS.withSettlements(
            TOWNS.settlements().stream().map(s -> s.withDistanceToGridKm(Double.NaN)).toList());
    PlanningProblem lit =
        TOWNS.withSettlements(
            TOWNS.settlements().stream().map(s -> s.withDistanceToGridKm(0)).toList());
    SitePower unknown = SitePower.of(dark, plan(dark, "lte-macro"));
    SitePower known = SitePower.of(lit, plan(lit, "lte-macro"));
    assertThat(unknown.grid()).isZero();
    assertThat(unknown.unknown()).isEqualTo(unknown.solar() + unknown.hybrid()).isEqualTo(2);
    assertThat(known).isEqualTo(new SitePower(2, 0, 0, 0, 0, 0));
    double energyUsd =
        new SiteSheets(lit, plan(lit, "lte-macro"))
            .list().stream().mapToDouble(s -> cents(s, Kind.ENERGY).lifetimeUsd()).sum();
    assertThat(unknown.atLineUsd()).isEqualTo(energyUsd).isLessThan(unknown.unknownUsd());
    SitePower light = SitePower.of(dark, plan(dark, "community-wifi"));
    assertThat(light.atLineUsd()).as("the sun stays cheaper").isEqualTo(light.unknownUsd());
  }

  /** What a site is paid for in the plan is its row, link apart. */
  private static void addsUp(SiteSheet sheet) {
    AccessSite site = sheet.site();
    assertThat(sheet.total().minus(cents(sheet, Kind.LINK)))
        .isEqualTo(AssetCost.ofUsd(site.capexUsd(), site.opexUsdPerYear(), site.lifetimeCostUsd()));
  }

  private static AssetCost cents(SiteSheet sheet, Kind kind) {
    return sheet.find(kind).map(Cost::cents).orElse(AssetCost.ZERO);
  }

  /** Parts by the cost book's own figures. */
  private static void isMadeOf(SiteSheet sheet, AccessTechnology a) {
    AccessSite site = sheet.site();
    boolean apart = a.towerSiteCapexUsd() != null;
    double bareUsd = (apart ? a.towerSiteCapexUsd() : a.siteCapexUsd()).value();
    assertThat(cents(sheet, Kind.EQUIPMENT).capexUsd()).isEqualTo(site.units() * bareUsd);
    assertThat(cents(sheet, Kind.EQUIPMENT).opexUsdPerYear())
        .isEqualTo(site.units() * a.siteOpexUsdPerYear().value());
    assertThat(sheet.find(Kind.TOWER).isPresent()).isEqualTo(apart);
    assertThat(cents(sheet, Kind.TOWER).capexUsd())
        .isEqualTo(site.masts() * (a.siteCapexUsd().value() - bareUsd));
    assertThat(sheet.find(Kind.MAST_LINKS).isPresent()).isEqualTo(a.linksMasts());
    if (a.linksMasts()) {
      assertThat(cents(sheet, Kind.MAST_LINKS).capexUsd())
          .isEqualTo(site.hopsBetweenMasts() * a.furtherMastLinkCapexUsd().value());
    }
  }

  /** Of all radio, whether plans depend on it or not; of fibre there is neither. */
  private static void saysHeightAndBand(SiteSheet sheet, AccessTechnology a) {
    boolean radio = !a.family().equals("fibre");
    assertThat(sheet.heightM() >= 10).isEqualTo(radio);
    assertThat(sheet.heightAssumed()).isEqualTo(radio && a.mastM() == null);
    assertThat(sheet.bandLowMhz() < sheet.bandHighMhz()).isEqualTo(radio);
    if (a.bandGhz() != null) {
      assertThat(sheet.bandMhz()).isBetween(sheet.bandLowMhz(), sheet.bandHighMhz());
    }
    boolean hop = sheet.link().mediumId().equals("microwave");
    assertThat((Object) sheet.linkBandLowMhz())
        .isEqualTo(hop ? sheet.link().distanceKm() > 15 ? 14_400.0 : 17_700.0 : Double.NaN);
    assertThat(Double.isNaN(sheet.linkBandHighMhz())).isNotEqualTo(hop);
  }

  private static void isPowered(SiteSheet sheet) {
    EnergyPrices prices = TOWNS.catalogue().energy();
    AssetCost energy = cents(sheet, Kind.ENERGY);
    assertThat(energy.opexUsdPerYear()).isPositive();
    boolean grid = sheet.site().energy() == EnergySupply.GRID;
    assertThat((Object) sheet.gridLineKm()).isEqualTo(grid ? 0.5 : Double.NaN);
    assertThat(sheet.panelsKwp() > 0).isNotEqualTo(grid);
    if (sheet.site().energy() == EnergySupply.SOLAR) {
      double usd =
          sheet.panelsKwp() * prices.solarCapexUsdPerKwp().value()
              + sheet.batteryKwh() * prices.batteryCapexUsdPerKwh().value();
      assertThat(energy.capexUsd()).isCloseTo(usd, within(0.01 * sheet.site().units()));
    }
  }

  private static void hasItsMasts(SiteSheet sheet, AccessTechnology a) {
    AccessSite site = sheet.site();
    List<Mast> masts = sheet.masts();
    assertThat(masts).hasSize(site.masts());
    assertThat(masts.get(0).location()).isEqualTo(site.location());
    assertThat(masts.stream().mapToInt(Mast::units).sum()).isEqualTo(site.units());
    assertThat(masts.stream().filter(each -> !Double.isNaN(each.hopKm())))
        .hasSize(site.hopsBetweenMasts())
        .allMatch(each -> each.linkTo().equals(masts.get(0).id()));
    Set<String> ids = new HashSet<>();
    masts.forEach(each -> ids.add(each.id()));
    assertThat(ids).hasSize(site.masts()).contains(site.id() + "#" + site.masts());
    double withinKm = Math.sqrt(sheet.groundKm2() / Math.PI);
    double seen = a.sightRatio() == null ? 1 : a.sightRatio().value();
    assertThat(sheet.groundKm2()).isEqualTo(80 * seen); // more than what density asks for
    double evenKm = Math.sqrt(2 * sheet.groundKm2() / site.masts() / Math.sqrt(3));
    double nearestKm = Double.POSITIVE_INFINITY;
    for (Mast each : masts) {
      assertThat(each.location().distanceKm(site.location())).isLessThan(withinKm + 1e-4);
      for (Mast other : masts.subList(0, masts.indexOf(each))) {
        double km = other.location().distanceKm(each.location());
        nearestKm = Math.min(nearestKm, km);
      }
    }
    if (site.masts() > 1) { // of two or three masts the last would leave the ground
      assertThat(nearestKm).isBetween(Math.min(evenKm, withinKm) / 1.2, evenKm + 1e-4);
      assertThat(sheet.mastsWithinKm()).isCloseTo(withinKm, within(1e-4));
    }
  }

  /** All rows, links of places without a site, nodes and what settlements have of their own. */
  private static AssetCost whole(SiteSheets sheets, Plan plan) {
    AssetCost sum = AssetCost.ZERO;
    Set<String> places = new HashSet<>();
    for (SiteSheet each : sheets.list()) {
      sum = sum.plus(each.total());
      places.add(each.site().placeId());
    }
    for (BuiltLink each : plan.links()) {
      if (!places.contains(each.fromId())) {
        sum = sum.plus(usd(each.capexUsd(), each.opexUsdPerYear(), each.lifetimeCostUsd()));
      }
    }
    for (Plan.NodeUpgrade each : plan.upgrades()) {
      sum = sum.plus(usd(0, each.opexUsdPerYear(), each.lifetimeCostUsd()));
    }
    for (Plan.SettlementService each : plan.settlements()) {
      sum = sum.plus(usd(each.capexUsd(), each.opexUsdPerYear(), each.lifetimeCostUsd()));
    }
    return sum;
  }

  private static AssetCost totals(Plan plan) {
    Plan.Totals totals = plan.totals();
    return usd(totals.capexUsd(), totals.opexUsdPerYear(), totals.lifetimeCostUsd());
  }

  private static AssetCost usd(double capexUsd, double opexUsdPerYear, double lifetimeUsd) {
    return AssetCost.ofUsd(capexUsd, opexUsdPerYear, lifetimeUsd);
  }

  /** Two technologies at a place pay its link by their load; a tower that stands is not built. */
  @Test
  void sitesOfAPlaceShareItsLinkAndTowersStand() {
    Plan plan = plan(TOWNS, "lte-macro");
    AccessSite first = plan.sites().get(0);
    AccessSite third = first.withId("s1:other").withLoadMbps(first.loadMbps() / 2);
    List<AccessSite> sites = List.of(first, third, plan.sites().get(1));
    SiteSheets shared =
        new SiteSheets(
            TOWNS,
            new Plan(
                plan.settlements(), sites, plan.links(), plan.upgrades(), plan.totals(), null));
    BuiltLink link = plan.links().get(0);
    assertThat(link.fromId()).isEqualTo("s1");
    Cost two = shared.find(first.id()).orElseThrow().find(Kind.LINK).orElseThrow();
    Cost one = shared.find("s1:other").orElseThrow().find(Kind.LINK).orElseThrow();
    assertThat(two.capexUsd()).isCloseTo(link.capexUsd() * 2 / 3, within(0.01));
    assertThat(two.cents().plus(one.cents()))
        .isEqualTo(usd(link.capexUsd(), link.opexUsdPerYear(), link.lifetimeCostUsd()));

    assertThat(shared.besides(first)).containsExactly(third);
    assertThat(shared.besides(sites.get(2))).isEmpty();

    int towers = 0;
    for (long seed = 1; towers == 0; seed++) {
      PlanningProblem wide = SmallWorlds.wide(seed, 5);
      Plan at = plan(wide, "mast");
      SiteSheets sheets = new SiteSheets(wide, at);
      assertThat(whole(sheets, at)).isEqualTo(totals(at));
      for (SiteSheet each : sheets.list()) {
        addsUp(each);
        if (each.standing()) {
          towers++;
          int built = each.site().masts() - 1;
          assertThat(each.heightM()).isEqualTo(40);
          assertThat(each.masts().get(0).standing()).isTrue();
          assertThat(each.assumed()).isFalse();
          assertThat(cents(each, Kind.TOWER).capexUsd()).isEqualTo(built * 25_000.0);
        }
      }
    }
  }

  /** A mast of the model is no tower that somebody has seen, though none is paid for. */
  @Test
  void aMastThatNoSourceNamesIsToldApart() {
    int towers = 0;
    for (long seed = 1; towers == 0; seed++) {
      PlanningProblem wide = SmallWorlds.wide(seed, 5);
      Tower seen = wide.towers().get(0);
      List<Tower> modelled =
          wide.towers().stream()
              .map(each -> each.with().id(each.id() + Tower.ASSUMED).heightM(Double.NaN).build())
              .toList();
      assertThat(seen.assumed()).isFalse();
      assertThat(seen.withId(seen.id() + Tower.ASSUMED).assumed()).isFalse(); // its height is known
      PlanningProblem world = wide.withTowers(modelled);
      for (SiteSheet each : new SiteSheets(world, plan(world, "mast")).list()) {
        assertThat(each.assumed()).isEqualTo(each.standing());
        assertThat(each.masts().get(0).assumed()).isEqualTo(each.standing());
        assertThat(each.masts().stream().skip(1)).noneMatch(Mast::assumed);
        towers += each.standing() ? 1 : 0;
      }
    }
  }

  /** What a phase adds is paid in money of that phase, part by part. */
  @Test
  void phasesArePaidPartByPart() {
    Money money = new Money(0.08, 2027, 2036, 2025);
    PlanningProblem world =
        SmallWorlds.cross().withCatalogue(CatalogueReader.builtIn()).withMoney(money);
    Scenario scenario =
        SmallWorlds.scenario(Double.NaN, 50)
            .with()
            .money(money)
            .technologyIds(List.of("lte-macro"))
            .budgetUsd(1_600_000)
            .phases(List.of(new Phase(2027, 2029, 800_000), new Phase(2030, 2036, 800_000)))
            .build();
    Plan plan = plan(world, scenario);
    List<Further> further = plan.programme().further();
    SiteSheets sheets = new SiteSheets(world, plan);
    SiteSheet grown =
        sheets.list().stream()
            .filter(each -> further.stream().anyMatch(f -> f.assetId().equals(each.site().id())))
            .findFirst()
            .orElseThrow();
    addsUp(grown);
    AccessTechnology a = technology("lte-macro");
    isMadeOf(grown, a);
    AssetCost hops = AssetCost.ZERO;
    int units = grown.site().units();
    for (Further each : further) {
      if (each.assetId().equals(grown.site().id())) {
        AssetCost hop = AccessCost.mastLink(a, money.from(each.buildYear()));
        hops = hops.plus(hop.times((int) each.further()));
        units -= (int) each.further();
      }
    }
    hops = hops.plus(AccessCost.mastLink(a, money).times(units - 1));
    assertThat(cents(grown, Kind.MAST_LINKS)).isEqualTo(hops);
    assertThat(whole(sheets, plan)).isEqualTo(totals(plan));
  }
}
