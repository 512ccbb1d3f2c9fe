package org.kiungo.web.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.Plan.Status;
import org.kiungo.planner.model.Settlement;

/**
 * What a plan gains, and for how much. Costs are those of access sites and premises; backhaul links
 * serve many places at once and belong to none.
 *
 * @param standardByFamily people brought to the standard by each family of technologies
 * @param best what brings the most people per dollar, best first
 */
public record PlanGains(Map<String, Double> standardByFamily, List<Action> best) {

  /**
   * An access site with all places that it serves, or one place that needs no site.
   *
   * @param settlementId the place with the most people of those served
   * @param name of that place, its id when it has none
   * @param family of the technology built there
   * @param status of that place: standard or basic
   * @param places served, ≥ 1
   * @param people brought to standard or basic service
   * @param lifetimeCostUsd present value
   */
  public record Action(
      String settlementId,
      String name,
      String family,
      Status status,
      int places,
      double people,
      double lifetimeCostUsd) {

    public double usdPerPerson() {
      return lifetimeCostUsd / people;
    }
  }

  /**
   * Values by which the map colours places, in the order of the points; NaN where there is none.
   *
   * @param usdPerPerson lifetime cost over people brought, the site's part by people
   * @param peopleWithoutStandard people still below the standard when the plan is built
   */
  record Values(List<Double> usdPerPerson, List<Double> peopleWithoutStandard) {}

  /** The gains of a plan with so many of its best actions. */
  public static PlanGains of(PlanContent content, int most) {
    Map<String, Double> standard =
        content.folder().plan().settlements().stream()
            .filter(each -> each.status() == Status.STANDARD)
            .collect(
                Collectors.groupingBy(
                    each -> content.families().getOrDefault(each.technologyId(), ""),
                    Collectors.summingDouble(SettlementService::peopleServed)));
    Map<String, List<PlanContent.Place>> together = new LinkedHashMap<>();
    for (PlanContent.Place each : content.places()) {
      SettlementService service = each.service();
      if (service.peopleServed() > 0) {
        String key = service.siteId().isEmpty() ? "\0" + service.settlementId() : service.siteId();
        together.computeIfAbsent(key, site -> new ArrayList<>()).add(each);
      }
    }
    Map<String, AccessSite> sites = sites(content);
    List<Action> best =
        together.entrySet().stream()
            .map(each -> action(content, sites.get(each.getKey()), each.getValue()))
            .filter(each -> each.lifetimeCostUsd() > 0)
            .sorted(
                Comparator.comparingDouble(Action::usdPerPerson)
                    .thenComparing(Comparator.comparingDouble(Action::people).reversed())
                    .thenComparing(Action::settlementId))
            .limit(most)
            .toList();
    return new PlanGains(standard, best);
  }

  private static Map<String, AccessSite> sites(PlanContent content) {
    return content.folder().plan().sites().stream()
        .collect(Collectors.toMap(AccessSite::id, Function.identity()));
  }

  private static Action action(
      PlanContent content, AccessSite site, List<PlanContent.Place> places) {
    PlanContent.Place largest =
        places.stream()
            .max(Comparator.comparingDouble(each -> each.service().peopleServed()))
            .orElseThrow();
    Settlement at = largest.settlement();
    return new Action(
        at.id(),
        at.name().isEmpty() ? at.id() : at.name(),
        content.families().getOrDefault(largest.service().technologyId(), ""),
        largest.service().status(),
        places.size(),
        places.stream().mapToDouble(each -> each.service().peopleServed()).sum(),
        places.stream().mapToDouble(each -> each.service().lifetimeCostUsd()).sum()
            + (site == null ? 0 : site.lifetimeCostUsd()));
  }

  static Values values(PlanContent content) {
    Map<String, AccessSite> sites = sites(content);
    Map<String, Double> peopleBySite =
        content.folder().plan().settlements().stream()
            .filter(each -> !each.siteId().isEmpty())
            .collect(
                Collectors.groupingBy(
                    SettlementService::siteId,
                    Collectors.summingDouble(SettlementService::peopleServed)));
    List<Double> usdPerPerson = new ArrayList<>();
    List<Double> without = new ArrayList<>();
    for (PlanContent.Place each : content.places()) {
      SettlementService service = each.service();
      AccessSite site = sites.get(service.siteId());
      double ofSite = site == null ? 0 : site.lifetimeCostUsd() / peopleBySite.get(site.id());
      double people = service.peopleServed();
      usdPerPerson.add(
          people > 0 ? toHundredths(service.lifetimeCostUsd() / people + ofSite) : Double.NaN);
      double atStandard = service.status() == Status.STANDARD ? people : 0;
      without.add(
          Double.isNaN(each.settlement().population())
              ? Double.NaN
              : toHundredths(Math.max(0, each.settlement().unservedPopulation() - atStandard)));
    }
    return new Values(usdPerPerson, without);
  }

  private static double toHundredths(double value) {
    return Math.round(value * 100) / 100.0;
  }
}
