package org.kiungo.planner.verify.plan;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.Plan.NodeUpgrade;
import org.kiungo.planner.verify.check.Ledger;
import org.kiungo.planner.verify.formula.BusyHourLoad;
import org.kiungo.planner.verify.formula.Cost;
import org.kiungo.planner.verify.formula.TrafficPrices;
import org.kiungo.planner.verify.read.Claims;
import org.kiungo.planner.verify.read.Facts;
import org.kiungo.planner.verify.read.NodeFacts.Seller;

/** Existing nodes: whatever one sells beyond its limit is paid for. */
public final class NodeChecks {

  private Cost total = Cost.ZERO;

  /**
   * @param links whose loads are those of their ends
   */
  public NodeChecks(
      Facts facts, Claims claims, LinkChecks links, Payments payments, Ledger ledger) {
    ledger.rule("node.limit");
    ledger.rule("node.upgrade");
    TrafficPrices traffic = facts.prices().traffic();
    Map<String, long[]> loadsBps = new HashMap<>();
    for (BuiltLink link : claims.links()) {
      long[] sums = loadsBps.computeIfAbsent(link.toId(), k -> new long[payments.count()]);
      for (int t = 0; t < sums.length; t++) {
        sums[t] += links.loadsBps(link.fromId())[t];
      }
    }
    Map<String, NodeUpgrade> stated = new HashMap<>();
    for (NodeUpgrade upgrade : claims.upgrades()) {
      NodeUpgrade other = stated.put(upgrade.nodeId(), upgrade);
      ledger.holds("node.upgrade", upgrade.nodeId(), other == null, "once", "twice");
    }
    Set<String> due = new HashSet<>();
    for (Map.Entry<String, Seller> each : facts.nodeLimits().sellers().entrySet()) {
      String id = each.getKey();
      long[] loads = loadsBps.getOrDefault(id, new long[payments.count()]).clone();
      Arrays.setAll(loads, t -> loads[t] + links.secondBps(id));
      long load = loads[loads.length - 1];
      long limit = BusyHourLoad.bps(each.getValue().capacityMbps());
      if (traffic.isWideningPriced(each.getValue().country())) {
        boolean kept = load <= limit || stated.containsKey(id);
        ledger.holds("node.limit", id, kept, "≤ " + limit + " bit/s or an upgrade", load);
        if (load > limit && kept) {
          due.add(id);
          String country = each.getValue().country();
          Cost cost =
              payments.grown(
                  id,
                  LongStream.of(loads).map(bps -> Math.max(0, bps - limit)).toArray(),
                  1e6,
                  true,
                  (size, then) -> then.prices().traffic().widening(country, size));
          total = total.plus(cost);
          check(stated.get(id), load, load - limit, cost, ledger);
        }
      }
    }
    stated
        .keySet()
        .forEach(id -> ledger.holds("node.upgrade", id, due.contains(id), "none needed", id));
  }

  private static void check(NodeUpgrade stated, long load, long further, Cost cost, Ledger ledger) {
    ledger.same("node.upgrade", stated.nodeId(), load, SiteChecks.bps(stated.loadMbps()));
    ledger.same("node.upgrade", stated.nodeId(), further, SiteChecks.bps(stated.furtherMbps()));
    ledger.cost(
        "node.upgrade",
        stated.nodeId(),
        cost,
        new Ledger.Money3(0, stated.opexUsdPerYear(), stated.lifetimeCostUsd()));
  }

  public Cost total() {
    return total;
  }
}
