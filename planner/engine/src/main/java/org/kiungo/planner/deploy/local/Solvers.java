package org.kiungo.planner.deploy.local;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
 * Makes solvers for any seed and length from one factory per mode: describing the model takes
 * OptaPlanner as long as a short search, and the description is always the same.
 */
final class Solvers {

  private static final Map<EnvironmentMode, Solvers> BY_MODE = new ConcurrentHashMap<>();

  private static final int LATE_ACCEPTANCE = 200;

  /** At a local optimum a step takes the best of so many moves, worse though it is. */
  private static final long MOVES_PER_STEP = 64;

  private final SolverConfig config;
  private final SolverFactory<DraftSolution> factory;

  private Solvers(EnvironmentMode mode) {
    config =
        new SolverConfig()
            .withEnvironmentMode(mode)
            .withSolutionClass(DraftSolution.class)
            .withEntityClasses(ServiceChoice.class, WayChoice.class)
            .withScoreDirectorFactory(
                new ScoreDirectorFactoryConfig()
                    .withIncrementalScoreCalculatorClass(DraftScore.class));
    // SolverFactory.create would copy what is still to change
    factory = new DefaultSolverFactory<>(config);
  }

  /** The one factory of a mode. */
  static Solvers of(EnvironmentMode mode) {
    return BY_MODE.computeIfAbsent(mode, Solvers::new);
  }

  /**
   * A new solver. The factory reads seed and phases anew for each solver, and no solver looks back.
   *
   * @param moves to propose, ≥ 1
   */
  synchronized Solver<DraftSolution> solver(long seed, long moves) {
    config.withRandomSeed(seed).withPhases(phase(moves));
    return factory.buildSolver();
  }

  private static LocalSearchPhaseConfig phase(long proposals) {
    LocalSearchPhaseConfig phase =
        new LocalSearchPhaseConfig()
            .withAcceptorConfig(
                new LocalSearchAcceptorConfig().withLateAcceptanceSize(LATE_ACCEPTANCE))
            .withForagerConfig(new LocalSearchForagerConfig().withAcceptedCountLimit(1));
    MoveIteratorFactoryConfig moves = new MoveIteratorFactoryConfig();
    moves.setMoveIteratorFactoryClass(BlockMoves.class);
    moves.setSelectedCountLimit(MOVES_PER_STEP);
    phase.setMoveSelectorConfig(moves);
    phase.setTerminationConfig(new TerminationConfig().withScoreCalculationCountLimit(proposals));
    return phase;
  }
}
