package org.kiungo.web.plan.programme;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.PartService;
import org.kiungo.planner.model.Plan.Status;
import org.kiungo.planner.model.Programme;
import org.kiungo.planner.model.Programme.PhaseAccount;
import org.kiungo.planner.model.Programme.Replaced;
import org.kiungo.planner.model.Settlement;
import org.kiungo.web.plan.PlanContent;
import org.kiungo.web.plan.programme.PlanProgramme.DistrictPhases;
import org.kiungo.web.plan.programme.PlanProgramme.PhaseShare;
import org.kiungo.web.plan.programme.PlanProgramme.YearShare;

/** Sums a plan up by phase, year and district. */
final class ProgrammeBreakdown {

  private final PlanContent content;
  private final Plan plan;
  private final Programme programme;

  /** What served places before the service that the plan gives them, by place. */
  private final Map<String, Programme.Replaced> replaced = new HashMap<>();

  private ProgrammeBreakdown(PlanContent content) {
    this.content = content;
    this.plan = content.folder().plan();
    this.programme = plan.programme();
    programme.replaced().forEach(each -> replaced.put(each.settlementId(), each));
  }

  /**
   * The phases of a plan.
   *
   * @return null where everything is built in the first year
   */
  static PlanProgramme of(PlanContent content) {
    return content.folder().plan().programme() == null
        ? null
        : new ProgrammeBreakdown(content).sums();
  }

  private PlanProgramme sums() {
    return new PlanProgramme(
        plan.totals().population(),
        plan.totals().peopleBaseline(),
        programme.personYears(),
        programme.phases().stream().map(this::share).toList(),
        years(),
        districts(),
        content.places().stream().map(each -> phaseOf(servedFrom(each.service()))).toList(),
        plan.links().stream().map(each -> phaseOf(each.buildYear())).toList(),
        plan.sites().stream().map(each -> phaseOf(each.buildYear())).toList());
  }

  /** The number of the phase that holds a year; 0 for none. */
  private int phaseOf(int year) {
    return programme.phases().stream()
        .filter(each -> year >= each.firstYear() && year <= each.lastYear())
        .mapToInt(PhaseAccount::phase)
        .findFirst()
        .orElse(0);
  }

  /** The year from which a place is served; 0 for never. */
  private int servedFrom(Plan.SettlementService service) {
    Programme.Replaced before = replaced.get(service.settlementId());
    return before == null ? service.buildYear() : before.buildYear();
  }

  private PhaseShare share(PhaseAccount account) {
    List<Plan.BuiltLink> links =
        plan.links().stream().filter(each -> isIn(account, each.buildYear())).toList();
    return new PhaseShare(
        account,
        (int) plan.settlements().stream().filter(each -> isIn(account, servedFrom(each))).count(),
        (int) plan.sites().stream().filter(each -> isIn(account, each.buildYear())).count(),
        links.size(),
        links.stream().mapToDouble(Plan.BuiltLink::distanceKm).sum(),
        capexUsd(account));
  }

  private static boolean isIn(PhaseAccount account, int year) {
    return year >= account.firstYear() && year <= account.lastYear();
  }

  /** What an asset gets later is part of its capex, and is moved to the phase that buys it. */
  private double capexUsd(PhaseAccount account) {
    Map<String, Integer> built = new HashMap<>();
    plan.sites().forEach(each -> built.put(each.id(), each.buildYear()));
    plan.links().forEach(each -> built.put(each.id(), each.buildYear()));
    double moved =
        programme.further().stream()
            .mapToDouble(
                each ->
                    (isIn(account, each.buildYear()) ? each.capexUsd() : 0)
                        - (isIn(account, built.getOrDefault(each.assetId(), 0))
                            ? each.capexUsd()
                            : 0))
            .sum();
    return moved
        + sum(
            programme.replaced(),
            account,
            Programme.Replaced::buildYear,
            Programme.Replaced::capexUsd)
        + sum(plan.sites(), account, Plan.AccessSite::buildYear, Plan.AccessSite::capexUsd)
        + sum(plan.links(), account, Plan.BuiltLink::buildYear, Plan.BuiltLink::capexUsd)
        + sum(
            plan.settlements(),
            account,
            Plan.SettlementService::buildYear,
            Plan.SettlementService::capexUsd)
        + sum(programme.replaced(), account, Replaced::buildYear, Replaced::capexUsd);
  }

  private static <T> double sum(
      List<T> assets,
      PhaseAccount account,
      ToDoubleFunction<T> buildYear,
      ToDoubleFunction<T> usd) {
    return assets.stream()
        .filter(each -> isIn(account, (int) buildYear.applyAsDouble(each)))
        .mapToDouble(usd)
        .sum();
  }

  private List<YearShare> years() {
    double[] networkUsd = content.folder().networkCash().usdByYear();
    int first = content.folder().problem().money().firstYear();
    List<YearShare> years = new ArrayList<>();
    for (int k = 0; k < networkUsd.length; k++) {
      PhaseAccount in = programme.phases().get(phaseOf(first + k) - 1);
      boolean begins = in.firstYear() == first + k;
      years.add(
          new YearShare(
              first + k,
              in.phase(),
              begins ? in.budgetUsd() : 0,
              begins ? in.spentUsd() : 0,
              in.carriedUsd(),
              networkUsd[k],
              in.peopleServed(),
              in.peopleBasic()));
    }
    return years;
  }

  private List<DistrictPhases> districts() {
    Map<String, Plan.SettlementService> services = new HashMap<>();
    plan.settlements().forEach(each -> services.put(each.settlementId(), each));
    Map<String, Replaced> before = new HashMap<>();
    programme.replaced().forEach(each -> before.put(each.settlementId(), each));
    int phases = programme.phases().size();
    Map<String, double[]> sums = new TreeMap<>();
    for (Settlement each : content.folder().counted().settlements()) {
      if (Double.isNaN(each.population())) {
        continue;
      }
      double[] sum = sums.computeIfAbsent(each.district(), name -> new double[2 + phases]);
      sum[0] += each.population();
      sum[1] += each.population() - each.unservedPopulation();
      Plan.SettlementService service = services.get(each.id());
      int from = phaseOf(servedFrom(service));
      int built = phaseOf(service.buildYear());
      for (int phase = from; from > 0 && phase <= phases; phase++) {
        sum[1 + phase] +=
            atStandard(
                phase < built
                    ? Stream.of(replaced.get(each.id()).service())
                    : service.each().stream());
      }
      Replaced replaced = before.get(each.id());
      int first = replaced == null ? from : phaseOf(replaced.buildYear());
      for (int phase = first; phase < from; phase++) {
        sum[1 + phase] += atStandard(Stream.of(replaced.service()));
      }
    }
    return sums.entrySet().stream().map(each -> district(each.getKey(), each.getValue())).toList();
  }

  private static double atStandard(Stream<PartService> parts) {
    return parts
        .filter(part -> part.status() == Status.STANDARD)
        .mapToDouble(PartService::peopleServed)
        .sum();
  }

  private static DistrictPhases district(String name, double[] sum) {
    List<Double> served = new ArrayList<>();
    for (int k = 2; k < sum.length; k++) {
      served.add(sum[k]);
    }
    return new DistrictPhases(name, sum[0], sum[1], served);
  }
}
