package org.kiungo.web.run;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.web.plan.LivePoints;

/**
 * The best plan of a run so far, drawn for whoever watches. Nothing is worked out unless somebody
 * asked lately, and then so seldom that the search loses at most two hundredths of its time.
 */
final class BestSoFar {

  private static final long ASKED_NANOS = 30_000_000_000L;
  private static final long EVERY_NANOS = 2_000_000_000L;
  private static final long TIMES_ITS_COST = 50;

  private final PlanningProblem problem;
  private LivePoints points;
  private long nextNanos = System.nanoTime();
  private volatile Drawn drawn;

  /**
   * A plan as drawn.
   *
   * @param number ascending from 1; another number, another plan
   * @param classes one byte for each place
   * @param points all columns, these among them
   */
  record Drawn(int number, byte[] classes, byte[] points) {}

  BestSoFar(PlanningProblem problem) {
    this.problem = problem;
  }

  /** Until when an interest told now holds. */
  static long wantedFromNow() {
    return System.nanoTime() + ASKED_NANOS;
  }

  /** The latest plan drawn; null before the first. */
  Drawn drawn() {
    return drawn;
  }

  /**
   * Draws what is offered, if it is wanted and due; called from the computing thread.
   *
   * @param wanted whether somebody wants to see it
   * @return whether another plan was drawn
   */
  boolean offer(Supplier<List<SettlementService>> services, boolean wanted) {
    long now = System.nanoTime();
    Drawn before = drawn;
    if (wanted && now - nextNanos >= 0) {
      if (points == null) {
        points = new LivePoints(problem);
      }
      byte[] classes = points.classes(services.get());
      if (drawn == null || !Arrays.equals(classes, drawn.classes)) {
        drawn = new Drawn(drawn == null ? 1 : drawn.number + 1, classes, points.points(classes));
      }
      long spent = System.nanoTime() - now;
      nextNanos = now + Math.max(EVERY_NANOS, TIMES_ITS_COST * spent);
    }
    return drawn != before;
  }
}
