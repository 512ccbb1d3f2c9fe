package org.kiungo.planner.finance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.kiungo.planner.cost.AssetCost;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.Plan.NodeUpgrade;
import org.kiungo.planner.model.Plan.PartService;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.Programme;
import org.kiungo.planner.model.SecondPaths;

/**
 * Shares a plan's sites, links and upgraded nodes among the settlements that use them, by the
 * busy-hour demand that each causes there: of a site the demand that it serves, of a link the
 * demand that runs over it towards the network, of a node that of everybody behind it, of a second
 * way its hubs'. What a settlement has of its own, traffic beyond the nodes included, is its own.
 * Cents go by {@link LargestRemainder}, so that the shares of every asset add up to it, and those
 * of all assets to the plan's lifetime cost.
 */
public final class CostAllocation {

  private final Map<String, BuiltLink> linkFrom = new HashMap<>();
  private final Map<String, List<Use>> servedBy = new HashMap<>();
  private final Map<String, List<Use>> behind = new HashMap<>();
  private final Plan plan;
  private final long[] lifetimeCents;
  private final long[] capexCents;

  private CostAllocation(Plan plan) {
    this.plan = plan;
    int n = plan.settlements().size();
    lifetimeCents = new long[n];
    capexCents = new long[n];
  }

  /**
   * Shares by settlement, in the plan's order.
   *
   * @param lifetimeCents present value of everything it uses
   * @param capexCents first purchases of everything it uses
   */
  public record Shares(long[] lifetimeCents, long[] capexCents) {}

  /** A settlement's demand on an asset; of a part of its people where parts are served apart. */
  private record Use(int settlement, double demandMbps) {}

  /** Shares of a whole plan. */
  public static Shares of(Plan plan) {
    return new CostAllocation(plan).run();
  }

  private Shares run() {
    plan.links().forEach(link -> linkFrom.put(link.fromId(), link));
    Map<String, AccessSite> sites = new HashMap<>();
    plan.sites().forEach(site -> sites.put(site.id(), site));
    for (int i = 0; i < lifetimeCents.length; i++) {
      SettlementService service = plan.settlements().get(i);
      lifetimeCents[i] = AssetCost.cents(service.lifetimeCostUsd());
      capexCents[i] = AssetCost.cents(service.capexUsd());
      for (PartService part : service.each()) {
        AccessSite site = sites.get(part.siteId());
        if (site != null) {
          Use use = new Use(i, part.demandMbps());
          servedBy.computeIfAbsent(site.id(), k -> new ArrayList<>()).add(use);
          climb(site.placeId(), use);
        }
      }
    }
    if (plan.programme() != null) {
      replaced();
    }
    for (AccessSite site : plan.sites()) {
      share(servedBy.get(site.id()), site.lifetimeCostUsd(), site.capexUsd());
    }
    for (BuiltLink link : plan.links()) {
      share(behind.get(link.id()), link.lifetimeCostUsd(), link.capexUsd());
    }
    secondWays();
    for (NodeUpgrade upgrade : plan.upgrades()) {
      share(behind.get(upgrade.nodeId()), upgrade.lifetimeCostUsd(), 0);
    }
    return new Shares(lifetimeCents, capexCents);
  }

  /** Links of second ways are the hubs' whose ways lead over them. */
  private void secondWays() {
    Map<String, Integer> position = new HashMap<>();
    for (int i = 0; i < lifetimeCents.length; i++) {
      position.put(plan.settlements().get(i).settlementId(), i);
    }
    Map<String, List<Use>> over = new HashMap<>();
    for (SecondPaths.Way way : plan.secondPaths().ways()) {
      for (int k = 0; k + 1 < way.placeIds().size(); k++) {
        String ends = hop(way.placeIds().get(k), way.placeIds().get(k + 1));
        for (String hub : way.hubIds()) {
          Use use = new Use(position.get(hub), way.demandMbps() / way.hubIds().size());
          over.computeIfAbsent(ends, e -> new ArrayList<>()).add(use);
        }
      }
    }
    for (BuiltLink link : plan.secondPaths().links()) {
      List<Use> users = over.get(hop(link.fromId(), link.toId()));
      share(users, link.lifetimeCostUsd(), link.capexUsd());
    }
  }

  /** The same in both directions. */
  private static String hop(String one, String other) {
    return one.compareTo(other) < 0 ? one + '\u0000' + other : other + '\u0000' + one;
  }

  /** What a settlement had before is paid beside what it has. */
  private void replaced() {
    Map<String, Programme.Replaced> before = new HashMap<>();
    plan.programme().replaced().forEach(each -> before.put(each.settlementId(), each));
    for (int i = 0; i < lifetimeCents.length; i++) {
      Programme.Replaced each = before.get(plan.settlements().get(i).settlementId());
      lifetimeCents[i] += each == null ? 0 : AssetCost.cents(each.lifetimeCostUsd());
      capexCents[i] += each == null ? 0 : AssetCost.cents(each.capexUsd());
    }
  }

  /** Notes the use of every link between a place and the network, and of the node there. */
  private void climb(String placeId, Use use) {
    BuiltLink link = linkFrom.get(placeId);
    for (int hops = 0; link != null && hops <= linkFrom.size(); hops++) {
      behind.computeIfAbsent(link.id(), k -> new ArrayList<>()).add(use);
      if (!linkFrom.containsKey(link.toId())) {
        behind.computeIfAbsent(link.toId(), k -> new ArrayList<>()).add(use);
      }
      link = linkFrom.get(link.toId());
    }
  }

  private void share(List<Use> users, double lifetimeUsd, double capexUsd) {
    int[] who;
    double[] weights;
    if (users == null) {
      // an asset that serves nobody has no one to pay for it but everybody
      who = IntStream.range(0, lifetimeCents.length).toArray();
      weights = plan.settlements().stream().mapToDouble(SettlementService::demandMbps).toArray();
    } else {
      who = users.stream().mapToInt(Use::settlement).toArray();
      weights = users.stream().mapToDouble(Use::demandMbps).toArray();
    }
    spread(who, weights, AssetCost.cents(lifetimeUsd), lifetimeCents);
    spread(who, weights, AssetCost.cents(capexUsd), capexCents);
  }

  private static void spread(int[] who, double[] weights, long cents, long[] into) {
    long[] shares = LargestRemainder.shares(cents, weights);
    for (int k = 0; k < who.length; k++) {
      into[who[k]] += shares[k];
    }
  }
}
