package org.kiungo.planner.deploy.local;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.kiungo.planner.deploy.DeploySettings;
import org.kiungo.planner.deploy.Draft;
import org.kiungo.planner.deploy.Neighbourhood;
import org.kiungo.planner.deploy.PlanImprover;
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
    return improve(start, valuePerCent, settings, stop, Watch.NONE);
  }

  @Override
  public Improved improve(
      Draft start,
      double valuePerCent,
      DeploySettings settings,
      BooleanSupplier stop,
      Watch watch) {
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
    Telling telling = new Telling(watch, start, steps);
    DraftSolution problem =
        new DraftSolution(start, new SearchRules(valuePerCent, kinds, stop, telling::step));
    Solver<DraftSolution> solver = SolverFactory.<DraftSolution>create(config).buildSolver();
    solver.addEventListener(event -> telling.found(event.getNewBestSolution()));
    DraftSolution best = solver.solve(problem);
    Draft found = best.toDraft();
    boolean better =
        found.violation() < start.violation()
            || (found.violation() == start.violation() && found.value() >= start.value());
    return new Improved(better ? found : start, steps);
  }

  /**
   * Counts steps and tells of the best draft every so many, so that telling costs next to nothing.
   */
  private static final class Telling {

    private static final long EVERY_STEPS = 200;

    private final Watch watch;
    private final long steps;
    private Draft best;
    private DraftSolution newer;
    private long done;

    Telling(Watch watch, Draft start, long steps) {
      this.watch = watch;
      this.best = start;
      this.steps = steps;
    }

    void found(DraftSolution solution) {
      newer = solution;
    }

    void step() {
      if (watch != Watch.NONE && ++done % EVERY_STEPS == 0) {
        Draft draft = newer == null ? best : newer.toDraft();
        newer = null;
        best =
            draft.violation() <= best.violation() && draft.value() >= best.value() ? draft : best;
        watch.at(Math.min(1, done / (double) steps), best);
      }
    }
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
