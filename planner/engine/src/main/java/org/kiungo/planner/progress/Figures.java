package org.kiungo.planner.progress;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.progress.BuiltRow;
import org.kiungo.planner.folder.progress.BuiltRow.Kind;
import org.kiungo.planner.folder.progress.BuiltRow.Verified;
import org.kiungo.planner.folder.progress.ProgressReport;
import org.kiungo.planner.folder.progress.ProgressReport.Variance;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.Plan.PartService;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.Programme.Further;
import org.kiungo.planner.model.Programme.Replaced;
import org.kiungo.planner.scenario.Phase;

/** Planned against built, paid and counted, of the whole plan and by group. */
final class Figures {

  /** Sums of a group; money in cents. */
  private static final class Sum {
    int sites;
    int sitesDue;
    int sitesAccepted;
    int sitesReported;
    int links;
    int linksAccepted;
    int partsOpen;
    double planned;
    double plannedOfPaid;
    double paid;
    double claimed;
    double people;
    double due;
    double standing;
    int placesCounted;
    double counted = Double.NaN;

    Variance told(String key) {
      int at = key.indexOf('\n');
      return new Variance(
          key.substring(0, at),
          key.substring(at + 1),
          sites,
          sitesDue,
          sitesAccepted,
          sitesReported,
          links,
          linksAccepted,
          partsOpen,
          usd(planned),
          usd(plannedOfPaid),
          usd(paid),
          usd(claimed),
          people,
          due,
          standing,
          placesCounted,
          counted);
    }

    private static double usd(double cents) {
      return Math.rint(cents) / 100;
    }
  }

  private final Plan plan;
  private final Standing standing;
  private final Groups groups;
  private final int asOfYear;
  private final List<Phase> phases;
  private final Map<String, Sum> sums = new TreeMap<>();

  Figures(PlanFolder folder, Standing standing, Groups groups, int asOfYear) {
    plan = folder.plan();
    this.standing = standing;
    this.groups = groups;
    this.asOfYear = asOfYear;
    sums.put(Groups.key("plan", ""), new Sum());
    phases = folder.scenario().phases();
    plan.sites().forEach(this::site);
    plan.links().forEach(this::link);
    plan.secondPaths().links().forEach(this::link);
    plan.settlements().forEach(this::service);
    if (plan.programme() != null) {
      plan.programme().replaced().forEach(this::replaced);
    }
  }

  /** Of the whole plan. */
  Variance total() {
    return sums.get(Groups.key("plan", "")).told(Groups.key("plan", ""));
  }

  /** By group. */
  List<Variance> groups() {
    List<Variance> told = new ArrayList<>();
    sums.forEach(
        (key, sum) -> {
          if (!key.equals(Groups.key("plan", ""))) {
            told.add(sum.told(key));
          }
        });
    return told;
  }

  private Sum sum(String key) {
    return sums.computeIfAbsent(key, k -> new Sum());
  }

  private void site(AccessSite site) {
    BuiltRow row = standing.row(Kind.SITE, site.id());
    Map<String, Double> in = groups.of(site.id(), "", site.placeId(), site.buildYear());
    in.forEach(
        (key, share) -> {
          Sum sum = sum(key);
          sum.sites++;
          sum.sitesDue += site.buildYear() <= asOfYear ? 1 : 0;
          sum.sitesAccepted += standing.stands(site) ? 1 : 0;
          sum.sitesReported += row != null && row.verified() == Verified.NOTHING ? 1 : 0;
        });
    double lost = standing.lostUsd(Kind.SITE, site.id(), 0);
    part(in, row, lost, Standing.firstCapexUsd(plan, site.id(), site.capexUsd()));
    later(site.id(), Kind.SITE, site.placeId());
  }

  private void link(BuiltLink link) {
    BuiltRow row = standing.row(Kind.LINK, link.id());
    Map<String, Double> in = groups.of(link.id(), "", link.fromId(), link.buildYear());
    in.forEach(
        (key, share) -> {
          Sum sum = sum(key);
          sum.links++;
          sum.linksAccepted += row != null && row.stands() ? 1 : 0;
        });
    double lost = standing.lostUsd(Kind.LINK, link.id(), 0);
    part(in, row, lost, Standing.firstCapexUsd(plan, link.id(), link.capexUsd()));
    later(link.id(), Kind.LINK, link.fromId());
  }

