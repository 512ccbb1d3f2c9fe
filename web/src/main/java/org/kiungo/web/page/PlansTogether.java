package org.kiungo.web.page;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.kiungo.planner.model.Plan;
import org.kiungo.web.plan.PlanSummary;

/** What the shown plans of several countries, one each, come to together. */
record PlansTogether(List<PlanSummary> plans) {

  public int countries() {
    return plans.size();
  }

  private double sum(ToDoubleFunction<Plan.Totals> figure) {
    return plans.stream().map(PlanSummary::totals).mapToDouble(figure).sum();
  }

  /** People at the standard when all these plans are built. */
  public double peopleAtStandard() {
    return sum(totals -> totals.peopleBaseline() + totals.peopleServed());
  }

  /** People at the standard today, as far as it is known. */
  public double peopleBaseline() {
    return sum(Plan.Totals::peopleBaseline);
  }

  public double peopleBasic() {
    return sum(Plan.Totals::peopleBasic);
  }

  public double peopleBelowStandard() {
    return sum(Plan.Totals::population) - peopleAtStandard();
  }

  public double capexUsd() {
    return sum(Plan.Totals::capexUsd);
  }

  public double opexUsdPerYear() {
    return sum(Plan.Totals::opexUsdPerYear);
  }

  /** Lifetime cost over everybody brought to standard or basic service; NaN for nobody. */
  public double usdPerPersonAdded() {
    double added = sum(totals -> totals.peopleServed() + totals.peopleBasic());
    return added > 0 ? sum(Plan.Totals::lifetimeCostUsd) / added : Double.NaN;
  }
}
