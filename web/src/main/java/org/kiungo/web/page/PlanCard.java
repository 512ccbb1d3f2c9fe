package org.kiungo.web.page;

import org.kiungo.planner.scenario.Scenario;
import org.kiungo.web.plan.PlanSummary;

/**
 * A candidate plan to choose: what it strives for, its cost, its people and how good it is.
 *
 * @param onOtherData whether it rests on other data than its countries' newest
 */
record PlanCard(PlanSummary summary, boolean onOtherData) {

  /** False for a plan without a name, or with that its sample was made under. */
  public boolean isNamed() {
    return isNamed(summary);
  }

  static boolean isNamed(PlanSummary plan) {
    return !plan.name().isBlank()
        && (!plan.createdBy().equals("sample") || !plan.name().equals(plan.scenario().name()));
  }

  /** Key of the sentence that says what the plan strives for; {0} budget, {1} target. */
  static String titleKey(Scenario scenario) {
    if (!Double.isNaN(scenario.publicBudgetUsd())) {
      return "ui.goal.MOST_PEOPLE_UNDER_BUDGET.public";
    }
    String capped = Double.isNaN(scenario.budgetUsd()) ? ".uncapped" : "";
    return "ui.goal." + scenario.goal() + capped;
  }

  /** False when no bound says how far the plan is from the best possible. */
  public boolean bounded() {
    return !Double.isNaN(summary.certificate().gapRatio());
  }
}
