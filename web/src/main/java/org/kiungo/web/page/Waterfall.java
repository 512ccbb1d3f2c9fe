package org.kiungo.web.page;

import java.util.ArrayList;
import java.util.List;
import org.kiungo.planner.catalogue.TechnologyFamilies;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.TechnologyFamily;
import org.kiungo.web.plan.PlanDetail;
import org.kiungo.web.plan.PlanGains;
import org.kiungo.web.plan.WholePeople;

/**
 * From people at the standard today to those with the plan, and the rest: steps of one staircase.
 *
 * @param steps in order; those marked as gains add up from today to the plan
 */
record Waterfall(List<Step> steps) {

  /**
   * One bar.
   *
   * @param key of its words; the family where it is a gain
   * @param kind today, gain, plan, basic or without: its colour
   * @param people its length; NaN when not known
   * @param fromRatio where the bar starts, share of the population 0–1
   * @param ratio its length, share of the population 0–1
   */
  record Step(String key, String kind, double people, double fromRatio, double ratio) {}

  static Waterfall of(PlanDetail plan, PlanGains gains) {
    Plan.Totals totals = plan.totals();
    double all = totals.population();
    double level = totals.peopleBaseline();
    List<Step> steps = new ArrayList<>();
    double today = plan.baselineKnown() ? level : Double.NaN;
    steps.add(new Step("ui.plan.step-today", "today", today, 0, ratio(level, all)));
    for (TechnologyFamily family : TechnologyFamilies.builtIn().inLegendOrder()) {
      double people = gains.standardByFamily().getOrDefault(family.id(), 0.0);
      if (people > 0) {
        steps.add(new Step(family.id(), "gain", people, ratio(level, all), ratio(people, all)));
        level += people;
      }
    }
    steps.add(new Step("ui.plan.step-plan", "plan", level, 0, ratio(level, all)));
    double basic = WholePeople.withBasicThen(totals);
    steps.add(new Step("ui.plan.step-basic", "basic", basic, ratio(level, all), ratio(basic, all)));
    level += basic;
    double without = Math.max(0, all - level);
    steps.add(
        new Step(
            "ui.plan.step-without", "without", without, ratio(level, all), ratio(without, all)));
    return new Waterfall(steps);
  }

  private static double ratio(double people, double all) {
    return all > 0 ? people / all : 0;
  }
}
