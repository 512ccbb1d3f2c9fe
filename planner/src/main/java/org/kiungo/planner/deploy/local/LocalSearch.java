package org.kiungo.planner.deploy.local;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.kiungo.planner.deploy.DeploySettings;
import org.kiungo.planner.deploy.Draft;
import org.kiungo.planner.deploy.Neighbourhood;
import org.kiungo.planner.deploy.PlanImprover;
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
 * Late acceptance over block moves (Burke and Bykov 2017, European Journal of Operational Research
 * 258, 70–78, https://doi.org/10.1016/j.ejor.2016.07.012), reproducible for a seed and a number of
 * steps. Heuristic, no guarantee; never worse than its start.
 */
public final class LocalSearch implements PlanImprover {

  private static final int LATE_ACCEPTANCE = 200;

  /** At a local optimum a step takes the best of so many moves, worse though it is. */
  private static final long MOVES_PER_STEP = 32;

  private final EnvironmentMode mode;
  private final Set<Neighbourhood.Kind> kinds;

  /** All kinds of moves. */
  public LocalSearch() {
    this(EnvironmentMode.REPRODUCIBLE, EnumSet.allOf(Neighbourhood.Kind.class));
  }

  LocalSearch(EnvironmentMode mode, Set<Neighbourhood.Kind> kinds) {
    this.mode = mode;
    this.kinds = kinds;
  }

  @Override
  public Improved improve(
      Draft start, double valuePerCent, DeploySettings settings, BooleanSupplier stop) {
    if (settings.steps() <= 0 || start.optionCount() == 0 || stop.getAsBoolean()) {
      return new Improved(start, 0);
    }
    int steps = (int) Math.min(Integer.MAX_VALUE, settings.steps());
    SolverConfig config =
        new SolverConfig()
            .withEnvironmentMode(mode)
            .withRandomSeed(settings.seed())
            .withSolutionClass(DraftSolution.class)
            .withEntityClasses(ServiceChoice.class, WayChoice.class)
            .withScoreDirectorFactory(
                new ScoreDirectorFactoryConfig()
                    .withIncrementalScoreCalculatorClass(DraftScore.class))
            .withPhases(phase(steps));
    DraftSolution problem = new DraftSolution(start, new SearchRules(valuePerCent, kinds, stop));
    DraftSolution best = SolverFactory.<DraftSolution>create(config).buildSolver().solve(problem);
    Draft found = best.toDraft();
    boolean better =
        found.violation() < start.violation()
            || (found.violation() == start.violation() && found.value() >= start.value());
    return new Improved(better ? found : start, steps);
  }

  private static LocalSearchPhaseConfig phase(int steps) {
    LocalSearchPhaseConfig phase =
        new LocalSearchPhaseConfig()
            .withAcceptorConfig(
                new LocalSearchAcceptorConfig().withLateAcceptanceSize(LATE_ACCEPTANCE))
            .withForagerConfig(new LocalSearchForagerConfig().withAcceptedCountLimit(1));
    MoveIteratorFactoryConfig moves = new MoveIteratorFactoryConfig();
    moves.setMoveIteratorFactoryClass(BlockMoves.class);
    moves.setSelectedCountLimit(MOVES_PER_STEP);
    phase.setMoveSelectorConfig(moves);
    phase.setTerminationConfig(new TerminationConfig().withStepCountLimit(steps));
    return phase;
  }
}
