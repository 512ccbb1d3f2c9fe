package org.kiungo.web.run;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Progress;
import org.kiungo.web.worker.TellingProgress;

/** What hears of the planning of one run: how far it is, and its best plans. */
record RunListener(
    TellingProgress told,
    RunOffers offers,
    BooleanSupplier isWatched,
    Consumer<BestSoFar.Drawn> drawn)
    implements Progress {

  @Override
  public void report(String phase, double doneRatio, double value, double bound, double gapRatio) {
    told.report(phase, doneRatio, value, bound, gapRatio);
  }

  @Override
  public void report(
      String phase,
      double doneRatio,
      double value,
      double bound,
      double gapRatio,
      DoubleSupplier people) {
    told.report(phase, doneRatio, value, bound, gapRatio, people);
  }

  @Override
  public void offer(Supplier<Plan> plan) {
    BestSoFar.Drawn another = offers.take(plan, isWatched.getAsBoolean());
    if (another != null) {
      drawn.accept(another);
    }
  }
}
