package org.kiungo.planner.cost;

import org.kiungo.planner.model.energy.EnergySupply;
import org.kiungo.planner.model.money.Money;

/**
 * What the energy of a technology's units adds to a site at one place.
 *
 * @param kind how it gets its energy; null = as the technology's own figures say
 * @param first of the first unit on a mast, which pays for what the mast shares
 * @param beside of a unit beside it
 */
public record SiteSupply(EnergySupply kind, Usd first, Usd beside) {

  /** Nothing on top of the technology's own figures. */
  public static final SiteSupply NOTHING = new SiteSupply(null, Usd.NOTHING, Usd.NOTHING);

  /**
   * Money of one unit, not rounded.
   *
   * @param capex first purchase of what has a life of its own
   * @param purchases present value of that and of its replacements, USD
   * @param likeSiteCapex purchase that is replaced with the site
   * @param opexPerYear upkeep and energy
   */
  public record Usd(double capex, double purchases, double likeSiteCapex, double opexPerYear) {

    static final Usd NOTHING = new Usd(0, 0, 0, 0);

    /** Sum of two. */
    Usd plus(Usd other) {
      return new Usd(
          capex + other.capex,
          purchases + other.purchases,
          likeSiteCapex + other.likeSiteCapex,
          opexPerYear + other.opexPerYear);
    }

    /** A share of it. */
    Usd times(double ratio) {
      return new Usd(capex * ratio, purchases * ratio, likeSiteCapex * ratio, opexPerYear * ratio);
    }
  }

  /** Lifetime cost of the energy of a first unit, in whole cents. */
  long firstCents(Money money) {
    double upkeepUsd = first.opexPerYear() * PresentValue.upkeepYears(money);
    return AssetCost.cents(first.purchases() + upkeepUsd);
  }

  /** A share of everything, as operators who share a site pay it. */
  SiteSupply times(double ratio) {
    return ratio == 1 ? this : new SiteSupply(kind, first.times(ratio), beside.times(ratio));
  }
}
