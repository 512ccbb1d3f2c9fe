package org.kiungo.web.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.BuiltLink;

/**
 * Every access site's part of the backhaul links between it and the network: a link that several
 * sites need is split by the load that each puts on it. The parts of all sites add up to all links
 * that carry something.
 */
final class LinkShares {

  /** So that a link whose sites carry nothing is split evenly. */
  private static final double LEAST_LOAD_MBPS = 1e-9;

  private LinkShares() {}

  /** Lifetime cost in USD by id of the site; sites without links of their own are left out. */
  static Map<String, Double> usdBySite(Plan plan) {
    return usdBySite(plan, link -> true);
  }

  /**
   * The same of some of the links alone.
   *
   * @param paid links that are
   */
  static Map<String, Double> usdBySite(Plan plan, Predicate<BuiltLink> paid) {
    Map<String, BuiltLink> onward =
        plan.links().stream().collect(Collectors.toMap(BuiltLink::fromId, Function.identity()));
    Map<String, List<BuiltLink>> paths = new HashMap<>();
    Map<String, Double> loadMbps = new HashMap<>();
    for (AccessSite site : plan.sites()) {
      List<BuiltLink> path = path(site, onward);
      paths.put(site.id(), path);
      path.forEach(link -> loadMbps.merge(link.id(), load(site), Double::sum));
    }
    Map<String, Double> usd = new HashMap<>();
    for (AccessSite site : plan.sites()) {
      for (BuiltLink link : paths.get(site.id())) {
        double share = load(site) / loadMbps.get(link.id());
        usd.merge(site.id(), paid.test(link) ? share * link.lifetimeCostUsd() : 0, Double::sum);
      }
    }
    return usd;
  }

  private static double load(AccessSite site) {
    return Math.max(site.loadMbps(), LEAST_LOAD_MBPS);
  }

  /** Links from a site to the network, nearest first. */
  private static List<BuiltLink> path(AccessSite site, Map<String, BuiltLink> onward) {
    List<BuiltLink> path = new ArrayList<>();
    Set<String> passed = new HashSet<>();
    BuiltLink link = onward.get(site.placeId());
    while (link != null && passed.add(link.id())) {
      path.add(link);
      link = onward.get(link.toId());
    }
    return path;
  }
}
