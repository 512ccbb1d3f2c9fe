package org.kiungo.planner.fund.local;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.kiungo.planner.fund.Deal;
import org.kiungo.planner.fund.Exchange;
import org.kiungo.planner.fund.Standing;
import org.kiungo.planner.local.LateAcceptance;
import org.optaplanner.core.config.solver.EnvironmentMode;

/**
 * Late acceptance over payments; reproducible for a seed and a number of steps, never worse than
 * its start.
 */
public final class FundingSearch {

  /** Steps that a payment may be worse than: see planner/lab/docs/funding.md. */
  public static final int LATE_ACCEPTANCE = 5;

  private static final LateAcceptance<FundingSolution> SEARCH =
      new LateAcceptance<>(
          FundingSolution.class,
          List.of(ProjectPayment.class),
          FundingScore.class,
          FundingMoves.class,
          LATE_ACCEPTANCE,
          0);

  private FundingSearch() {}

  /**
   * @param start deals by project that keep every condition
   * @param steps score calculations, ≥ 1
   * @param stop true ends the search with the best so far
   */
  public static Deal[] improve(
      Deal[] start,
      Exchange exchange,
      Standing standing,
      long seed,
      long steps,
      BooleanSupplier stop) {
    return improve(start, exchange, standing, seed, steps, stop, EnvironmentMode.REPRODUCIBLE);
  }

  static Deal[] improve(
      Deal[] start,
      Exchange exchange,
      Standing standing,
      long seed,
      long steps,
      BooleanSupplier stop,
      EnvironmentMode mode) {
    List<ProjectPayment> payments = new ArrayList<>();
    for (int p = 0; p < start.length; p++) {
      payments.add(new ProjectPayment(p, start[p]));
    }
    FundingSolution solution = new FundingSolution(payments, exchange, standing, stop);
    return SEARCH.improve(solution, mode, seed, steps - 1).deals();
  }
}
