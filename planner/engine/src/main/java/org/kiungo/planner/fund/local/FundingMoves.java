package org.kiungo.planner.fund.local;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.stream.IntStream;
import org.kiungo.planner.fund.Deal;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.heuristic.selector.move.factory.MoveIteratorFactory;

/** Endless supply of exchanges of the working payments, until told to stop or none is left. */
public class FundingMoves implements MoveIteratorFactory<FundingSolution, FundingMove> {

  /** After so many draws in a row that change nothing, there is no move. */
  private static final int DRAWS = 200;

  @Override
  public long getSize(ScoreDirector<FundingSolution> director) {
    return director.getWorkingSolution().payments().size();
  }

  @Override
  public Iterator<FundingMove> createOriginalMoveIterator(ScoreDirector<FundingSolution> director) {
    throw new UnsupportedOperationException("moves are drawn at random");
  }

  @Override
  public Iterator<FundingMove> createRandomMoveIterator(
      ScoreDirector<FundingSolution> director, Random random) {
    FundingSolution solution = director.getWorkingSolution();
    return new Iterator<>() {
      private FundingMove next;

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
      public FundingMove next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        FundingMove move = next;
        next = null;
        return move;
      }
    };
  }

  /** Null when the draw changed nothing. */
  private static FundingMove draw(FundingSolution solution, Random random) {
    Deal[] before = solution.deals();
    Deal[] after = solution.exchange().propose(before, random);
    if (after == null) {
      return null;
    }
    int[] changed = IntStream.range(0, before.length).filter(p -> before[p] != after[p]).toArray();
    return new FundingMove(
        changed, IntStream.of(changed).mapToObj(p -> after[p]).toArray(Deal[]::new));
  }
}
