package org.kiungo.planner.cost;

import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.model.value.Figure;

/** What access technologies cost: sites, and each settlement's own distribution and terminals. */
public final class AccessCost {

  /**
   * Where the catalogue has no prices of energy, a site at most this far from the power grid is
   * connected to it; beyond, solar is cheaper: a kilometre of medium-voltage line costs about as
   * much as a rural site's whole solar supply.
   *
   * @see <a href="https://doi.org/10.1088/1748-9326/aa7b29">Mentis et al. 2017, table 1: 9,000 USD
   *     per km of medium-voltage line</a>
   */
  public static final double GRID_REACH_KM = 1;

  private AccessCost() {}

  /** Masts, or cabinets, that hold so many units: ⌈units / units per mast⌉. */
  public static int masts(AccessTechnology technology, int units) {
    int each = unitsPerMast(technology);
    return (units + each - 1) / each;
  }

  /** Units that one mast holds: whole ones, at least one. */
  public static int unitsPerMast(AccessTechnology technology) {
    return (int) Math.max(1, amount(technology.unitsPerMast()));
  }

  /** Links between the masts of a site: one for each beyond its first; 0 where they need none. */
  public static int hopsBetweenMasts(AccessTechnology technology, int units) {
    return technology.linksMasts() ? masts(technology, units) - 1 : 0;
  }

  /** True when the power grid is known to be near enough; an unknown distance counts as far. */
  public static boolean onGrid(double distanceToGridKm) {
    return distanceToGridKm <= GRID_REACH_KM;
  }

  /**
   * A site with all its units. The first unit on a mast pays for the mast, those beside it pay what
   * a unit on an existing tower does; what one mast does not hold stands on new masts, each at the
   * full price of a site and with a {@link #mastLink} to the first. Every unit and link costs whole
   * cents.
   *
   * @param units as {@code SiteUnits.units}
   * @param existingTower true when the first mast is a tower that exists
   * @param energy what its place adds, as {@link SiteEnergy#at}
   */
  public static AssetCost site(
      AccessTechnology technology,
      int units,
      boolean existingTower,
      SiteSupply energy,
      Money money) {
    int newMasts = masts(technology, units) - (existingTower ? 1 : 0);
    Figure besideUsd =
        technology.towerSiteCapexUsd() == null
            ? technology.siteCapexUsd()
            : technology.towerSiteCapexUsd();
    return unit(technology, technology.siteCapexUsd(), energy.first(), money)
        .times(newMasts)
        .plus(unit(technology, besideUsd, energy.beside(), money).times(units - newMasts))
        .plus(mastLink(technology, money).times(masts(technology, units) - 1));
  }

  /** A link that joins a further mast of a site to its first, replaced like a site. */
  public static AssetCost mastLink(AccessTechnology technology, Money money) {
    double capexUsd = amount(technology.furtherMastLinkCapexUsd());
    double opexUsd = amount(technology.furtherMastLinkOpexUsdPerYear());
    double years = years(technology.siteLifetimeYears(), money);
    return AssetCost.ofUsd(
        capexUsd, opexUsd, PresentValue.lifetimeUsd(capexUsd, opexUsd, years, money));
  }

  /**
   * Of the lifetime cost of a site, what energy has lives of its own: purchases and replacements of
   * lines, panels, batteries and generators, as {@code energy} counts them.
   *
   * @return USD, not rounded
   */
  public static double energyPurchasesUsd(
      AccessTechnology technology, int units, boolean existingTower, SiteSupply energy) {
    int newMasts = masts(technology, units) - (existingTower ? 1 : 0);
    return energy.first().purchases() * newMasts + energy.beside().purchases() * (units - newMasts);
  }

  private static AssetCost unit(
      AccessTechnology technology, Figure firstUsd, SiteSupply.Usd energy, Money money) {
    double capexUsd = amount(firstUsd) + energy.likeSiteCapex();
    double opexUsd = amount(technology.siteOpexUsdPerYear()) + energy.opexPerYear();
    double years = years(technology.siteLifetimeYears(), money);
    return AssetCost.ofUsd(
        capexUsd + energy.capex(),
        opexUsd,
        PresentValue.lifetimeUsd(capexUsd, opexUsd, years, money) + energy.purchases());
  }

  /**
   * A settlement's own part: the distribution network over its area, replaced like a site, and one
   * terminal, drop or antenna per adopter household, replaced like terminals.
   *
   * @param areaKm2 inhabited area to be covered, ≥ 0, as {@code Demand.inhabitedKm2}
   * @param adopterHouseholds ≥ 0, not rounded, as {@code Demand.adopterHouseholds}
   */
  public static AssetCost settlement(
      AccessTechnology technology, double areaKm2, double adopterHouseholds, Money money) {
    double networkCapexUsd = areaKm2 * amount(technology.capexUsdPerKm2());
    double networkOpexUsd = areaKm2 * amount(technology.opexUsdPerKm2PerYear());
    double adopterCapexUsd = adopterHouseholds * amount(technology.adopterCapexUsd());
    double adopterOpexUsd = adopterHouseholds * amount(technology.adopterOpexUsdPerYear());
    double lifetimeUsd =
        PresentValue.lifetimeUsd(
                networkCapexUsd,
                networkOpexUsd,
                years(technology.siteLifetimeYears(), money),
                money)
            + PresentValue.lifetimeUsd(
                adopterCapexUsd,
                adopterOpexUsd,
                years(technology.adopterLifetimeYears(), money),
                money);
    return AssetCost.ofUsd(
        networkCapexUsd + adopterCapexUsd, networkOpexUsd + adopterOpexUsd, lifetimeUsd);
  }

  /** Units of a capacity that carry a load; an absent capacity is more than any plan needs. */
  static int unitsFor(double loadMbps, Figure capacityMbps) {
    return capacityMbps == null ? 1 : (int) Math.max(1, Math.ceil(loadMbps / capacityMbps.value()));
  }

  /** A figure's value; an absent figure counts as nothing. */
  static double amount(Figure figure) {
    return figure == null ? 0 : figure.value();
  }

  /** A figure's lifetime; an absent one outlives the counted years. */
  static double years(Figure lifetimeYears, Money money) {
    return lifetimeYears == null ? money.years() : lifetimeYears.value();
  }
}
