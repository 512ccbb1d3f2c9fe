package org.kiungo.planner.place.local;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
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
 * Late acceptance over sets of open services at sites (Burke and Bykov 2017,
 * https://doi.org/10.1016/j.ejor.2016.07.012); reproducible for a seed and a number of score
 * calculations. Heuristic, no guarantee; never worse than its start.
 */
public final class PlacementSearch {

  private static final int LATE_ACCEPTANCE = 5;

  private PlacementSearch() {}

  /** What a set of open placements is worth and by how much it breaks the budget. */
  public interface Worth {

    /** Value when exactly these cells (and what stands already) are open. */
    double value(BitSet open);

    /** USD over the budget, ≤ 0 when within. */
    double overBudgetUsd(BitSet open);
  }

  /** Where the search goes from a placement. */
  public interface Neighbourhood {

    /** Changes the open cells, in place. */
    void move(BitSet open, Random random);
  }

  /**
   * @param cells placements that may be decided
   * @param start cells open at first, within the budget
   * @param calculations score calculations, ≥ 1
   * @param stop true ends the search with the best so far
   * @return the best cells found
   */
  public static BitSet improve(
      int[] cells,
      BitSet start,
      Worth worth,
      Neighbourhood neighbourhood,
      long seed,
      long calculations,
      BooleanSupplier stop) {
    List<ServiceAtSite> placements = new ArrayList<>();
    for (int cell : cells) {
      placements.add(new ServiceAtSite(cell, start.get(cell)));
    }
    SolverConfig config =
        new SolverConfig()
            .withEnvironmentMode(EnvironmentMode.REPRODUCIBLE)
            .withRandomSeed(seed)
            .withSolutionClass(PlacementSolution.class)
            .withEntityClasses(ServiceAtSite.class)
            .withScoreDirectorFactory(
                new ScoreDirectorFactoryConfig().withEasyScoreCalculatorClass(PlacementScore.class))
            .withTerminationConfig(
                new TerminationConfig().withScoreCalculationCountLimit(calculations))
            .withPhases(phase());
    Solver<PlacementSolution> solver =
        SolverFactory.<PlacementSolution>create(config).buildSolver();
    BooleanSupplier ended =
        () -> {
          boolean end = stop.getAsBoolean();
          if (end) {
            solver.terminateEarly();
          }
          return end;
        };
    PlacementSolution best =
        solver.solve(new PlacementSolution(placements, worth, neighbourhood, ended));
    return best.open();
  }

  private static LocalSearchPhaseConfig phase() {
    LocalSearchPhaseConfig phase =
        new LocalSearchPhaseConfig()
            .withAcceptorConfig(
                new LocalSearchAcceptorConfig().withLateAcceptanceSize(LATE_ACCEPTANCE))
            .withForagerConfig(new LocalSearchForagerConfig().withAcceptedCountLimit(1));
    phase.setMoveSelectorConfig(
        new MoveIteratorFactoryConfig().withMoveIteratorFactoryClass(PlacementMoves.class));
    return phase;
  }
}
