package org.kiungo.planner.verify.law;

import java.util.List;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.Today;
import org.kiungo.planner.model.Today.AssumedNodes;
import org.kiungo.planner.model.Today.CountsAs;
import org.kiungo.planner.model.Today.UnknownFibre;
import org.kiungo.planner.model.Today.UnsureCoverage;

/** What a scenario takes today's coverage and fibre to be. */
public final class TodayLaw {

  /**
   * Shares of people covered: a place counts as covered whose lowest lies beyond the one, as
   * uncovered whose highest lies below the other.
   */
  private static final double COVERED_ABOVE_RATIO = 0.9;

  private static final double UNCOVERED_BELOW_RATIO = 0.1;

  /** Totals in which people gained are told apart by how sure it is that they were covered. */
  public static final List<String> GAINED_TOTALS =
      List.of(
          "peopleGainedCovered",
          "peopleGainedUnsure",
          "peopleGainedUncovered",
          "peopleGainedUnknown");

  private TodayLaw() {}

  /**
   * A settlement as it counts: known coverage as what the scenario says, left out as nothing; where
   * only sure gains count, everybody is covered whom the range allows to be.
   */
  public static Settlement counted(Today today, Settlement s) {
    boolean leftOut =
        switch (today.coverage()) {
          case MODELLED -> false;
          case IMPORTED_ONLY -> s.baselineModelled();
          case NOT_KNOWN -> true;
        };
    if (Double.isNaN(s.baselineCoverageRatio())) {
      return s;
    }
    boolean ranged = !Double.isNaN(s.baselineHighRatio());
    boolean most = today.unsureCoverage() == UnsureCoverage.COVERED && ranged;
    return s.with()
        .baselineCountsAs(leftOut ? CountsAs.NOTHING : today.fourGCountsAs())
        .baselineCoverageRatio(most ? s.baselineHighRatio() : s.baselineCoverageRatio())
        .build();
  }

  /** Whether a line can be tapped: it works, or nobody says and the scenario takes it to. */
  public static boolean isTapped(Today today, FibreLine.Status status) {
    return status == FibreLine.Status.OPERATIONAL
        || status == FibreLine.Status.UNKNOWN && today.unknownFibre() == UnknownFibre.WORKS;
  }

  /**
   * Whether capacity can be bought at a node: a source names it, or the scenario takes it to be.
   */
  public static boolean isSelling(Today today, boolean assumed) {
    return !assumed || today.assumedNodes() == AssumedNodes.COUNT;
  }

  /** Name of the total in which the people of a settlement are told, by how sure coverage is. */
  public static String gainedTotal(Settlement s) {
    double ratio = s.baselineCoverageRatio();
    double least = Double.isNaN(s.baselineLowRatio()) ? ratio : s.baselineLowRatio();
    double most = Double.isNaN(s.baselineHighRatio()) ? ratio : s.baselineHighRatio();
    return gainedTotal(least, most);
  }

  /** The same where coverage does not come from masts: the share itself decided, not its range. */
  public static String olderGainedTotal(Settlement s) {
    return gainedTotal(s.baselineCoverageRatio(), s.baselineCoverageRatio());
  }

  private static String gainedTotal(double least, double most) {
    int total = least > COVERED_ABOVE_RATIO ? 0 : most < UNCOVERED_BELOW_RATIO ? 2 : 1;
    return GAINED_TOTALS.get(Double.isNaN(least) ? 3 : total);
  }
}
