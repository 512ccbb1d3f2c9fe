package org.kiungo.planner.deploy.local;

import org.kiungo.planner.deploy.draft.BlockChange;
import org.kiungo.planner.local.JointMove;
import org.optaplanner.core.api.score.director.ScoreDirector;

/** Several decisions changed at once: a site with its settlements, a rerouted branch. */
public class BlockMove extends JointMove<DraftSolution> {

  private final BlockChange change;

  BlockMove(BlockChange change) {
    this.change = change;
  }

  @Override
  public boolean isMoveDoable(ScoreDirector<DraftSolution> director) {
    return change.size() > 0;
  }

  @Override
  protected BlockMove createUndoMove(ScoreDirector<DraftSolution> director) {
    return new BlockMove(change.reversed());
  }

  @Override
  protected void doMoveOnGenuineVariables(ScoreDirector<DraftSolution> director) {
    DraftSolution solution = director.getWorkingSolution();
    for (int k = 0; k < change.size(); k++) {
      if (change.isChoice(k)) {
        ServiceChoice service = solution.service(change.index()[k]);
        director.beforeVariableChanged(service, "option");
        service.setOption(change.after()[k]);
        director.afterVariableChanged(service, "option");
      } else {
        WayChoice way = solution.way(change.index()[k]);
        director.beforeVariableChanged(way, "arc");
        way.setArc(change.after()[k]);
        director.afterVariableChanged(way, "arc");
      }
    }
  }
}
