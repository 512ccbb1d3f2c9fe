package org.kiungo.planner.model.today;

/**
 * What of a plan's people hangs on how today's coverage is known and counted. Ranges hold with the
 * plan's decisions kept, every settlement's share at its lower or every one at its upper end.
 *
 * @param peopleBaselineLow served to the standard today, at the least
 * @param peopleBaselineHigh at the most
 * @param peopleBaselineBasic with basic service today whom the plan does not bring to the standard
 * @param peopleGainedLow brought to the standard or to basic service by the plan, at the least
 * @param peopleGainedHigh at the most
 * @param peopleGainedCovered of the people gained, those in settlements that count as covered
 * @param peopleGainedUnsure where it is not sure
 * @param peopleGainedUncovered where they count as uncovered
 * @param peopleGainedUnknown where nobody knows
 * @see CoverageClass
 */
public record TodayTotals(
    double peopleBaselineLow,
    double peopleBaselineHigh,
    double peopleBaselineBasic,
    double peopleGainedLow,
    double peopleGainedHigh,
    double peopleGainedCovered,
    double peopleGainedUnsure,
    double peopleGainedUncovered,
    double peopleGainedUnknown) {}
