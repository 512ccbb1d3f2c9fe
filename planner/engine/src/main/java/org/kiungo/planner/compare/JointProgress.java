package org.kiungo.planner.compare;

import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.model.Certificate.Sense;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Progress;

/**
 * Progress of a joint plan that is searched for more than once, and of the plans of its countries
 * in between: what is told as the best plan so far, and as its bound, is of all countries and never
 * gets worse.
 */
final class JointProgress implements Progress {

  private final Progress listener;
  private double best = Double.NaN;
  private double bound = Double.NaN;
  private boolean isBest;

  JointProgress(Progress listener) {
    this.listener = listener;
  }

  @Override
  public void report(String phase, double done, double value, double ofBound, double gapRatio) {
    take(value, ofBound);
    listener.report(phase, done, best, bound, gapRatio());
  }

  @Override
  public void report(
      String phase,
      double done,
      double value,
      double ofBound,
      double gapRatio,
      DoubleSupplier people) {
    take(value, ofBound);
    if (isBest) {
      listener.report(phase, done, best, bound, gapRatio(), people);
    } else {
      listener.report(phase, done, best, bound, gapRatio());
    }
  }

  @Override
  public void offer(Supplier<Plan> plan) {
    if (isBest) {
      listener.offer(plan);
    }
  }

  /** Of plans of single countries: how far they are, and nothing of their people. */
  Progress aside() {
    return (phase, done, value, ofBound, gapRatio) ->
        listener.report(phase, done, best, bound, gapRatio());
  }

  /** Both are of one question, so that the better of either holds. */
  private void take(double value, double ofBound) {
    isBest = !(value < best) && !Double.isNaN(value);
    best = isBest ? value : best;
    bound = Double.isNaN(bound) || ofBound < bound ? ofBound : bound;
  }

  private double gapRatio() {
    return Certificate.gapRatio(Sense.MAXIMISE, best, bound);
  }
}
