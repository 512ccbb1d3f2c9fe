package org.kiungo.planner.place.local;

import java.util.BitSet;
import org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import org.optaplanner.core.api.score.calculator.EasyScoreCalculator;

/** Serves everybody anew for each move: the assignment is a function of what stands open. */
public class PlacementScore implements EasyScoreCalculator<PlacementSolution, HardSoftLongScore> {

  @Override
  public HardSoftLongScore calculateScore(PlacementSolution solution) {
    BitSet open = solution.open();
    double overUsd = solution.worth().overBudgetUsd(open);
    if (overUsd > 1e-6) {
      return HardSoftLongScore.of(-(long) Math.ceil(100 * overUsd), 0);
    }
    return HardSoftLongScore.ofSoft(Math.round(1000 * solution.worth().value(open)));
  }
}
