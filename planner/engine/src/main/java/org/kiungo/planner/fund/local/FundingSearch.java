package org.kiungo.planner.fund.local;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.kiungo.planner.fund.Deal;
import org.kiungo.planner.fund.Exchange;
import org.kiungo.planner.fund.Standing;
import org.optaplanner.core.api.solver.Solver;
import org.optaplanner.core.api.solver.SolverFactory;
import org.optaplanner.core.config.heuristic.selector.move.factory.MoveIteratorFactoryConfig;
import org.optaplanner.core.config.localsearch.LocalSearchPhaseConfig;
import org.optaplanner.core.config.localsearch.decider.acceptor.LocalSearchAcceptorConfig;
import org.optaplanner.core.config.localsearch.decider.forager.LocalSearchForagerConfig;
import org.optaplanner.core.config.score.director.ScoreDirectorFactoryConfig;
import org.optaplanner.core.config.solver.EnvironmentMode;
import org.optaplanner.core.config.solver.SolverConfig;
import org.optaplanner.core.config.solver.termination.TerminationConfig;

/**
 * Late acceptance over payments (Burke and Bykov 2017, https://doi.org/10.1016/j.ejor.2016.07.012);
 * reproducible for a seed and a number of steps, never worse than its start.
 */
public final class FundingSearch {

  /** Steps that a payment may be worse than: see planner/lab/docs/funding.md. */
  public static final int LATE_ACCEPTANCE = 5;

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
    SolverConfig config =
        new SolverConfig()
            .withEnvironmentMode(mode)
            .withRandomSeed(seed)
            .withSolutionClass(FundingSolution.class)
            .withEntityClasses(ProjectPayment.class)
            .withScoreDirectorFactory(
                new ScoreDirectorFactoryConfig()
                    .withIncrementalScoreCalculatorClass(FundingScore.class))
            .withTerminationConfig(new TerminationConfig().withScoreCalculationCountLimit(steps))
            .withPhases(phase());
    Solver<FundingSolution> solver = SolverFactory.<FundingSolution>create(config).buildSolver();
    BooleanSupplier ended =
        () -> {
          boolean end = stop.getAsBoolean();
          if (end) {
            solver.terminateEarly();
          }
          return end;
        };
    return solver.solve(new FundingSolution(payments, exchange, standing, ended)).deals();
  }

  private static LocalSearchPhaseConfig phase() {
    LocalSearchPhaseConfig phase =
        new LocalSearchPhaseConfig()
            .withAcceptorConfig(
                new LocalSearchAcceptorConfig().withLateAcceptanceSize(LATE_ACCEPTANCE))
            .withForagerConfig(new LocalSearchForagerConfig().withAcceptedCountLimit(1));
    phase.setMoveSelectorConfig(
        new MoveIteratorFactoryConfig().withMoveIteratorFactoryClass(FundingMoves.class));
    return phase;
  }
}
