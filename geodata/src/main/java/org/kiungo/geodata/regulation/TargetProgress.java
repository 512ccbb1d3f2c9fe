package org.kiungo.geodata.regulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.kiungo.geodata.reference.people.PeopleShare;
import org.kiungo.geodata.regulation.BroadbandTarget.Measure;
import org.kiungo.planner.model.Plan;

/**
 * How far a plan gets towards a published target: people covered today and by the plan, over
 * everybody.
 *
 * @param target for a share of the people
 * @param reachedRatio of the people when the plan is built, 0–1; NaN when the plan counts a slower
 *     service than the target does
 * @param peopleShort of the target, ≥ 0; NaN likewise
 */
public record TargetProgress(BroadbandTarget target, double reachedRatio, double peopleShort) {

  /** Rates that differ by less are the same, Mbps. */
  private static final double SAME_MBPS = 1e-6;

  /**
   * The target that a plan of a country may strive for: for people, the latest year last.
   *
   * @param scope country or community
   */
  public static Optional<BroadbandTarget> findGoal(String scope) {
    return Regulation.targets(scope).stream()
        .filter(each -> each.measure() == Measure.PEOPLE)
        .max(Comparator.comparing(BroadbandTarget::byYear));
  }

  /**
   * The targets of a plan's country, where it has one, and of the African Union.
   *
   * @param downlinkMbps that counts as served in the plan
   */
  public static List<TargetProgress> of(
      List<String> countries, double downlinkMbps, Plan.Totals totals) {
    List<String> scopes = new ArrayList<>();
    if (countries.size() == 1) {
      scopes.add(countries.get(0));
    }
    scopes.add(BroadbandTarget.AFRICAN_UNION);
    return scopes.stream()
        .flatMap(each -> findGoal(each).stream())
        .map(each -> of(each, downlinkMbps, totals))
        .toList();
  }

  private static TargetProgress of(
      BroadbandTarget target, double downlinkMbps, Plan.Totals totals) {
    if (target.mbps() > downlinkMbps + SAME_MBPS) {
      return new TargetProgress(target, Double.NaN, Double.NaN);
    }
    double served = totals.peopleBaseline() + totals.peopleServed();
    return new TargetProgress(
        target,
        PeopleShare.ratio(served, totals.population()),
        Math.max(0, target.amount() / 100 * totals.population() - served));
  }
}
