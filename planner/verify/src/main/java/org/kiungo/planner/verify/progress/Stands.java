package org.kiungo.planner.verify.progress;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.kiungo.planner.folder.progress.BuiltRow;
import org.kiungo.planner.folder.progress.BuiltRow.Kind;
import org.kiungo.planner.folder.progress.BuiltRow.Verified;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.Plan.PartService;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.Programme.Further;

/** What of a plan a verifier accepted, what goes with it, and who has service from it. */
public final class Stands {

  private final Plan plan;
  private final List<BuiltRow> rows;
  private final List<BuiltRow> counting;
  private final Map<String, BuiltRow> sites = new HashMap<>();
  private final Map<String, BuiltRow> links = new HashMap<>();
  private final Map<String, BuiltRow> places = new HashMap<>();
  private final Map<String, AccessSite> siteOf = new HashMap<>();
  private final Map<String, BuiltLink> leaving = new HashMap<>();
  private final Map<String, Integer> linkYears = new LinkedHashMap<>();
  private final Map<String, Boolean> serving = new HashMap<>();

  public Stands(Plan plan, List<BuiltRow> rows) {
    this(plan, rows, rows.stream().filter(BuiltRow::counts).toList());
  }

  /**
   * @param rows in the order of their dates
   * @param counting the last of each thing
   */
  private Stands(Plan plan, List<BuiltRow> rows, List<BuiltRow> counting) {
    this.plan = plan;
    this.rows = List.copyOf(rows);
    this.counting = List.copyOf(counting);
    counting.forEach(each -> of(each.kind()).put(each.id(), each));
    plan.sites().forEach(each -> siteOf.put(each.id(), each));
    plan.links().forEach(each -> leaving.put(each.fromId(), each));
    links.forEach(
        (id, row) -> {
          if (isAccepted(row)) {
            linkYears.put(id, since(id));
          }
        });
    for (AccessSite site : plan.sites()) {
      boolean all = stands(site.id());
      for (BuiltLink link : way(site.placeId())) {
        all &= linkYears.containsKey(link.id());
      }
      serving.put(site.id(), all);
      if (all) {
        way(site.placeId()).forEach(each -> serving.put(each.id(), true));
      }
    }
  }

  private List<BuiltRow> of(Kind kind, String id) {
    return rows.stream().filter(each -> each.kind() == kind && each.id().equals(id)).toList();
  }

  /** The year from which a link stands without a break. */
  private int since(String linkId) {
    List<BuiltRow> told = of(Kind.LINK, linkId);
    int first = told.size() - 1;
    while (first > 0 && told.get(first - 1).verified() == Verified.ACCEPTED) {
      first--;
    }
    return year(told.get(first));
  }

  /** Where in its rows a thing that stood is lost, by number. */
  private static List<Integer> losses(List<BuiltRow> told) {
    List<Integer> losses = new ArrayList<>();
    for (int k = 1; k < told.size(); k++) {
      boolean stood = told.get(k - 1).verified() == Verified.ACCEPTED;
      if (stood && told.get(k).verified() == Verified.LOST) {
        losses.add(k);
      }
    }
    return losses;
  }

  /** The last row with a price up to one of those that accept a thing, else that one itself. */
  private static BuiltRow priced(List<BuiltRow> told, int at) {
    for (int k = at; k >= 0 && told.get(k).verified() == Verified.ACCEPTED; k--) {
      if (!Double.isNaN(told.get(k).costUsd())) {
        return told.get(k);
      }
    }
    return told.get(at);
  }

  /** What was paid for a thing that stands, since it does; NaN where no row tells. */
  double paidUsd(Kind kind, String id) {
    List<BuiltRow> told = of(kind, id);
    return priced(told, told.size() - 1).costUsd();
  }

  /**
   * The row by which building a thing was paid: the last before it was first lost, of what was
   * never lost the one that counts; null where it does not stand and never was lost.
   */
  BuiltRow built(Kind kind, String id) {
    List<BuiltRow> told = of(kind, id);
    List<Integer> losses = losses(told);
    if (!losses.isEmpty()) {
      return priced(told, losses.get(0) - 1);
    }
    return isAccepted(kind, id) ? priced(told, told.size() - 1) : null;
  }

  /**
   * Paid for a thing before each time it was lost, USD.
   *
   * @param plannedUsd of building it, where its row tells no price; a repair without one is free
   */
  double lostUsd(Kind kind, String id, double plannedUsd) {
    List<BuiltRow> told = of(kind, id);
    double sum = 0;
    List<Integer> losses = losses(told);
    for (int n = 0; n < losses.size(); n++) {
      double paid = priced(told, losses.get(n) - 1).costUsd();
      if (!Double.isNaN(paid)) {
        sum += paid;
      } else if (n == 0) {
        sum += plannedUsd;
      }
    }
    return sum;
  }

