package org.kiungo.planner.progress;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kiungo.planner.folder.progress.BuiltRow;
import org.kiungo.planner.folder.progress.BuiltRow.Kind;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.Plan.PartService;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.Programme.Further;

/**
 * What stands of a plan: sites and links that a verifier accepted. People have service whose site
 * stands with its whole way to the network; where a link of it does not they wait for that.
 */
final class Standing {

  private final Plan plan;
  private final Map<String, History> histories = new HashMap<>();
  private final Map<String, AccessSite> sites = new HashMap<>();
  private final Map<String, BuiltLink> linkFrom = new HashMap<>();
  private final Map<String, Integer> links = new HashMap<>();
  private final Set<String> used = new HashSet<>();

  Standing(Plan plan, List<BuiltRow> matched) {
    this.plan = plan;
    for (BuiltRow each : matched) {
      histories.computeIfAbsent(each.kind() + each.id(), k -> new History()).add(each);
    }
    plan.sites().forEach(each -> sites.put(each.id(), each));
    plan.links().forEach(each -> linkFrom.put(each.fromId(), each));
    for (BuiltLink each : plan.links()) {
      if (isAccepted(Kind.LINK, each.id())) {
        links.put(each.id(), year(histories.get(Kind.LINK + each.id()).since));
      }
    }
    for (AccessSite each : plan.sites()) {
      if (serves(each)) {
        used.add(each.id());
        way(each).forEach(link -> used.add(link.id()));
      }
    }
  }

  /**
   * What rows tell of one thing, by date: it is built, may be lost, is repaired. Money paid for
   * what was lost is spent; what a verifier takes back otherwise was never owed.
   */
  private static final class History {

    /** The last of all. */
    BuiltRow last;

    /** From which it stands without a break; null where it does not. */
    BuiltRow since;

    /** The last since then that tells a price; null where none does. */
    BuiltRow paid;

    /** By which it was paid when it was built; null where it never was. */
    BuiltRow built;

    /** Those by which it was paid each time before it was lost. */
    final List<BuiltRow> lost = new ArrayList<>();

    void add(BuiltRow row) {
      boolean stood = since != null;
      switch (row.verified()) {
        case ACCEPTED -> {
          since = stood ? since : row;
          boolean kept = stood && Double.isNaN(row.costUsd());
          paid = kept ? paid : Double.isNaN(row.costUsd()) ? null : row;
          built = lost.isEmpty() ? (paid == null ? row : paid) : built;
        }
        case LOST -> {
          if (stood) {
            lost.add(paid == null ? last : paid);
          }
          since = null;
        }
        default -> {
          since = null;
          built = lost.isEmpty() ? null : built;
        }
      }
      last = row;
    }
  }

  /** The row that counts of a thing; null where nobody tells of it. */
  BuiltRow row(Kind kind, String id) {
    History history = histories.get(kind + id);
    return history == null || !history.last.counts() ? null : history.last;
  }

  /**
   * What was paid for a thing since it stands, USD; a later row without a price takes none back.
   * NaN where no row tells.
   */
  double paidUsd(Kind kind, String id) {
    History history = histories.get(kind + id);
    boolean told = history != null && history.since != null && history.paid != null;
    return told ? history.paid.costUsd() : Double.NaN;
  }

  /** By which a thing was paid when it was built, before any repair; null where it never was. */
  BuiltRow built(Kind kind, String id) {
    History history = histories.get(kind + id);
    return history == null ? null : history.built;
  }

  /**
   * What was paid for a thing each time before it was lost, USD; 0 where it never was.
   *
   * @param untoldUsd what it was where its row does not say
   */
  double lostUsd(Kind kind, String id, double untoldUsd) {
    History history = histories.get(kind + id);
    double usd = 0;
    for (BuiltRow each : history == null ? List.<BuiltRow>of() : history.lost) {
      // a repair of which nobody says a price is none
      double untold = each == history.built ? untoldUsd : 0;
      usd += Double.isNaN(each.costUsd()) ? untold : each.costUsd();
    }
    return usd;
  }

  /** Rows until the end of a year, the last of each thing counting. */
  static List<BuiltRow> until(int year, List<BuiltRow> rows) {
    Map<String, Integer> last = new HashMap<>();
    List<BuiltRow> until = new ArrayList<>();
    for (BuiltRow each : rows) {
      if (each.date().isEmpty() || year(each) <= year) {
        Integer before = last.put(each.kind() + each.id(), until.size());
        if (before != null) {
          until.set(before, until.get(before).counting(false));
        }
        until.add(each.counting(true));
      }
    }
    return until;
  }

