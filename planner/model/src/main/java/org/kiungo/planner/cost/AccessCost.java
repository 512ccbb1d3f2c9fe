package org.kiungo.planner.cost;

import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Figure;
import org.kiungo.planner.model.money.Money;

/** What access technologies cost: sites, and each settlement's own distribution and terminals. */
public final class AccessCost {

  /**
   * A site at most this far from the power grid is connected to it; beyond, solar is cheaper: a
   * kilometre of medium-voltage line costs about as much as a rural site's whole solar supply.
   *
   * @see <a href="https://doi.org/10.1088/1748-9326/aa7b29">Mentis et al. 2017, table 1: 9,000 USD
   *     per km of medium-voltage line</a>
   */
  public static final double GRID_REACH_KM = 1;

  private AccessCost() {}

  /**
   * Equipment sets that carry a load: ⌈load / capacity⌉, at least one.
   *
   * @param loadMbps busy-hour demand of all settlements the site serves
   */
  public static int siteUnits(AccessTechnology technology, double loadMbps) {
    return unitsFor(loadMbps, technology.siteCapacityMbps());
  }

  /** True when the power grid is known to be near enough; an unknown distance counts as far. */
  public static boolean onGrid(double distanceToGridKm) {
    return distanceToGridKm <= GRID_REACH_KM;
  }

  /**
   * A site with all its units; every unit costs the same.
   *
   * @param units as {@link #siteUnits}
   * @param existingTower true when it stands on a tower that exists
   * @param onGrid true when grid power is there, as {@link #onGrid(double)}; a technology's figures
   *     for solar power are added otherwise
   */
  public static AssetCost site(
      AccessTechnology technology, int units, boolean existingTower, boolean onGrid, Money money) {
    Figure first = technology.siteCapexUsd();
    if (existingTower && technology.towerSiteCapexUsd() != null) {
      first = technology.towerSiteCapexUsd();
    }
    double capexUsd = units * (amount(first) + (onGrid ? 0 : amount(technology.offGridCapexUsd())));
    double opexUsd =
        units
            * (amount(technology.siteOpexUsdPerYear())
                + (onGrid ? 0 : amount(technology.offGridOpexUsdPerYear())));
    return AssetCost.ofUsd(
        capexUsd,
        opexUsd,
        PresentValue.lifetimeUsd(
            capexUsd, opexUsd, years(technology.siteLifetimeYears(), money), money));
  }

  /**
   * A settlement's own part: the distribution network over its area, replaced like a site, and one
   * terminal, drop or antenna per adopter household, replaced like terminals.
   *
   * @param areaKm2 inhabited area to be covered, ≥ 0, as {@code Demand.areaKm2}
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
