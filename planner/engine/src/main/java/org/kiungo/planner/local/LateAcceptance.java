package org.kiungo.planner.local;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.optaplanner.core.api.score.calculator.EasyScoreCalculator;
import org.optaplanner.core.api.score.calculator.IncrementalScoreCalculator;
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
 * Late acceptance (Burke and Bykov 2017, European Journal of Operational Research 258, 70–78,
 * https://doi.org/10.1016/j.ejor.2016.07.012), reproducible for a seed and a number of score
 * calculations, never worse than its start. Solvers come from one factory per mode: describing the
 * model takes OptaPlanner as long as a short search, and the description is always the same.
 *
 * @param solution what is improved
 * @param entities whose variables moves change
 * @param score calculator of the score, an {@link EasyScoreCalculator} or an {@link
 *     IncrementalScoreCalculator}
 * @param moves that are drawn
 * @param steps that a solution may be worse than, ≥ 1
 * @param movesPerStep at a local optimum a step takes the best of so many moves, worse though it
 *     is; 0 for no end of them
 */
public record LateAcceptance<S>(
    Class<S> solution,
    List<Class<?>> entities,
    Class<?> score,
    Class<? extends DrawnMoves<S, ?>> moves,
    int steps,
    long movesPerStep) {

  private static final Map<Described, Factory<?>> FACTORIES = new ConcurrentHashMap<>();

  public LateAcceptance {
    entities = List.copyOf(entities);
  }

  private record Described(LateAcceptance<?> search, EnvironmentMode mode) {}

  /**
   * The best solution found.
   *
   * @param calculations of the score after the start's own, ≥ 0
   */
  public S improve(S start, EnvironmentMode mode, long seed, long calculations) {
    @SuppressWarnings("unchecked")
    Factory<S> factory =
        (Factory<S>)
            FACTORIES.computeIfAbsent(new Described(this, mode), key -> new Factory<>(this, mode));
    return factory.solver(seed, phase(calculations)).solve(start);
  }

  private LocalSearchPhaseConfig phase(long calculations) {
    MoveIteratorFactoryConfig drawn =
        new MoveIteratorFactoryConfig().withMoveIteratorFactoryClass(moves);
    if (movesPerStep > 0) {
      drawn.setSelectedCountLimit(movesPerStep);
    }
    LocalSearchPhaseConfig phase =
        new LocalSearchPhaseConfig()
            .withAcceptorConfig(new LocalSearchAcceptorConfig().withLateAcceptanceSize(steps))
            .withForagerConfig(new LocalSearchForagerConfig().withAcceptedCountLimit(1));
    phase.setMoveSelectorConfig(drawn);
    phase.setTerminationConfig(
        new TerminationConfig().withScoreCalculationCountLimit(calculations));
    return phase;
  }

  private ScoreDirectorFactoryConfig directors() {
    ScoreDirectorFactoryConfig directors = new ScoreDirectorFactoryConfig();
    return EasyScoreCalculator.class.isAssignableFrom(score)
        ? directors.withEasyScoreCalculatorClass(score.asSubclass(EasyScoreCalculator.class))
        : directors.withIncrementalScoreCalculatorClass(
            score.asSubclass(IncrementalScoreCalculator.class));
  }

  private static final class Factory<S> {
    private final SolverConfig config;
    private final SolverFactory<S> solvers;

    private Factory(LateAcceptance<S> search, EnvironmentMode mode) {
      config =
          new SolverConfig()
              .withEnvironmentMode(mode)
              .withSolutionClass(search.solution())
              .withEntityClassList(search.entities())
              .withScoreDirectorFactory(search.directors());
      // SolverFactory.create would copy what is still to change
      solvers = new DefaultSolverFactory<>(config);
    }

    /** The factory reads seed and phases anew for each solver, and no solver looks back. */
    private synchronized Solver<S> solver(long seed, LocalSearchPhaseConfig phase) {
      config.withRandomSeed(seed).withPhases(phase);
      return solvers.buildSolver();
    }
  }
}
