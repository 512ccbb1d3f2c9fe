package org.kiungo.planner.local;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Random;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.heuristic.selector.move.factory.MoveIteratorFactory;

/** Endless supply of moves of the working solution, until told to stop or none is found. */
public abstract class DrawnMoves<S, M extends JointMove<S>> implements MoveIteratorFactory<S, M> {

  private final int draws;

  /**
   * @param draws after so many in a row that change nothing there is no move, ≥ 1
   */
  protected DrawnMoves(int draws) {
    this.draws = draws;
  }

  /** How many decisions there are. */
  protected abstract int decisions(S solution);

  /** True = draw no more. */
  protected abstract boolean isStopped(S solution);

  /** Null when the draw changed nothing. */
  protected abstract M draw(S solution, Random random);

  /** At the start of each step. */
  protected void step(S solution) {}

  @Override
  public final long getSize(ScoreDirector<S> director) {
    return Math.max(1, decisions(director.getWorkingSolution()));
  }

  @Override
  public final Iterator<M> createOriginalMoveIterator(ScoreDirector<S> director) {
    throw new UnsupportedOperationException("moves are drawn at random");
  }

  @Override
  public final Iterator<M> createRandomMoveIterator(ScoreDirector<S> director, Random random) {
    S solution = director.getWorkingSolution();
    step(solution);
    return new Iterator<>() {
      private M next;

      @Override
      public boolean hasNext() {
        for (int draw = 0; draw < draws && next == null && !isStopped(solution); draw++) {
          next = draw(solution, random);
        }
        return next != null;
      }

      @Override
      public M next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        M move = next;
        next = null;
        return move;
      }
    };
  }
}
