package org.kiungo.planner.place.local;

import java.util.BitSet;
import java.util.Random;
import org.kiungo.planner.local.DrawnMoves;

/** Moves of the working placement. */
public class PlacementMoves extends DrawnMoves<PlacementSolution, PlacementMove> {

  private static final int DRAWS = 1000;

  public PlacementMoves() {
    super(DRAWS);
  }

  @Override
  protected int decisions(PlacementSolution solution) {
    return solution.placements().size();
  }

  @Override
  protected boolean isStopped(PlacementSolution solution) {
    return solution.stop().getAsBoolean();
  }

  @Override
  protected PlacementMove draw(PlacementSolution solution, Random random) {
    BitSet open = solution.open();
    BitSet after = (BitSet) open.clone();
    solution.neighbourhood().move(after, random);
    after.xor(open);
    return after.isEmpty()
        ? null
        : new PlacementMove(after.stream().map(solution::position).toArray());
  }
}
