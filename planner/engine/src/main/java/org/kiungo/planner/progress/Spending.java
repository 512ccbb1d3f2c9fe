package org.kiungo.planner.progress;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.progress.BuiltRow;
import org.kiungo.planner.folder.progress.BuiltRow.Kind;
import org.kiungo.planner.folder.progress.ProgressReport.Left;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.Plan.NodeUpgrade;
import org.kiungo.planner.model.Plan.PartService;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.Programme.Further;
import org.kiungo.planner.scenario.Phase;

/**
 * What of a budget what stands takes: its lifetime cost as planned, what later phases add to it
 * included, and what building it cost beyond the plan. Of a node that is widened it takes as much
 * as its own load needs. What stands and serves nobody yet is planned again with the links that it
 * waits for, and its money with it.
 */
final class Spending {

  private final PlanFolder folder;
  private final List<Phase> phases;
  private final long[] standingCents;
  private final long[] beyondCents;
  private final long[] unusedCents;
  private final Map<String, Double> loadMbps = new HashMap<>();

  Spending(PlanFolder folder, Standing standing) {
    this.folder = folder;
    phases = folder.scenario().phases();
    int count = Math.max(1, phases.size());
    standingCents = new long[count];
    beyondCents = new long[count];
    unusedCents = new long[count];
    Plan plan = folder.plan();
    for (AccessSite each : plan.sites()) {
      boolean used = standing.isUsed(each.id());
      if (standing.stands(each)) {
        asset(each.id(), used, each.buildYear(), each.lifetimeCostUsd());
      }
      double planned = Standing.firstCapexUsd(plan, each.id(), each.capexUsd());
      beyond(standing.row(Kind.SITE, each.id()), used, each.buildYear(), planned);
    }
    for (BuiltLink each : plan.links()) {
      boolean used = standing.isUsed(each.id());
      if (standing.stands(each)) {
        asset(each.id(), used, each.buildYear(), each.lifetimeCostUsd());
      }
      double planned = Standing.firstCapexUsd(plan, each.id(), each.capexUsd());
      beyond(standing.row(Kind.LINK, each.id()), used, each.buildYear(), planned);
    }
    for (SettlementService each : plan.settlements()) {
      for (PartService part : each.each()) {
        if (standing.from(each, part) != null) {
          standingCents[phase(each.buildYear())] += Math.round(part.lifetimeCostUsd() * 100);
          carried(standing, part);
        }
      }
      beyond(
          standing.row(Kind.PLACE, each.settlementId()),
          true,
          each.buildYear(),
          Standing.terminalsUsd(each));
    }
    Map<String, NetworkNode> nodes = new HashMap<>();
    folder.problem().nodes().forEach(each -> nodes.put(each.id(), each));
    for (NodeUpgrade each : plan.upgrades()) {
      double over = loadMbps(each.nodeId()) - nodes.get(each.nodeId()).capacityMbps();
      if (over > 0) {
        double share = Math.min(1, over / each.furtherMbps());
        standingCents[0] += Math.round(share * each.lifetimeCostUsd() * 100);
      }
    }
  }

  private int phase(int buildYear) {
    return Math.max(1, Phase.of(phases, buildYear)) - 1;
  }

  private void asset(String id, boolean used, int buildYear, double lifetimeUsd) {
    long left = Math.round(lifetimeUsd * 100);
    if (folder.plan().programme() != null) {
      for (Further each : folder.plan().programme().further()) {
        if (each.assetId().equals(id)) {
          long cents = Math.round(each.lifetimeCostUsd() * 100);
          standingCents[phase(each.buildYear())] += cents;
          unusedCents[phase(each.buildYear())] += used ? 0 : cents;
          left -= cents;
        }
      }
    }
    standingCents[phase(buildYear)] += left;
    unusedCents[phase(buildYear)] += used ? 0 : left;
  }

  private void beyond(BuiltRow row, boolean used, int buildYear, double plannedUsd) {
    if (row != null && row.stands() && !Double.isNaN(row.costUsd())) {
      long cents = Math.round(row.costUsd() * 100) - Math.round(plannedUsd * 100);
      beyondCents[phase(buildYear)] += cents;
      unusedCents[phase(buildYear)] += used ? 0 : cents;
    }
  }

  private void carried(Standing standing, PartService part) {
    AccessSite site = standing.site(part.siteId());
    String at = site == null ? null : site.placeId();
    for (int hops = 0; at != null && hops <= folder.plan().links().size() + 1; hops++) {
      loadMbps.merge(at, part.demandMbps(), Double::sum);
      BuiltLink link = standing.linkFrom(at);
      at = link == null ? null : link.toId();
    }
  }

  /** Busy-hour demand of whoever has service from what stands, through a place or node. */
  double loadMbps(String placeId) {
    return loadMbps.getOrDefault(placeId, 0.0);
  }

  /** What is left of all of it. */
  Left left() {
    double budgetUsd = folder.scenario().budgetUsd();
    long standing = 0;
    long beyond = 0;
    for (int t = 0; t < standingCents.length; t++) {
      standing += standingCents[t];
      beyond += beyondCents[t];
    }
    long left = Math.max(0, Math.round(budgetUsd * 100) - standing - beyond);
    return new Left(
        budgetUsd,
        standing / 100.0,
        beyond / 100.0,
        Double.isNaN(budgetUsd) ? Double.NaN : left / 100.0);
  }

  /**
   * What the rest has, USD.
   *
   * @param unused true where what stands and serves nobody is planned again
   */
  double leftUsd(boolean unused) {
    long cents = Math.round(folder.scenario().budgetUsd() * 100);
    for (int t = 0; t < standingCents.length; t++) {
      cents -= standingCents[t] + beyondCents[t] - (unused ? unusedCents[t] : 0);
    }
    return Math.max(0, cents) / 100.0;
  }

  /**
   * What each phase has left: nothing where it is over, what it leaves goes to the next; and no
   * phase spends what a later one needs for what stands. In whole dollars, whose sums are exact.
   *
   * @param fromYear first year in which something new may be built
   * @param unused as {@link #leftUsd} has it
   */
  double[] leftByPhase(int fromYear, boolean unused) {
    int count = phases.size();
    double[] cumulative = Phase.cumulativeUsd(phases);
    long[] left = new long[count];
    long taken = 0;
    for (int t = 0; t < count; t++) {
      taken += standingCents[t] + beyondCents[t] - (unused ? unusedCents[t] : 0);
      long cents = Math.max(0, Math.round(cumulative[t] * 100) - taken);
      left[t] = cents - cents % 100;
    }
    for (int t = count - 2; t >= 0; t--) {
      left[t] = Math.min(left[t], left[t + 1]);
    }
    double[] usd = new double[count];
    long before = 0;
    for (int t = 0; t < count; t++) {
      long now = phases.get(t).lastYear() < fromYear ? 0 : left[t];
      usd[t] = Math.max(0, now - before) / 100.0;
      before = Math.max(before, now);
    }
    return usd;
  }
}
