package org.kiungo.web.page;

import org.kiungo.planner.folder.FinanceBrief;
import org.kiungo.planner.model.InputRefused;
import org.kiungo.web.plan.Plans;

/**
 * The money behind a plan as pages show it.
 *
 * @param brief sums, public money, return on investment, terms to ask for
 */
record PlanMoney(FinanceBrief brief) {

  /** The money of a plan; null for a plan made before plans had accounts. */
  static PlanMoney find(Plans plans, String id) {
    try {
      return new PlanMoney(FinanceBrief.read(plans.folder(id)));
    } catch (InputRefused missing) {
      return null;
    }
  }

  /** True when revenue is known, so that public money can be told. */
  public boolean known() {
    return !Double.isNaN(brief.publicUsd());
  }

  /** Market terms to ask for, one after the other. */
  public String asked() {
    return String.join(", ", brief.unknownTerms());
  }
}
