package org.kiungo.planner.lot;

import java.util.List;
import org.kiungo.planner.cost.AssetCost;
import org.kiungo.planner.explain.BuiltWorks.Bought;
import org.kiungo.planner.explain.BuiltWorks.Part;

/**
 * Something that a plan buys in one phase.
 *
 * @param bought what
 * @param id among the members of a lot
 * @param area in which it is built
 * @param home place whose works it goes with
 * @param from place at which it hangs: of a service its site's; of a link where it begins
 * @param to place that carries its traffic further; empty where nothing does
 * @param siteId of a service the site that serves it; empty of all else
 * @param likely people whom it brings to service
 * @param sure the same even if today's coverage is at its upper end
 * @param parts rows of its bill
 */
record Purchase(
    Bought bought,
    String id,
    Area area,
    String home,
    String from,
    String to,
    String siteId,
    double likely,
    double sure,
    List<Part> parts) {

  AssetCost cost() {
    return parts.stream().map(each -> each.work().cost()).reduce(AssetCost.ZERO, AssetCost::plus);
  }

  Purchase goingWith(String place) {
    return new Purchase(bought, id, area, place, from, to, siteId, likely, sure, parts);
  }
}
