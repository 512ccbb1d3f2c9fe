package org.kiungo.planner.verify.separable;

import java.util.List;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.verify.formula.Coverage;
import org.kiungo.planner.verify.formula.UnitPrice;
import org.kiungo.planner.verify.read.Facts;

/**
 * What sites of one technology cost at every place: settlements in their order, then towers, which
 * all cost the same. A unit on a new mast and one beside it are all that a site's price is made of.
 */
final class PlaceSitePrices {

  private final int full;
  private final int firstTower;
  private final double[] mastUsd;
  private final double[] besideUsd;

  PlaceSitePrices(Facts facts, List<Settlement> settlements, AccessTechnology technology) {
    full = UnitPrice.perMast(technology);
    firstTower = settlements.size();
    mastUsd = new double[firstTower + 1];
    besideUsd = new double[firstTower + 1];
    for (int v = 0; v <= firstTower; v++) {
      Settlement at = v < firstTower ? settlements.get(v) : null;
      UnitPrice unit = facts.prices().access().unit(technology, at);
      mastUsd[v] = unit.withMast().lifetimeUsd();
      besideUsd[v] = unit.beside().lifetimeUsd();
    }
  }

  /** A site with all its units. */
  double siteUsd(int place, int units) {
    int v = Math.min(place, firstTower);
    int newMasts = (units + full - 1) / full - (v == firstTower ? 1 : 0);
    return newMasts * mastUsd[v] + (units - newMasts) * besideUsd[v];
  }

  /**
   * The least that so much of a site's units costs: no number of units costs less apiece than those
   * of a full mast, or one alone.
   *
   * @param taken as {@link Coverage#taken}
   */
  double sharedUsd(int place, long taken) {
    double apiece = Math.min(siteUsd(place, full) / full, siteUsd(place, 1));
    return apiece * taken / Coverage.WHOLE;
  }
}
