package org.kiungo.web.compare;

import java.util.ArrayList;
import java.util.List;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.Plan.Status;
import org.kiungo.planner.model.Settlement;
import org.kiungo.web.plan.PlanContent;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.http.HttpStatus;

/** What changes from one plan to another at the same places, in the order of their points. */
final class PlanDifference {

  /** How a place changes; the number is its byte in {@link #kinds}. */
  enum Kind {
    SAME,
    GAINED,
    LOST,
    CHANGED
  }

  /** A place that changes. */
  record Change(Settlement settlement, Kind kind, SettlementService from, SettlementService to) {}

  private final byte[] kinds;
  private final List<Change> changes = new ArrayList<>();

  private PlanDifference(int places) {
    kinds = new byte[places];
  }

  /**
   * @throws ApiRefusal when the plans do not hold the same places
   */
  static PlanDifference between(PlanContent from, PlanContent to) {
    int n = from.places().size();
    PlanDifference found = new PlanDifference(n);
    boolean same = n == to.places().size();
    for (int k = 0; same && k < n; k++) {
      PlanContent.Place a = from.places().get(k);
      PlanContent.Place b = to.places().get(k);
      same = a.settlement().id().equals(b.settlement().id());
      Kind kind = kind(a.service(), b.service());
      found.kinds[k] = (byte) kind.ordinal();
      if (kind != Kind.SAME) {
        found.changes.add(new Change(a.settlement(), kind, a.service(), b.service()));
      }
    }
    if (!same) {
      throw new ApiRefusal(HttpStatus.UNPROCESSABLE_CONTENT, "comparison.places");
    }
    return found;
  }

  private static Kind kind(SettlementService from, SettlementService to) {
    if (from.status() == to.status() && technologies(from).equals(technologies(to))) {
      return Kind.SAME;
    }
    if (from.status() == Status.UNSERVED) {
      return Kind.GAINED;
    }
    return to.status() == Status.UNSERVED ? Kind.LOST : Kind.CHANGED;
  }

  /** What each part of the people has, in order. */
  private static List<String> technologies(SettlementService service) {
    return service.each().stream().map(Plan.PartService::technologyId).toList();
  }

  /** One byte for each place: the ordinal of its kind. */
  byte[] kinds() {
    return kinds.clone();
  }

  List<Change> changes() {
    return changes;
  }

  long count(Kind kind) {
    return changes.stream().filter(each -> each.kind() == kind).count();
  }
}
