package org.kiungo.web.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.kiungo.planner.folder.lot.Lot;
import org.kiungo.planner.folder.lot.RestWorks;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.Plan.PartService;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.Plan.Status;
import org.kiungo.planner.model.Settlement;
import org.kiungo.web.language.NamedPlaces;

/**
 * What a plan gains, and for how much: premises, access sites and each site's part of the backhaul
 * links behind it, as {@link LinkShares} splits them.
 *
 * @param standardByFamily people brought to the standard by each family of technologies
 * @param best what brings the most people per dollar, best first
 */
public record PlanGains(Map<String, Double> standardByFamily, List<Action> best) {

  /**
   * An access site with all places that it serves, or one place that needs no site.
   *
   * @param settlementId the place with the most people of those served
   * @param name of that place; empty when it has none
   * @param near the named place nearest to one without a name, null otherwise
   * @param nameLent whether its name is that of a health site or a town next to it
   * @param family of the technology built there
   * @param status of that place: standard or basic
   * @param places served, ≥ 1
   * @param people brought to standard or basic service
   * @param lifetimeCostUsd present value of all that does not stand yet
   * @param stands whether the site stands already, and waits for links
   */
  public record Action(
      String settlementId,
      String name,
      NamedPlaces.Near near,
      boolean nameLent,
      String family,
      Status status,
      int places,
      double people,
      double lifetimeCostUsd,
      boolean stands) {

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

  /** A place, or a part of its people, and what serves it. */
  private record Served(PlanContent.Place place, PartService service) {}

  /** The gains of a plan with so many of its best actions. */
  public static PlanGains of(PlanContent content, int most) {
    Map<String, Double> standard =
        content.folder().plan().settlements().stream()
            .flatMap(each -> each.each().stream())
            .filter(each -> each.status() == Status.STANDARD)
            .collect(
                Collectors.groupingBy(
                    each -> content.families().getOrDefault(each.technologyId(), ""),
                    Collectors.summingDouble(PartService::peopleServed)));
    Map<String, List<Served>> together = new LinkedHashMap<>();
    for (PlanContent.Place each : content.places()) {
      for (PartService part : each.service().each()) {
        if (part.peopleServed() > 0) {
          String key = part.siteId().isEmpty() ? "\0" + each.settlement().id() : part.siteId();
          together.computeIfAbsent(key, site -> new ArrayList<>()).add(new Served(each, part));
        }
      }
    }
    Standing standing = Standing.of(content);
    Map<String, Double> siteUsd = dueUsd(content.folder().plan(), standing);
    List<Action> best =
        together.entrySet().stream()
            .map(
                each ->
                    action(
                        content,
                        siteUsd.getOrDefault(each.getKey(), 0.0),
                        standing.sites().contains(each.getKey()),
                        each.getValue()))
            .filter(each -> each.lifetimeCostUsd() > 0)
            .sorted(
                Comparator.comparingDouble(Action::usdPerPerson)
                    .thenComparing(Comparator.comparingDouble(Action::people).reversed())
                    .thenComparing(Action::settlementId))
            .limit(most)
            .toList();
    return new PlanGains(standard, best);
  }

  /** Lifetime cost of each site and of its part of the links, by its id. */
  private static Map<String, Double> siteUsd(PlanContent content) {
    Plan plan = content.folder().plan();
    Map<String, Double> usd = new HashMap<>(LinkShares.usdBySite(plan));
    plan.sites().forEach(site -> usd.merge(site.id(), site.lifetimeCostUsd(), Double::sum));
    return usd;
  }

  /** The same of all that does not stand yet. */
  private static Map<String, Double> dueUsd(Plan plan, Standing standing) {
    Map<String, Double> usd =
        new HashMap<>(LinkShares.usdBySite(plan, link -> !standing.links().contains(link.id())));
    for (AccessSite site : plan.sites()) {
      double due = standing.sites().contains(site.id()) ? 0 : site.lifetimeCostUsd();
      usd.merge(site.id(), due, Double::sum);
    }
    return usd;
  }

  /** Works of a rest that stand, by their ids. */
  private record Standing(Set<String> sites, Set<String> links) {

    static Standing of(PlanContent content) {
      Plan plan = content.folder().plan();
      RestWorks rest = RestWorks.of(content.folder().problem().inputs());
      Set<String> sites = new HashSet<>();
      for (AccessSite each : plan.sites()) {
        double units = RestWorks.first(plan, each.id(), each.units());
        if (rest.state(RestWorks.site(each), units) == Lot.State.ACCEPTED) {
          sites.add(each.id());
        }
      }
      Set<String> links = new HashSet<>();
      for (BuiltLink each : plan.links()) {
        double systems = RestWorks.first(plan, each.id(), each.systems());
        if (rest.state(RestWorks.link(each), systems) == Lot.State.ACCEPTED) {
          links.add(each.id());
        }
      }
      return new Standing(sites, links);
    }
  }

  private static Action action(
      PlanContent content, double siteUsd, boolean stands, List<Served> places) {
    Served largest =
        places.stream()
            .max(Comparator.comparingDouble(each -> each.service().peopleServed()))
            .orElseThrow();
    Settlement at = largest.place().settlement();
    return new Action(
        at.id(),
        at.name(),
        at.name().isEmpty() ? content.nearest(at.location()) : null,
        NamedPlaces.isLent(at),
        content.families().getOrDefault(largest.service().technologyId(), ""),
        largest.service().status(),
        (int) places.stream().map(each -> each.place().settlement().id()).distinct().count(),
        places.stream().mapToDouble(each -> each.service().peopleServed()).sum(),
        places.stream().mapToDouble(each -> each.service().lifetimeCostUsd()).sum() + siteUsd,
        stands);
  }

  static Values values(PlanContent content) {
    Map<String, Double> siteUsd = siteUsd(content);
    Map<String, Double> peopleBySite =
        content.folder().plan().settlements().stream()
            .flatMap(each -> each.each().stream())
            .filter(each -> !each.siteId().isEmpty())
            .collect(
                Collectors.groupingBy(
                    PartService::siteId, Collectors.summingDouble(PartService::peopleServed)));
    List<Double> usdPerPerson = new ArrayList<>();
    List<Double> without = new ArrayList<>();
    for (PlanContent.Place each : content.places()) {
      SettlementService service = each.service();
      double people = service.peopleServed();
      double usd = 0;
      double atStandard = 0;
      for (PartService part : service.each()) {
        double gained = part.peopleServed();
        String site = part.siteId();
        usd += part.lifetimeCostUsd();
        usd += site.isEmpty() ? 0 : gained * siteUsd.get(site) / peopleBySite.get(site);
        atStandard += part.status() == Status.STANDARD ? gained : 0;
      }
      usdPerPerson.add(people > 0 ? toHundredths(usd / people) : Double.NaN);
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
