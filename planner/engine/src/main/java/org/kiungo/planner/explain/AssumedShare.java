package org.kiungo.planner.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kiungo.planner.cost.PresentValue;
import org.kiungo.planner.demand.Demand;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.value.Figure;

/**
 * How much of a plan hangs on figures that no source gives: people served by technologies whose
 * largest cost, over all that the plan builds of them, is assumed.
 *
 * @param peopleRatio share of the people whom the plan serves, 0–1; 0 where it serves nobody
 * @param technologyIds those technologies, by id
 */
public record AssumedShare(double peopleRatio, List<String> technologyIds) {

  public AssumedShare {
    technologyIds = List.copyOf(technologyIds);
  }

  /** What a plan builds of one technology. */
  private static final class Built {
    private double people;
    private double masts;
    private double hops;
    private double units;
    private double areaKm2;
    private double households;
  }

  /** Of a plan under the catalogue that it was made with. */
  public static AssumedShare of(PlanningProblem problem, Plan plan) {
    Map<String, AccessTechnology> technologies = new HashMap<>();
    problem.catalogue().technologies().forEach(each -> technologies.put(each.id(), each));
    double people = 0;
    double assumed = 0;
    List<String> ids = new ArrayList<>();
    for (var each : built(problem, plan, technologies).entrySet()) {
      people += each.getValue().people;
      if (isAssumed(technologies.get(each.getKey()), each.getValue(), problem)) {
        assumed += each.getValue().people;
        ids.add(each.getKey());
      }
    }
    return new AssumedShare(people > 0 ? assumed / people : 0, ids);
  }

  private static Map<String, Built> built(
      PlanningProblem problem, Plan plan, Map<String, AccessTechnology> technologies) {
    Map<String, Settlement> settlements = new HashMap<>();
    problem.settlements().forEach(each -> settlements.put(each.id(), each));
    Map<String, Built> built = new TreeMap<>();
    for (Plan.SettlementService service : plan.settlements()) {
      for (Plan.PartService part : service.each()) {
        AccessTechnology technology = technologies.get(part.technologyId());
        if (technology != null) {
          Settlement at = settlements.get(service.settlementId());
          double people = part.shareRatio() * Demand.people(at, technology, problem.standard());
          Built of = built.computeIfAbsent(technology.id(), k -> new Built());
          of.people += part.peopleServed();
          of.areaKm2 += Demand.inhabitedKm2(at, people);
          of.households += Demand.adopterHouseholds(people, problem.standard());
        }
      }
    }
    for (Plan.AccessSite site : plan.sites()) {
      Built of = built.get(site.technologyId());
      if (of != null) {
        of.masts += site.masts();
        of.hops += site.hopsBetweenMasts();
        of.units += site.units();
      }
    }
    return built;
  }

  private static boolean isAssumed(AccessTechnology a, Built of, PlanningProblem problem) {
    double upkeep = PresentValue.upkeepYears(problem.money());
    double site = purchases(a.siteLifetimeYears(), problem);
    double terminal = purchases(a.adopterLifetimeYears(), problem);
    Figure beside = a.towerSiteCapexUsd();
    List<Figure> figures = new ArrayList<>();
    List<Double> usd = new ArrayList<>();
    add(figures, usd, a.siteCapexUsd(), site * (beside == null ? of.units : of.masts));
    add(figures, usd, beside, site * (of.units - of.masts));
    add(figures, usd, a.siteOpexUsdPerYear(), upkeep * of.units);
    add(figures, usd, a.furtherMastLinkCapexUsd(), site * of.hops);
    add(figures, usd, a.furtherMastLinkOpexUsdPerYear(), upkeep * of.hops);
    add(figures, usd, a.capexUsdPerKm2(), site * of.areaKm2);
    add(figures, usd, a.opexUsdPerKm2PerYear(), upkeep * of.areaKm2);
    add(figures, usd, a.adopterCapexUsd(), terminal * of.households);
    add(figures, usd, a.adopterOpexUsdPerYear(), upkeep * of.households);
    int largest = -1;
    for (int k = 0; k < usd.size(); k++) {
      largest = largest < 0 || usd.get(k) > usd.get(largest) ? k : largest;
    }
    return largest >= 0 && figures.get(largest).assumed();
  }

  private static void add(List<Figure> figures, List<Double> usd, Figure figure, double times) {
    if (figure != null) {
      figures.add(figure);
      usd.add(figure.value() * times);
    }
  }

  private static double purchases(Figure lifetimeYears, PlanningProblem problem) {
    double years = lifetimeYears == null ? problem.money().years() : lifetimeYears.value();
    return PresentValue.purchases(years, problem.money());
  }
}
