package org.kiungo.web.page.continent;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.kiungo.planner.model.Plan;
import org.kiungo.web.plan.PlanSummary;

/**
 * What the shown plans of several countries, one each, add together: only countries that have a
 * plan are summed. Who has no service before is each plan's own figure, so that before and added
 * make after, whatever was imported since.
 *
 * @param plans one a country
 */
record PlansTogether(List<PlanSummary> plans) {

  public int countries() {
    return plans.size();
  }

  /** How many of them are proven; all others are checked, for refused ones are not summed. */
  public long proven() {
    return plans.stream().filter(each -> each.verification().isProven()).count();
  }

  private double sum(ToDoubleFunction<Plan.Totals> figure) {
    return plans.stream().map(PlanSummary::totals).mapToDouble(figure).sum();
  }

  /** People whom the plans bring to the standard. */
  public double peopleServed() {
    return sum(Plan.Totals::peopleServed);
  }

  public double peopleBasic() {
    return sum(Plan.Totals::peopleBasic);
  }

  /** People whom neither today's networks, as far as the plans know them, nor the plans reach. */
  public double peopleUnserved() {
    return sum(Plan.Totals::peopleUnserved);
  }

  /** People who are not at the standard today, in the plans' own data. */
  public double before() {
    return sum(each -> each.population() - each.peopleBaseline());
  }

  /** The same if coverage today is at the high end of its range. */
  public double beforeLow() {
    return sum(
        each ->
            each.population()
                - (each.today() == null
                    ? each.peopleBaseline()
                    : each.today().peopleBaselineHigh()));
  }

  /** The same at the low end. */
  public double beforeHigh() {
    return sum(
        each ->
            each.population()
                - (each.today() == null
                    ? each.peopleBaseline()
                    : each.today().peopleBaselineLow()));
  }

  public double lifetimeCostUsd() {
    return sum(Plan.Totals::lifetimeCostUsd);
  }

  /** Lifetime cost over everybody brought to standard or basic service; NaN for nobody. */
  public double usdPerPersonAdded() {
    double added = peopleServed() + peopleBasic();
    return added > 0 ? lifetimeCostUsd() / added : Double.NaN;
  }

  /** True when all these plans know who is served today, be it nobody. */
  public boolean knowsToday() {
    return plans.stream()
        .map(PlanSummary::totals)
        .allMatch(each -> each.today() != null || each.peopleBaseline() > 0);
  }
}
