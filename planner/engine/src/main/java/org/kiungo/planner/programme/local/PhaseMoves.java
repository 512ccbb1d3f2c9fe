package org.kiungo.planner.programme.local;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Random;
import org.kiungo.planner.programme.Proposals.Change;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.heuristic.selector.move.factory.MoveIteratorFactory;

/** Endless supply of moves of the working schedule, until told to stop. */
public class PhaseMoves implements MoveIteratorFactory<ScheduleSolution, PhaseMove> {

  @Override
  public long getSize(ScoreDirector<ScheduleSolution> director) {
    return Math.max(1, director.getWorkingSolution().getChoices().size());
  }

  @Override
  public Iterator<PhaseMove> createOriginalMoveIterator(ScoreDirector<ScheduleSolution> director) {
    throw new UnsupportedOperationException("moves are drawn at random");
  }

  @Override
  public Iterator<PhaseMove> createRandomMoveIterator(
      ScoreDirector<ScheduleSolution> director, Random random) {
    ScheduleSolution solution = director.getWorkingSolution();
    return new Iterator<>() {
      private Change next;

      @Override
      public boolean hasNext() {
        if (next == null && !solution.rules().stop().getAsBoolean()) {
          next = solution.proposals().propose(random);
        }
        return next != null;
      }

      @Override
      public PhaseMove next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        PhaseMove move = new PhaseMove(next);
        next = null;
        return move;
      }
    };
  }
}
