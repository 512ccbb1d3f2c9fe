package org.kiungo.planner.programme.local;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.kiungo.planner.local.LateAcceptance;
import org.kiungo.planner.programme.ProgrammePlanning.ScheduleSearch;
import org.kiungo.planner.programme.Schedule;
import org.optaplanner.core.config.solver.EnvironmentMode;

/**
 * Late acceptance over the phases of blocks, reproducible for a seed and a number of moves. Money
 * has a price while it searches, somewhat less up to what has come in and somewhat more beyond; the
 * last rounds keep to it. Heuristic, no guarantee; never worse than its start.
 */
public final class PhaseSearch implements ScheduleSearch {

  /** Steps that a schedule may be worse than: see planner/lab/docs/programme-benchmarks.md. */
  private static final int LATE_ACCEPTANCE = 5;

  private static final int ROUNDS = 6;
  private static final int STRICT_ROUNDS = 2;

  /** How far the prices up to and beyond what has come in lie from the price between. */
  private static final double APART = 0.1;

  private static final double STRICT_WITHIN = 0.1;
  private static final double STRICT_BEYOND = 50;

  private static final LateAcceptance<ScheduleSolution> SEARCH =
      new LateAcceptance<>(
          ScheduleSolution.class,
          List.of(PhaseChoice.class),
          ScheduleScore.class,
          PhaseMoves.class,
          LATE_ACCEPTANCE,
          0);

  private final EnvironmentMode mode;

  /** As plans are made. */
  public PhaseSearch() {
    this(EnvironmentMode.REPRODUCIBLE);
  }

  PhaseSearch(EnvironmentMode mode) {
    this.mode = mode;
  }

  @Override
  public Schedule improve(Schedule start, Request request, BooleanSupplier stop) {
    Schedule best = start;
    Schedule at = start;
    if (start.services() == 0) {
      return start;
    }
    for (int round = 0; round < ROUNDS && !stop.getAsBoolean(); round++) {
      long moves = request.steps() * (round + 1) / ROUNDS - request.steps() * round / ROUNDS;
      boolean strict = round >= ROUNDS - STRICT_ROUNDS;
      if (moves > 0) {
        PhaseRules rules =
            new PhaseRules(
                request.cumulativeCents(),
                request.rowPricePerCent(),
                strict ? STRICT_WITHIN : 1 - APART,
                strict ? STRICT_BEYOND : 1 + APART,
                stop);
        at =
            SEARCH
                .improve(
                    new ScheduleSolution(strict ? best : at, rules),
                    mode,
                    request.seed() + round,
                    moves)
                .toSchedule();
        Schedule fitted = request.fitted().apply(at.copy());
        best = fitted.value() > best.value() ? fitted : best;
      }
    }
    return best;
  }
}
