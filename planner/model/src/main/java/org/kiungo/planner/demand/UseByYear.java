package org.kiungo.planner.demand;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.PartService;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Programme;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.money.Money;

/**
 * How full what a plan builds is, year by year: it is sized for what people use in its last year,
 * and they come to that by steps. Schools, clinics and others among a place's people grow with it.
 */
public final class UseByYear {

  /** Share of its capacity from which on a site is nearly full. */
  public static final double NEARLY_FULL_RATIO = 0.8;

  /** Loads that differ by less are the same: they are sums in another order. */
  private static final double SAME = 1e-9;

  /**
   * A year, in its busy hour.
   *
   * @param year of the plan
   * @param adoptionRatio share of the people with service then who subscribe, 0–1; NaN without any
   * @param loadMbps of all whom the plan serves, satellite terminals included
   * @param loadRatio that load over the last year's; NaN where that is none
   * @param sites access sites that stand then and have a capacity
   * @param nearlyFullRatio share of them with a load beyond {@link #NEARLY_FULL_RATIO} of it; NaN
   *     without sites
   * @param overfullRatio share of them with a load beyond it; NaN without sites
   */
  public record Year(
      int year,
      double adoptionRatio,
      double loadMbps,
      double loadRatio,
      int sites,
      double nearlyFullRatio,
      double overfullRatio) {}

  /** What somebody takes of the network from a year on. */
  private record Use(
      Settlement settlement, PartService service, AccessTechnology by, int from, int until) {

    boolean isThere(int year) {
      return from <= year && year < until;
    }
  }

  private final Money money;
  private final BusyHour demand;
  private final PlanningProblem facts;
  private final Plan plan;
  private final Map<String, AccessTechnology> technologies;
  private final Map<String, List<Programme.Further>> further;
  private final List<Use> uses = new ArrayList<>();

  private UseByYear(PlanningProblem facts, Plan plan) {
    this.facts = facts;
    this.plan = plan;
    money = facts.money();
    demand = BusyHour.of(facts);
    technologies =
        facts.catalogue().technologies().stream()
            .collect(Collectors.toMap(AccessTechnology::id, Function.identity()));
    Map<String, Settlement> settlements =
        facts.settlements().stream().collect(Collectors.toMap(Settlement::id, s -> s));
    for (SettlementService each : plan.settlements()) {
      Settlement at = settlements.get(each.settlementId());
      each.each().forEach(part -> add(at, part, each.buildYear(), Integer.MAX_VALUE));
    }
    if (plan.programme() == null) {
      further = Map.of();
    } else {
      further =
          plan.programme().further().stream()
              .collect(Collectors.groupingBy(Programme.Further::assetId));
      for (Programme.Replaced each : plan.programme().replaced()) {
        Settlement at = settlements.get(each.settlementId());
        add(at, each.service(), each.buildYear(), each.replacedYear());
      }
    }
  }

  private void add(Settlement at, PartService service, int from, int until) {
    AccessTechnology by = technologies.get(service.technologyId());
    if (by != null) {
      uses.add(new Use(at, service, by, from, until));
    }
  }

  /**
   * @param facts as the scenario plans them
   * @param plan made of them
   * @return every year of the plan, in order
   */
  public static List<Year> of(PlanningProblem facts, Plan plan) {
    UseByYear use = new UseByYear(facts, plan);
    double lastMbps = use.year(use.money.lastYear(), 1).loadMbps();
    List<Year> years = new ArrayList<>();
    for (int year = use.money.firstYear(); year <= use.money.lastYear(); year++) {
      years.add(use.year(year, lastMbps));
    }
    return years;
  }

  private Year year(int year, double lastMbps) {
    Map<String, Double> mbpsBySite = new HashMap<>();
    double mbps = 0;
    double people = 0;
    double adopters = 0;
    for (Use each : uses) {
      if (each.isThere(year)) {
        double share =
            demand.shareOfLast(
                each.settlement().country(), each.by().subscriber(), each.from(), year);
        double own = each.service().demandMbps() * share;
        mbps += own;
        mbpsBySite.merge(each.service().siteId(), own, Double::sum);
        people += each.service().peopleServed();
        adopters +=
            each.service().peopleServed()
                * Growth.adoptionRatio(facts.standard(), money.from(each.from()), year);
      }
    }
    int sites = 0;
    int nearlyFull = 0;
    int overfull = 0;
    for (AccessSite site : plan.sites()) {
      double capacityMbps = capacityMbps(site, year);
      if (capacityMbps > 0) {
        double full = mbpsBySite.getOrDefault(site.id(), 0.0) / capacityMbps;
        sites++;
        nearlyFull += full > NEARLY_FULL_RATIO + SAME ? 1 : 0;
        overfull += full > 1 + SAME ? 1 : 0;
      }
    }
    return new Year(
        year,
        adopters / people,
        mbps,
        mbps / lastMbps,
        sites,
        nearlyFull / (double) sites,
        overfull / (double) sites);
  }

  /** Of the units that stand in a year; NaN where the site does not yet, or nothing limits it. */
  private double capacityMbps(AccessSite site, int year) {
    AccessTechnology technology = technologies.get(site.technologyId());
    if (technology.siteCapacityMbps() == null || site.buildYear() > year) {
      return Double.NaN;
    }
    double units = site.units();
    for (Programme.Further each : further.getOrDefault(site.id(), List.of())) {
      units -= each.buildYear() > year ? each.further() : 0;
    }
    return units * technology.siteCapacityMbps().value();
  }
}
