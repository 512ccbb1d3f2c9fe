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
 */
public record UnitPrice(int perMast, EnergySupply supply, Cost withMast, Cost beside) {

  /** Whole units that a mast of a technology holds, one at least. */
  public static int perMast(AccessTechnology a) {
    return a.unitsPerMast() == null ? 1 : (int) Math.max(1, a.unitsPerMast().value());
  }

  /** Masts for so many units, each filled before the next is built. */
  public static int masts(AccessTechnology a, int units) {
    return -Math.floorDiv(-units, perMast(a));
  }

  /**
   * A site.
   *
   * @param onTower true when its first mast is a tower that stands
   */
  public Cost site(int units, boolean onTower) {
    int newMasts = -Math.floorDiv(-units, perMast) - (onTower ? 1 : 0);
    return withMast.times(newMasts).plus(beside.times(units - newMasts));
  }
}
