package org.kiungo.planner.model.today;

import org.kiungo.planner.model.CoverageClass;

/**
 * What of a plan's people hangs on how today's coverage is known and counted. Who is gained is told
 * thrice, never fewer than before: sure, likely, possible.
 *
 * @param peopleBaselineLow served to the standard today, at the least
 * @param peopleBaselineHigh at the most
 * @param peopleBaselineBasic with basic service today whom the plan does not bring to the standard
 * @param peopleGainedSure brought to the standard or to basic service by the plan, without 4G even
 *     if every settlement's share covered today is at its upper end
 * @param peopleGainedLikely the same as today's coverage is modelled or stated
 * @param peopleGainedPossible the same at its lower end, as far as the plan's money reaches: those
 *     of {@link PossibleWorks}, or the likely ones where these reach no more; NaN where it was not
 *     worked out
 * @param peopleGainedCovered of the people likely gained, those in settlements that count as
 *     covered
 * @param peopleGainedUnsure where it is not sure
 * @param peopleGainedUncovered where they count as uncovered
 * @param peopleGainedUnknown where nobody knows
 * @see CoverageClass
 */
public record TodayTotals(
    double peopleBaselineLow,
    double peopleBaselineHigh,
    double peopleBaselineBasic,
    double peopleGainedSure,
    double peopleGainedLikely,
    double peopleGainedPossible,
    double peopleGainedCovered,
    double peopleGainedUnsure,
    double peopleGainedUncovered,
    double peopleGainedUnknown) {

  /** The same once it is worked out whom the plan may possibly gain. */
  public TodayTotals withPossible(double people) {
    return new TodayTotals(
        peopleBaselineLow,
        peopleBaselineHigh,
        peopleBaselineBasic,
        peopleGainedSure,
        peopleGainedLikely,
        people,
        peopleGainedCovered,
        peopleGainedUnsure,
        peopleGainedUncovered,
        peopleGainedUnknown);
  }
}
