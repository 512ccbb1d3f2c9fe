package org.kiungo.planner.progress;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.progress.BuiltRow;
import org.kiungo.planner.folder.progress.BuiltRow.Kind;
import org.kiungo.planner.folder.progress.BuiltRow.Matched;
import org.kiungo.planner.folder.progress.BuiltRow.Verified;
import org.kiungo.planner.folder.progress.ProgressReport.LotOf;
import org.kiungo.planner.folder.progress.ProgressReport.Told;
import org.kiungo.planner.folder.progress.Reported;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.Plan.PartService;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.Programme.Further;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.scenario.Phase;

/**
 * Finds what of a plan each row is about: by its id, else where a place of its name has one planned
 * site within {@value #NEAR_KM} km of its position; a row without either by place, lot and
 * technology together, where only one site has them. Whatever is left is listed with the nearest
 * site, for somebody to say: nothing is guessed.
 */
final class Matching {

  /** How far a mast may stand from where it was planned. */
  static final double NEAR_KM = 0.2;

  private final Map<String, AccessSite> sites = new HashMap<>();
  private final Map<String, List<AccessSite>> sitesAt = new HashMap<>();
  private final Map<String, String> nameOfPlace = new HashMap<>();
  private final Map<String, LonLat> positions = new HashMap<>();
  private final Map<String, BuiltLink> links = new HashMap<>();
  private final Map<String, Kind> added = new HashMap<>();
  private final Set<String> terminals = new HashSet<>();
  private final Map<String, String> lotOf = new HashMap<>();
  private final List<BuiltRow> rows = new ArrayList<>();
  private final List<Told> told = new ArrayList<>();

  /**
   * @param lots none = whatever rows call a lot
   */
  Matching(PlanFolder plan, List<LotOf> lots) {
    lots.forEach(lot -> lot.members().forEach(each -> lotOf.put(each, lot.id())));
    for (Settlement each : plan.problem().settlements()) {
      nameOfPlace.put(each.id(), each.name());
      positions.put(each.id(), each.location());
    }
    for (AccessSite each : plan.plan().sites()) {
      sites.put(each.id(), each);
      sitesAt.computeIfAbsent(each.placeId(), k -> new ArrayList<>()).add(each);
    }
    plan.plan().links().forEach(each -> links.put(each.id(), each));
    plan.plan().secondPaths().links().forEach(each -> links.put(each.id(), each));
    if (plan.plan().programme() != null) {
      for (Further each : plan.plan().programme().further()) {
        int phase = Math.max(1, Phase.of(plan.scenario().phases(), each.buildYear()));
        Kind kind = sites.containsKey(each.assetId()) ? Kind.SITE : Kind.LINK;
        added.put(each.assetId() + "@" + phase, kind);
      }
    }
    for (SettlementService each : plan.plan().settlements()) {
      for (PartService part : each.each()) {
        if (part.siteId().isEmpty() && part.peopleServed() > 0) {
          terminals.add(each.settlementId());
        }
        AccessSite site = sites.get(part.siteId());
        if (site != null) {
          // a mast away from settlements is called after the first that it serves
          nameOfPlace.putIfAbsent(site.placeId(), nameOfPlace.get(each.settlementId()));
        }
      }
    }
  }

  /** What was found, those of one thing by date: the last of them counts. */
  List<BuiltRow> rows() {
    return List.copyOf(rows);
  }

  List<Told> told() {
    return List.copyOf(told);
  }

  void match(List<Reported.Row> reported) {
    List<BuiltRow> found = new ArrayList<>();
    for (Reported.Row each : reported) {
      BuiltRow row = found(each);
      if (row != null) {
        found.add(row);
      }
    }
    Map<String, Integer> last = new HashMap<>();
    for (int k = 0; k < found.size(); k++) {
      String key = key(found.get(k));
      Integer before = last.get(key);
      if (before == null || found.get(k).date().compareTo(found.get(before).date()) >= 0) {
        last.put(key, k);
      }
    }
    for (int k = 0; k < found.size(); k++) {
      BuiltRow row = found.get(k);
      int counting = last.get(key(row));
      if (counting != k) {
        BuiltRow other = found.get(counting);
        tell(
            contradicts(row, other) ? "builtSameDay" : "builtTwice",
            false,
            row,
            "date",
            row.date(),
            other.date() + " (" + other.file() + ", " + other.row() + ")");
      }
      rows.add(row.counting(counting == k));
    }
    rows.sort(
        Comparator.comparing(BuiltRow::kind)
            .thenComparing(BuiltRow::id)
            .thenComparing(BuiltRow::date)
            .thenComparing(BuiltRow::counts));
  }

  /** What its place is called, and a comma; nothing where it has no name. */
  private String named(AccessSite site) {
    String name = nameOfPlace.getOrDefault(site.placeId(), "");
    return name.isEmpty() ? "" : name + ", ";
  }

  /**
   * Two of one day, of which no date says which holds: the one read last counts. A verifier's word
   * beside a builder's report is none.
   */
  private static boolean contradicts(BuiltRow row, BuiltRow other) {
    boolean verified = row.verified() != Verified.NOTHING && other.verified() != Verified.NOTHING;
    boolean told = verified && row.verified() != other.verified();
    return row.date().equals(other.date())
        && (told || Math.abs(row.costUsd() - other.costUsd()) >= 0.01);
  }

