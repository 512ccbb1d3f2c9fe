package org.kiungo.planner.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import org.kiungo.planner.CountryPart;
import org.kiungo.planner.PlanningQuestion;
import org.kiungo.planner.compare.JointPair.Country;
import org.kiungo.planner.cost.AssetCost;
import org.kiungo.planner.cost.CountrySpending;
import org.kiungo.planner.deploy.question.ServedPeople;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.route.Crossings;
import org.kiungo.planner.scenario.PlanResult;
import org.kiungo.planner.scenario.Scenario;

/** What countries plan each by itself, with the money that a joint plan gives it. */
final class SeparatePlans {

  private final PlanningProblem problem;
  private final PlanningProblem facts;
  private final Scenario scenario;
  private final Crossings countries;
  private Plan money;
  private final List<Double> budgets = new ArrayList<>();
  private final List<Double> bounds = new ArrayList<>();
  private Plan sideBySide;

  /**
   * @param facts the problem under the scenario
   */
  SeparatePlans(PlanningProblem problem, PlanningProblem facts, Scenario scenario) {
    this.problem = problem;
    this.facts = facts;
    this.scenario = scenario;
    countries = Crossings.of(facts);
  }

  /**
   * Plans each country with the money of the joint plan, searching on from its part of it.
   *
   * @param together says what they are side by side
   */
  void plan(
      Plan joint,
      PlanningQuestion together,
      Progress progress,
      IntFunction<BooleanSupplier> stops) {
    if (joint.equals(money)) {
      return;
    }
    money = joint;
    budgets.clear();
    bounds.clear();
    List<Plan> plans = new ArrayList<>();
    int n = scenario.countries().size();
    for (int k = 0; k < n; k++) {
      String iso3 = scenario.countries().get(k);
      double usd = budgetUsd(joint, iso3);
      PlanningProblem part = CountryPart.of(problem, iso3);
      PlanResult own =
          new PlanningQuestion(part, CountryPart.of(scenario, part, iso3, usd))
              .plan(
                  List.of(CountryPart.of(joint, countries, iso3)),
                  progress.part((double) k / n, 1.0 / n),
                  stops.apply(n - k));
      plans.add(own.plan());
      budgets.add(usd);
      bounds.add(own.certificate().bound());
    }
    sideBySide = together.sideBySide(plans);
  }

  /** Whole cents; what a country spends in the joint plan it has in any case. */
  private double budgetUsd(Plan joint, String iso3) {
    if (Double.isNaN(scenario.budgetUsd()) || scenario.budgetsByCountry().containsKey(iso3)) {
      return scenario.budgetsByCountry().getOrDefault(iso3, Double.NaN);
    }
    long spentCents = CountrySpending.cents(joint, countries, iso3);
    double allUsd = joint.totals().lifetimeCostUsd();
    double ratio = AssetCost.usd(spentCents) / Math.max(1, allUsd);
    double restCents = Math.floor((scenario.budgetUsd() - allUsd) * 100 * ratio);
    return AssetCost.usd(spentCents + (long) Math.max(0, restCents));
  }

  /** The plans as one; where they share what only one of them can have, the rest of it is gone. */
  Plan sideBySide() {
    return sideBySide;
  }

  /**
   * A joint plan that crosses no border is such plans itself. Its candidates are not theirs, so a
   * country's plan may reach more than the bound of its own: never more than what the bound of all
   * leaves it beside the others.
   */
  void take(PlanResult joint) {
    sideBySide = joint.plan();
    double open = joint.certificate().bound() - joint.certificate().value();
    for (int k = 0; k < bounds.size(); k++) {
      double most = people(sideBySide, scenario.countries().get(k)) + open;
      bounds.set(k, Math.max(bounds.get(k), most));
    }
  }

  /** Weighted people served by all of them. */
  double people() {
    return ServedPeople.weighted(facts, sideBySide);
  }

  /** Each country under a joint plan and under its own. */
  List<Country> beside(Plan joint) {
    List<Country> sums = new ArrayList<>();
    for (int k = 0; k < budgets.size(); k++) {
      String iso3 = scenario.countries().get(k);
      sums.add(
          new Country(
              iso3,
              budgets.get(k),
              AssetCost.usd(CountrySpending.cents(joint, countries, iso3)),
              AssetCost.usd(CountrySpending.cents(sideBySide, countries, iso3)),
              people(joint, iso3),
              people(sideBySide, iso3),
              bounds.get(k),
              unservedPeople(iso3)));
    }
    return sums;
  }

  private double unservedPeople(String iso3) {
    return facts.settlements().stream()
        .filter(each -> each.country().equals(iso3))
        .mapToDouble(Settlement::unservedPopulation)
        .sum();
  }

  private double people(Plan plan, String iso3) {
    return ServedPeople.weighted(facts, CountryPart.of(plan, countries, iso3));
  }
}
