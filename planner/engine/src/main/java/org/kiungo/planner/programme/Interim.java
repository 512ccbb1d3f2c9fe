package org.kiungo.planner.programme;

import java.util.List;
import org.kiungo.planner.cost.AssetCost;
import org.kiungo.planner.model.Plan.PartService;

/**
 * What may serve a settlement until what the plan gives it is built: a terminal that needs no site.
 *
 * @param service of all its people, without cost
 * @param weightedPeople as the objective counts them
 * @param cost in each phase, all of it paid there
 */
record Interim(PartService service, double weightedPeople, List<AssetCost> cost) {

  /** Weighted people in millionths. */
  long value() {
    return Math.round(1e6 * weightedPeople);
  }
}
