package org.kiungo.planner;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.kiungo.planner.cost.AssetCost;
import org.kiungo.planner.cost.CountrySpending;
import org.kiungo.planner.deploy.BroadbandSolver;
import org.kiungo.planner.deploy.Deployment;
import org.kiungo.planner.deploy.local.LocalSearch;
import org.kiungo.planner.deploy.prices.CountryBound;
import org.kiungo.planner.deploy.question.ServedPeople;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.route.Crossings;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.scenario.Scenario;

/**
 * Most people where countries have budgets of their own. Plans are compared: the one for the budget
 * in common, thinned where a country spends more than its own, the plans that the countries make
 * each by itself, side by side, and both in one. The bound prices money of each country by itself,
 * beginning with the prices of the countries alone; that of the budget in common holds too, since
 * leaving budgets away only adds plans, and the better one counts. Plans are heuristic.
 */
final class CountryBudgets {

  /** What certificates say of bounds that leave out the budgets of countries. */
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

  /** The best plan found that keeps every budget, with the better of both bounds. */
  Deployment mostPeople(List<Plan> starts, Progress progress, BooleanSupplier stop) {
    Deployment common =
        solver.solve(scenario.budgetUsd(), starts, progress.part(0, 0.5), stop).relaxing(RELAXED);
    if (areKept(common.plan())) {
      return common;
    }
    Plan best = thinned(common.plan());
    Map<String, Deployment> alone = alone(common.plan(), progress.part(0.5, 0.4), stop);
    Plan apart =
        solver
            .parts()
            .read(CountryPart.together(alone.values().stream().map(Deployment::plan).toList()));
    List<Plan> others = new ArrayList<>(starts.stream().map(solver.parts()::read).toList());
    others.addAll(List.of(apart, solver.parts().merged(best, apart)));
    for (Plan each : others) {
      if (people(each) <= people(best)) {
        continue;
      }
      // parts put together may cost a country a little more than alone: its dearest few give way
      Plan within = thinned(each);
      boolean kept =
          areKept(within)
              && (Double.isNaN(scenario.budgetUsd())
                  || within.totals().lifetimeCostUsd() <= scenario.budgetUsd());
      best = kept && people(within) > people(best) ? within : best;
    }
    if (!areKept(best)) {
      throw new InputRefused("budgets.obliged", "field", "budgetsByCountry");
    }
    Map<String, Double> prices = new HashMap<>();
    alone.forEach((iso3, each) -> prices.put(iso3, each.lambdaPeoplePerUsd()));
    prices.put("", common.lambdaPeoplePerUsd());
    return solver
        .boundByCountry(
            scenario.budgetUsd(),
            common,
            new CountryBound.Asked(scenario.budgetsByCountry(), prices))
        .withPlan(best, people(best));
  }

  private double people(Plan plan) {
    return ServedPeople.weighted(facts, plan);
  }

  /**
   * Gives up, in countries that spend too much, those who cost most by head; where that is not
   * enough, those of other countries too, whose traffic passes through.
   */
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
    return solver.parts().only(plan, id -> !dropped.contains(id));
  }

  private List<String> dearest(Plan plan, String country) {
    Map<String, AccessSite> sites = new HashMap<>();
    plan.sites().forEach(each -> sites.put(each.id(), each));
    return plan.settlements().stream()
        .filter(s -> !s.technologyId().isEmpty())
        .filter(s -> !obliged.contains(s.settlementId()))
        .sorted(
            Comparator.comparing((SettlementService s) -> !isIn(s, country))
                .thenComparingDouble(s -> -usd(s, sites) / Math.max(1, s.peopleServed()))
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

  /** What countries plan each by itself, searching on from its part of a common plan. */
  private Map<String, Deployment> alone(Plan common, Progress progress, BooleanSupplier stop) {
    Map<String, Deployment> found = new LinkedHashMap<>();
    Map<String, Double> budgets = budgets(common);
    int n = scenario.countries().size();
    for (String country : scenario.countries()) {
      double usd = budgets.get(country);
      PlanningProblem part = CountryPart.of(facts, country);
      Scenario own = CountryPart.of(scenario, part, country, usd);
      found.put(
          country,
          new BroadbandSolver(part, Planner.settings(own), new LocalSearch())
              .solve(
                  usd,
                  List.of(CountryPart.of(common, countries, country)),
                  progress.part((double) found.size() / n, 1.0 / n),
                  stop));
    }
    return found;
  }

  /**
   * The money of each country: its own budget as far as the one in common goes round, which is
   * divided as the common plan spends it; what a country may not spend is left to the others.
   */
  private Map<String, Double> budgets(Plan common) {
    Map<String, Double> caps = new LinkedHashMap<>();
    Map<String, Double> spent = new LinkedHashMap<>();
    for (String country : scenario.countries()) {
      caps.put(
          country, scenario.budgetsByCountry().getOrDefault(country, Double.POSITIVE_INFINITY));
      spent.put(country, Math.max(1, AssetCost.usd(spent(common, country))));
    }
    double all = scenario.budgetUsd();
    boolean unlimited = Double.isNaN(all);
    double low = 0;
    double high = 1e15;
    for (int k = 0; k < 200 && !unlimited; k++) {
      double middle = (low + high) / 2;
      boolean within = sum(caps, spent, middle) <= all;
      low = within ? middle : low;
      high = within ? high : middle;
    }
    double ratio = low;
    Map<String, Double> budgets = new LinkedHashMap<>();
    caps.forEach(
        (country, cap) -> {
          double usd = unlimited ? cap : Math.min(cap, ratio * spent.get(country));
          budgets.put(country, Double.isInfinite(usd) ? Double.NaN : Math.floor(usd * 100) / 100);
        });
    return budgets;
  }

  private static double sum(Map<String, Double> caps, Map<String, Double> spent, double ratio) {
    return caps.entrySet().stream()
        .mapToDouble(each -> Math.min(each.getValue(), ratio * spent.get(each.getKey())))
        .sum();
  }
}
