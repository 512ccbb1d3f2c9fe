package org.kiungo.planner.verify.formula;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.PlaceRules;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.energy.EnergyPrices;
import org.kiungo.planner.model.energy.EnergySupply;
import org.kiungo.planner.model.money.CountryEconomics;
import org.kiungo.planner.model.value.Figure;

/**
 * What sites cost at places, and settlements beside their sites.
 *
 * <p>A unit on a mast of its own pays the site's price and what its mast shares of its energy; one
 * beside it, or on a tower that stands, what a site on a tower costs, where that has a price. A
 * mast beyond a site's first pays its link to that one, which lasts as long as a site. Energy is
 * what costs a first unit least over the years that plans count, in whatever phase the site is
 * built; a tower's supply is taken to be its owner's, each unit bringing its own. Where the
 * catalogue has no prices of energy, solar power is added beyond a kilometre from the grid. Where
 * operators share what stands in thinly peopled places, one pays its share of all of it. Where
 * building costs more, what is bought for a site and its links between masts does, not its energy.
 */
public final class AccessPrices {

  /** Up to so far from the grid a site is connected to it where energy has no prices, km. */
  private static final double GRID_REACH_KM = 1;

  private final Discounting years;
  private final Discounting choosing;
  private final EnergyPrices energy;
  private final PlaceRules rules;
  private final Map<String, CountryEconomics> economics;
  private final String countryOfTowers;
  private final double licenceUsdPerMhzPop;

  /**
   * @param years by which amounts are added up
   * @param choosing by which energy is chosen
   * @param energy null = it is in the technologies' figures
   * @param economics by country
   * @param countries of the settlements
   * @param licenceUsdPerMhzPop what the spectrum of each person served costs; 0 but in public money
   */
  AccessPrices(
      Discounting years,
      Discounting choosing,
      EnergyPrices energy,
      PlaceRules rules,
      Map<String, CountryEconomics> economics,
      List<String> countries,
      double licenceUsdPerMhzPop) {
    this.years = years;
    this.choosing = choosing;
    this.energy = energy;
    this.rules = rules;
    this.economics = new HashMap<>(economics);
    this.licenceUsdPerMhzPop = licenceUsdPerMhzPop;
    countryOfTowers = countries.size() == 1 ? countries.get(0) : "";
  }

  /**
   * A settlement's distribution over its ground, which lasts as long as a site, and a terminal for
   * each household that subscribes.
   *
   * @param people served
   * @param households that subscribe
   */
  public Cost settlement(AccessTechnology a, double areaKm2, double people, double households) {
    Bill bill = new Bill(years);
    bill.buys(areaKm2 * Bill.of(a.capexUsdPerKm2()), a.siteLifetimeYears());
    bill.pays(areaKm2 * Bill.of(a.opexUsdPerKm2PerYear()));
    bill.close();
    bill.buys(households * Bill.of(a.adopterCapexUsd()), a.adopterLifetimeYears());
    bill.pays(households * Bill.of(a.adopterOpexUsdPerYear()));
    bill.once(licenceUsdPerMhzPop * Bill.of(a.licensedMhz()) * people);
    return bill.cost();
  }

  /**
   * What units of a technology cost at a place.
   *
   * @param at null = a tower
   */
  public UnitPrice unit(AccessTechnology a, Settlement at) {
    boolean priced = energy != null && a.powerW() != null;
    return unit(a, at, priced ? cheapest(a.powerW().value(), at) : null);
  }

  private EnergySupply cheapest(double watts, Settlement at) {
    EnergySupply best = null;
    long least = Long.MAX_VALUE;
    for (EnergySupply kind : EnergySupply.values()) {
      if (SitePower.isOffered(kind, gridKm(at))) {
        Bill first = power(at, choosing).bill(kind, watts, gridKm(at), true);
        long cents = first.cost().lifetimeCents();
        best = cents < least ? kind : best;
        least = Math.min(least, cents);
      }
    }
    return best;
  }

