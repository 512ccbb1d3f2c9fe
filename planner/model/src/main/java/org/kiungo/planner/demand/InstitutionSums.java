package org.kiungo.planner.demand;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kiungo.planner.model.Institutions;
import org.kiungo.planner.model.Plan.PartService;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.Plan.Status;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.institution.InstitutionKind;
import org.kiungo.planner.model.institution.InstitutionTotals;

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

  /**
   * Institutions of some kinds that have service, at least basic, today's included.
   *
   * @param byYear last year whose builds count; 0 = any
   */
  public static double connected(
      PlanningProblem counted,
      List<SettlementService> services,
      List<InstitutionKind> kinds,
      int byYear) {
    Map<String, Settlement> settlements = new TreeMap<>();
    counted.settlements().forEach(each -> settlements.put(each.id(), each));
    double connected = 0;
    for (SettlementService service : services) {
      Settlement at = settlements.get(service.settlementId());
      long count = 0;
      for (InstitutionKind each : kinds) {
        count += Institutions.count(at, each);
      }
      if (count > 0) {
        boolean inTime = byYear == 0 || service.buildYear() <= byYear;
        connected += count * (today(at) + (1 - today(at)) * (inTime ? served(service) : 0));
      }
    }
    return connected;
  }

  private static double today(Settlement at) {
    return at.population() > 0 ? 1 - at.unservedPopulation() / at.population() : 0;
  }

  private static double served(SettlementService service) {
    double served = 0;
    for (PartService part : service.each()) {
      boolean counts = part.status() == Status.STANDARD || part.status() == Status.BASIC;
      served += counts ? service.parts().isEmpty() ? 1 : part.shareRatio() : 0;
    }
    return served;
  }

  /** Counts in a settlement with the service that the plan brings it. */
  public void add(Settlement settlement, SettlementService service) {
    double today = today(settlement);
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
