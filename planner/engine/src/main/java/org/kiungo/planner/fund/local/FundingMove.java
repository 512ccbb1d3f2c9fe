package org.kiungo.planner.fund.local;

import org.kiungo.planner.fund.Deal;
import org.kiungo.planner.local.JointMove;
import org.optaplanner.core.api.score.director.ScoreDirector;

/** Projects whose payments change together. */
public class FundingMove extends JointMove<FundingSolution> {

  private final int[] projects;
  private final Deal[] deals;

  /**
   * @param deals of those projects after the move, null where one is not funded any more
   */
  FundingMove(int[] projects, Deal[] deals) {
    this.projects = projects;
    this.deals = deals;
  }

  @Override
  public boolean isMoveDoable(ScoreDirector<FundingSolution> director) {
    return projects.length > 0;
  }

  @Override
  protected FundingMove createUndoMove(ScoreDirector<FundingSolution> director) {
    Deal[] before = new Deal[projects.length];
    for (int k = 0; k < projects.length; k++) {
      before[k] = director.getWorkingSolution().payments().get(projects[k]).getDeal();
    }
    return new FundingMove(projects, before);
  }

  @Override
  protected void doMoveOnGenuineVariables(ScoreDirector<FundingSolution> director) {
    for (int k = 0; k < projects.length; k++) {
      ProjectPayment payment = director.getWorkingSolution().payments().get(projects[k]);
      director.beforeVariableChanged(payment, "deal");
      payment.setDeal(deals[k]);
      director.afterVariableChanged(payment, "deal");
    }
  }
}
