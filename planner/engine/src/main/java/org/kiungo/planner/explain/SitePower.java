package org.kiungo.planner.explain;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.kiungo.planner.cost.AssetCost;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.energy.EnergySupply;

/**
 * Where a plan's sites get their power, and what not knowing where power lines run may cost.
 *
 * @param grid sites with a line from the power grid
 * @param solar sites with panels and a battery
 * @param hybrid sites with panels, a battery and a generator
 * @param unknown sites at places of which nobody tells how far the grid is, none of them offered a
 *     line; sites on masts that stand are not among them, their power is their owner's
 * @param unknownUsd what the power of those costs as planned, present value
 * @param atLineUsd the same if a line passed each of them and were taken where it is cheaper
 */
public record SitePower(
    int grid, int solar, int hybrid, int unknown, double unknownUsd, double atLineUsd) {

  /** Of a plan under the catalogue and terms that it was made with. */
  public static SitePower of(PlanningProblem problem, Plan plan) {
    Map<String, AccessTechnology> technologies = new HashMap<>();
    problem.catalogue().technologies().forEach(each -> technologies.put(each.id(), each));
    Map<String, Settlement> settlements = new HashMap<>();
    problem.settlements().forEach(each -> settlements.put(each.id(), each));
    SiteCosts costs = new SiteCosts(problem, plan);
    Map<EnergySupply, Integer> sites = new EnumMap<>(EnergySupply.class);
    int unknown = 0;
    AssetCost planned = AssetCost.ZERO;
    AssetCost atLine = AssetCost.ZERO;
    for (AccessSite site : plan.sites()) {
      if (site.energy() == null) {
        continue;
      }
      sites.merge(site.energy(), 1, Integer::sum);
      Settlement at = settlements.get(site.placeId());
      if (at != null && Double.isNaN(at.distanceToGridKm())) {
        AccessTechnology technology = technologies.get(site.technologyId());
        AssetCost now = energy(costs, site, at, technology);
        AccessSite onLine = site.withEnergy(EnergySupply.GRID);
        AssetCost then = energy(costs, onLine, at.withDistanceToGridKm(0), technology);
        unknown++;
        planned = planned.plus(now);
        atLine = atLine.plus(then.lifetimeCents() < now.lifetimeCents() ? then : now);
      }
    }
    return new SitePower(
        sites.getOrDefault(EnergySupply.GRID, 0),
        sites.getOrDefault(EnergySupply.SOLAR, 0),
        sites.getOrDefault(EnergySupply.HYBRID, 0),
        unknown,
        planned.lifetimeUsd(),
        atLine.lifetimeUsd());
  }

  private static AssetCost energy(
      SiteCosts costs, AccessSite site, Settlement at, AccessTechnology technology) {
    return costs.of(site, at, technology).stream()
        .filter(each -> each.kind() == SiteSheet.Kind.ENERGY)
        .map(SiteSheet.Cost::cents)
        .reduce(AssetCost.ZERO, AssetCost::plus);
  }
}