  /** The same with a supply that was chosen, whatever is cheapest. */
  public UnitPrice unit(AccessTechnology a, Settlement at, EnergySupply kind) {
    boolean shares = at != null && isShared(rules, at);
    double share = shares ? 1.0 / rules.ruralOperators() : 1;
    Figure towerUsd = a.towerSiteCapexUsd() == null ? a.siteCapexUsd() : a.towerSiteCapexUsd();
    Cost withMast = unit(a, a.siteCapexUsd(), at, kind, true).share(share);
    Cost beside = unit(a, towerUsd, at, kind, at == null).share(share);
    return new UnitPrice(UnitPrice.perMast(a), kind, withMast, beside, link(a, at).share(share));
  }

  /**
   * What a unit costs without what feeds it.
   *
   * @param standing true where nothing is paid for the mast it stands on
   */
  public UnitPrice bare(AccessTechnology a, Settlement at, boolean standing) {
    double share = at != null && isShared(rules, at) ? 1.0 / rules.ruralOperators() : 1;
    Figure towerUsd = a.towerSiteCapexUsd() == null ? a.siteCapexUsd() : a.towerSiteCapexUsd();
    Cost withMast = bare(a, standing ? towerUsd : a.siteCapexUsd(), at).share(share);
    Cost beside = bare(a, towerUsd, at).share(share);
    return new UnitPrice(UnitPrice.perMast(a), null, withMast, beside, link(a, at).share(share));
  }

  private Bill bare(AccessTechnology a, Figure siteUsd, Settlement at) {
    Bill bill = new Bill(years);
    bill.buys(worksRatio(at) * Bill.of(siteUsd), a.siteLifetimeYears());
    return bill.pays(Bill.of(a.siteOpexUsdPerYear()));
  }

  private Bill link(AccessTechnology a, Settlement at) {
    Bill link = new Bill(years);
    link.buys(worksRatio(at) * Bill.of(a.furtherMastLinkCapexUsd()), a.siteLifetimeYears());
    return link.pays(Bill.of(a.furtherMastLinkOpexUsdPerYear()));
  }

  private Bill unit(
      AccessTechnology a, Figure siteUsd, Settlement at, EnergySupply kind, boolean first) {
    boolean solar = kind == null && !(at != null && at.distanceToGridKm() <= GRID_REACH_KM);
    Bill bill = new Bill(years);
    double worksUsd = worksRatio(at) * Bill.of(siteUsd);
    bill.buys(worksUsd + (solar ? Bill.of(a.offGridCapexUsd()) : 0), a.siteLifetimeYears());
    bill.pays(Bill.of(a.siteOpexUsdPerYear()) + (solar ? Bill.of(a.offGridOpexUsdPerYear()) : 0));
    return kind == null
        ? bill
        : bill.fedBy(power(at, years).bill(kind, a.powerW().value(), gridKm(at), first));
  }

  private SitePower power(Settlement at, Discounting by) {
    String country = at == null ? countryOfTowers : at.country();
    CountryEconomics known =
        economics.computeIfAbsent(country, iso3 -> new CountryEconomics(iso3, Map.of()));
    return new SitePower(energy, known, by);
  }

  /** What is built there over what it costs elsewhere: a mast that stands costs what it does. */
  private static double worksRatio(Settlement at) {
    return at == null || Double.isNaN(at.siteCostRatio()) ? 1 : at.siteCostRatio();
  }

  private static double gridKm(Settlement at) {
    return at == null ? Double.NaN : at.distanceToGridKm();
  }

  /** True where operators share what stands: fewer people on a km² than the rule says. */
  private static boolean isShared(PlaceRules rules, Settlement at) {
    return rules.ruralOperators() > 1
        && at.population() < rules.ruralBelowPeoplePerKm2() * at.areaKm2();
  }
}
