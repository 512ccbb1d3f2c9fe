package org.kiungo.web.compare;

import java.lang.reflect.RecordComponent;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kiungo.planner.model.Plan.Totals;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.web.plan.PlanSummary;

/** Plans that ask the same question for other money, the cheapest first. */
public final class Frontier {

  private static final Set<String> ASIDE =
      Set.of(
          "name",
          "budgetUsd",
          "publicBudgetUsd",
          "targetRatio",
          "seed",
          "steps",
          "seconds",
          "threads");

  private Frontier() {}

  /**
   * A plan on the way from little to much money.
   *
   * @param id opaque
   * @param letter within its country
   * @param budgetUsd cap; NaN = none
   * @param targetRatio share to be served when the goal is least cost; NaN otherwise
   * @param peopleAdded brought to standard or basic service by the plan
   * @param peopleSure the least that it gains by today's coverage; NaN where no range is known
   * @param peoplePossible the most likewise
   * @param peopleAtStandard served today or by the plan
   * @param belowStandard population less those
   * @param capexUsd first purchases
   * @param lifetimeCostUsd present value
   * @param usdPerPersonAdded lifetime cost over everybody brought to standard or basic service; NaN
   *     for nobody
   * @param value of the objective
   * @param bound no plan is better; NaN = none known
   * @param gapRatio distance between both
   * @param dominated true when another plan brings as much for less, or more for as little
   */
  public record Step(
      String id,
      String letter,
      double budgetUsd,
      double targetRatio,
      double peopleAdded,
      double peopleSure,
      double peoplePossible,
      double peopleAtStandard,
      double belowStandard,
      double capexUsd,
      double lifetimeCostUsd,
      double usdPerPersonAdded,
      double value,
      double bound,
      double gapRatio,
      boolean dominated) {}

  /**
   * Steps through the plans that differ from one in money only, itself included; refused ones are
   * left out.
   */
  public static List<Step> of(PlanSummary plan, List<PlanSummary> all) {
    List<PlanSummary> kin =
        all.stream()
            .filter(each -> each.id().equals(plan.id()) || !each.verification().isRefused())
            .filter(each -> sameQuestion(plan, each))
            .toList();
    return kin.stream()
        .map(each -> step(each, kin))
        .sorted(Comparator.comparingDouble(Step::lifetimeCostUsd).thenComparing(Step::id))
        .toList();
  }

  /** True for plans that differ in their name, their money and how they were searched only. */
  public static boolean sameQuestion(PlanSummary a, PlanSummary b) {
    return question(a.scenario()).equals(question(b.scenario()))
        && a.settlements() == b.settlements()
        && a.certificate().catalogueVersion().equals(b.certificate().catalogueVersion());
  }

  /** A scenario without its name, its money and how it was searched. */
  private static Map<String, Object> question(Scenario scenario) {
    Map<String, Object> parts = new HashMap<>();
    try {
      for (RecordComponent each : Scenario.class.getRecordComponents()) {
        if (!ASIDE.contains(each.getName())) {
          parts.put(each.getName(), each.getAccessor().invoke(scenario));
        }
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
    return parts;
  }

  private static Step step(PlanSummary plan, List<PlanSummary> kin) {
    Totals totals = plan.totals();
    double atStandard = totals.peopleBaseline() + totals.peopleServed();
    double added = totals.peopleServed() + totals.peopleBasic();
    return new Step(
        plan.id(),
        plan.letter(),
        plan.scenario().budgetUsd(),
        plan.scenario().targetRatio(),
        added,
        plan.peopleSure(),
        plan.peoplePossible(),
        atStandard,
        totals.population() - atStandard,
        totals.capexUsd(),
        totals.lifetimeCostUsd(),
        added > 0 ? totals.lifetimeCostUsd() / added : Double.NaN,
        plan.certificate().value(),
        plan.certificate().bound(),
        plan.certificate().gapRatio(),
        kin.stream().anyMatch(other -> beats(other, plan)));
  }

  private static boolean beats(PlanSummary other, PlanSummary plan) {
    double usd = other.totals().lifetimeCostUsd() - plan.totals().lifetimeCostUsd();
    double people = added(other) - added(plan);
    return usd <= 0 && people >= 0 && (usd < 0 || people > 0);
  }

  private static double added(PlanSummary plan) {
    return plan.totals().peopleServed()
        + plan.scenario().standard().basicWeightRatio() * plan.totals().peopleBasic();
  }
}
