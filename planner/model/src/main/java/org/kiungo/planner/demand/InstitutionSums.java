package org.kiungo.planner.demand;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kiungo.planner.model.Plan.PartService;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.Plan.Status;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.institution.InstitutionKind;
import org.kiungo.planner.model.institution.InstitutionTotals;
import org.kiungo.planner.model.institution.Institutions;

/**
 * Counts institutions by what their places have under a plan. An institution stands among its
 * place's people: where a share of them is covered today or served in part, so is that share of the
 * institutions, as an expectation that is never rounded.
 */
public final class InstitutionSums {

  private final List<Institutions.Joined> kinds;
  private final Map<String, double[]> sums = new TreeMap<>();

  /**
   * @param institutions of the question
   */
  public InstitutionSums(Institutions institutions) {
    kinds = institutions.kinds();
    kinds.forEach(each -> sums.put(each.kind().id(), new double[4]));
  }

  /** Of a plan, whose question counts today's coverage as its scenario does. */
  public static List<InstitutionTotals> of(
      PlanningProblem counted, List<SettlementService> services) {
    InstitutionSums sums = new InstitutionSums(counted.institutions());
    if (!counted.institutions().isNone()) {
      Map<String, Settlement> settlements = new TreeMap<>();
      counted.settlements().forEach(each -> settlements.put(each.id(), each));
      services.forEach(each -> sums.add(settlements.get(each.settlementId()), each));
    }
    return sums.totals();
  }

  /** Counts in a settlement with the service that the plan brings it. */
  public void add(Settlement settlement, SettlementService service) {
    double today =
        settlement.population() > 0
            ? 1 - settlement.unservedPopulation() / settlement.population()
            : 0;
    double standard = 0;
    double basic = 0;
    for (PartService part : service.each()) {
      double share = service.parts().isEmpty() ? 1 : part.shareRatio();
      standard += part.status() == Status.STANDARD ? share : 0;
      basic += part.status() == Status.BASIC ? share : 0;
    }
    for (Institutions.Joined each : kinds) {
      InstitutionKind kind = each.kind();
      long count = Institutions.count(settlement, kind);
      double[] sum = sums.get(kind.id());
      sum[0] += count * today;
      sum[1] += count * (1 - today) * standard;
      sum[2] += count * (1 - today) * basic;
      sum[3] += count * (1 - today) * (1 - standard - basic);
    }
  }

  /** The sums by kind. */
  public List<InstitutionTotals> totals() {
    List<InstitutionTotals> totals = new ArrayList<>();
    for (Institutions.Joined each : kinds) {
      double[] sum = sums.get(each.kind().id());
      totals.add(
          new InstitutionTotals(
              each.kind().id(), each.joined(), each.mbps(), sum[0], sum[1], sum[2], sum[3]));
    }
    return totals;
  }
}
