package org.kiungo.web.run;

import java.util.function.Supplier;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.web.job.Leases.Lease;

/** What is done with the plans that a search offers: drawn for whoever watches, kept at times. */
final class RunOffers {

  /** Work that is lost at most when the server is killed, seconds. */
  private static final double CHECKPOINT_SECONDS = 10;

  /** A checkpoint takes at most this share of the time between two. */
  private static final double CHECKPOINT_SHARE = 0.02;

  private final BestSoFar best;
  private final Checkpoints checkpoints;
  private final Lease lease;
  private final long beganNanos = System.nanoTime();
  private double nextCheckpoint = CHECKPOINT_SECONDS;

  RunOffers(PlanningProblem problem, Checkpoints checkpoints, Lease lease) {
    this.best = new BestSoFar(problem);
    this.checkpoints = checkpoints;
    this.lease = lease;
  }

  /**
   * Takes what is offered.
   *
   * @param wanted whether somebody wants to see it
   * @return the plan as drawn; null unless it was drawn now
   */
  BestSoFar.Drawn take(Supplier<Plan> plan, boolean wanted) {
    boolean another = best.offer(() -> plan.get().settlements(), wanted);
    double began = elapsedSeconds();
    if (began >= nextCheckpoint) {
      checkpoints.write(lease, plan.get());
      double cost = elapsedSeconds() - began;
      nextCheckpoint = elapsedSeconds() + Math.max(CHECKPOINT_SECONDS, cost / CHECKPOINT_SHARE);
    }
    return another ? best.drawn() : null;
  }

  private double elapsedSeconds() {
    return (System.nanoTime() - beganNanos) / 1e9;
  }
}
