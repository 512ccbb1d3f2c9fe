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
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.money.Money;

/**
 * What a plan's network costs in each year: purchases when assets are new or worn out, upkeep every
 * year. Discounted, the years add up to the plan's lifetime cost but for the rounding of each asset
 * to cents.
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
    for (Plan.AccessSite site : plan.sites()) {
      Figure lifetime = technologies.get(site.technologyId()).siteLifetimeYears();
      cash.add(site.capexUsd(), site.opexUsdPerYear(), lifetime);
    }
    for (Plan.BuiltLink link : plan.links()) {
      Figure lifetime = media.get(link.mediumId()).lifetimeYears();
      cash.add(link.capexUsd(), link.opexUsdPerYear(), lifetime);
    }
    for (Plan.SettlementService service : plan.settlements()) {
      for (Plan.PartService part : service.each()) {
        AccessTechnology technology = technologies.get(part.technologyId());
        if (technology != null) {
          cash.add(problem, technology, settlements.get(service.settlementId()), part);
        }
      }
    }
    for (Plan.NodeUpgrade upgrade : plan.upgrades()) {
      cash.add(0, upgrade.opexUsdPerYear(), null);
    }
    return cash.usd;
  }

  /** Distribution and terminals wear out at their own times: told apart as they were priced. */
  private void add(
      PlanningProblem problem,
      AccessTechnology technology,
      Settlement settlement,
      Plan.PartService service) {
    double people =
        service.shareRatio() * Demand.people(settlement, technology, problem.standard());
    double households = Demand.adopterHouseholds(people, problem.standard());
    double adopterUsd =
        AccessCost.settlement(technology, 0, households, problem.money()).capexUsd();
    double adopterOpexUsd =
        AccessCost.settlement(technology, 0, households, problem.money()).opexUsdPerYear();
    add(adopterUsd, adopterOpexUsd, technology.adopterLifetimeYears());
    add(
        service.capexUsd() - adopterUsd,
        service.opexUsdPerYear() - adopterOpexUsd,
        technology.siteLifetimeYears());
  }

  private void add(double capexUsd, double opexUsdPerYear, Figure lifetimeYears) {
    double years = lifetimeYears == null ? money.years() : lifetimeYears.value();
    int step = (int) Math.max(1, Math.min(Math.rint(years), money.years()));
    for (int k = 0; k < usd.length; k++) {
      usd[k] += opexUsdPerYear + (k % step == 0 ? capexUsd : 0);
    }
  }
}
