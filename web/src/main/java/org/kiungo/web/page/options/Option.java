package org.kiungo.web.page.options;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kiungo.planner.model.CoverageClass;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.Plan.Status;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.Today.UnsureCoverage;
import org.kiungo.web.doubt.SignNow;
import org.kiungo.web.page.PlanMoney;
import org.kiungo.web.page.PlanView;
import org.kiungo.web.partner.Funded;
import org.kiungo.web.plan.Bill;
import org.kiungo.web.plan.PlanContent;
import org.kiungo.web.plan.PlanDetail;
import org.kiungo.web.plan.PlanSummary;
import org.kiungo.web.review.PlanReview;

/**
 * A plan that may be chosen.
 *
 * @param summary as lists have it
 * @param view its sums
 * @param content its places
 * @param money null for a plan made before plans had accounts
 * @param funded who pays; null where nobody settled it
 * @param review the last decision on it; null for a draft
 * @param signNow what of it can be signed now; null where it was not studied in futures
 */
record Option(
    PlanSummary summary,
    PlanView view,
    PlanContent content,
    PlanMoney money,
    Funded funded,
    PlanReview review,
    SignNow signNow) {

  /**
   * A place that the plan brings to the standard or to basic service.
   *
   * @param settlement as its coverage counts in the plan
   * @param given as its coverage is modelled or stated, whatever the plan makes of it
   */
  record Gained(Settlement settlement, Settlement given, SettlementService service) {

    /** Whether it counts as without 4G even at the high end of today's coverage. */
    boolean isSure() {
      return CoverageClass.of(given) == CoverageClass.UNCOVERED;
    }

    /** People without 4G even at that end: the same measure for every plan. */
    double surePeople() {
      return Option.surePeople(given);
    }

    /** People without 4G as coverage is modelled or stated; those gained where nobody knows. */
    double modelledPeople() {
      double ratio = given.baselineCoverageRatio();
      return Double.isNaN(ratio) ? service.peopleServed() : given.population() * (1 - ratio);
    }
  }

  private static double surePeople(Settlement given) {
    double high = given.baselineHighRatio();
    double most = Double.isNaN(high) ? given.baselineCoverageRatio() : high;
    return Double.isNaN(most) || Double.isNaN(given.population())
        ? 0
        : given.population() * (1 - most);
  }

  /** People whom the plan leaves without 4G, even at the high end of today's coverage. */
  double sureLeft() {
    return content.folder().problem().settlements().stream().mapToDouble(Option::surePeople).sum()
        - gained().stream().mapToDouble(Gained::surePeople).sum();
  }

  /**
   * Whether whoever may have 4G counts as having it, so that the plan tells the sure gain alone.
   */
  boolean countsSureAlone() {
    return detail().totals().today() != null
        && detail().scenario().today().unsureCoverage() == UnsureCoverage.COVERED;
  }

  /** People gained as coverage is modelled or stated, so that all options are on one measure. */
  double likely() {
    return countsSureAlone()
        ? gained().stream().mapToDouble(Gained::modelledPeople).sum()
        : summary.peopleGained();
  }

  public String id() {
    return summary.id();
  }

  public String letter() {
    return summary.letter();
  }

  PlanDetail detail() {
    return view.detail();
  }

  /** Null where it is not known who pays. */
  Bill bill() {
    return money == null ? null : money.bill();
  }

  List<Gained> gained() {
    Map<String, Settlement> given =
        content.folder().problem().settlements().stream()
            .collect(Collectors.toMap(Settlement::id, Function.identity()));
    List<Gained> gained = new ArrayList<>();
    for (PlanContent.Place each : content.places()) {
      SettlementService service = each.service();
      if (service != null
          && (service.status() == Status.STANDARD || service.status() == Status.BASIC)) {
        gained.add(new Gained(each.settlement(), given.get(each.settlement().id()), service));
      }
    }
    return gained;
  }
}
