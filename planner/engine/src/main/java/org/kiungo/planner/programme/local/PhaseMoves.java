package org.kiungo.planner.programme.local;

import java.util.Random;
import org.kiungo.planner.local.DrawnMoves;
import org.kiungo.planner.programme.Proposals.Change;

/** Moves of the working schedule. */
public class PhaseMoves extends DrawnMoves<ScheduleSolution, PhaseMove> {

  public PhaseMoves() {
    super(1);
  }

  @Override
  protected int decisions(ScheduleSolution solution) {
    return solution.getChoices().size();
  }

  @Override
  protected boolean isStopped(ScheduleSolution solution) {
    return solution.rules().stop().getAsBoolean();
  }

  @Override
  protected PhaseMove draw(ScheduleSolution solution, Random random) {
    Change change = solution.proposals().propose(random);
    return change == null ? null : new PhaseMove(change);
  }
}
