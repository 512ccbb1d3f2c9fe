package org.kiungo.planner.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.kiungo.planner.cost.SkyWays;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.Plan.PartService;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.SecondPaths;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.resilience.Disjoint;
import org.kiungo.planner.model.resilience.TwoPaths;

/**
 * The hubs of a plan and their ways to the existing network.
 *
 * @param disjoint what the two ways of a hub may not share
 * @param hubs by id
 * @param secondLinksUsd lifetime cost of the links that only second ways need
 */
public record HubWays(Disjoint disjoint, List<Hub> hubs, double secondLinksUsd) {

  /** How a hub stands. */
  public enum Stands {
    /** A site serves it, which two ways reach. */
    TWO_WAYS,
    /** A site serves it that stands on the existing network. */
    ON_NETWORK,
    /** The plan serves it without a site: by terminals of satellites. */
    TERMINALS,
    /** The plan does nothing for it. */
    NOT_SERVED
  }

  /**
   * One way.
   *
   * @param hops links on it
   * @param km their length
   * @param usd lifetime cost of these links, whoever else uses them; of a second way, of those that
   *     only second ways need
   * @param endId node, tap or satellite where it ends
   */
  public record Way(int hops, double km, double usd, String endId) {}

  /**
   * A hub.
   *
   * @param id settlement
   * @param people NaN when not known
   * @param first null where no way is needed
   * @param second likewise
   * @param sharedIds places and ends on both ways; of ways that share no node there are none
   */
  public record Hub(
      String id,
      String name,
      String country,
      String district,
      double people,
      Stands stands,
      Way first,
      Way second,
      List<String> sharedIds) {}

  /** How many hubs stand so. */
  public long count(Stands stands) {
    return hubs.stream().filter(each -> each.stands == stands).count();
  }

  /** The hubs of a rule under a plan; none where the rule names none. */
  public static HubWays of(PlanningProblem problem, TwoPaths rule, Plan plan) {
    Map<String, Settlement> settlements = new HashMap<>();
    problem.settlements().forEach(each -> settlements.put(each.id(), each));
    Map<String, SettlementService> services = new HashMap<>();
    plan.settlements().forEach(each -> services.put(each.settlementId(), each));
    Map<String, String> placeOf = new HashMap<>();
    for (AccessSite site : plan.sites()) {
      placeOf.put(site.id(), site.placeId());
    }
    Map<String, BuiltLink> towards = new HashMap<>();
    plan.links().forEach(link -> towards.put(link.fromId(), link));
    Map<String, BuiltLink> hops = new HashMap<>();
    plan.links().forEach(link -> put(hops, link));
    plan.secondPaths().links().forEach(link -> put(hops, link));
    TreeSet<String> seconds = new TreeSet<>();
    plan.secondPaths().links().forEach(link -> seconds.add(link.id()));
    List<Hub> hubs = new ArrayList<>();
    for (String id : rule.hubs(problem.settlements())) {
      Settlement s = settlements.get(id);
      SettlementService service = services.get(id);
      String place = place(service, placeOf);
      SecondPaths.Way second =
          plan.secondPaths().ways().stream()
              .filter(way -> way.placeId().equals(place))
              .findFirst()
              .orElse(null);
      List<String> first = place == null ? List.of() : first(place, towards);
      hubs.add(
          new Hub(
              id,
              s.name(),
              s.country(),
              s.district(),
              s.population(),
              stands(service, place, second),
              place == null ? null : way(first, hops, null),
              second == null ? null : way(second.placeIds(), hops, seconds),
              second == null ? List.of() : shared(first, second.placeIds())));
    }
    double usd = plan.secondPaths().links().stream().mapToDouble(BuiltLink::lifetimeCostUsd).sum();
    return new HubWays(rule.disjoint(), List.copyOf(hubs), usd);
  }

  private static Stands stands(SettlementService service, String place, SecondPaths.Way second) {
    if (place == null) {
      boolean served = service != null && !service.technologyId().isEmpty();
      return served ? Stands.TERMINALS : Stands.NOT_SERVED;
    }
    return second == null ? Stands.ON_NETWORK : Stands.TWO_WAYS;
  }

  /** Place of the site that serves a settlement; null where none does. */
  private static String place(SettlementService service, Map<String, String> placeOf) {
    for (PartService part : service == null ? List.<PartService>of() : service.each()) {
      if (placeOf.containsKey(part.siteId())) {
        return placeOf.get(part.siteId());
      }
    }
    return null;
  }

  private static List<String> first(String place, Map<String, BuiltLink> towards) {
    List<String> places = new ArrayList<>(List.of(place));
    BuiltLink link = towards.get(place);
    while (link != null && places.size() <= towards.size() + 1) {
      places.add(link.toId());
      link = SkyWays.isUp(link.toId()) ? null : towards.get(link.toId());
    }
    return places;
  }

  private static Way way(
      List<String> places, Map<String, BuiltLink> hops, TreeSet<String> counted) {
    double km = 0;
    double usd = 0;
    for (int k = 0; k + 1 < places.size(); k++) {
      BuiltLink link = hops.get(hop(places.get(k), places.get(k + 1)));
      km += link.distanceKm();
      usd += counted == null || counted.contains(link.id()) ? link.lifetimeCostUsd() : 0;
    }
    return new Way(places.size() - 1, km, usd, places.get(places.size() - 1));
  }

  private static List<String> shared(List<String> first, List<String> second) {
    TreeSet<String> shared = new TreeSet<>(first.subList(1, first.size()));
    shared.retainAll(second);
    return List.copyOf(shared);
  }

  private static void put(Map<String, BuiltLink> hops, BuiltLink link) {
    hops.put(hop(link.fromId(), link.toId()), link);
  }

  /** The same in both directions. */
  private static String hop(String one, String other) {
    return one.compareTo(other) < 0 ? one + '\u0000' + other : other + '\u0000' + one;
  }
}
