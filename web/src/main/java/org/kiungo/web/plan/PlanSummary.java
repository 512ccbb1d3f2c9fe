package org.kiungo.web.plan;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
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
 * @param rest whose rest it is; absent of a plan that continues no other
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
    PlanVerdict verification,
    @JsonInclude(JsonInclude.Include.NON_NULL) Rest rest) {

  /**
   * The plan that was signed, which this one continues after what stands of it.
   *
   * @param planId empty where it is known by its name alone
   * @param letter that it has in its country; empty where it is not kept here
   * @param plan what it is called where it is not kept here
   */
  public record Rest(String planId, String letter, String plan) {

    /** What the plan that was signed is called for short. */
    public String told() {
      return letter.isEmpty() ? plan : letter;
    }
  }

  /** True of what continues another plan that is kept here too, and so is no choice beside it. */
  @JsonIgnore
  public boolean isContinuation() {
    return rest != null && !rest.letter.isEmpty();
  }

  /** False for a plan without a name, or with that its sample was made under. */
  @JsonIgnore
  public boolean isNamed() {
    return !name.isBlank() && (!createdBy.equals("sample") || !name.equals(scenario.name()));
  }

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
