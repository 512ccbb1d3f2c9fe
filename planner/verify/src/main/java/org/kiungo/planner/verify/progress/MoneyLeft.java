package org.kiungo.planner.verify.progress;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

/** What of a budget is taken by what stands, phase by phase. */
public final class MoneyLeft {

  private final Plan plan;
  private final Stands stands;
  private final List<Phase> phases;
  private final double budgetUsd;
  private final long[] standing;
  private final long[] beyond;
  private final Map<String, long[]> unused = new HashMap<>();
  private final Map<String, Double> loads = new HashMap<>();

  public MoneyLeft(
      Plan plan, List<NetworkNode> nodes, List<Phase> phases, double budgetUsd, Stands stands) {
    this.plan = plan;
    this.stands = stands;
    this.phases = phases;
    this.budgetUsd = budgetUsd;
    standing = new long[Math.max(1, phases.size())];
    beyond = new long[standing.length];
    Map<String, Double> sold = new HashMap<>();
    nodes.forEach(each -> sold.put(each.id(), each.capacityMbps()));
    for (AccessSite each : plan.sites()) {
      taken(stands.stands(each.id()), each.id(), each.buildYear(), each.lifetimeCostUsd());
      double first = stands.firstUsd(each.id(), each.capexUsd());
      over(Kind.SITE, each.id(), each.id(), each.buildYear(), first);
      added(Kind.SITE, each.id(), stands.stands(each.id()));
    }
    for (BuiltLink each : plan.links()) {
      boolean there = stands.linkYears().containsKey(each.id());
      taken(there, each.id(), each.buildYear(), each.lifetimeCostUsd());
      double first = stands.firstUsd(each.id(), each.capexUsd());
      over(Kind.LINK, each.id(), each.id(), each.buildYear(), first);
      added(Kind.LINK, each.id(), there);
    }
    for (SettlementService each : plan.settlements()) {
      for (PartService part : each.each()) {
        if (stands.from(each, part) != null) {
          standing[phase(each.buildYear())] += Math.round(part.lifetimeCostUsd() * 100);
          load(part);
        }
      }
      double first = Stands.terminalsUsd(each);
      over(Kind.PLACE, each.settlementId(), "", each.buildYear(), first);
    }
    for (NodeUpgrade each : plan.upgrades()) {
      double more = loadMbps(each.nodeId()) - sold.get(each.nodeId());
      if (more > 0) {
        double share = Math.min(1, more / each.furtherMbps());
        standing[0] += Math.round(share * each.lifetimeCostUsd() * 100);
      }
    }
  }

  private int phase(int year) {
    int phase = 0;
    for (int t = 0; t < phases.size(); t++) {
      phase = year >= phases.get(t).firstYear() ? t : phase;
    }
    return phase;
  }

  private void taken(boolean there, String id, int buildYear, double lifetimeUsd) {
    if (!there) {
      return;
    }
    long first = Math.round(lifetimeUsd * 100);
    for (Further each : stands.later()) {
      if (each.assetId().equals(id)) {
        long cents = Math.round(each.lifetimeCostUsd() * 100);
        take(id, each.buildYear(), cents);
        first -= cents;
      }
    }
    take(id, buildYear, first);
  }

  private void take(String id, int year, long cents) {
    standing[phase(year)] += cents;
    serving(id, year, cents);
  }

  private void serving(String id, int year, long cents) {
    if (!id.isEmpty() && !stands.serves(id)) {
      unused.computeIfAbsent(id, k -> new long[standing.length])[phase(year)] += cents;
    }
  }

  /**
   * @param of the asset with which it is planned again; empty of what never is
   */
  private void over(Kind kind, String id, String of, int buildYear, double plannedUsd) {
    long planned = Math.round(plannedUsd * 100);
    long lost = Math.round(stands.lostUsd(kind, id, plannedUsd) * 100);
    boolean there = stands.isAccepted(kind, id);
    double paidUsd = there ? stands.paidUsd(kind, id) : Double.NaN;
    long cents = lost;
    if (!Double.isNaN(paidUsd)) {
      cents += Math.round(paidUsd * 100) - planned;
    } else if (there && lost > 0) {
      cents -= planned;
    }
    beyond[phase(buildYear)] += cents;
    if (there && cents != 0) {
      serving(of, buildYear, cents);
    }
  }

