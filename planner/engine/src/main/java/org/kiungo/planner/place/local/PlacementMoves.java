package org.kiungo.planner.place.local;

import java.util.BitSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Random;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.heuristic.selector.move.factory.MoveIteratorFactory;

/** Endless supply of moves of the working placement, until told to stop or none is left. */
public class PlacementMoves implements MoveIteratorFactory<PlacementSolution, PlacementMove> {

  /** After so many draws in a row that change nothing, there is no move. */
  private static final int DRAWS = 1000;

  @Override
  public long getSize(ScoreDirector<PlacementSolution> director) {
    return director.getWorkingSolution().placements().size();
  }

  @Override
  public Iterator<PlacementMove> createOriginalMoveIterator(
      ScoreDirector<PlacementSolution> director) {
    throw new UnsupportedOperationException("moves are drawn at random");
  }

  @Override
  public Iterator<PlacementMove> createRandomMoveIterator(
      ScoreDirector<PlacementSolution> director, Random random) {
    PlacementSolution solution = director.getWorkingSolution();
    return new Iterator<>() {
      private PlacementMove next;

      @Override
      public boolean hasNext() {
        for (int draw = 0; draw < DRAWS && next == null; draw++) {
          if (solution.stop().getAsBoolean()) {
            return false;
          }
          next = draw(solution, random);
        }
        return next != null;
      }

      @Override
      public PlacementMove next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        PlacementMove move = next;
        next = null;
        return move;
      }
    };
  }

  /** Null when the draw changed nothing. */
  private static PlacementMove draw(PlacementSolution solution, Random random) {
    BitSet open = solution.open();
    BitSet after = (BitSet) open.clone();
    solution.neighbourhood().move(after, random);
    after.xor(open);
    return after.isEmpty()
        ? null
        : new PlacementMove(after.stream().map(solution::position).toArray());
  }
}
