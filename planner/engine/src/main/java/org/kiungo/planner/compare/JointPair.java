package org.kiungo.planner.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import org.kiungo.planner.CountryPart;
import org.kiungo.planner.Planner;
import org.kiungo.planner.PlanningQuestion;
import org.kiungo.planner.cost.AssetCost;
import org.kiungo.planner.cost.CountrySpending;
import org.kiungo.planner.deploy.question.ServedPeople;
import org.kiungo.planner.model.InputRefused;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.border.Crossings;
import org.kiungo.planner.scenario.PlanResult;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.scenario.Scenario.Goal;
import org.kiungo.planner.scenario.ScenarioFacts;

/**
 * What planning countries together is worth: one plan across their borders, and the plans that each
 * makes by itself with the same money: its own budget where it has one, else what the joint plan
 * spends in it and its part, by that, of what the joint plan leaves over. The separate plans put
 * together are a start for the joint one, as far as it offers the same links.
 *
 * @param joint across borders
 * @param countries by ISO 3166-1 alpha-3
 * @param corridors of the joint plan
 */
public record JointPair(PlanResult joint, List<Country> countries, List<Corridor> corridors) {

  /**
   * A country under both.
   *
   * @param country ISO 3166-1 alpha-3
   * @param budgetUsd money of its separate plan; NaN = no cap
   * @param jointUsd what the joint plan spends there
   * @param separateUsd what its own plan spends
   * @param jointPeople weighted people of it whom the joint plan serves
   * @param separatePeople whom its own serves
   */
  public record Country(
      String country,
      double budgetUsd,
      double jointUsd,
      double separateUsd,
      double jointPeople,
      double separatePeople) {}

  public JointPair {
    countries = List.copyOf(countries);
    corridors = List.copyOf(corridors);
  }

  /** Weighted people served in all countries, planned together. */
  public double jointPeople() {
    return countries.stream().mapToDouble(Country::jointPeople).sum();
  }

  /** The same, planned one by one. */
  public double separatePeople() {
    return countries.stream().mapToDouble(Country::separatePeople).sum();
  }

  /**
   * Plans them.
   *
   * @param capacity what people earn a head by country; NaN = not known
   * @param stops asked once before each plan, for the number of plans still to be made
   */
  public static JointPair run(
      PlanningProblem problem,
      Scenario scenario,
      ToDoubleFunction<String> capacity,
      Progress progress,
      IntFunction<BooleanSupplier> stops) {
    if (scenario.countries().size() < 2 || scenario.goal() != Goal.MOST_PEOPLE_UNDER_BUDGET) {
      throw new InputRefused("joint.question", "field", "countries");
    }
    // half of the time is the joint plan's
    PlanningQuestion question = new PlanningQuestion(problem, scenario);
    PlanResult joint = question.plan(List.of(), progress.part(0, 0.5), stops.apply(2));
    PlanningProblem facts = ScenarioFacts.of(problem, scenario);
    Crossings countries = Crossings.of(facts);
    double leftUsd = scenario.budgetUsd() - joint.plan().totals().lifetimeCostUsd();
    List<String> all = scenario.countries();
    List<Plan> separate = new ArrayList<>();
    List<Double> budgets = new ArrayList<>();
    for (int k = 0; k < all.size(); k++) {
      String iso3 = all.get(k);
      double spentUsd = AssetCost.usd(CountrySpending.cents(joint.plan(), countries, iso3));
      double partUsd = spentUsd / Math.max(1, joint.plan().totals().lifetimeCostUsd());
      double sharedUsd = Double.isNaN(leftUsd) ? Double.NaN : spentUsd + leftUsd * partUsd;
      double usd = scenario.budgetsByCountry().getOrDefault(iso3, Math.floor(sharedUsd));
      PlanningProblem part = CountryPart.of(problem, iso3);
      Scenario own = CountryPart.of(scenario, part, iso3, usd);
      Progress one = progress.part(0.5 + 0.4 * k / all.size(), 0.4 / all.size());
      separate.add(Planner.plan(part, own, one, stops.apply(all.size() - k + 1)).plan());
      budgets.add(usd);
    }
    Plan together = together(separate, joint.plan());
    PlanResult again = question.plan(List.of(together), progress.part(0.9, 0.1), stops.apply(1));
    // where a question is solved anew, time may end before it is as good again
    joint = question.better(again, joint.plan());
    List<Country> sums = new ArrayList<>();
    for (int k = 0; k < all.size(); k++) {
      String iso3 = all.get(k);
      sums.add(
          new Country(
              iso3,
              budgets.get(k),
              AssetCost.usd(CountrySpending.cents(joint.plan(), countries, iso3)),
              separate.get(k).totals().lifetimeCostUsd(),
              people(facts, joint.plan(), iso3),
              people(facts, separate.get(k), iso3)));
    }
    return new JointPair(joint, sums, Corridors.of(facts, joint.plan(), capacity));
  }

  private static double people(PlanningProblem facts, Plan plan, String country) {
    PlanningProblem part = CountryPart.of(facts, country);
    Set<String> ids = new HashSet<>();
    part.settlements().forEach(each -> ids.add(each.id()));
    Plan own =
        new Plan(
            plan.settlements().stream().filter(s -> ids.contains(s.settlementId())).toList(),
            plan.sites(),
            plan.links(),
            plan.upgrades(),
            plan.totals());
    return ServedPeople.weighted(part, own);
  }

  /** Plans of different countries as one; its sums are not known. */
  private static Plan together(List<Plan> plans, Plan like) {
    return new Plan(
        joined(plans, Plan::settlements, Plan.SettlementService::settlementId),
        joined(plans, Plan::sites, Plan.AccessSite::id),
        joined(plans, Plan::links, Plan.BuiltLink::id),
        List.of(),
        like.totals());
  }

  private static <T> List<T> joined(
      List<Plan> plans, Function<Plan, List<T>> part, Function<T, String> id) {
    return plans.stream().map(part).flatMap(List::stream).sorted(Comparator.comparing(id)).toList();
  }
}
