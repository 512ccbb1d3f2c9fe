package org.kiungo.planner.finance;

import java.util.HashMap;
import java.util.Map;
import org.kiungo.planner.cost.AccessCost;
import org.kiungo.planner.demand.Demand;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Figure;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Programme;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.money.Money;

/**
 * What a plan's network costs in each year: purchases when assets are new or worn out, upkeep every
 * year. Discounted, the years add up to the plan's lifetime cost but for the rounding of each asset
 * to cents, and for the discount of a programme's later phases, whose costs are of their own year.
 */
final class NetworkCash {

  private final Money money;
  private final double[] usd;

  private NetworkCash(Money money) {
    this.money = money;
    usd = new double[money.years()];
  }

  static double[] byYearUsd(PlanningProblem problem, Plan plan) {
    NetworkCash cash = new NetworkCash(problem.money());
    Map<String, AccessTechnology> technologies = new HashMap<>();
    problem.catalogue().technologies().forEach(t -> technologies.put(t.id(), t));
    Map<String, Medium> media = new HashMap<>();
    problem.catalogue().media().forEach(m -> media.put(m.id(), m));
    Map<String, Settlement> settlements = new HashMap<>();
    problem.settlements().forEach(s -> settlements.put(s.id(), s));
    Map<String, Figure> lifetimes = new HashMap<>();
    for (Plan.AccessSite site : plan.sites()) {
      Figure lifetime = technologies.get(site.technologyId()).siteLifetimeYears();
      lifetimes.put(site.id(), lifetime);
      cash.add(site.buildYear(), site.capexUsd(), site.opexUsdPerYear(), lifetime);
    }
    for (Plan.BuiltLink link : plan.links()) {
      Figure lifetime = media.get(link.mediumId()).lifetimeYears();
      lifetimes.put(link.id(), lifetime);
      cash.add(link.buildYear(), link.capexUsd(), link.opexUsdPerYear(), lifetime);
    }
    for (Plan.BuiltLink link : plan.secondPaths().links()) {
      Figure lifetime = media.get(link.mediumId()).lifetimeYears();
      cash.add(link.buildYear(), link.capexUsd(), link.opexUsdPerYear(), lifetime);
    }
    if (plan.programme() != null) {
      cash.later(plan, lifetimes);
      for (Programme.Replaced each : plan.programme().replaced()) {
        AccessTechnology technology = technologies.get(each.technologyId());
        Settlement settlement = settlements.get(each.settlementId());
        cash.add(problem, technology, settlement, each.service(), each.buildYear());
      }
    }
    for (Plan.SettlementService service : plan.settlements()) {
      for (Plan.PartService part : service.each()) {
        AccessTechnology technology = technologies.get(part.technologyId());
        if (technology != null) {
          cash.add(
              problem,
              technology,
              settlements.get(service.settlementId()),
              part,
              service.buildYear());
        }
      }
    }
    for (Plan.NodeUpgrade upgrade : plan.upgrades()) {
      cash.add(problem.money().firstYear(), 0, upgrade.opexUsdPerYear(), null);
    }
    return cash.usd;
  }

  /** What is added later is bought then, and not when the asset was. */
  private void later(Plan plan, Map<String, Figure> lifetimes) {
    Map<String, Integer> built = new HashMap<>();
    plan.sites().forEach(site -> built.put(site.id(), site.buildYear()));
    plan.links().forEach(link -> built.put(link.id(), link.buildYear()));
    for (Programme.Further each : plan.programme().further()) {
      Figure lifetime = lifetimes.get(each.assetId());
      int before = built.getOrDefault(each.assetId(), money.firstYear());
      add(before, -each.capexUsd(), -each.opexUsdPerYear(), lifetime);
      add(each.buildYear(), each.capexUsd(), each.opexUsdPerYear(), lifetime);
    }
  }

  /** Distribution and terminals wear out at their own times: told apart as they were priced. */
  private void add(
      PlanningProblem problem,
      AccessTechnology technology,
      Settlement settlement,
      Plan.PartService service,
      int buildYear) {
    double people =
        service.shareRatio() * Demand.people(settlement, technology, problem.standard());
    double households = Demand.adopterHouseholds(people, problem.standard());
    double adopterUsd =
        AccessCost.settlement(technology, 0, households, problem.money()).capexUsd();
    double adopterOpexUsd =
        AccessCost.settlement(technology, 0, households, problem.money()).opexUsdPerYear();
    add(buildYear, adopterUsd, adopterOpexUsd, technology.adopterLifetimeYears());
    add(
        buildYear,
        service.capexUsd() - adopterUsd,
        service.opexUsdPerYear() - adopterOpexUsd,
        technology.siteLifetimeYears());
  }

  private void add(int buildYear, double capexUsd, double opexUsdPerYear, Figure lifetimeYears) {
    double years = lifetimeYears == null ? money.years() : lifetimeYears.value();
    int step = (int) Math.max(1, Math.min(Math.rint(years), money.years()));
    int late = Math.max(0, buildYear - money.firstYear());
    for (int k = late; k < usd.length; k++) {
      usd[k] += opexUsdPerYear + ((k - late) % step == 0 ? capexUsd : 0);
    }
  }
}
