package org.kiungo.planner.fund.local;

import java.util.Random;
import java.util.stream.IntStream;
import org.kiungo.planner.fund.Deal;
import org.kiungo.planner.local.DrawnMoves;

/** Exchanges of the working payments. */
public class FundingMoves extends DrawnMoves<FundingSolution, FundingMove> {

  private static final int DRAWS = 200;

  public FundingMoves() {
    super(DRAWS);
  }

  @Override
  protected int decisions(FundingSolution solution) {
    return solution.payments().size();
  }

  @Override
  protected boolean isStopped(FundingSolution solution) {
    return solution.stop().getAsBoolean();
  }

  @Override
  protected FundingMove draw(FundingSolution solution, Random random) {
    Deal[] before = solution.deals();
    Deal[] after = solution.exchange().propose(before, random);
    if (after == null) {
      return null;
    }
    int[] changed = IntStream.range(0, before.length).filter(p -> before[p] != after[p]).toArray();
    return new FundingMove(
        changed, IntStream.of(changed).mapToObj(p -> after[p]).toArray(Deal[]::new));
  }
}
