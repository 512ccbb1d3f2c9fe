package org.kiungo.planner.demand;

import org.kiungo.planner.model.CoverageClass;
import org.kiungo.planner.model.Plan.Status;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.Today.CountsAs;
import org.kiungo.planner.model.today.TodayTotals;

/** Adds up {@link TodayTotals} settlement by settlement. */
public final class TodaySums {

  private final double[] gainedBy = new double[CoverageClass.values().length];
  private double baselineLow;
  private double baselineHigh;
  private double basic;
  private double gainedSure;
  private double gainedLikely;
  private boolean matters;

  /**
   * Counts a settlement in.
   *
   * @param settlement as its coverage counts
   * @param status that the plan brings to it; {@code STANDARD} and {@code BASIC} are its work
   */
  public void add(Settlement settlement, Status status) {
    if (Double.isNaN(settlement.population())) {
      return;
    }
    boolean counts = settlement.baselineCountsAs() == CountsAs.STANDARD;
    boolean known = !Double.isNaN(settlement.baselineCoverageRatio());
    matters |= known && (settlement.baselineModelled() || !counts);
    double least = least(settlement);
    double most = most(settlement);
    baselineLow += settlement.population() - settlement.unservedPopulation(least);
    baselineHigh += settlement.population() - settlement.unservedPopulation(most);
    if (status != Status.STANDARD) {
      basic += settlement.basicPopulation();
    }
    if (status == Status.STANDARD || status == Status.BASIC) {
      double likely = Demand.people(settlement, status);
      gainedBy[CoverageClass.of(settlement).ordinal()] += likely;
      gainedLikely += likely;
      // whatever the scenario takes a signal to be; where nobody knows, nobody is sure
      gainedSure += Double.isNaN(most) ? 0 : settlement.population() * (1 - most);
    }
  }

  private static double least(Settlement s) {
    return Double.isNaN(s.baselineLowRatio()) ? s.baselineCoverageRatio() : s.baselineLowRatio();
  }

  private static double most(Settlement s) {
    return Double.isNaN(s.baselineHighRatio()) ? s.baselineCoverageRatio() : s.baselineHighRatio();
  }

  /** The sums; null where all coverage is as sources state it and counts as the standard. */
  public TodayTotals totals() {
    return matters
        ? new TodayTotals(
            baselineLow,
            baselineHigh,
            basic,
            gainedSure,
            gainedLikely,
            Double.NaN,
            gainedBy[CoverageClass.COVERED.ordinal()],
            gainedBy[CoverageClass.UNSURE.ordinal()],
            gainedBy[CoverageClass.UNCOVERED.ordinal()],
            gainedBy[CoverageClass.UNKNOWN.ordinal()])
        : null;
  }
}