  /** What later phases add is planned in their lots and phases. */
  private void later(String assetId, Kind kind, String placeId) {
    for (Further each : Standing.later(plan, assetId)) {
      String id = assetId + "@" + Math.max(1, Phase.of(phases, each.buildYear()));
      Map<String, Double> in = groups.of(id, "", placeId, each.buildYear());
      part(in, standing.row(kind, id), standing.lostUsd(kind, id, 0), each.capexUsd());
    }
  }

  private void replaced(Replaced each) {
    String id = each.settlementId();
    money(groups.of(id + "#replaced", "", id, each.buildYear()), null, 0, each.capexUsd());
  }

  /**
   * Something of which rows tell.
   *
   * @param lostUsd paid for it before it was lost
   */
  private void part(Map<String, Double> in, BuiltRow row, double lostUsd, double plannedUsd) {
    in.keySet().forEach(key -> sum(key).partsOpen += row != null && row.stands() ? 0 : 1);
    money(in, row, lostUsd, plannedUsd);
  }

  private void money(Map<String, Double> in, BuiltRow row, double lostUsd, double plannedUsd) {
    double cents = Math.rint(plannedUsd * 100);
    boolean stands = row != null && row.stands();
    double usd = row == null ? Double.NaN : row.costUsd();
    usd = stands ? standing.paidUsd(row.kind(), row.id()) : usd;
    boolean priced = !Double.isNaN(usd);
    double told = priced ? Math.rint(usd * 100) : 0;
    double lost = Math.rint(lostUsd * 100);
    Map<String, Double> planned = parted(in, cents);
    Map<String, Double> paid = parted(in, stands ? told + lost : lost);
    Map<String, Double> claimed = parted(in, stands ? 0 : told);
    in.forEach(
        (key, share) -> {
          Sum sum = sum(key);
          sum.planned += planned.get(key);
          sum.plannedOfPaid += priced && stands || lost > 0 ? planned.get(key) : 0;
          sum.paid += paid.get(key);
          sum.claimed += claimed.get(key);
          if (row != null && row.stands() && !Double.isNaN(row.people())) {
            sum.placesCounted += row.isPlace() ? 1 : 0;
            sum.counted = share * row.people() + (Double.isNaN(sum.counted) ? 0 : sum.counted);
          }
        });
  }

  /** Whole cents of each group; those of payers, one after the other, add up to all. */
  private static Map<String, Double> parted(Map<String, Double> in, double cents) {
    Map<String, Double> parts = new HashMap<>();
    double shares = 0;
    double before = 0;
    for (Map.Entry<String, Double> each : in.entrySet()) {
      if (each.getKey().startsWith(Groups.key(ProgressReport.PAYER, ""))) {
        shares += each.getValue();
        parts.put(each.getKey(), Math.rint(shares * cents) - before);
        before = Math.rint(shares * cents);
      } else {
        parts.put(each.getKey(), cents);
      }
    }
    return parts;
  }

  private void service(SettlementService service) {
    List<PartService> parts = service.each();
    String id = service.settlementId();
    double left = Math.rint(service.capexUsd() * 100);
    double terminals = 0;
    String of = "";
    for (int k = 0; k < parts.size(); k++) {
      PartService part = parts.get(k);
      String member = service.parts().isEmpty() ? id : id + "#" + k;
      double own = k == parts.size() - 1 ? left : Math.rint(part.capexUsd() * 100);
      left -= own;
      if (part.peopleServed() > 0 && part.siteId().isEmpty()) {
        // one row tells of all terminals of a place
        terminals += own;
        of = of.isEmpty() ? member : of;
      } else if (own != 0) {
        money(groups.of(member, part.siteId(), id, service.buildYear()), null, 0, own / 100);
      }
      if (part.peopleServed() > 0) {
        boolean due = service.buildYear() <= asOfYear;
        boolean stands = standing.from(service, part) != null;
        groups
            .of(member, part.siteId(), id, service.buildYear())
            .forEach(
                (key, share) -> {
                  Sum sum = sum(key);
                  sum.people += share * part.peopleServed();
                  sum.due += due ? share * part.peopleServed() : 0;
                  sum.standing += stands ? share * part.peopleServed() : 0;
                });
      }
    }
    if (!of.isEmpty()) {
      BuiltRow row = standing.row(Kind.PLACE, id);
      double lost = standing.lostUsd(Kind.PLACE, id, 0);
      part(groups.of(of, "", id, service.buildYear()), row, lost, terminals / 100);
    }
  }
}
