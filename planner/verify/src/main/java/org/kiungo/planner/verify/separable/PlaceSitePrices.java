package org.kiungo.planner.verify.separable;

import java.util.List;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.verify.formula.Coverage;
import org.kiungo.planner.verify.formula.UnitPrice;
import org.kiungo.planner.verify.read.Facts;

/**
 * What sites of one technology cost at every place: settlements in their order, then towers, which
 * all cost the same.
 */
final class PlaceSitePrices {

  private final int firstTower;
  private final UnitPrice[] units;

  PlaceSitePrices(Facts facts, List<Settlement> settlements, AccessTechnology technology) {
    firstTower = settlements.size();
    units = new UnitPrice[firstTower + 1];
    for (int v = 0; v <= firstTower; v++) {
      Settlement at = v < firstTower ? settlements.get(v) : null;
      units[v] = facts.prices().access().unit(technology, at);
    }
  }

  /** A site with all the units that so much takes. */
  double siteUsd(int place, long taken) {
    UnitPrice unit = units[Math.min(place, firstTower)];
    return unit.siteCents(Coverage.units(taken), place >= firstTower) / 100.0;
  }

  /**
   * The least that so much of a site's units costs, whoever takes the rest.
   *
   * @param taken as {@link Coverage#taken}
   */
  double sharedUsd(int place, long taken) {
    UnitPrice unit = units[Math.min(place, firstTower)];
    double parts = taken / (double) Coverage.WHOLE;
    return unit.sharedCents(parts, Coverage.units(taken), place >= firstTower) / 100;
  }
}
