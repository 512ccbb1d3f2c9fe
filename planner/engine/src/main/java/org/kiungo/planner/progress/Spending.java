package org.kiungo.planner.progress;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * included, and what building it cost beyond the plan. What was paid for works that were lost is
 * beyond the plan, too, whether they were repaired or not. Of a node that is widened it takes as
 * much as its own load needs. What stands and serves nobody yet is planned again with the links
 * that it waits for, and its money with it. What a later phase adds to something and is reported is
 * paid as its row tells; where it stands before that to which it is added, it takes what was
 * planned for it.
 */
final class Spending {

  private final PlanFolder folder;
  private final Standing standing;
  private final List<Phase> phases;
  private final long[] standingCents;
  private final long[] beyondCents;

  /** Of works that stand and serve nobody, what each phase has for them, by their ids. */
  private final Map<String, long[]> unusedCents = new HashMap<>();

  private final Map<String, Double> loadMbps = new HashMap<>();

  Spending(PlanFolder folder, Standing standing) {
    this.folder = folder;
    this.standing = standing;
    phases = folder.scenario().phases();
    int count = Math.max(1, phases.size());
    standingCents = new long[count];
    beyondCents = new long[count];
    Plan plan = folder.plan();
    for (AccessSite each : plan.sites()) {
      boolean stands = standing.stands(each);
      if (stands) {
        asset(each.id(), each.buildYear(), each.lifetimeCostUsd());
      }
      double planned = Standing.firstCapexUsd(plan, each.id(), each.capexUsd());
      beyond(Kind.SITE, each.id(), each.id(), each.buildYear(), planned);
      added(Kind.SITE, each.id(), stands);
    }
    for (BuiltLink each : plan.links()) {
      boolean stands = standing.stands(each);
      if (stands) {
        asset(each.id(), each.buildYear(), each.lifetimeCostUsd());
      }
      double planned = Standing.firstCapexUsd(plan, each.id(), each.capexUsd());
      beyond(Kind.LINK, each.id(), each.id(), each.buildYear(), planned);
      added(Kind.LINK, each.id(), stands);
    }
    for (SettlementService each : plan.settlements()) {
      for (PartService part : each.each()) {
        if (standing.from(each, part) != null) {
          standingCents[phase(each.buildYear())] += Math.round(part.lifetimeCostUsd() * 100);
          carried(part);
        }
      }
      double planned = Standing.terminalsUsd(each);
      beyond(Kind.PLACE, each.settlementId(), "", each.buildYear(), planned);
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

  private void asset(String id, int buildYear, double lifetimeUsd) {
    long left = Math.round(lifetimeUsd * 100);
    for (Further each : Standing.later(folder.plan(), id)) {
      long cents = Math.round(each.lifetimeCostUsd() * 100);
      taken(id, each.buildYear(), cents);
      left -= cents;
    }
    taken(id, buildYear, left);
  }

  private void taken(String id, int year, long cents) {
    standingCents[phase(year)] += cents;
    unused(id, year, cents);
  }

  /** What later phases add, as far as it is reported. */
  private void added(Kind kind, String assetId, boolean stands) {
    for (Further each : Standing.later(folder.plan(), assetId)) {
      String id = assetId + "@" + (phase(each.buildYear()) + 1);
      BuiltRow row = standing.row(kind, id);
      if (row != null && row.stands()) {
        standingCents[phase(each.buildYear())] += stands ? 0 : Math.round(each.capexUsd() * 100);
      }
      beyond(kind, id, stands ? assetId : "", each.buildYear(), each.capexUsd());
    }
  }

  /**
   * @param of what may serve nobody; empty of what is never planned again
   */
  private void beyond(Kind kind, String id, String of, int buildYear, double plannedUsd) {
    BuiltRow row = standing.row(kind, id);
    long planned = Math.round(plannedUsd * 100);
    long lost = Math.round(standing.lostUsd(kind, id, plannedUsd) * 100);
    boolean stands = row != null && row.stands();
    double paidUsd = standing.paidUsd(kind, id);
    boolean priced = stands && !Double.isNaN(paidUsd);
    long cents = lost + (priced ? Math.round(paidUsd * 100) : 0);
    if (priced || stands && lost > 0) {
      cents -= planned;
    }
    beyondCents[phase(buildYear)] += cents;
    if (stands && cents != 0) {
      unused(of, buildYear, cents);
    }
  }

  private void unused(String id, int year, long cents) {
    if (!id.isEmpty() && !standing.isUsed(id)) {
      unusedCents.computeIfAbsent(id, k -> new long[standingCents.length])[phase(year)] += cents;
    }
  }

  private void carried(PartService part) {
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
    long waiting = 0;
    for (int t = 0; t < standingCents.length; t++) {
      standing += standingCents[t];
      beyond += beyondCents[t];
      waiting += unused(t, Set.of());
    }
    long left = Math.max(0, Math.round(budgetUsd * 100) - standing - beyond);
    return new Left(
        budgetUsd,
        standing / 100.0,
        beyond / 100.0,
        Double.isNaN(budgetUsd) ? Double.NaN : left / 100.0,
        waiting / 100.0);
  }

  /** Works that stand and serve nobody. */
  Set<String> unusedIds() {
    return Set.copyOf(unusedCents.keySet());
  }

  /** What a phase has for what stands, serves nobody and is planned again, cents. */
  private long unused(int phase, Set<String> kept) {
    long cents = 0;
    for (Map.Entry<String, long[]> each : unusedCents.entrySet()) {
      cents += kept.contains(each.getKey()) ? 0 : each.getValue()[phase];
    }
    return cents;
  }

  /**
   * What the rest has, USD.
   *
   * @param kept works that stand, serve nobody and are not planned again
   * @param moreUsd that comes to it beside the budget; below 0 what goes
   */
  double leftUsd(Set<String> kept, double moreUsd) {
    long cents = Math.round(folder.scenario().budgetUsd() * 100) + Math.round(moreUsd * 100);
    for (int t = 0; t < standingCents.length; t++) {
      cents -= standingCents[t] + beyondCents[t] - unused(t, kept);
    }
    return Math.max(0, cents) / 100.0;
  }

  /**
   * What each phase has left: nothing where it is over, what it leaves goes to the next; and no
   * phase spends what a later one needs for what stands. In whole dollars, whose sums are exact.
   *
   * @param fromYear first year in which something new may be built
   * @param kept as {@link #leftUsd} has them
   * @param moreUsd likewise, with the first of them
   */
  double[] leftByPhase(int fromYear, Set<String> kept, double moreUsd) {
    int count = phases.size();
    double[] cumulative = Phase.cumulativeUsd(phases);
    long[] left = new long[count];
    long taken = 0;
    for (int t = 0; t < count; t++) {
      taken += standingCents[t] + beyondCents[t] - unused(t, kept);
      long more = phases.get(t).lastYear() < fromYear ? 0 : Math.round(moreUsd * 100);
      long cents = Math.max(0, Math.round(cumulative[t] * 100) + more - taken);
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