  /** What stood at the end of a year. */
  Stands at(int year) {
    List<BuiltRow> then =
        rows.stream().filter(each -> each.date().isEmpty() || year(each) <= year).toList();
    Map<String, BuiltRow> last = new LinkedHashMap<>();
    then.forEach(each -> last.put(each.kind() + " " + each.id(), each));
    return new Stands(plan, then, List.copyOf(last.values()));
  }

  /** Rows that count. */
  List<BuiltRow> counting() {
    return counting;
  }

  private Map<String, BuiltRow> of(Kind kind) {
    return switch (kind) {
      case SITE -> sites;
      case LINK -> links;
      case PLACE -> places;
    };
  }

  private static boolean isAccepted(BuiltRow row) {
    return row != null && row.verified() == Verified.ACCEPTED;
  }

  static int year(BuiltRow row) {
    return Integer.parseInt(row.date().substring(0, 4));
  }

  /**
   * Sites that stand without their way, in the order in which they are finished: by what their
   * missing links cost for each person whom nothing else serves, then by id.
   */
  List<String> queue() {
    SortedMap<Double, TreeSet<String>> byCost = new TreeMap<>();
    for (AccessSite site : plan.sites()) {
      if (stands(site.id()) && !serves(site.id())) {
        long cents = 0;
        for (BuiltLink each : way(site.placeId())) {
          cents += linkYears.containsKey(each.id()) ? 0 : Math.round(each.lifetimeCostUsd() * 100);
        }
        double people = 0;
        for (SettlementService service : plan.settlements()) {
          double own = 0;
          for (PartService part : service.each()) {
            own += part.siteId().equals(site.id()) ? part.peopleServed() : 0;
          }
          people += people(service) == 0 ? own : 0;
        }
        double usd = people > 0 ? cents / 100.0 / people : Double.POSITIVE_INFINITY;
        byCost.computeIfAbsent(usd, k -> new TreeSet<>()).add(site.id());
      }
    }
    return byCost.values().stream().flatMap(TreeSet::stream).toList();
  }

  /** Links from a place towards the network, the nearest first. */
  List<BuiltLink> way(String placeId) {
    List<BuiltLink> way = new ArrayList<>();
    BuiltLink link = leaving.get(placeId);
    while (link != null && way.size() <= plan.links().size()) {
      way.add(link);
      link = leaving.get(link.toId());
    }
    return way;
  }

  AccessSite site(String id) {
    return siteOf.get(id);
  }

  BuiltRow row(Kind kind, String id) {
    return of(kind).get(id);
  }

  boolean stands(String siteId) {
    return isAccepted(sites.get(siteId));
  }

  boolean isAccepted(Kind kind, String id) {
    return isAccepted(of(kind).get(id));
  }

  /** True of a site, or of a link, from which people have service. */
  boolean serves(String id) {
    return serving.getOrDefault(id, false);
  }

  /** First years of the links that stand. */
  Map<String, Integer> linkYears() {
    return linkYears;
  }

  /** The row from which people have service; null where they have none. */
  BuiltRow from(SettlementService service, PartService part) {
    if (!(part.peopleServed() > 0)) {
      return null;
    }
    if (!part.siteId().isEmpty()) {
      return serves(part.siteId()) ? sites.get(part.siteId()) : null;
    }
    BuiltRow row = places.get(service.settlementId());
    return isAccepted(row) ? row : null;
  }

  double people(SettlementService service) {
    double sum = 0;
    for (PartService part : service.each()) {
      if (from(service, part) != null) {
        sum += part.peopleServed();
      }
    }
    return sum;
  }

  /** First purchase of an asset without what later phases add, USD to the cent. */
  double firstUsd(String assetId, double capexUsd) {
    double usd = capexUsd;
    for (Further each : later()) {
      if (each.assetId().equals(assetId)) {
        usd -= each.capexUsd();
      }
    }
    return Math.rint(usd * 100) / 100;
  }

  List<Further> later() {
    return plan.programme() == null ? List.of() : plan.programme().further();
  }

  /** First purchase of terminals without a site, USD to the cent. */
  static double terminalsUsd(SettlementService service) {
    double usd = 0;
    for (PartService part : service.each()) {
      if (part.siteId().isEmpty() && part.peopleServed() > 0) {
        usd += part.capexUsd();
      }
    }
    return Math.rint(usd * 100) / 100;
  }
}
