package org.kiungo.planner.verify.lot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.Plan.NodeUpgrade;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.Plan.Status;
import org.kiungo.planner.model.Programme.Further;
import org.kiungo.planner.model.Programme.Replaced;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.verify.formula.BusyHourLoad;
import org.kiungo.planner.verify.formula.Cost;
import org.kiungo.planner.verify.formula.UnitPrice;
import org.kiungo.planner.verify.read.Facts;
import org.kiungo.planner.verify.read.PartClaim;

/**
 * Everything the plan buys, by list and id as lots name it ({@code links:id}), each with its bill:
 * what the plan pays for it, which is held against facts elsewhere, parted into what is counted.
 */
final class PlanBills {

  private final Plan plan;
  private final Facts facts;
  private final List<Facts> phases;
  private final Map<String, List<Further>> later = new HashMap<>();
  private final Map<String, Bought> all = new LinkedHashMap<>();
  private List<Bought.Row> rows = new ArrayList<>();

  PlanBills(Plan plan, Facts facts) {
    this.plan = plan;
    this.facts = facts;
    phases = facts.phases();
    if (plan.programme() != null) {
      for (Further each : plan.programme().further()) {
        later.computeIfAbsent(each.assetId(), id -> new ArrayList<>()).add(each);
      }
      plan.programme().replaced().forEach(this::replaced);
    }
    plan.settlements().forEach(this::service);
    plan.sites().forEach(this::site);
    plan.links().forEach(this::link);
    plan.secondPaths().links().forEach(this::link);
    plan.upgrades().forEach(this::node);
  }

  Map<String, Bought> all() {
    return all;
  }

  private int phase(int year) {
    for (int k = phases.size() - 1; k > 0; k--) {
      if (year >= phases.get(k).money().firstYear()) {
        return k + 1;
      }
    }
    return 1;
  }

  private void row(String item, String of, double quantity, Cost cost) {
    if (quantity > 0 || cost.lifetimeCents() != 0 || cost.capexCents() != 0) {
      rows.add(new Bought.Row(Bought.Row.key(item, of), quantity, cost));
    }
  }

  private void bought(
      String key, int year, String at, String carrier, String towards, double likely, double sure) {
    all.put(key, new Bought(phase(year), at, carrier, towards, likely, sure, List.copyOf(rows)));
    rows = new ArrayList<>();
  }

  private static Cost cost(double capexUsd, double opexUsdPerYear, double lifetimeUsd) {
    return new Cost(Cost.cents(capexUsd), Cost.cents(opexUsdPerYear), Cost.cents(lifetimeUsd), 0);
  }

  private void service(SettlementService service) {
    Settlement whole = facts.settlements().get(service.settlementId());
    boolean parted = !service.parts().isEmpty();
    List<PartClaim> parts = PartClaim.of(facts, whole, service);
    Cost left = cost(service.capexUsd(), service.opexUsdPerYear(), service.lifetimeCostUsd());
    for (int k = 0; k < parts.size(); k++) {
      PartClaim part = parts.get(k);
      var stated = part.stated();
      Cost own = cost(stated.capexUsd(), stated.opexUsdPerYear(), stated.lifetimeCostUsd());
      own = k == parts.size() - 1 ? left : own;
      left = left.less(own);
      if (stated.technologyId().isEmpty() && own.equals(Cost.ZERO)) {
        continue;
      }
      terminals(part, service.buildYear(), own);
      boolean gains = stated.status() == Status.STANDARD || stated.status() == Status.BASIC;
      double likely = gains ? stated.peopleServed() : 0;
      bought(
          "services:" + whole.id() + (parted ? "#" + k : ""),
          service.buildYear(),
          whole.id(),
          stated.siteId().isEmpty() ? "" : "sites:" + stated.siteId(),
          "",
          likely,
          gains && plan.totals().today() != null ? sure(part.settlement()) : likely);
    }
  }

  /** People whom nobody covers even at the upper end of today's coverage. */
  private static double sure(Settlement s) {
    double high =
        Double.isNaN(s.baselineHighRatio()) ? s.baselineCoverageRatio() : s.baselineHighRatio();
    return Double.isNaN(high) ? 0 : s.population() * (1 - high);
  }

  private void terminals(PartClaim part, int year, Cost own) {
    AccessTechnology a = facts.technologies().get(part.stated().technologyId());
    Cost left = own;
    double households = 0;
    if (a != null) {
      Facts then = phases.get(phase(year) - 1);
      long bps = BusyHourLoad.bps(part.stated().demandMbps());
      Cost traffic = then.prices().traffic().of(part.settlement(), a, bps);
      if (traffic.lifetimeCents() != 0) {
        row("transit", "", part.stated().demandMbps(), traffic);
        left = left.less(traffic);
      }
      if (a.adopterCapexUsd() != null || a.capexUsdPerKm2() != null) {
        households = facts.load().households(facts.builtFor(part.settlement(), a));
      }
    }
    if (left.lifetimeCents() != 0 || left.capexCents() != 0) {
      row("terminals", part.stated().technologyId(), households, left);
    }
  }

