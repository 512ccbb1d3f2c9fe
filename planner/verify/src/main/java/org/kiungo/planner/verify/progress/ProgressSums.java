package org.kiungo.planner.verify.progress;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kiungo.planner.folder.progress.BuiltRow;
import org.kiungo.planner.folder.progress.BuiltRow.Kind;
import org.kiungo.planner.folder.progress.BuiltRow.Verified;
import org.kiungo.planner.folder.progress.ProgressFolder.Paid;
import org.kiungo.planner.folder.progress.ProgressReport.LotOf;
import org.kiungo.planner.folder.progress.ProgressReport.Variance;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.Plan.PartService;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.Programme.Further;
import org.kiungo.planner.model.Programme.Replaced;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.scenario.Phase;

/** Built, paid and counted against the plan, group by group. */
public final class ProgressSums {

  private record Key(String by, String group) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int order = by.compareTo(other.by);
      return order == 0 ? group.compareTo(other.group) : order;
    }
  }

  private static final Key ALL = new Key("plan", "");

  /** Columns of a sum: counts, cents and people. */
  private enum Of {
    SITES,
    DUE_SITES,
    ACCEPTED,
    REPORTED,
    LINKS,
    ACCEPTED_LINKS,
    OPEN,
    PLANNED,
    OF_PAID,
    PAID,
    CLAIMED,
    PEOPLE,
    DUE,
    STANDING,
    PLACES_COUNTED,
    COUNTINGS,
    COUNTED
  }

  private final Stands stands;
  private final List<Phase> phases;
  private final int asOfYear;
  private final Map<String, String> district = new HashMap<>();
  private final Map<String, String> lot = new HashMap<>();
  private final boolean hasLots;
  private final List<Paid> projects;
  private final Map<String, SortedMap<String, Double>> payers = new HashMap<>();
  private final SortedMap<Key, double[]> sums = new TreeMap<>();

  /**
   * @param lots as stated
   * @param projects with who pays; none where nobody says
   */
  public ProgressSums(
      Plan plan,
      List<Settlement> settlements,
      List<Phase> phases,
      List<BuiltRow> rows,
      List<LotOf> lots,
      List<Paid> projects,
      Stands stands,
      int asOfYear) {
    this.stands = stands;
    this.phases = phases;
    this.projects = projects;
    this.asOfYear = asOfYear;
    settlements.forEach(each -> district.put(each.id(), each.district()));
    for (SettlementService service : plan.settlements()) {
      for (PartService part : service.each()) {
        AccessSite site = stands.site(part.siteId());
        if (site != null) {
          String own = district.get(service.settlementId());
          district.putIfAbsent(site.placeId(), own);
          stands.way(site.placeId()).forEach(each -> district.putIfAbsent(each.fromId(), own));
        }
      }
    }
    if (lots.isEmpty()) {
      rows.stream()
          .filter(each -> each.counts() && !each.lot().isEmpty())
          .forEach(each -> lot.put(each.id(), each.lot()));
    }
    lots.forEach(each -> each.members().forEach(id -> lot.put(id, each.id())));
    hasLots = !lots.isEmpty() || !lot.isEmpty();
    shares();
    sums.put(ALL, new double[Of.values().length]);
    plan.sites().forEach(this::site);
    plan.links().forEach(this::link);
    plan.secondPaths().links().forEach(this::link);
    plan.settlements().forEach(this::service);
    if (plan.programme() != null) {
      for (Replaced each : plan.programme().replaced()) {
        String id = each.settlementId();
        usd(keys(id + "#replaced", "", id, each.buildYear()), Of.PLANNED, cents(each.capexUsd()));
      }
    }
  }

  private void shares() {
    for (Paid project : projects) {
      SortedMap<String, Double> shares = new TreeMap<>();
      if (project.cents().isEmpty() || project.costCents() == 0) {
        shares.put("", 1.0);
      } else {
        long openCents = project.costCents();
        for (Map.Entry<String, Long> each : project.cents().entrySet()) {
          shares.put(each.getKey(), (double) each.getValue() / project.costCents());
          openCents -= each.getValue();
        }
        if (openCents != 0) {
          shares.merge("", (double) openCents / project.costCents(), Double::sum);
        }
      }
      project.members().forEach(each -> payers.put(each, shares));
    }
  }

  private Map<Key, Double> keys(String member, String siteId, String place, int buildYear) {
    Map<Key, Double> keys = new LinkedHashMap<>();
    keys.put(ALL, 1.0);
    keys.put(new Key("district", district.getOrDefault(place, "")), 1.0);
    if (!phases.isEmpty()) {
      keys.put(new Key("phase", "" + phase(buildYear)), 1.0);
    }
    if (hasLots) {
      String by = lot.containsKey(member) ? member : whole(member);
      keys.put(new Key("lot", lot.getOrDefault(by, lot.getOrDefault(siteId, ""))), 1.0);
    }
    if (!projects.isEmpty()) {
      SortedMap<String, Double> shares = payers.getOrDefault(member, payers.get(whole(member)));
      if (shares == null) {
        keys.put(new Key("payer", ""), 1.0);
      } else {
        shares.forEach((who, share) -> keys.put(new Key("payer", who), share));
      }
    }
    return keys;
  }

  private int phase(int buildYear) {
    int phase = 1;
    for (int t = 0; t < phases.size(); t++) {
      phase = buildYear >= phases.get(t).firstYear() ? t + 1 : phase;
    }
    return phase;
  }

  private static double cents(double usd) {
    return Math.rint(usd * 100);
  }

  /** What payers have together, in whole cents, less what those before have. */
  private void usd(Map<Key, Double> keys, Of of, double cents) {
    double shares = 0;
    for (Map.Entry<Key, Double> each : keys.entrySet()) {
      double due = cents;
      if (each.getKey().by.equals("payer")) {
        double before = Math.rint(shares * cents);
        shares += each.getValue();
        due = Math.rint(shares * cents) - before;
      }
      add(Map.of(each.getKey(), 1.0), of, due, false);
    }
  }

  /** The place or asset of which a member is a part. */
  private static String whole(String member) {
    int end = Math.max(member.lastIndexOf('#'), member.lastIndexOf('@'));
    return end < 0 ? member : member.substring(0, end);
  }

  private void add(Map<Key, Double> keys, Of of, double amount, boolean shared) {
    keys.forEach(
        (key, share) ->
            sums.computeIfAbsent(key, k -> new double[Of.values().length])[of.ordinal()] +=
                shared ? share * amount : amount);
  }

  private void site(AccessSite site) {
    BuiltRow row = stands.row(Kind.SITE, site.id());
    Map<Key, Double> keys = keys(site.id(), "", site.placeId(), site.buildYear());
    add(keys, Of.SITES, 1, false);
    add(keys, Of.DUE_SITES, site.buildYear() <= asOfYear ? 1 : 0, false);
    add(keys, Of.ACCEPTED, stands.stands(site.id()) ? 1 : 0, false);
    boolean reported = row != null && row.verified() == Verified.NOTHING;
    add(keys, Of.REPORTED, reported ? 1 : 0, false);
    money(keys, Kind.SITE, site.id(), stands.firstUsd(site.id(), site.capexUsd()));
    later(Kind.SITE, site.id(), site.placeId());
  }

  private void link(BuiltLink link) {
    Map<Key, Double> keys = keys(link.id(), "", link.fromId(), link.buildYear());
    add(keys, Of.LINKS, 1, false);
    add(keys, Of.ACCEPTED_LINKS, stands.isAccepted(Kind.LINK, link.id()) ? 1 : 0, false);
    money(keys, Kind.LINK, link.id(), stands.firstUsd(link.id(), link.capexUsd()));
    later(Kind.LINK, link.id(), link.fromId());
  }

  private void later(Kind kind, String assetId, String place) {
    for (Further each : stands.later()) {
      if (each.assetId().equals(assetId)) {
        String id = assetId + "@" + phase(each.buildYear());
        money(keys(id, "", place, each.buildYear()), kind, id, each.capexUsd());
      }
    }
  }

  private void money(Map<Key, Double> keys, Kind kind, String id, double plannedUsd) {
    double planned = cents(plannedUsd);
    usd(keys, Of.PLANNED, planned);
    add(keys, Of.OPEN, stands.isAccepted(kind, id) ? 0 : 1, false);
    BuiltRow row = stands.row(kind, id);
    if (row == null) {
      return;
    }
    boolean accepted = stands.isAccepted(kind, id);
    double toldUsd = accepted ? stands.paidUsd(kind, id) : row.costUsd();
    double told = Double.isNaN(toldUsd) ? 0 : cents(toldUsd);
    double lost = cents(stands.lostUsd(kind, id, 0));
    if (lost > 0 || accepted && !Double.isNaN(toldUsd)) {
      usd(keys, Of.OF_PAID, planned);
      usd(keys, Of.PAID, accepted ? told + lost : lost);
    }
    if (!accepted) {
      usd(keys, Of.CLAIMED, told);
    }
    if (accepted && !Double.isNaN(row.people())) {
      add(keys, Of.COUNTED, row.people(), true);
      add(keys, Of.COUNTINGS, 1, false);
      add(keys, Of.PLACES_COUNTED, kind == Kind.LINK || id.matches(".*@\\d+") ? 0 : 1, false);
    }
  }

  private void service(SettlementService service) {
    String id = service.settlementId();
    List<PartService> parts = service.each();
    boolean whole = service.parts().isEmpty();
    double left = cents(service.capexUsd());
    double terminals = 0;
    Map<Key, Double> first = null;
    for (int k = 0; k < parts.size(); k++) {
      PartService part = parts.get(k);
      double own = k < parts.size() - 1 ? cents(part.capexUsd()) : left;
      left -= own;
      Map<Key, Double> keys =
          keys(whole ? id : id + "#" + k, part.siteId(), id, service.buildYear());
      if (part.siteId().isEmpty() && part.peopleServed() > 0) {
        terminals += own;
        first = first == null ? keys : first;
      } else if (own != 0) {
        usd(keys, Of.PLANNED, own);
      }
      if (part.peopleServed() > 0) {
        add(keys, Of.PEOPLE, part.peopleServed(), true);
        if (service.buildYear() <= asOfYear) {
          add(keys, Of.DUE, part.peopleServed(), true);
        }
        if (stands.from(service, part) != null) {
          add(keys, Of.STANDING, part.peopleServed(), true);
        }
      }
    }
    if (first != null) {
      money(first, Kind.PLACE, id, terminals / 100);
    }
  }

  /** Of the whole plan. */
  public Variance total() {
    return told(ALL);
  }

  /** By group. */
  public List<Variance> groups() {
    return sums.keySet().stream().filter(each -> !each.equals(ALL)).map(this::told).toList();
  }

  private Variance told(Key key) {
    double[] sum = sums.get(key);
    return new Variance(
        key.by,
        key.group,
        (int) sum[Of.SITES.ordinal()],
        (int) sum[Of.DUE_SITES.ordinal()],
        (int) sum[Of.ACCEPTED.ordinal()],
        (int) sum[Of.REPORTED.ordinal()],
        (int) sum[Of.LINKS.ordinal()],
        (int) sum[Of.ACCEPTED_LINKS.ordinal()],
        (int) sum[Of.OPEN.ordinal()],
        Math.rint(sum[Of.PLANNED.ordinal()]) / 100,
        Math.rint(sum[Of.OF_PAID.ordinal()]) / 100,
        Math.rint(sum[Of.PAID.ordinal()]) / 100,
        Math.rint(sum[Of.CLAIMED.ordinal()]) / 100,
        sum[Of.PEOPLE.ordinal()],
        sum[Of.DUE.ordinal()],
        sum[Of.STANDING.ordinal()],
        (int) sum[Of.PLACES_COUNTED.ordinal()],
        sum[Of.COUNTINGS.ordinal()] > 0 ? sum[Of.COUNTED.ordinal()] : Double.NaN);
  }
}
