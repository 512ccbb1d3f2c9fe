package org.kiungo.planner.deploy.local;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Random;
import org.kiungo.planner.deploy.draft.BlockChange;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.heuristic.selector.move.factory.MoveIteratorFactory;

/** Endless supply of block moves of the working draft, until told to stop. */
public class BlockMoves implements MoveIteratorFactory<DraftSolution, BlockMove> {

  @Override
  public long getSize(ScoreDirector<DraftSolution> director) {
    Iterator<ServiceChoice> any = director.getWorkingSolution().getServices().iterator();
    return any.hasNext() ? director.getWorkingSolution().getServices().size() : 1;
  }

  @Override
  public Iterator<BlockMove> createOriginalMoveIterator(ScoreDirector<DraftSolution> director) {
    throw new UnsupportedOperationException("moves are drawn at random");
  }

  @Override
  public Iterator<BlockMove> createRandomMoveIterator(
      ScoreDirector<DraftSolution> director, Random random) {
    DraftSolution solution = director.getWorkingSolution();
    solution.rules().step().run();
    return new Iterator<>() {
      private Optional<BlockChange> next = Optional.empty();

      @Override
      public boolean hasNext() {
        if (next.isEmpty() && !solution.rules().stop().getAsBoolean()) {
          next = solution.neighbourhood().propose(random);
        }
        return next.isPresent();
      }

      @Override
      public BlockMove next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        BlockMove move = new BlockMove(next.orElseThrow());
        next = Optional.empty();
        return move;
      }
    };
  }
}