  private void replaced(Replaced each) {
    row(
        "replaced",
        each.technologyId(),
        1,
        cost(each.capexUsd(), each.opexUsdPerYear(), each.lifetimeCostUsd()));
    String id = each.settlementId();
    bought("services:" + id + "#replaced", each.buildYear(), id, "", "", 0, 0);
  }

  private void site(AccessSite site) {
    AccessTechnology a = facts.technologies().get(site.technologyId());
    Settlement at = facts.settlements().get(site.placeId());
    List<Further> more = later.getOrDefault(site.id(), List.of());
    int units = site.units();
    for (Further each : more) {
      units -= (int) each.further();
    }
    Cost first = cost(site.capexUsd(), site.opexUsdPerYear(), site.lifetimeCostUsd());
    int sofar = units;
    for (Further each : more) {
      Cost added = cost(each.capexUsd(), each.opexUsdPerYear(), each.lifetimeCostUsd());
      first = first.less(added);
      int then = sofar + (int) each.further();
      int masts = UnitPrice.masts(a, then) - UnitPrice.masts(a, sofar);
      row("masts-within", a.id(), masts, Cost.ZERO);
      row("units", a.id(), each.further(), added);
      added("sites:" + site.id(), each, site.placeId(), site.placeId());
      sofar = then;
    }
    boolean stands = at == null;
    var prices = phases.get(phase(site.buildYear()) - 1).prices().access();
    Cost whole = prices.unit(a, at, site.energy()).site(units, stands);
    Cost bare = prices.bare(a, at, false).site(units, stands);
    Cost energy = whole.less(bare);
    boolean apart = a.towerSiteCapexUsd() != null;
    Cost tower = apart ? bare.less(prices.bare(a, at, true).site(units, stands)) : Cost.ZERO;
    int hops = UnitPrice.hopsBetweenMasts(a, units);
    Cost links = prices.bare(a, at, false).link().times(hops);
    row("masts-standing", a.id(), stands ? 1 : 0, Cost.ZERO);
    int fresh = UnitPrice.masts(a, units) - (stands ? 1 : 0);
    row(apart ? "masts-new" : "masts-within", a.id(), fresh, tower);
    row("units", a.id(), units, first.less(energy).less(tower).less(links));
    if (site.energy() == null) {
      row("units", a.id(), 0, energy);
    } else {
      String kind =
          switch (site.energy()) {
            case GRID -> "power-grid";
            case SOLAR -> "power-solar";
            case HYBRID -> "power-hybrid";
          };
      row(kind, "", 1, energy);
    }
    row("mast-links", a.id(), hops, links);
    String place = site.placeId();
    bought("sites:" + site.id(), site.buildYear(), place, "", place, 0, 0);
  }

  private void added(String key, Further each, String at, String towards) {
    String id = key + "@" + phase(each.buildYear());
    bought(id, each.buildYear(), at, key, towards, 0, 0);
  }

  private Cost further(String key, String assetId, String item, String of, String at) {
    Cost sum = Cost.ZERO;
    for (Further each : later.getOrDefault(assetId, List.of())) {
      Cost more = cost(each.capexUsd(), each.opexUsdPerYear(), each.lifetimeCostUsd());
      sum = sum.plus(more);
      row(item, of, each.further(), more);
      added(key, each, at, "");
    }
    return sum;
  }

  private void link(BuiltLink link) {
    String key = "links:" + link.id();
    Cost first = cost(link.capexUsd(), link.opexUsdPerYear(), link.lifetimeCostUsd());
    first = first.less(further(key, link.id(), "systems", link.mediumId(), link.fromId()));
    Medium medium = facts.media().get(link.mediumId());
    if (medium.constellation() != null) {
      row("sky", medium.id(), 1, first);
    } else if (medium.maxHopKm() == null) {
      int systems = link.systems();
      for (Further each : later.getOrDefault(link.id(), List.of())) {
        systems -= (int) each.further();
      }
      Facts then = phases.get(phase(link.buildYear()) - 1);
      Cost ends =
          facts
              .roads()
              .laid(medium, link.fromId(), link.toId())
              .cost(0, systems, then.prices().years());
      row("cable-ends", medium.id(), ends.equals(Cost.ZERO) ? 0 : 1, ends);
      row("cable-km", medium.id(), link.distanceKm(), first.less(ends));
    } else {
      row("hops", medium.id(), 1, first);
    }
    bought(key, link.buildYear(), link.fromId(), "", link.toId(), 0, 0);
  }

  private void node(NodeUpgrade node) {
    String key = "nodes:" + node.nodeId();
    Cost first = cost(0, node.opexUsdPerYear(), node.lifetimeCostUsd());
    double mbps = node.furtherMbps();
    for (Further each : later.getOrDefault(node.nodeId(), List.of())) {
      mbps -= each.further();
    }
    first = first.less(further(key, node.nodeId(), "nodes", "", node.nodeId()));
    row("nodes", "", Math.max(0, mbps), first);
    if (!rows.isEmpty()) { // one that is widened later is nothing to buy before
      bought(key, 0, node.nodeId(), "", "", 0, 0);
    }
  }
}
