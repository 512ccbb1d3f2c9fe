package org.kiungo.planner.programme;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.planner.cost.NodeCost;
import org.kiungo.planner.demand.Demand;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.PartService;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.Plan.Status;
import org.kiungo.planner.model.Settlement;

/**
 * A plan as services that use sites, links and nodes: what each needs, by number. Who is served is
 * the plan's; when, is a {@link Schedule}.
 */
final class Network {

  final Terms terms;
  final Plan plan;
  final PhasePrices prices;

  /** Settlements with service: index in the plan. */
  final int[] service;

  /** Site of each service; −1 = none. */
  final int[] site;

  /** Load of each service, and what it takes of its site, in the last year of each phase. */
  final long[][] bps;

  final long[][] taken;

  /** Weighted people in millionths. */
  final long[] value;

  /** Who must be served some time. */
  final boolean[] demanded;

  final double[] weightedPeople;
  final double[] standardPeople;
  final double[] basicPeople;

  /** Cents of each service by itself, by phase. */
  final long[][] ownCents;

  /** Links of each site towards the network, nearest first. */
  final int[][] way;

  /** Limited node at the end of each site's way; −1 = none. */
  final int[] node;

  final List<NetworkNode> nodes = new ArrayList<>();

  /** Services of each site, and those behind each link. */
  final List<List<Integer>> atSite = new ArrayList<>();

  final List<List<Integer>> behind = new ArrayList<>();

  Network(Terms terms, PhasePrices prices, Plan plan) {
    this.terms = terms;
    this.plan = plan;
    this.prices = prices;
    service =
        java.util.stream.IntStream.range(0, plan.settlements().size())
            .filter(i -> isServed(plan.settlements().get(i)))
            .toArray();
    int n = service.length;
    site = new int[n];
    bps = new long[n][terms.count()];
    taken = new long[n][terms.count()];
    PhaseLoads loads = new PhaseLoads(terms);
    value = new long[n];
    demanded = new boolean[n];
    weightedPeople = new double[n];
    standardPeople = new double[n];
    basicPeople = new double[n];
    ownCents = new long[n][terms.count()];
    way = new int[plan.sites().size()][];
    node = new int[plan.sites().size()];
    ways();
    Map<String, Integer> sites = new HashMap<>();
    for (int s = 0; s < plan.sites().size(); s++) {
      sites.put(plan.sites().get(s).id(), s);
      atSite.add(new ArrayList<>());
    }
    plan.links().forEach(link -> behind.add(new ArrayList<>()));
    for (int k = 0; k < n; k++) {
      use(k, sites, loads);
    }
  }

  private static boolean isServed(SettlementService each) {
    return each.each().stream().anyMatch(part -> !part.technologyId().isEmpty());
  }

  private void ways() {
    Map<String, Integer> linkFrom = new HashMap<>();
    for (int v = 0; v < plan.links().size(); v++) {
      linkFrom.put(plan.links().get(v).fromId(), v);
    }
    Map<String, Integer> limited = new HashMap<>();
    for (NetworkNode each : terms.facts().nodes()) {
      if (each.capacityMbps() > 0 && prices.isPriced(each.country())) {
        limited.put(each.id(), nodes.size());
        nodes.add(each);
      }
    }
    for (int s = 0; s < way.length; s++) {
      List<Integer> links = new ArrayList<>();
      String at = plan.sites().get(s).placeId();
      while (linkFrom.containsKey(at)) {
        links.add(linkFrom.get(at));
        at = plan.links().get(linkFrom.get(at)).toId();
      }
      way[s] = links.stream().mapToInt(Integer::intValue).toArray();
      node[s] = limited.getOrDefault(at, -1);
    }
  }

  private void use(int k, Map<String, Integer> sites, PhaseLoads loads) {
    SettlementService each = plan.settlements().get(service[k]);
    Settlement at = prices.settlement(each.settlementId());
    demanded[k] = terms.isDemanded(at);
    double equity = terms.facts().rules().weightRatio(at);
    site[k] = -1;
    for (PartService part : each.each()) {
      for (int t = 0; t < terms.count(); t++) {
        ownCents[k][t] += prices.own(each.settlementId(), part, t).lifetimeCents();
      }
      if (sites.containsKey(part.siteId())) {
        site[k] = sites.get(part.siteId());
        for (int t = 0; t < terms.count(); t++) {
          bps[k][t] = loads.bps(at, part, t);
          taken[k][t] = loads.taken(at, part, t);
        }
      }
      double gained =
          part.shareRatio() * Demand.gained(at, part.status(), terms.facts().standard());
      double weight = Demand.weightRatio(part.status(), terms.facts().standard());
      weightedPeople[k] += gained * equity * weight;
      standardPeople[k] += part.status() == Status.STANDARD ? part.peopleServed() : 0;
      basicPeople[k] += part.status() == Status.BASIC ? part.peopleServed() : 0;
    }
    value[k] = Math.round(1e6 * weightedPeople[k]);
    if (site[k] >= 0) {
      atSite.get(site[k]).add(k);
      for (int v : way[site[k]]) {
        behind.get(v).add(k);
      }
    }
  }

  int services() {
    return service.length;
  }

  /** Settlement of a service. */
  String id(int k) {
    return plan.settlements().get(service[k]).settlementId();
  }

  long limitBps(int node) {
    return NodeCost.limitBps(nodes.get(node).capacityMbps());
  }
}
