package org.kiungo.planner.model.institution;

/**
 * What a plan does for a goal among institutions.
 *
 * @param kindId asked for; whatever is part of it counts
 * @param shareRatio asked for, 0–1; NaN where they only weigh
 * @param byYear last year that counts; 0 = all
 * @param weightPeople what one counts in the objective; NaN = nothing
 * @param institutions that have a place
 * @param connected those with service by then, at least basic, today's included: an expectation
 * @param missing how many more the goal asks for; 0 where it is reached
 */
public record GoalOutcome(
    String kindId,
    double shareRatio,
    int byYear,
    double weightPeople,
    long institutions,
    double connected,
    double missing) {

  /** Expectations are sums of shares: what is less than this short is their rounding. */
  private static final double ROUNDING = 1e-6;

  /** With how many the goal falls short by. */
  public static GoalOutcome of(
      String kindId,
      double shareRatio,
      int byYear,
      double weightPeople,
      long institutions,
      double connected) {
    double shortfall = shareRatio > 0 ? shareRatio * institutions - connected : 0;
    double missing = shortfall > ROUNDING ? shortfall : 0;
    return new GoalOutcome(
        kindId, shareRatio, byYear, weightPeople, institutions, connected, missing);
  }

  /** True where nothing is missing. */
  public boolean reached() {
    return missing == 0;
  }
}
