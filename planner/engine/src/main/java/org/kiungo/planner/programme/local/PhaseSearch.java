package org.kiungo.planner.programme.local;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.kiungo.planner.programme.ProgrammePlanning.ScheduleSearch;
import org.kiungo.planner.programme.Schedule;
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
import org.optaplanner.core.impl.solver.DefaultSolverFactory;

/**
 * Late acceptance (Burke and Bykov 2017) over the phases of blocks, reproducible for a seed and a
 * number of moves. Money has a price while it searches, somewhat less up to what has come in and
 * somewhat more beyond; the last rounds keep to it. Heuristic, no guarantee; never worse than its
 * start.
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

  private static final Map<EnvironmentMode, Factory> FACTORIES = new ConcurrentHashMap<>();

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
            FACTORIES
                .computeIfAbsent(mode, Factory::new)
                .solver(request.seed() + round, moves)
                .solve(new ScheduleSolution(strict ? best : at, rules))
                .toSchedule();
        Schedule fitted = request.fitted().apply(at.copy());
        best = fitted.value() > best.value() ? fitted : best;
      }
    }
    return best;
  }

  /** Factories by mode: describing the model takes as long as a short search. */
  private static final class Factory {
    private final SolverConfig config;
    private final SolverFactory<ScheduleSolution> solvers;

    private Factory(EnvironmentMode mode) {
      config =
          new SolverConfig()
              .withEnvironmentMode(mode)
              .withSolutionClass(ScheduleSolution.class)
              .withEntityClasses(PhaseChoice.class)
              .withScoreDirectorFactory(
                  new ScoreDirectorFactoryConfig()
                      .withIncrementalScoreCalculatorClass(ScheduleScore.class));
      // SolverFactory.create would copy what is still to change
      solvers = new DefaultSolverFactory<>(config);
    }

    /** The factory reads seed and phases anew for each solver, and no solver looks back. */
    private synchronized Solver<ScheduleSolution> solver(long seed, long moves) {
      config.withRandomSeed(seed).withPhases(phase(moves));
      return solvers.buildSolver();
    }
  }

  private static LocalSearchPhaseConfig phase(long proposals) {
    LocalSearchPhaseConfig phase =
        new LocalSearchPhaseConfig()
            .withAcceptorConfig(
                new LocalSearchAcceptorConfig().withLateAcceptanceSize(LATE_ACCEPTANCE))
            .withForagerConfig(new LocalSearchForagerConfig().withAcceptedCountLimit(1));
    MoveIteratorFactoryConfig moves = new MoveIteratorFactoryConfig();
    moves.setMoveIteratorFactoryClass(PhaseMoves.class);
    phase.setMoveSelectorConfig(moves);
    phase.setTerminationConfig(new TerminationConfig().withScoreCalculationCountLimit(proposals));
    return phase;
  }
}
