package org.kiungo.planner.programme.local;

import org.kiungo.planner.local.JointMove;
import org.kiungo.planner.programme.Proposals.Change;
import org.optaplanner.core.api.score.director.ScoreDirector;

/** Several services given in other phases at once. */
public class PhaseMove extends JointMove<ScheduleSolution> {

  private final Change change;

  PhaseMove(Change change) {
    this.change = change;
  }

  @Override
  public boolean isMoveDoable(ScoreDirector<ScheduleSolution> director) {
    return change.service().length > 0;
  }

  @Override
  protected PhaseMove createUndoMove(ScoreDirector<ScheduleSolution> director) {
    ScheduleSolution solution = director.getWorkingSolution();
    int[] before = new int[change.service().length];
    for (int k = 0; k < before.length; k++) {
      before[k] = solution.choice(change.service()[k]).getPhase();
    }
    return new PhaseMove(new Change(change.service(), before));
  }

  @Override
  protected void doMoveOnGenuineVariables(ScoreDirector<ScheduleSolution> director) {
    ScheduleSolution solution = director.getWorkingSolution();
    for (int k = 0; k < change.service().length; k++) {
      PhaseChoice choice = solution.choice(change.service()[k]);
      director.beforeVariableChanged(choice, "phase");
      choice.setPhase(change.phase()[k]);
      director.afterVariableChanged(choice, "phase");
    }
  }
}
