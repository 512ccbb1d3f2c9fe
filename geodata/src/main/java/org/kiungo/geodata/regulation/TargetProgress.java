package org.kiungo.geodata.regulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.kiungo.geodata.reference.people.PeopleShare;
import org.kiungo.geodata.regulation.BroadbandTarget.Measure;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Programme.PhaseAccount;

/**
 * How far a plan gets towards a published target: people covered today and by what the plan builds
 * until the target's year, over everybody. A phase builds everything in its first year.
 *
 * @param target for a share of the people
 * @param reachedRatio of the people by the target's year, or once everything is built where it
 *     states none, 0–1; NaN when the plan counts a slower service than the target does
 * @param byWorks whether works of the plan bring some of them there; else it is as today
 * @param peopleShort of the target by then, ≥ 0; NaN likewise
 * @param builtYear in which the last of the plan's works is built; 0 where it builds nothing
 * @param builtRatio of the people once everything is built, 0–1; NaN likewise
 */
public record TargetProgress(
    BroadbandTarget target,
    double reachedRatio,
    boolean byWorks,
    double peopleShort,
    int builtYear,
    double builtRatio) {

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
  public static List<TargetProgress> of(List<String> countries, double downlinkMbps, Plan plan) {
    List<String> scopes = new ArrayList<>();
    if (countries.size() == 1) {
      scopes.add(countries.get(0));
    }
    scopes.add(BroadbandTarget.AFRICAN_UNION);
    return scopes.stream()
        .flatMap(each -> findGoal(each).stream())
        .map(each -> of(each, downlinkMbps, plan))
        .toList();
  }

  /** Whether some of the plan's people are served only after the target's year. */
  public boolean goesOn() {
    return builtRatio > reachedRatio;
  }

  private static TargetProgress of(BroadbandTarget target, double downlinkMbps, Plan plan) {
    int builtYear = builtYear(plan);
    if (target.mbps() > downlinkMbps + SAME_MBPS) {
      return new TargetProgress(target, Double.NaN, false, Double.NaN, builtYear, Double.NaN);
    }
    Plan.Totals totals = plan.totals();
    int byYear = target.byYear().isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(target.byYear());
    double brought = servedBy(byYear, builtYear, plan);
    double served = totals.peopleBaseline() + brought;
    return new TargetProgress(
        target,
        PeopleShare.ratio(served, totals.population()),
        brought > 0,
        Math.max(0, target.amount() / 100 * totals.population() - served),
        builtYear,
        PeopleShare.ratio(totals.peopleBaseline() + totals.peopleServed(), totals.population()));
  }

  private static int builtYear(Plan plan) {
    return plan.settlements().stream().mapToInt(Plan.SettlementService::buildYear).max().orElse(0);
  }

  /** People whom works of a year and those before bring to the standard. */
  private static double servedBy(int year, int builtYear, Plan plan) {
    if (builtYear <= year) {
      return plan.totals().peopleServed();
    }
    // without phases everything is built in one year, the last
    return plan.programme() == null
        ? 0
        : plan.programme().phases().stream()
            .filter(each -> each.firstYear() <= year)
            .mapToDouble(PhaseAccount::peopleServed)
            .max()
            .orElse(0);
  }
}
