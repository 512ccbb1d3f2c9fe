package org.kiungo.planner.benchmark.rival;

import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.ServiceStandard;

/**
 * The better of two plans of one method that takes the cheapest technology per person: once among
 * all, basic service counted at its weight, and once among those that meet the standard.
 */
record BetterOf(Rival one, Rival other, ServiceStandard standard) implements Rival {

  @Override
  public String id() {
    return one.id();
  }

  @Override
  public Plan plan(double budgetUsd) {
    Plan a = one.plan(budgetUsd);
    Plan b = other.plan(budgetUsd);
    return value(b) > value(a) ? b : a;
  }

  private double value(Plan plan) {
    return plan.totals().peopleServed() + standard.basicWeightRatio() * plan.totals().peopleBasic();
  }
}
