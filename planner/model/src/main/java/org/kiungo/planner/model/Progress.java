package org.kiungo.planner.model;

import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/** Receives how far a long computation has come; called from the computing thread. */
@FunctionalInterface
public interface Progress {

  /** Ignores everything. */
  Progress NONE = (phase, doneRatio, value, bound, gapRatio) -> {};

  /**
   * @param phase candidates, bound, construction, search, certificate
   * @param doneRatio 0–1 of the whole computation
   * @param value best objective value so far, in the goal's unit: weighted people, USD of lifetime
   *     cost or of public money, or the least share of a district's people, 0–1; NaN before the
   *     first plan
   * @param bound best proven bound so far, in the same unit; NaN before the first
   * @param gapRatio distance between both; NaN without both
   */
  void report(String phase, double doneRatio, double value, double bound, double gapRatio);

  /**
   * The same of a plan whose people are known too; who does not ask for them pays nothing.
   *
   * @param people whom the best plan so far brings to the standard, each counted once whatever the
   *     value counts; worked out when asked for, which may be done during this call only
   */
  default void report(
      String phase,
      double doneRatio,
      double value,
      double bound,
      double gapRatio,
      DoubleSupplier people) {
    report(phase, doneRatio, value, bound, gapRatio);
  }

  /**
   * Offers the best plan so far; who does not take it pays nothing.
   *
   * @param plan settlements ascending by id; worked out when asked for, which may be done during
   *     this call only
   */
  default void offer(Supplier<Plan> plan) {}

  /**
   * Progress of a part of this computation.
   *
   * @param from what is done when the part begins, 0–1
   * @param share what the part does, 0–1
   */
  default Progress part(double from, double share) {
    Progress whole = this;
    return new Progress() {
      @Override
      public void report(String phase, double done, double value, double bound, double gapRatio) {
        whole.report(phase, from + share * done, value, bound, gapRatio);
      }

      @Override
      public void report(
          String phase,
          double done,
          double value,
          double bound,
          double gapRatio,
          DoubleSupplier people) {
        whole.report(phase, from + share * done, value, bound, gapRatio, people);
      }

      @Override
      public void offer(Supplier<Plan> plan) {
        whole.offer(plan);
      }
    };
  }
}
