package org.kiungo.planner.deploy.local;

import java.util.Random;
import org.kiungo.planner.local.DrawnMoves;

/** Block moves of the working draft. */
public class BlockMoves extends DrawnMoves<DraftSolution, BlockMove> {

  public BlockMoves() {
    super(1);
  }

  @Override
  protected int decisions(DraftSolution solution) {
    return solution.getServices().size();
  }

  @Override
  protected boolean isStopped(DraftSolution solution) {
    return solution.rules().stop().getAsBoolean();
  }

  @Override
  protected BlockMove draw(DraftSolution solution, Random random) {
    return solution.neighbourhood().propose(random).map(BlockMove::new).orElse(null);
  }

  @Override
  protected void step(DraftSolution solution) {
    solution.rules().step().run();
  }
}
