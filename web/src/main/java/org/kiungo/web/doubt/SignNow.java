package org.kiungo.web.doubt;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kiungo.planner.demand.TodaySums;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.doubt.PlaceRow;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.today.PossibleWorks;
import org.kiungo.planner.model.today.TodayTotals;
import org.kiungo.web.plan.PlanContent;
import org.kiungo.web.plan.PlanSummary;

/**
 * What of a plan can be signed now: those of its places that the plans of nine of ten futures serve
 * at least. Pages, briefs, files and the command line know no other answer to that question; what a
 * first part of the budget is best spent on, and what several plans have in common, are others.
 *
 * @param futures that the places were chosen in
 * @param places of the plan that can be signed
 * @param ofPlan all that the plan serves
 * @param relayIds other places of the plan, which must wait, at which it has a site and by which
 *     the way of these to the network leads
 * @param relayUsd sites there, present value, not part of the cost: links pass a place without one
 * @param costUsd present value of all that they need at today's prices, whoever pays: their sites
 *     and every link between them and the network, wholly and once
 * @param publicUsd public money that this needs as a plan of its own; NaN where it is not known
 * @param peopleSure without 4G even at the high end of today's coverage; NaN where no range is
 *     known
 * @param peopleLikely whom the plan gains there as coverage is modelled or stated
 * @param peoplePossible at the low end of coverage, as far as the plan's money reaches; NaN where
 *     that was not worked out
 */
public record SignNow(
    int futures,
    int places,
    int ofPlan,
    List<String> relayIds,
    double relayUsd,
    double costUsd,
    double publicUsd,
    double peopleSure,
    double peopleLikely,
    double peoplePossible) {

  public SignNow {
    relayIds = List.copyOf(relayIds);
  }

  /**
   * @param rows places of the study
   */
  public static SignNow of(PlanContent content, List<PlaceRow> rows, int futures) {
    PlanFolder plan = content.folder();
    List<PlaceRow> planned = rows.stream().filter(PlaceRow::planned).toList();
    Set<String> ids =
        planned.stream()
            .filter(PlaceRow::isInMost)
            .map(PlaceRow::settlementId)
            .collect(Collectors.toSet());
    Map<String, Settlement> counted =
        plan.counted().settlements().stream()
            .collect(Collectors.toMap(Settlement::id, Function.identity()));
    PossibleWorks works = plan.plan().possible();
    TodaySums sums = new TodaySums();
    double likely = 0;
    double possible = 0;
    for (SettlementService each : plan.plan().settlements()) {
      if (ids.contains(each.settlementId())) {
        Settlement settlement = counted.get(each.settlementId());
        sums.add(settlement, each.status());
        likely += each.peopleServed();
        boolean reached = works != null && !works.without().contains(settlement.id());
        possible += reached ? mostWithout(settlement, each.peopleServed()) : 0;
      }
    }
    TodayTotals all = plan.plan().totals().today();
    TodayTotals own = sums.totals();
    boolean ranged = all != null && !PlanSummary.gainsWhateverToday(plan.scenario());
    double sure = own == null ? likely : own.peopleGainedSure();
    SignedWorks signed = SignedWorks.of(plan.plan(), ids);
    boolean workedOut = ranged && !Double.isNaN(all.peopleGainedPossible());
    return new SignNow(
        futures,
        ids.size(),
        planned.size(),
        List.copyOf(signed.relayIds()),
        signed.relayUsd(),
        signed.costUsd(),
        signed.publicUsd(plan),
        ranged ? sure : Double.NaN,
        likely,
        workedOut ? Math.max(likely, possible) : Double.NaN);
  }

  /**
   * Of how many of all futures it tells, with 95 % confidence, that a place is in nine of ten of
   * those drawn: the share at which that happens once in twenty times.
   *
   * @return 0–1
   * @see <a href="https://doi.org/10.1093/biomet/26.4.404">Clopper and Pearson 1934</a>, one-sided
   */
  public double leastFuturesRatio() {
    double low = 0;
    double high = 1;
    for (int k = 0; k < 60; k++) {
      double middle = (low + high) / 2;
      if (inMost(middle) < 0.05) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** How likely it is that at least nine of ten futures have what a share of all has. */
  private double inMost(double ratio) {
    double sum = 0;
    double each = Math.pow(ratio, futures);
    for (int without = 0; 10 * without <= futures; without++) {
      sum += each;
      each *= (futures - without) * (1 - ratio) / ((without + 1) * ratio);
    }
    return sum;
  }

  /** People without 4G at the low end of today's coverage; those gained where nobody knows. */
  private static double mostWithout(Settlement settlement, double gained) {
    double low = settlement.baselineLowRatio();
    double least = Double.isNaN(low) ? settlement.baselineCoverageRatio() : low;
    return Double.isNaN(least) ? gained : settlement.population() * (1 - least);
  }
}