  private boolean isAccepted(Kind kind, String id) {
    BuiltRow row = row(kind, id);
    return row != null && row.stands();
  }

  boolean stands(AccessSite site) {
    return isAccepted(Kind.SITE, site.id());
  }

  boolean stands(BuiltLink link) {
    return links.containsKey(link.id());
  }

  /** The year from which a link stands. */
  int year(BuiltLink link) {
    return links.get(link.id());
  }

  /** The year of a row. */
  static int year(BuiltRow row) {
    return Integer.parseInt(row.date().substring(0, 4));
  }

  /** True where a site has service: it stands, and all of its way does. */
  boolean serves(AccessSite site) {
    return stands(site) && way(site).stream().allMatch(this::stands);
  }

  /** True where a site stands whose way does not. */
  boolean waits(AccessSite site) {
    return stands(site) && !used.contains(site.id());
  }

  /** True of a site or link from which anybody has service. */
  boolean isUsed(String id) {
    return used.contains(id);
  }

  /** Links of a site's way that do not stand. */
  List<BuiltLink> missing(AccessSite site) {
    return way(site).stream().filter(each -> !stands(each)).toList();
  }

  /**
   * Sites that wait for links, those first whose missing links were planned to cost least per
   * person whom nothing else serves; where that is the same, by id.
   */
  List<AccessSite> queue() {
    Map<String, Double> usdPerPerson = new HashMap<>();
    List<AccessSite> queue = new ArrayList<>(plan.sites().stream().filter(this::waits).toList());
    for (AccessSite each : queue) {
      long cents = 0;
      for (BuiltLink link : missing(each)) {
        cents += Math.round(link.lifetimeCostUsd() * 100);
      }
      double people = 0;
      for (SettlementService service : plan.settlements()) {
        people += people(service) == 0 ? peopleFrom(service, each) : 0;
      }
      usdPerPerson.put(each.id(), people > 0 ? cents / 100.0 / people : Double.POSITIVE_INFINITY);
    }
    queue.sort(
        Comparator.comparingDouble((AccessSite each) -> usdPerPerson.get(each.id()))
            .thenComparing(AccessSite::id));
    return queue;
  }

  private static double peopleFrom(SettlementService service, AccessSite site) {
    double people = 0;
    for (PartService part : service.each()) {
      people += part.siteId().equals(site.id()) ? part.peopleServed() : 0;
    }
    return people;
  }

  List<BuiltLink> way(AccessSite site) {
    List<BuiltLink> way = new ArrayList<>();
    BuiltLink link = linkFrom.get(site.placeId());
    while (link != null && way.size() <= plan.links().size()) {
      way.add(link);
      link = linkFrom.get(link.toId());
    }
    return way;
  }

  /** The row from which a part of a settlement's people has service; null where it has none. */
  BuiltRow from(SettlementService service, PartService part) {
    if (part.peopleServed() <= 0) {
      return null;
    }
    if (part.siteId().isEmpty()) {
      BuiltRow row = row(Kind.PLACE, service.settlementId());
      return row != null && row.stands() ? row : null;
    }
    AccessSite site = sites.get(part.siteId());
    return site != null && serves(site) ? row(Kind.SITE, site.id()) : null;
  }

  /** People of a settlement with service from what stands. */
  double people(SettlementService service) {
    double people = 0;
    for (PartService part : service.each()) {
      people += from(service, part) == null ? 0 : part.peopleServed();
    }
    return people;
  }

  AccessSite site(String id) {
    return sites.get(id);
  }

  BuiltLink linkFrom(String placeId) {
    return linkFrom.get(placeId);
  }

  /** What building an asset costs first, without what later phases add, USD. */
  static double firstCapexUsd(Plan plan, String assetId, double capexUsd) {
    double usd = capexUsd;
    for (Further each : later(plan, assetId)) {
      usd -= each.capexUsd();
    }
    return Math.rint(usd * 100) / 100;
  }

  /** What later phases add to an asset. */
  static List<Further> later(Plan plan, String assetId) {
    return plan.programme() == null
        ? List.of()
        : plan.programme().further().stream()
            .filter(each -> each.assetId().equals(assetId))
            .toList();
  }

  /** What terminals of a place cost first that needs no site, USD. */
  static double terminalsUsd(SettlementService service) {
    double usd = 0;
    for (PartService part : service.each()) {
      usd += part.siteId().isEmpty() && part.peopleServed() > 0 ? part.capexUsd() : 0;
    }
    return Math.rint(usd * 100) / 100;
  }
}
