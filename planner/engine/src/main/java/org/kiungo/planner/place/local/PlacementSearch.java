package org.kiungo.planner.place.local;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.kiungo.planner.local.LateAcceptance;
import org.optaplanner.core.config.solver.EnvironmentMode;

/**
 * Late acceptance over sets of open services at sites; reproducible for a seed and a number of
 * score calculations. Heuristic, no guarantee; never worse than its start.
 */
public final class PlacementSearch {

  private static final int LATE_ACCEPTANCE = 5;

  private static final LateAcceptance<PlacementSolution> SEARCH =
      new LateAcceptance<>(
          PlacementSolution.class,
          List.of(ServiceAtSite.class),
          PlacementScore.class,
          PlacementMoves.class,
          LATE_ACCEPTANCE,
          0);

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
   * @param open cells at first, within the budget
   * @param calculations score calculations, ≥ 1
   * @param stop true ends the search with the best so far
   * @return the best cells found
   */
  public static BitSet improve(
      int[] cells,
      BitSet open,
      Worth worth,
      Neighbourhood neighbourhood,
      long seed,
      long calculations,
      BooleanSupplier stop) {
    List<ServiceAtSite> placements = new ArrayList<>();
    for (int cell : cells) {
      placements.add(new ServiceAtSite(cell, open.get(cell)));
    }
    PlacementSolution start = new PlacementSolution(placements, worth, neighbourhood, stop);
    return SEARCH.improve(start, EnvironmentMode.REPRODUCIBLE, seed, calculations - 1).open();
  }
}
