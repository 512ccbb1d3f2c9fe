package org.kiungo.planner.radio;

import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Settlement;

/**
 * How many units of a technology serve settlements: of each settlement the larger of what its load
 * takes of a unit's capacity and what its ground takes of a unit's cell, added up and rounded up.
 * Dimensioning each place by coverage or capacity, whichever asks for more, and adding up is how
 * radio networks are sized: what a unit spread over thin ground has to spare is no use to a town
 * elsewhere. Counted in billionths of a unit, rounded down, so that sums are exact.
 *
 * @see <a href="https://doi.org/10.1016/j.techfore.2021.121409">Oughton, Comini, Foster and Hall
 *     2022, section 3: sites for coverage and for capacity by geotype</a>
 */
public final class SiteUnits {

  /** One unit. */
  public static final long WHOLE = 1_000_000_000L;

  /** Units at one settlement at most; more stand for ground that no number of them covers. */
  private static final double MOST = 1e6;

  private SiteUnits() {}

  /**
   * What a settlement takes of the units that serve it.
   *
   * @param areaKm2 ground of those served, ≥ 0
   * @param loadBps their busy-hour load, bits per second
   * @return billionths of a unit
   */
  public static long taken(
      AccessTechnology technology, Settlement settlement, double areaKm2, long loadBps) {
    double byLoad =
        technology.siteCapacityMbps() == null
            ? 0
            : loadBps / (double) Math.round(1e6 * technology.siteCapacityMbps().value());
    double byGround = areaKm2 == 0 ? 0 : areaKm2 / Reach.cellKm2(Reach.km(technology, settlement));
    return (long) (WHOLE * Math.min(2 * MOST, Math.max(byLoad, byGround)));
  }

  /** Whole units for what settlements take together; at least one. */
  public static int units(long taken) {
    return taken <= WHOLE ? 1 : (int) Math.min(Integer.MAX_VALUE, (taken - 1) / WHOLE + 1);
  }

  /**
   * The least ground on which so many units of a site stand as near to one another as {@link
   * AccessTechnology#unitsPerKm2} lets them.
   *
   * @return km²; 0 where nothing keeps them apart
   */
  public static double leastGroundKm2(AccessTechnology technology, int units) {
    return technology.unitsPerKm2() == null ? 0 : units / technology.unitsPerKm2().value();
  }

  /**
   * True when the units that a settlement takes find room on its ground: one always does, more as
   * far as {@link AccessTechnology#unitsPerKm2} lets them.
   */
  public static boolean haveRoom(AccessTechnology technology, double areaKm2, long taken) {
    double most =
        technology.unitsPerKm2() == null
            ? MOST
            : Math.max(1, technology.unitsPerKm2().value() * areaKm2);
    return taken < WHOLE * Math.min(MOST, most) + 1;
  }
}
