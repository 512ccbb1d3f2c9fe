package org.kiungo.planner.deploy.search;

import java.util.function.BooleanSupplier;
import org.kiungo.planner.deploy.draft.Draft;
import org.kiungo.planner.deploy.settings.DeploySettings;

/** Searches on from a near-optimal draft for what the construction relaxes or cannot say. */
public interface PlanImprover {

  /** Leaves the construction as it is. */
  PlanImprover NONE = (start, valuePerCent, settings, stop) -> new Improved(start, 0);

  /**
   * @param draft never worse than the start
   * @param steps moves tried
   */
  record Improved(Draft draft, long steps) {}

  /**
   * @param valuePerCent price at which moves weigh value against money
   * @param stop asked often; true = return the best so far
   */
  Improved improve(Draft start, double valuePerCent, DeploySettings settings, BooleanSupplier stop);

  /** Hears how a search goes on, from the searching thread. */
  @FunctionalInterface
  interface Watch {

    /** Hears nothing. */
    Watch NONE = (doneRatio, best) -> {};

    /**
     * @param doneRatio share of the steps done, 0–1
     * @param best draft found so far; not to be changed
     */
    void at(double doneRatio, Draft best);
  }

  /** As the other, telling now and then how far it has come. */
  default Improved improve(
      Draft start,
      double valuePerCent,
      DeploySettings settings,
      BooleanSupplier stop,
      Watch watch) {
    return improve(start, valuePerCent, settings, stop);
  }
}
