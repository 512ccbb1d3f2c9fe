package org.kiungo.planner.verify.formula;

import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Plan.Status;
import org.kiungo.planner.model.ServiceStandard;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.Today.CountsAs;

/**
 * Who of a settlement's people has what today, whom an option is built for, and what that is worth.
 * Somebody covered today has what the scenario counts coverage as; who has basic service gains to
 * the standard what basic service falls short of it.
 */
public final class PeopleServed {

  private PeopleServed() {}

  private static double covered(Settlement s, CountsAs as) {
    boolean known = s.population() >= 0 && s.baselineCoverageRatio() >= 0;
    return known && s.baselineCountsAs() == as ? s.baselineCoverageRatio() : 0;
  }

  /** People without service to the standard today; none where nobody knows how many live. */
  public static double below(Settlement s) {
    return Double.isNaN(s.population()) ? 0 : s.population() * (1 - covered(s, CountsAs.STANDARD));
  }

  /** People with basic service today and no more. */
  public static double basic(Settlement s) {
    return Double.isNaN(s.population()) ? 0 : s.population() * covered(s, CountsAs.BASIC);
  }

  /** People whom service at a level gives more than they have. */
  public static double raised(Settlement s, Status to) {
    return to == Status.BASIC ? below(s) - basic(s) : below(s);
  }

  /** People whom an option is built for: those below the level that its access alone gives. */
  public static double builtFor(Settlement s, AccessTechnology a, ServiceStandard standard) {
    return raised(s, level(a.downlinkMbps().value(), a.roundTripMs().value(), standard));
  }

  /**
   * Level of service: a rate and a delay within the standard are the standard, a rate within the
   * basic one is basic service whatever the delay.
   */
  public static Status level(double downlinkMbps, double roundTripMs, ServiceStandard standard) {
    if (downlinkMbps < standard.basicDownlinkMbps()) {
      return Status.UNSERVED;
    }
    boolean slow = downlinkMbps < standard.downlinkMbps();
    boolean late = !(roundTripMs <= standard.roundTripMs());
    return slow || late ? Status.BASIC : Status.STANDARD;
  }

  /** People gained at a level: who has basic service gains to the standard what it falls short. */
  public static double gained(Settlement s, Status at, ServiceStandard standard) {
    return at == Status.STANDARD
        ? below(s) - standard.basicWeightRatio() * basic(s)
        : raised(s, at);
  }

  /** What a person at a level counts, one to the standard being 1. */
  public static double weight(Status at, ServiceStandard standard) {
    return at == Status.STANDARD ? 1 : at == Status.BASIC ? standard.basicWeightRatio() : 0;
  }

  /** What today's service counts in the same measure. */
  public static double today(Settlement s, ServiceStandard standard) {
    return Double.isNaN(s.population())
        ? 0
        : s.population() - below(s) + standard.basicWeightRatio() * basic(s);
  }
}
