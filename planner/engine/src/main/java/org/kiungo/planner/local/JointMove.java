package org.kiungo.planner.local;

import java.util.Collection;
import java.util.List;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.heuristic.move.AbstractMove;

/**
 * Several decisions changed at once, told by their positions. No search here forbids what was moved
 * lately, so moves do not tell what they change.
 */
public abstract class JointMove<S> extends AbstractMove<S> {

  @Override
  public final JointMove<S> rebase(ScoreDirector<S> director) {
    return this;
  }

  @Override
  public final Collection<?> getPlanningEntities() {
    return List.of();
  }

  @Override
  public final Collection<?> getPlanningValues() {
    return List.of();
  }
}
