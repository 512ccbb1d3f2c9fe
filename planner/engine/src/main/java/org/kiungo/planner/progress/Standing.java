package org.kiungo.planner.progress;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.planner.folder.progress.BuiltRow;
import org.kiungo.planner.folder.progress.BuiltRow.Kind;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.Plan.PartService;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.Programme.Further;

/**
 * What stands of a plan: sites and links that a verifier accepted, links of which nobody tells on
 * the way of such a site, and people whose site and way stand.
 */
final class Standing {

  private final Plan plan;
  private final Map<String, BuiltRow> rows = new HashMap<>();
  private final Map<String, AccessSite> sites = new HashMap<>();
  private final Map<String, BuiltLink> linkFrom = new HashMap<>();
  private final Map<String, Integer> links = new HashMap<>();

  Standing(Plan plan, List<BuiltRow> matched) {
    this.plan = plan;
    for (BuiltRow each : matched) {
      if (each.counts()) {
        rows.put(each.kind() + each.id(), each);
      }
    }
    plan.sites().forEach(each -> sites.put(each.id(), each));
    plan.links().forEach(each -> linkFrom.put(each.fromId(), each));
    for (BuiltLink each : plan.links()) {
      if (isAccepted(Kind.LINK, each.id())) {
        links.put(each.id(), year(row(Kind.LINK, each.id())));
      }
    }
    for (AccessSite each : plan.sites()) {
      BuiltLink link = stands(each) ? linkFrom.get(each.placeId()) : null;
      for (int hops = 0; link != null && hops <= plan.links().size(); hops++) {
        if (row(Kind.LINK, link.id()) == null) {
          links.merge(link.id(), year(row(Kind.SITE, each.id())), Math::min);
        }
        link = linkFrom.get(link.toId());
      }
    }
  }

  /** The row that counts of a thing; null where nobody tells of it. */
  BuiltRow row(Kind kind, String id) {
    return rows.get(kind + id);
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

  /** The year from which a link stands; that of the first site that needs it where none tells. */
  int year(BuiltLink link) {
    return links.get(link.id());
  }

  /** The year of a row. */
  static int year(BuiltRow row) {
    return Integer.parseInt(row.date().substring(0, 4));
  }

  /** True where a site has service: it stands, and all of its way does. */
  boolean serves(AccessSite site) {
    boolean all = stands(site);
    BuiltLink link = linkFrom.get(site.placeId());
    for (int hops = 0; all && link != null && hops <= plan.links().size(); hops++) {
      all = stands(link);
      link = linkFrom.get(link.toId());
    }
    return all;
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