  private static String key(BuiltRow row) {
    return row.kind() + " " + row.id();
  }

  private BuiltRow found(Reported.Row row) {
    if (sites.containsKey(row.id())) {
      return site(row, sites.get(row.id()), Matched.ID);
    }
    if (links.containsKey(row.id())) {
      return row(row, Kind.LINK, row.id(), Matched.ID);
    }
    if (added.containsKey(row.id())) {
      return row(row, added.get(row.id()), row.id(), Matched.ID);
    }
    List<AccessSite> there = sitesAt.getOrDefault(row.id(), List.of());
    List<AccessSite> same = carrying(there, row.technology());
    if (same.size() == 1) {
      return site(row, same.get(0), Matched.ID);
    }
    if (there.isEmpty() && terminals.contains(row.id())) {
      return row(row, Kind.PLACE, row.id(), Matched.ID);
    }
    return byPlace(row);
  }

  /** Of several in one place those that carry what was built. */
  private static List<AccessSite> carrying(List<AccessSite> there, String technologyId) {
    return there.size() > 1
        ? there.stream().filter(each -> each.technologyId().equals(technologyId)).toList()
        : there;
  }

  /**
   * The one site of a row's place, by name or code, lot and technology; null where there is none or
   * another.
   */
  private AccessSite byLot(Reported.Row row) {
    String place = plain(row.place());
    boolean told = row.id().isEmpty() && !place.isEmpty() && !row.lot().isEmpty();
    if (!told || row.technology().isEmpty()) {
      return null;
    }
    AccessSite found = null;
    for (AccessSite each : sites.values()) {
      boolean there =
          place.equals(plain(nameOfPlace.get(each.placeId())))
              || place.equals(plain(each.placeId()));
      if (there
          && each.technologyId().equals(row.technology())
          && (lotOf.isEmpty() || row.lot().equals(lotOf.get(each.id())))) {
        if (found != null) {
          return null;
        }
        found = each;
      }
    }
    return found;
  }

  private BuiltRow byPlace(Reported.Row row) {
    if (Double.isNaN(row.lon())) {
      AccessSite only = byLot(row);
      if (only != null) {
        return site(row, only, Matched.LOT);
      }
    }
    AccessSite nearest = null;
    List<AccessSite> near = new ArrayList<>();
    if (!Double.isNaN(row.lon())) {
      LonLat at = new LonLat(row.lon(), row.lat());
      nearest =
          sites.values().stream()
              .min(
                  Comparator.comparingDouble((AccessSite each) -> each.location().distanceKm(at))
                      .thenComparing(AccessSite::id))
              .orElse(null);
      for (AccessSite each : sites.values()) {
        String name = plain(nameOfPlace.get(each.placeId()));
        // of a place without a name files tell what it lies near to, each in its own words
        boolean named = name.isEmpty() || name.equals(plain(row.place()));
        boolean told = !plain(row.place()).isEmpty();
        if (told && named && each.location().distanceKm(at) <= NEAR_KM) {
          near.add(each);
        }
      }
    }
    List<AccessSite> same = carrying(near, row.technology());
    if (same.size() == 1) {
      return site(row, same.get(0), Matched.PLACE);
    }
    String expected =
        nearest == null
            ? ""
            : String.format(
                Locale.ROOT,
                "%s (%s%.1f km)",
                nearest.id(),
                named(nearest),
                nearest.location().distanceKm(new LonLat(row.lon(), row.lat())));
    told.add(
        new Told(
            code(row, expected),
            true,
            row.file(),
            row.row(),
            "id",
            row.id(),
            expected,
            row.place()));
    return null;
  }

  private static String code(Reported.Row row, String expected) {
    if (row.id().isEmpty()) {
      return expected.isEmpty() ? "builtNotOne" : "builtNotNear";
    }
    return expected.isEmpty() ? "builtUnknown" : "builtUnmatched";
  }

  private BuiltRow site(Reported.Row row, AccessSite site, Matched by) {
    BuiltRow found = row(row, Kind.SITE, site.id(), by);
    if (!Double.isNaN(row.lon())) {
      double km = site.location().distanceKm(new LonLat(row.lon(), row.lat()));
      if (km > NEAR_KM) {
        tell("builtFar", false, found, "", String.format(Locale.ROOT, "%.1f", km), "0.2");
      }
    }
    boolean other = !row.technology().isEmpty() && !row.technology().equals(site.technologyId());
    if (other) {
      tell("builtOther", false, found, "technology", row.technology(), site.technologyId());
    }
    return found;
  }

  private static BuiltRow row(Reported.Row r, Kind kind, String id, Matched by) {
    return new BuiltRow(
        r.file(),
        r.row(),
        kind,
        id,
        r.place(),
        r.lot(),
        r.lon(),
        r.lat(),
        r.date(),
        r.costUsd(),
        r.technology(),
        r.proof(),
        r.state(),
        r.verified(),
        r.people(),
        by,
        true);
  }

  private void tell(
      String code, boolean out, BuiltRow row, String column, String found, String expected) {
    String place = row.place().isEmpty() ? row.id() : row.place();
    told.add(new Told(code, out, row.file(), row.row(), column, found, expected, place));
  }

  /** A name without accents, marks and capitals. */
  private static String plain(String name) {
    return name == null
        ? ""
        : Normalizer.normalize(name, Normalizer.Form.NFD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
