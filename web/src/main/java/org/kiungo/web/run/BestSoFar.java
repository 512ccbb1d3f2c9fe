package org.kiungo.web.run;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
   * @param points what all columns come from
   */
  record Drawn(int number, byte[] classes, LivePoints points) {}

  BestSoFar(PlanningProblem problem) {
    this.problem = problem;
  }

  /** Until when an interest told now holds. */
  static long wantedFromNow() {
    return System.nanoTime() + ASKED_NANOS;
  }

  /** The latest plan drawn. */
  Optional<Drawn> drawn() {
    return Optional.ofNullable(drawn);
  }

  /**
   * Draws what is offered, if it is wanted and due; called from the computing thread.
   *
   * @param wantedUntilNanos until when somebody wants to see it, by the clock of {@link
   *     System#nanoTime}
   * @return number of the latest plan drawn, 0 before the first
   */
  int offer(Supplier<List<SettlementService>> services, long wantedUntilNanos) {
    long now = System.nanoTime();
    if (now - wantedUntilNanos < 0 && now - nextNanos >= 0) {
      if (points == null) {
        points = new LivePoints(problem);
      }
      byte[] classes = points.classes(services.get());
      if (drawn == null || !Arrays.equals(classes, drawn.classes)) {
        drawn = new Drawn(drawn == null ? 1 : drawn.number + 1, classes, points);
      }
      long spent = System.nanoTime() - now;
      nextNanos = now + Math.max(EVERY_NANOS, TIMES_ITS_COST * spent);
    }
    return drawn == null ? 0 : drawn.number;
  }
}