  /** What later phases add and rows tell of; alone it takes what was planned for it. */
  private void added(Kind kind, String assetId, boolean there) {
    for (Further each : stands.later()) {
      String id = assetId + "@" + (phase(each.buildYear()) + 1);
      if (each.assetId().equals(assetId)) {
        boolean alone = !there && stands.isAccepted(kind, id);
        standing[phase(each.buildYear())] += alone ? Math.round(each.capexUsd() * 100) : 0;
        over(kind, id, there ? assetId : "", each.buildYear(), each.capexUsd());
      }
    }
  }

  private void load(PartService part) {
    AccessSite site = stands.site(part.siteId());
    if (site != null) {
      loads.merge(site.placeId(), part.demandMbps(), Double::sum);
      for (BuiltLink each : stands.way(site.placeId())) {
        loads.merge(each.toId(), part.demandMbps(), Double::sum);
      }
    }
  }

  /** Busy-hour demand of those with service from what stands, through a place or node. */
  double loadMbps(String id) {
    return loads.getOrDefault(id, 0.0);
  }

  /** Of the whole budget. */
  public Left left() {
    long all = 0;
    long more = 0;
    long idle = 0;
    for (int t = 0; t < standing.length; t++) {
      all += standing[t];
      more += beyond[t];
      idle += again(t, Set.of());
    }
    double left = Math.max(0, Math.round(budgetUsd * 100) - all - more) / 100.0;
    return new Left(
        budgetUsd,
        all / 100.0,
        more / 100.0,
        Double.isNaN(budgetUsd) ? Double.NaN : left,
        idle / 100.0);
  }

  /** Cents of a phase for what stands, serves nobody and is paid in the rest. */
  private long again(int phase, Set<String> kept) {
    return unused.entrySet().stream()
        .filter(each -> !kept.contains(each.getKey()))
        .mapToLong(each -> each.getValue()[phase])
        .sum();
  }

  /** Works that stand and serve nobody. */
  Set<String> unusedIds() {
    return Set.copyOf(unused.keySet());
  }

  /**
   * What the rest has of it.
   *
   * @param kept works that stand and serve nobody, and are not paid in the rest
   * @param moreUsd new money
   */
  double restUsd(Set<String> kept, double moreUsd) {
    long cents = Math.round(budgetUsd * 100) + Math.round(moreUsd * 100);
    for (int t = 0; t < standing.length; t++) {
      cents -= standing[t] + beyond[t];
      cents += again(t, kept);
    }
    return Math.max(0, cents) / 100.0;
  }

  /** What comes in with each phase once planned again from a year on; as {@link #restUsd}. */
  double[] byPhase(int fromYear, Set<String> kept, double moreUsd) {
    long[] until = new long[phases.size()];
    double came = 0;
    long gone = 0;
    for (int t = 0; t < until.length; t++) {
      came += phases.get(t).budgetUsd();
      gone += standing[t] + beyond[t];
      gone -= again(t, kept);
      boolean open = phases.get(t).lastYear() >= fromYear;
      long all = Math.round(came * 100) + (open ? Math.round(moreUsd * 100) : 0);
      long cents = Math.max(0, all - gone);
      until[t] = cents - cents % 100;
    }
    for (int t = until.length - 2; t >= 0; t--) {
      until[t] = Math.min(until[t], until[t + 1]);
    }
    double[] usd = new double[until.length];
    long before = 0;
    for (int t = 0; t < until.length; t++) {
      if (phases.get(t).lastYear() >= fromYear) {
        usd[t] = Math.max(0, until[t] - before) / 100.0;
        before = Math.max(before, until[t]);
      }
    }
    return usd;
  }
}
