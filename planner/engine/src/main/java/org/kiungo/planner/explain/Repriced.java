package org.kiungo.planner.explain;

import java.util.HashMap;
import java.util.Map;
import org.kiungo.planner.cost.AccessCost;
import org.kiungo.planner.cost.AssetCost;
import org.kiungo.planner.cost.LinkCost;
import org.kiungo.planner.cost.NodeCost;
import org.kiungo.planner.cost.ServiceAbroad;
import org.kiungo.planner.cost.SiteEnergy;
import org.kiungo.planner.cost.TransitCost;
import org.kiungo.planner.demand.Demand;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.Plan.NodeUpgrade;
import org.kiungo.planner.model.Plan.PartService;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.SecondPaths;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.route.RoadRoutes;

/**
 * The very decisions of a plan at the prices of other facts: who is served by what, units, supplies
 * of energy, systems and loads stay, what they cost is worked out anew. Services whose technology
 * the facts do not have cost nothing.
 */
public final class Repriced {

  private final PlanningProblem facts;
  private final SiteEnergy energy;
  private final TransitCost transit;
  private final NodeCost nodes;
  private final RoadRoutes roads;
  private final ServiceAbroad abroad;
  private final Map<String, String> placeOfSite = new HashMap<>();
  private final Map<String, AccessTechnology> technologies = new HashMap<>();
  private final Map<String, Medium> media = new HashMap<>();
  private final Map<String, Settlement> settlements = new HashMap<>();
  private final Map<String, NetworkNode> nodeOf = new HashMap<>();
  private AssetCost total = AssetCost.ZERO;

  private Repriced(PlanningProblem facts) {
    this.facts = facts;
    energy = SiteEnergy.of(facts);
    transit = TransitCost.of(facts);
    nodes = new NodeCost(facts.catalogue(), facts.money());
    roads = RoadRoutes.of(facts);
    abroad = ServiceAbroad.of(facts);
    facts.catalogue().technologies().forEach(each -> technologies.put(each.id(), each));
    facts.catalogue().media().forEach(each -> media.put(each.id(), each));
    facts.settlements().forEach(each -> settlements.put(each.id(), each));
    facts.nodes().forEach(each -> nodeOf.put(each.id(), each));
  }

  /**
   * A plan at other prices; its public money is not known.
   *
   * @param facts with the plan's settlements, nodes and media
   */
  public static Plan of(PlanningProblem facts, Plan plan) {
    return new Repriced(facts).priced(plan);
  }

  private Plan priced(Plan plan) {
    plan.sites().forEach(each -> placeOfSite.put(each.id(), each.placeId()));
    Plan priced =
        new Plan(
            plan.settlements().stream().map(this::service).toList(),
            plan.sites().stream().map(this::site).toList(),
            plan.links().stream().map(this::link).toList(),
            plan.upgrades().stream().map(this::upgrade).toList(),
            plan.totals(),
            null,
            new SecondPaths(
                plan.secondPaths().ways(),
                plan.secondPaths().links().stream().map(this::link).toList()));
    return priced.withTotals(
        plan.totals()
            .with()
            .capexUsd(total.capexUsd())
            .opexUsdPerYear(total.opexUsdPerYear())
            .lifetimeCostUsd(total.lifetimeUsd())
            .viabilityGapUsd(Double.NaN)
            .transit(TransitCost.totals(facts, priced))
            .build());
  }

  private SettlementService service(SettlementService service) {
    Settlement at = settlements.get(service.settlementId());
    AssetCost sum = AssetCost.ZERO;
    for (PartService part : service.each()) {
      sum = sum.plus(own(part, at));
    }
    total = total.plus(sum);
    return service
        .with()
        .capexUsd(sum.capexUsd())
        .opexUsdPerYear(sum.opexUsdPerYear())
        .lifetimeCostUsd(sum.lifetimeUsd())
        .parts(service.parts().stream().map(part -> part(part, at)).toList())
        .build();
  }

  private PartService part(PartService part, Settlement at) {
    AssetCost cost = own(part, at);
    return part.with()
        .capexUsd(cost.capexUsd())
        .opexUsdPerYear(cost.opexUsdPerYear())
        .lifetimeCostUsd(cost.lifetimeUsd())
        .build();
  }

  private AssetCost own(PartService part, Settlement at) {
    AccessTechnology technology = technologies.get(part.technologyId());
    if (technology == null) {
      return AssetCost.ZERO;
    }
    double people = part.shareRatio() * Demand.people(at, technology, facts.standard());
    return AccessCost.settlement(
            technology,
            Demand.inhabitedKm2(at, people),
            Demand.adopterHouseholds(people, facts.standard()),
            facts.money())
        .plus(transit.of(at, technology, Math.round(part.demandMbps() * 1e6)))
        .plus(abroad.cost(at.id(), placeOfSite.getOrDefault(part.siteId(), at.id())));
  }

  private AccessSite site(AccessSite site) {
    Settlement at = settlements.get(site.placeId());
    AccessTechnology paid = facts.rules().at(at, technologies.get(site.technologyId()));
    AssetCost cost =
        AccessCost.site(
            paid, site.units(), at == null, energy.as(site.energy(), at, paid), facts.money());
    total = total.plus(cost);
    return site.with()
        .capexUsd(cost.capexUsd())
        .opexUsdPerYear(cost.opexUsdPerYear())
        .lifetimeCostUsd(cost.lifetimeUsd())
        .build();
  }

  private BuiltLink link(BuiltLink link) {
    Medium laid = roads.laid(media.get(link.mediumId()), link.fromId(), link.toId());
    AssetCost cost = LinkCost.link(laid, link.distanceKm(), link.systems(), facts.money());
    total = total.plus(cost);
    return link.with()
        .capexUsd(cost.capexUsd())
        .opexUsdPerYear(cost.opexUsdPerYear())
        .lifetimeCostUsd(cost.lifetimeUsd())
        .build();
  }

  private NodeUpgrade upgrade(NodeUpgrade upgrade) {
    NetworkNode node = nodeOf.get(upgrade.nodeId());
    long limitBps = NodeCost.limitBps(node.capacityMbps());
    long loadBps = Math.round(upgrade.loadMbps() * 1e6);
    AssetCost cost = nodes.upgrade(node.country(), limitBps, loadBps);
    total = total.plus(cost);
    return new NodeUpgrade(
        upgrade.nodeId(),
        upgrade.loadMbps(),
        upgrade.furtherMbps(),
        cost.opexUsdPerYear(),
        cost.lifetimeUsd());
  }
}
