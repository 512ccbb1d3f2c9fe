package org.kiungo.planner.verify.formula;

import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.energy.EnergySupply;

/**
 * What units of a technology cost at a place, in whole cents each.
 *
 * @param perMast units that one mast holds
 * @param supply how they get their energy; null = their technology's figures hold it
 * @param withMast one on a mast of its own
 * @param beside one beside it, or on a tower that stands
 * @param link what joins a mast to the first of its site
 */
public record UnitPrice(int perMast, EnergySupply supply, Cost withMast, Cost beside, Cost link) {

  /** Whole units that a mast of a technology holds, one at least. */
  public static int perMast(AccessTechnology a) {
    return a.unitsPerMast() == null ? 1 : (int) Math.max(1, a.unitsPerMast().value());
  }

  /** Masts for so many units, each filled before the next is built. */
  public static int masts(AccessTechnology a, int units) {
    return -Math.floorDiv(-units, perMast(a));
  }

  /** Links to the first mast of a site: one from every other, where the technology has them. */
  public static int hopsBetweenMasts(AccessTechnology a, int units) {
    boolean linked =
        a.furtherMastLinkCapexUsd() != null || a.furtherMastLinkOpexUsdPerYear() != null;
    return linked ? Math.floorDiv(units - 1, perMast(a)) : 0;
  }

  /**
   * A site: its first unit, then mast by mast.
   *
   * @param onTower true when its first mast is a tower that stands
   */
  public Cost site(int units, boolean onTower) {
    int furtherMasts = Math.floorDiv(units - 1, perMast);
    return (onTower ? beside : withMast)
        .plus(withMast.plus(link).times(furtherMasts))
        .plus(beside.times(units - 1 - furtherMasts));
  }

  /** The lifetime cost of a {@link #site}, cents. */
  public long siteCents(int units, boolean onTower) {
    int furtherMasts = Math.floorDiv(units - 1, perMast);
    return (onTower ? beside : withMast).lifetimeCents()
        + furtherMasts * mastCents()
        + (units - 1 - furtherMasts) * beside.lifetimeCents();
  }

  /** A mast that is not the first of its site, with its link and one unit, cents. */
  private long mastCents() {
    return withMast.lifetimeCents() + link.lifetimeCents();
  }

  /** The least that a unit beyond the first costs, cents. */
  private long leastFurtherCents() {
    return Math.min(mastCents(), beside.lifetimeCents());
  }

  /**
   * What the units of a site that one settlement needs beyond its first cost at the least: as many
   * as fill masts raise them, whoever shares the site.
   */
  public double furtherCents(int units) {
    double masts = (units - 1) / perMast;
    return (units - 1 - masts) * leastFurtherCents() + masts * mastCents();
  }

  /**
   * The least that a settlement's share of a site costs where all that is paid is divided by what
   * is taken: of so many units the masts that it fills alone are further masts of any site.
   *
   * @param parts of the site's units that it takes, more than {@code units − 1}
   * @param onTower true when the first mast is a tower that stands
   */
  public double sharedCents(double parts, int units, boolean onTower) {
    int masts = (units - 1) / perMast;
    if (onTower) {
      return parts * leastFurtherCents() + (double) masts * (mastCents() - leastFurtherCents());
    }
    double alone = withMast.lifetimeCents();
    double full = (alone + (perMast - 1) * (double) beside.lifetimeCents()) / perMast;
    return parts * Math.min(alone, full) + (double) masts * link.lifetimeCents();
  }
}
