package org.kiungo.planner.verify.progress;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.kiungo.planner.folder.progress.BuiltRow;
import org.kiungo.planner.folder.progress.BuiltRow.Kind;
import org.kiungo.planner.folder.progress.BuiltRow.Matched;
import org.kiungo.planner.folder.progress.ProgressReport;
import org.kiungo.planner.folder.progress.ProgressReport.BuiltFile;
import org.kiungo.planner.folder.progress.ProgressReport.LotOf;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.PartService;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.Programme.Further;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.scenario.Phase;
import org.kiungo.planner.verify.check.Ledger;

/** Rows are about things of the plan, matched as they say, and the last of each thing counts. */
public final class RowChecks {

  private static final String ROWS = "progress.rows";
  private static final String LOTS = "progress.lots";
  private static final double NEAR_KM = 0.2;

  private RowChecks() {}

  /**
   * @param places of the plan's facts, with their names
   */
  public static void check(
      Plan plan,
      List<Settlement> places,
      List<Phase> phases,
      List<BuiltRow> rows,
      ProgressReport stated,
      Ledger ledger) {
    ledger.rule(ROWS);
    Map<String, LonLat> sites = new HashMap<>();
    for (AccessSite each : plan.sites()) {
      sites.put(each.id(), each.location());
    }
    Map<String, Set<String>> told = told(plan, places, stated.lots());
    Set<String> links = new HashSet<>();
    plan.links().forEach(each -> links.add(each.id()));
    plan.secondPaths().links().forEach(each -> links.add(each.id()));
    Set<String> terminals = new HashSet<>();
    Set<String> settlements = new HashSet<>();
    for (SettlementService each : plan.settlements()) {
      settlements.add(each.settlementId());
      for (PartService part : each.each()) {
        if (part.siteId().isEmpty() && part.peopleServed() > 0) {
          terminals.add(each.settlementId());
        }
      }
    }
    Map<String, String> last = new HashMap<>();
    Map<String, Integer> counting = new HashMap<>();
    Set<String> files = new HashSet<>();
    stated.files().forEach(each -> files.add(each.name()));
    // what a later phase adds goes as id@phase, apart from what it is added to
    Set<String> added = added(plan, phases);
    for (BuiltRow each : rows) {
      String where = each.file() + " " + each.row();
      boolean known =
          switch (each.kind()) {
            case SITE -> sites.containsKey(each.id()) || added.contains(each.id());
            case LINK -> links.contains(each.id()) || added.contains(each.id());
            case PLACE -> terminals.contains(each.id());
          };
      ledger.holds(ROWS, where, known, "something of the plan", each.id());
      boolean dated = each.date().matches("\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])");
      ledger.holds(ROWS, where, dated, "a date", each.date());
      ledger.holds(ROWS, where, !(each.costUsd() < 0), "≥ 0", each.costUsd());
      ledger.holds(ROWS, where, !(each.people() < 0), "≥ 0", each.people());
      ledger.holds(ROWS, where, files.contains(each.file()), "one of the files", each.file());
      if (known && each.matchedBy() == Matched.PLACE) {
        boolean near =
            sites.containsKey(each.id())
                && !Double.isNaN(each.lon())
                && sites.get(each.id()).distanceKm(new LonLat(each.lon(), each.lat())) <= NEAR_KM;
        ledger.holds(ROWS, where, near, "within 200 m", each.id());
      }
      if (each.matchedBy() == Matched.LOT) {
        String lot = stated.lots().isEmpty() ? "" : each.lot();
        Set<String> same = told.get(key(each.place(), lot, each.technology()));
        boolean alone = each.kind() == Kind.SITE && Set.of(each.id()).equals(same);
        ledger.holds(ROWS, where, alone, "the one of its place, lot and technology", each.id());
      }
      String key = each.kind() + " " + each.id();
      last.merge(key, each.date(), (a, b) -> a.compareTo(b) >= 0 ? a : b);
      counting.merge(key, each.counts() ? 1 : 0, Integer::sum);
    }
    for (BuiltRow each : rows) {
      String key = each.kind() + " " + each.id();
      ledger.same(ROWS, key, 1, counting.get(key));
      if (each.counts()) {
        ledger.same(ROWS, key, last.get(key), each.date());
      }
    }
    for (BuiltFile each : stated.files()) {
      long taken = rows.stream().filter(row -> row.file().equals(each.name())).count();
      ledger.same(ROWS, each.name(), taken, each.taken());
      ledger.holds(ROWS, each.name(), each.rows() >= taken, "≥ " + taken, each.rows());
      ledger.given(each.name());
    }
    Set<String> members = new HashSet<>();
    for (LotOf lot : stated.lots()) {
      for (String each : lot.members()) {
        boolean built = sites.containsKey(each) || links.contains(each) || added.contains(each);
        boolean known = built || settlements.contains(each.replaceAll("#(\\d+|replaced)$", ""));
        ledger.holds(LOTS, lot.id(), known, "something of the plan", each);
        if (built) {
          ledger.holds(LOTS, lot.id(), members.add(each), "in one lot", each);
        }
      }
    }
  }

  /**
   * Sites by place, which is a name or a code, lot and technology; the lot is empty where the plan
   * is not cut.
   */
  private static Map<String, Set<String>> told(
      Plan plan, List<Settlement> places, List<LotOf> lots) {
    Map<String, String> names = new HashMap<>();
    places.forEach(each -> names.put(each.id(), each.name()));
    Map<String, AccessSite> sites = new HashMap<>();
    plan.sites().forEach(each -> sites.put(each.id(), each));
    for (SettlementService service : plan.settlements()) {
      for (PartService part : service.each()) {
        if (sites.containsKey(part.siteId())) {
          String place = sites.get(part.siteId()).placeId();
          names.putIfAbsent(place, names.get(service.settlementId()));
        }
      }
    }
    Map<String, String> lotOf = new HashMap<>();
    lots.forEach(lot -> lot.members().forEach(each -> lotOf.put(each, lot.id())));
    Map<String, Set<String>> told = new HashMap<>();
    for (AccessSite each : plan.sites()) {
      String name = names.getOrDefault(each.placeId(), "");
      String lot = lots.isEmpty() ? "" : lotOf.getOrDefault(each.id(), "");
      for (String place : List.of(name, each.placeId())) {
        told.computeIfAbsent(key(place, lot, each.technologyId()), k -> new HashSet<>())
            .add(each.id());
      }
    }
    return told;
  }

  /** Names are the same whatever their accents, marks and capitals. */
  private static String key(String place, String lot, String technologyId) {
    String apart = Normalizer.normalize(place, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
    return apart.replaceAll("[^\\p{L}\\p{N}]", "") + "\n" + lot + "\n" + technologyId;
  }

  private static Set<String> added(Plan plan, List<Phase> phases) {
    Set<String> added = new HashSet<>();
    if (plan.programme() != null) {
      for (Further each : plan.programme().further()) {
        long before = phases.stream().filter(p -> p.firstYear() <= each.buildYear()).count();
        added.add(each.assetId() + "@" + Math.max(1, before));
      }
    }
    return added;
  }
}
