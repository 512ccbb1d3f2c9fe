package org.kiungo.web.plan;

import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Today;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.web.plan.verdict.PlanVerdict;

/**
 * A plan in a list.
 *
 * @param id opaque
 * @param letter A, B, C … within its country, in the order in which the plans were made
 * @param country ISO 3166-1 alpha-3 codes, joined by commas
 * @param name shown to users
 * @param scenario the choices behind it
 * @param totals sums
 * @param certificate what is proven about it
 * @param settlements how many it holds
 * @param createdBy {@code sample}, {@code run}, or {@code earlier} for a sample that another
 *     answers better since
 * @param verification what may be said of it
 */
public record PlanSummary(
    String id,
    String letter,
    String country,
    String name,
    Scenario scenario,
    Plan.Totals totals,
    Certificate certificate,
    int settlements,
    String createdBy,
    PlanVerdict verification) {

  /**
   * Key of the sentence that says what the plan strives for; {0} budget, {1} target, {2} public
   * budget.
   */
  public String goalKey() {
    if (!Double.isNaN(scenario.publicBudgetUsd())) {
      return "ui.goal.MOST_PEOPLE_UNDER_BUDGET.public";
    }
    String capped = Double.isNaN(scenario.budgetUsd()) ? ".uncapped" : "";
    return "ui.goal." + scenario.goal() + capped;
  }

  /** What may be said of it in one word: proven, checked or refused. */
  public String verdict() {
    return verification.verdict();
  }

  /** People whom the plan brings to the standard or to basic service. */
  public double peopleGained() {
    return totals.peopleServed() + totals.peopleBasic();
  }

  /** The least of them by today's coverage; NaN where no range is known. */
  public double peopleSure() {
    return isRanged() ? totals.today().peopleGainedSure() : Double.NaN;
  }

  /** The most of them likewise. */
  public double peoplePossible() {
    return isRanged() ? totals.today().peopleGainedPossible() : Double.NaN;
  }

  private boolean isRanged() {
    return totals.today() != null && !gainsWhateverToday(scenario);
  }

  /**
   * Whether who is covered today changes nothing in whom a plan gains: where 4G counts as nothing,
   * and where it counts as basic service, for the standard is more than that.
   */
  public static boolean gainsWhateverToday(Scenario scenario) {
    return scenario.today().leavesOut() || scenario.today().fourGCountsAs() == Today.CountsAs.BASIC;
  }

  /** The same question where those of whom it is not sure whether they lack 4G count so. */
  public static Scenario counting(Scenario scenario, Today.UnsureCoverage unsure) {
    Today now = scenario.today();
    return scenario.withToday(
        new Today(
            now.coverage(), now.fourGCountsAs(), now.unknownFibre(), now.assumedNodes(), unsure));
  }
}
