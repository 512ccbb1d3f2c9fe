package org.kiungo.planner;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.kiungo.planner.cost.AssetCost;
import org.kiungo.planner.cost.CountrySpending;
import org.kiungo.planner.deploy.BroadbandSolver;
import org.kiungo.planner.deploy.Deployment;
import org.kiungo.planner.deploy.local.LocalSearch;
import org.kiungo.planner.deploy.question.ServedPeople;
import org.kiungo.planner.model.InputRefused;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.border.Crossings;
import org.kiungo.planner.scenario.Scenario;

/**
 * Most people where countries have budgets of their own. Leaving those away only adds plans, so the
 * bound of the budget in common holds; it is all that is proven. Two plans are compared: the one
 * for the budget in common, thinned where a country spends more than its own, and the plans that
 * the countries make each by itself, put together. Heuristic beyond that bound.
 */
final class CountryBudgets {

  /** What certificates say that their bound leaves out. */
  static final String RELAXED = "budgetsByCountry";

  private final PlanningProblem facts;
  private final Scenario scenario;
  private final BroadbandSolver solver;
  private final Crossings countries;

  /** Settlements that must be served. */
  private final Set<String> obliged;

  /**
   * @param facts under the scenario
   * @param solver of the question with the budget in common
   */
  CountryBudgets(PlanningProblem facts, Scenario scenario, BroadbandSolver solver) {
    this.facts = facts;
    this.scenario = scenario;
    this.solver = solver;
    countries = Crossings.of(facts);
    obliged = new HashSet<>();
    facts.settlements().stream()
        .filter(facts.rules()::obliges)
        .forEach(each -> obliged.add(each.id()));
    scenario.locks().stream()
        .filter(each -> !each.forbid())
        .forEach(each -> obliged.add(each.settlementId()));
  }

  /** True when no country spends more than its own budget. */
  boolean areKept(Plan plan) {
    return scenario.budgetsByCountry().keySet().stream().allMatch(each -> isKept(plan, each));
  }

  private boolean isKept(Plan plan, String country) {
    Double capUsd = scenario.budgetsByCountry().get(country);
    return capUsd == null || AssetCost.usd(spent(plan, country)) <= capUsd;
  }

  private long spent(Plan plan, String country) {
    return CountrySpending.cents(plan, countries, country);
  }

  /** The best plan found that keeps every budget, with the bound of the one in common. */
  Deployment mostPeople(List<Plan> starts, Progress progress, BooleanSupplier stop) {
    Deployment common =
        solver.solve(scenario.budgetUsd(), starts, progress.part(0, 0.7), stop).relaxing(RELAXED);
    if (areKept(common.plan())) {
      return common;
    }
    Plan best = thinned(common.plan());
    Plan apart = apart(common.plan(), stop);
    for (Plan each : List.of(apart, solver.merged(best, apart))) {
      boolean kept =
          areKept(each)
              && (Double.isNaN(scenario.budgetUsd())
                  || each.totals().lifetimeCostUsd() <= scenario.budgetUsd());
      best = kept && people(each) > people(best) ? each : best;
    }
    if (!areKept(best)) {
      throw new InputRefused("budgets.obliged", "field", "budgetsByCountry");
    }
    return common.withPlan(best, people(best));
  }

  private double people(Plan plan) {
    return ServedPeople.weighted(facts, plan);
  }

  /** Gives up, in countries that spend too much, those who cost most by head. */
  private Plan thinned(Plan plan) {
    Plan kept = plan;
    for (String country : scenario.budgetsByCountry().keySet()) {
      if (isKept(kept, country)) {
        continue;
      }
      List<String> dearest = dearest(kept, country);
      Plan whole = kept;
      int few = 0;
      int many = dearest.size();
      while (few + 1 < many) {
        int middle = (few + many) / 2;
        boolean within = isKept(without(whole, dearest.subList(0, middle)), country);
        few = within ? few : middle;
        many = within ? middle : many;
      }
      kept = without(whole, dearest.subList(0, many));
    }
    return kept;
  }

  private Plan without(Plan plan, List<String> ids) {
    Set<String> dropped = new HashSet<>(ids);
    return solver.only(plan, id -> !dropped.contains(id));
  }

  private List<String> dearest(Plan plan, String country) {
    Map<String, AccessSite> sites = new HashMap<>();
    plan.sites().forEach(each -> sites.put(each.id(), each));
    return plan.settlements().stream()
        .filter(s -> !s.technologyId().isEmpty() && isIn(s, country))
        .filter(s -> !obliged.contains(s.settlementId()))
        .sorted(
            Comparator.comparingDouble(
                    (SettlementService s) -> -usd(s, sites) / Math.max(1, s.peopleServed()))
                .thenComparing(SettlementService::settlementId))
        .map(SettlementService::settlementId)
        .toList();
  }

  /** Its own cost and its share of its site. */
  private static double usd(SettlementService service, Map<String, AccessSite> sites) {
    AccessSite site = sites.get(service.siteId());
    double share = site == null ? 0 : service.demandMbps() / site.loadMbps();
    return service.lifetimeCostUsd() + (site == null ? 0 : share * site.lifetimeCostUsd());
  }

  private boolean isIn(SettlementService service, String country) {
    String known = countries.country(service.settlementId());
    return known.isEmpty() || known.equals(country);
  }

  /** What countries plan by themselves; one without a budget with what it has in common. */
  private Plan apart(Plan common, BooleanSupplier stop) {
    List<Plan> plans = new ArrayList<>();
    for (String country : scenario.countries()) {
      Double capUsd = scenario.budgetsByCountry().get(country);
      double usd = capUsd == null ? AssetCost.usd(spent(common, country)) : capUsd;
      PlanningProblem part = CountryPart.of(facts, country);
      Scenario own = CountryPart.of(scenario, part, country, usd);
      plans.add(
          new BroadbandSolver(part, Planner.settings(own), new LocalSearch())
              .solve(usd, Progress.NONE, stop)
              .plan());
    }
    return solver.read(CountryPart.together(plans));
  }
}
