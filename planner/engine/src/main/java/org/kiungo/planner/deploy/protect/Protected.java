package org.kiungo.planner.deploy.protect;

import org.kiungo.planner.deploy.draft.Draft;
import org.kiungo.planner.model.Plan;

/**
 * A draft and the second ways of all its hubs that need one.
 *
 * @param draft not to be changed any more
 */
public record Protected(Draft draft, SecondWays ways) {

  /** Lifetime cost of everything, second ways included. */
  public long costCents() {
    return draft.costCents() + ways.cents(draft);
  }

  /** Σ value of chosen options. */
  public long value() {
    return draft.value();
  }

  /** True when all rules are kept within a budget. */
  public boolean isWithin(long budgetCents) {
    return draft.unkept() == 0 && costCents() <= budgetCents;
  }

  /** The one of two that is worth more, or costs less; this one where they are alike. */
  public Protected orBetter(Protected other) {
    boolean better =
        other.value() > value() || other.value() == value() && other.costCents() < costCents();
    return better ? other : this;
  }

  /** As a plan. */
  public Plan plan() {
    return new SecondWayWriter(this).write();
  }
}
