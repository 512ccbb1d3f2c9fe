package org.kiungo.web.doubt;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.kiungo.planner.cost.AssetCost;
import org.kiungo.planner.finance.CostAllocation;
import org.kiungo.planner.finance.PlanFinance;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.Plan.PartService;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.scenario.ScenarioFacts;

/**
 * What of a plan some of its places cannot do without: their sites, every link between them and the
 * network, and the nodes there. Each is there wholly and once, as the plan sizes it, whoever else
 * it serves. As everywhere in the model a place that only passes links on needs no site.
 *
 * @param plan these works, with nobody served but those places
 * @param relayIds other places that the way leads by and at which the plan has a site
 * @param relayUsd those sites, present value, no part of these works
 */
record SignedWorks(Plan plan, SortedSet<String> relayIds, double relayUsd) {

  /**
   * @param served ids of places that the plan serves
   */
  static SignedWorks of(Plan plan, Set<String> served) {
    Map<String, BuiltLink> linkFrom = new HashMap<>();
    plan.links().forEach(each -> linkFrom.put(each.fromId(), each));
    Map<String, AccessSite> sites = new HashMap<>();
    plan.sites().forEach(each -> sites.put(each.id(), each));
    Set<String> places =
        plan.settlements().stream()
            .map(SettlementService::settlementId)
            .collect(Collectors.toSet());
    Set<String> used = new HashSet<>();
    Set<String> passed = new HashSet<>();
    for (SettlementService each : plan.settlements()) {
      for (PartService part : each.each()) {
        AccessSite site = sites.get(part.siteId());
        if (site != null && served.contains(each.settlementId())) {
          used.add(site.id());
          String at = site.placeId();
          while (at != null && passed.add(at)) {
            BuiltLink link = linkFrom.get(at);
            at = link == null ? null : link.toId();
          }
        }
      }
    }
    Plan works =
        new Plan(
            plan.settlements().stream().filter(s -> served.contains(s.settlementId())).toList(),
            plan.sites().stream().filter(each -> used.contains(each.id())).toList(),
            plan.links().stream().filter(each -> passed.contains(each.fromId())).toList(),
            plan.upgrades().stream().filter(each -> passed.contains(each.nodeId())).toList(),
            plan.totals());
    SortedSet<String> relays = new TreeSet<>();
    double relayUsd = 0;
    for (AccessSite each : plan.sites()) {
      boolean passes = passed.contains(each.placeId()) && !used.contains(each.id());
      if (passes && places.contains(each.placeId()) && !served.contains(each.placeId())) {
        relays.add(each.placeId());
        relayUsd += each.lifetimeCostUsd();
      }
    }
    return new SignedWorks(works, relays, relayUsd);
  }

  /** Present value of all of them, whoever pays, USD. */
  double costUsd() {
    return plan.settlements().isEmpty()
        ? 0
        : AssetCost.usd(LongStream.of(CostAllocation.of(plan).lifetimeCents()).sum());
  }

  /**
   * Public money that they need as a plan of their own, by the accounts of the plan they are of,
   * USD; NaN where no revenue is known.
   */
  double publicUsd(PlanFolder of) {
    return PlanFinance.publicUsd(ScenarioFacts.of(of.problem(), of.scenario()), plan);
  }
}
