package org.kiungo.planner.programme;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.planner.cost.AccessCost;
import org.kiungo.planner.cost.AssetCost;
import org.kiungo.planner.cost.LinkCost;
import org.kiungo.planner.cost.NodeCost;
import org.kiungo.planner.cost.SiteEnergy;
import org.kiungo.planner.cost.TransitCost;
import org.kiungo.planner.demand.Demand;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.Plan.PartService;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.model.route.RoadRoutes;
import org.kiungo.planner.radio.SightParts;

/** What the parts of a plan cost in each phase; energy and media are those the plan names. */
final class PhasePrices {

  private final PlanningProblem facts;
  private final RoadRoutes roads;
  private final Map<String, AccessTechnology> technologies = new HashMap<>();
  private final Map<String, Medium> media = new HashMap<>();
  private final Map<String, Settlement> settlements = new HashMap<>();
  private final List<Prices> phases = new ArrayList<>();

  private record Prices(Money money, SiteEnergy energy, TransitCost transit, NodeCost nodes) {}

  PhasePrices(Terms terms) {
    facts = terms.facts();
    roads = RoadRoutes.of(facts);
    facts.catalogue().technologies().forEach(each -> technologies.put(each.id(), each));
    facts.catalogue().media().forEach(each -> media.put(each.id(), each));
    facts.settlements().forEach(each -> settlements.put(each.id(), each));
    for (int t = 0; t < terms.count(); t++) {
      PlanningProblem then = facts.with().money(terms.money(t)).build();
      phases.add(
          new Prices(
              then.money(),
              SiteEnergy.of(then),
              TransitCost.of(then),
              new NodeCost(then.catalogue(), then.money())));
    }
  }

  Settlement settlement(String id) {
    return settlements.get(id);
  }

  /** What a part of a settlement's people costs by itself; nothing where it is not served. */
  AssetCost own(String settlementId, PartService part, int phase) {
    AccessTechnology a = technologies.get(part.technologyId());
    if (a == null) {
      return AssetCost.ZERO;
    }
    Settlement s = SightParts.share(settlements.get(settlementId), part.shareRatio());
    double builtFor = Demand.people(s, a, facts.standard());
    return AccessCost.settlement(
            a,
            Demand.inhabitedKm2(s, builtFor),
            Demand.adopterHouseholds(builtFor, facts.standard()),
            phases.get(phase).money)
        .plus(phases.get(phase).transit.of(s, a, bps(part.demandMbps())));
  }

  /** Of that, what its traffic costs beyond the nodes. */
  AssetCost transit(String settlementId, PartService part, int phase) {
    AccessTechnology a = technologies.get(part.technologyId());
    if (a == null) {
      return AssetCost.ZERO;
    }
    Settlement s = SightParts.share(settlements.get(settlementId), part.shareRatio());
    return phases.get(phase).transit.of(s, a, bps(part.demandMbps()));
  }

  /** So many units of a site; nothing for none. */
  AssetCost site(AccessSite site, int units, int phase) {
    if (units == 0) {
      return AssetCost.ZERO;
    }
    Settlement at = settlements.get(site.placeId());
    AccessTechnology paid = facts.rules().at(at, technologies.get(site.technologyId()));
    Prices then = phases.get(phase);
    return AccessCost.site(
        paid, units, at == null, then.energy.as(site.energy(), at, paid), then.money);
  }

  /** Systems of a link that carry a load, once it is used. */
  int systems(BuiltLink link, long bps) {
    Medium medium = media.get(link.mediumId());
    if (medium.systemMbps() == null) {
      return 1;
    }
    long system = bps(medium.systemMbps().value());
    return (int) Math.max(1, (bps + system - 1) / system);
  }

  /** So many systems of a link; nothing for none. */
  AssetCost link(BuiltLink link, int systems, int phase) {
    if (systems == 0) {
      return AssetCost.ZERO;
    }
    Medium laid = roads.laid(media.get(link.mediumId()), link.fromId(), link.toId());
    return LinkCost.link(laid, link.distanceKm(), systems, phases.get(phase).money);
  }

  /** True when a node's further capacity has a price. */
  boolean isPriced(String country) {
    return phases.get(0).nodes.isPriced(country);
  }

  /** What a node sells beyond its limit. */
  AssetCost node(String country, long limitBps, long loadBps, int phase) {
    return phases.get(phase).nodes.upgrade(country, limitBps, loadBps);
  }

  static long bps(double mbps) {
    return Math.round(mbps * 1e6);
  }
}
