package org.kiungo.planner.progress;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.progress.BuiltRow;
import org.kiungo.planner.folder.progress.ProgressFolder;
import org.kiungo.planner.folder.progress.ProgressReport;
import org.kiungo.planner.folder.progress.ProgressReport.LotOf;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.Plan.PartService;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.partner.FundingResult;
import org.kiungo.planner.scenario.Phase;

/** In which groups, and with which share, each part of a plan is told of. */
final class Groups {

  private final List<Phase> phases;
  private final Map<String, String> districtAt = new HashMap<>();
  private final Map<String, String> lotOf = new HashMap<>();
  private final Map<String, SortedMap<String, Double>> payersOf = new HashMap<>();
  private final boolean lots;
  private final boolean payers;

  Groups(
      PlanFolder folder,
      FundingResult funding,
      List<LotOf> cut,
      Standing standing,
      List<BuiltRow> rows) {
    phases = folder.scenario().phases();
    Plan plan = folder.plan();
    for (Settlement each : folder.problem().settlements()) {
      districtAt.put(each.id(), each.district());
    }
    for (SettlementService service : plan.settlements()) {
      String own = districtAt.getOrDefault(service.settlementId(), "");
      for (PartService part : service.each()) {
        AccessSite site = standing.site(part.siteId());
        if (site != null) {
          districtAt.putIfAbsent(site.placeId(), own);
          BuiltLink link = standing.linkFrom(site.placeId());
          for (int hops = 0; link != null && hops <= plan.links().size(); hops++) {
            districtAt.putIfAbsent(link.fromId(), own);
            link = standing.linkFrom(link.toId());
          }
        }
      }
    }
    boolean named = false;
    if (cut.isEmpty()) {
      for (BuiltRow each : rows) {
        if (each.counts() && !each.lot().isEmpty()) {
          lotOf.put(each.id(), each.lot());
          named = true;
        }
      }
    }
    for (LotOf lot : cut) {
      lot.members().forEach(each -> lotOf.put(each, lot.id()));
    }
    lots = named || !cut.isEmpty();
    payers = funding != null;
    if (payers) {
      payers(funding);
    }
  }

  private void payers(FundingResult funding) {
    for (ProgressFolder.Paid project : ProgressFolder.paid(funding)) {
      SortedMap<String, Double> shares = new TreeMap<>();
      if (project.cents().isEmpty() || project.costCents() == 0) {
        shares.put("", 1.0);
      } else {
        project
            .cents()
            .forEach((who, cents) -> shares.put(who, (double) cents / project.costCents()));
        long open = project.open();
        if (open != 0) {
          shares.merge("", (double) open / project.costCents(), Double::sum);
        }
      }
      project.members().forEach(each -> payersOf.put(each, shares));
    }
  }

  /**
   * Groups of a part with its share in each, the whole plan first.
   *
   * @param member its id among the members of lots and projects
   * @param siteId of whoever is served the site, by whose lot they go where none names them; empty
   *     of all else
   * @param placeId where it stands or begins
   */
  Map<String, Double> of(String member, String siteId, String placeId, int buildYear) {
    Map<String, Double> groups = new LinkedHashMap<>();
    groups.put(key(ProgressReport.PLAN, ""), 1.0);
    groups.put(key(ProgressReport.DISTRICT, districtAt.getOrDefault(placeId, "")), 1.0);
    if (!phases.isEmpty()) {
      int phase = Math.max(1, Phase.of(phases, buildYear));
      groups.put(key(ProgressReport.PHASE, String.valueOf(phase)), 1.0);
    }
    if (lots) {
      String own = known(lotOf, member);
      groups.put(key(ProgressReport.LOT, own == null ? lotOf.getOrDefault(siteId, "") : own), 1.0);
    }
    if (payers) {
      SortedMap<String, Double> who = known(payersOf, member);
      (who == null ? Map.of("", 1.0) : who)
          .forEach((payer, share) -> groups.put(key(ProgressReport.PAYER, payer), share));
    }
    return groups;
  }

  /** Of a member, else of the place or asset of which it is a part; null where neither is known. */
  private static <T> T known(Map<String, T> of, String member) {
    return of.containsKey(member) ? of.get(member) : of.get(member.replaceAll("[#@][^#@]*$", ""));
  }

  static String key(String by, String group) {
    return by + "\n" + group;
  }
}
