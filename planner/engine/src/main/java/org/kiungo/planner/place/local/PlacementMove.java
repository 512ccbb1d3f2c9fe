package org.kiungo.planner.place.local;

import org.kiungo.planner.local.JointMove;
import org.optaplanner.core.api.score.director.ScoreDirector;

/** Placements that open and close together; doing it again undoes it. */
public class PlacementMove extends JointMove<PlacementSolution> {

  private final int[] changed;

  /**
   * @param changed positions of the placements that open where they are closed and close where they
   *     are open
   */
  PlacementMove(int[] changed) {
    this.changed = changed;
  }

  @Override
  public boolean isMoveDoable(ScoreDirector<PlacementSolution> director) {
    return changed.length > 0;
  }

  @Override
  protected PlacementMove createUndoMove(ScoreDirector<PlacementSolution> director) {
    return this;
  }

  @Override
  protected void doMoveOnGenuineVariables(ScoreDirector<PlacementSolution> director) {
    for (int position : changed) {
      ServiceAtSite placement = director.getWorkingSolution().placements().get(position);
      director.beforeVariableChanged(placement, "open");
      placement.setOpen(!placement.getOpen());
      director.afterVariableChanged(placement, "open");
    }
  }
}
