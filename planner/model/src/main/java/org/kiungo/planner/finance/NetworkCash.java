package org.kiungo.planner.finance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.kiungo.planner.cost.AccessCost;
import org.kiungo.planner.cost.SiteEnergy;
import org.kiungo.planner.demand.Demand;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Programme;
import org.kiungo.planner.model.Programme.Further;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.model.value.Figure;

/**
 * What a plan's network costs in each year: purchases when assets are new or worn out, batteries,
 * panels, generators and lines of a site each at their own times, upkeep every year. Traffic beyond
 * the nodes is the level yearly amount that plans state. Discounted to the year in which it is
 * built, the years of a build add up to its lifetime cost but for the rounding of its parts to
 * cents.
 *
 * <p>Builds are those that projects are cut of: what a later phase adds to an asset is {@code
 * id@phase}, a part of a settlement's people {@code id#k}, what was replaced {@code id#replaced}.
 *
 * @param years counted
 * @param services USD of each year by build, the first year first
 * @param sites likewise
 * @param links likewise, those of second ways apart
 * @param nodes likewise
 * @param secondLinks links of second ways likewise
 */
public record NetworkCash(
    int years,
    Map<String, double[]> services,
    Map<String, double[]> sites,
    Map<String, double[]> links,
    Map<String, double[]> nodes,
    Map<String, double[]> secondLinks) {

  /** Of a plan under the problem that its prices are of. */
  public static NetworkCash of(PlanningProblem problem, Plan plan) {
    return new Books(problem, plan).close();
  }

  /** Of everything, USD, the first year first. */
  public double[] usdByYear() {
    return sum(
        Stream.of(services, sites, links, nodes, secondLinks)
            .flatMap(each -> each.values().stream()));
  }

  /** USD by year of some of its builds together. */
  public double[] sum(Stream<double[]> builds) {
    double[] usd = new double[years];
    builds.forEach(each -> add(each, usd));
    return usd;
  }

  private static void add(double[] each, double[] to) {
    for (int k = 0; k < to.length; k++) {
      to[k] += each[k];
    }
  }

  /** Work in progress. */
  private static final class Books {

    private final PlanningProblem problem;
    private final Plan plan;
    private final Money money;
    private final Map<String, AccessTechnology> technologies = new HashMap<>();
    private final Map<String, Medium> media = new HashMap<>();
    private final Map<String, Settlement> settlements = new HashMap<>();
    private final Map<String, List<Further>> further = new HashMap<>();
    private final Map<Integer, Integer> phaseOfYear = new HashMap<>();

    /** Undiscounted prices of energy, by first and last year that count. */
    private final Map<Money, SiteEnergy> energyUntil = new HashMap<>();

    Books(PlanningProblem problem, Plan plan) {
      this.problem = problem;
      this.plan = plan;
      money = problem.money();
      problem.catalogue().technologies().forEach(t -> technologies.put(t.id(), t));
      problem.catalogue().media().forEach(m -> media.put(m.id(), m));
      problem.settlements().forEach(s -> settlements.put(s.id(), s));
      if (plan.programme() != null) {
        plan.programme().phases().forEach(p -> phaseOfYear.put(p.firstYear(), p.phase()));
        for (Further each : plan.programme().further()) {
          further.computeIfAbsent(each.assetId(), k -> new ArrayList<>()).add(each);
        }
      }
    }

    NetworkCash close() {
      Map<String, double[]> sites = new HashMap<>();
      plan.sites().forEach(each -> site(each, sites));
      Map<String, double[]> links = new HashMap<>();
      plan.links().forEach(each -> link(each, links));
      Map<String, double[]> secondLinks = new HashMap<>();
      plan.secondPaths().links().forEach(each -> link(each, secondLinks));
      Map<String, double[]> nodes = new HashMap<>();
      for (Plan.NodeUpgrade each : plan.upgrades()) {
        grown(each.nodeId(), money.firstYear(), 0, each.opexUsdPerYear(), null, nodes);
      }
      return new NetworkCash(money.years(), services(), sites, links, nodes, secondLinks);
    }

    private void link(BuiltLink link, Map<String, double[]> into) {
      Figure lifetime = media.get(link.mediumId()).lifetimeYears();
      grown(link.id(), link.buildYear(), link.capexUsd(), link.opexUsdPerYear(), lifetime, into);
    }

    /** An asset, and apart from it what later phases add: that is bought then. */
    private void grown(
        String id,
        int buildYear,
        double capexUsd,
        double opexUsdPerYear,
        Figure lifetimeYears,
        Map<String, double[]> into) {
      double firstUsd = capexUsd;
      double firstOpexUsd = opexUsdPerYear;
      for (Further each : further.getOrDefault(id, List.of())) {
        firstUsd -= each.capexUsd();
        firstOpexUsd -= each.opexUsdPerYear();
        into.put(
            id + "@" + phaseOfYear.get(each.buildYear()),
            paid(each.buildYear(), each.capexUsd(), each.opexUsdPerYear(), lifetimeYears));
      }
      into.put(id, paid(buildYear, firstUsd, firstOpexUsd, lifetimeYears));
    }

    /** What feeds a site wears out at its own times, the rest with the site. */
    private void site(AccessSite site, Map<String, double[]> into) {
      Figure lifetime = technologies.get(site.technologyId()).siteLifetimeYears();
      grown(site.id(), site.buildYear(), site.capexUsd(), site.opexUsdPerYear(), lifetime, into);
      List<Further> later = further.getOrDefault(site.id(), List.of());
      int units = site.units() - (int) later.stream().mapToDouble(Further::further).sum();
      fed(site, 0, units, site.buildYear(), lifetime, into.get(site.id()));
      for (Further each : later) {
        int more = units + (int) each.further();
        String id = site.id() + "@" + phaseOfYear.get(each.buildYear());
        fed(site, units, more, each.buildYear(), lifetime, into.get(id));
        units = more;
      }
    }

    /** Takes energy of further units out of what is bought with the site, and adds it by itself. */
    private void fed(
        AccessSite site,
        int before,
        int units,
        int buildYear,
        Figure lifetimeYears,
        double[] into) {
      int year = Math.max(buildYear, money.firstYear());
      double spentUsd = 0;
      double[] withSite = null;
      for (int last = year; last <= money.lastYear(); last++) {
        Money until = new Money(0, year, last, money.priceYear());
        double untilUsd =
            energyUsd(site, units, until) - (before == 0 ? 0 : energyUsd(site, before, until));
        if (last == year) {
          withSite = paid(year, untilUsd, 0, lifetimeYears);
        }
        int k = last - money.firstYear();
        into[k] += untilUsd - spentUsd - withSite[k];
        spentUsd = untilUsd;
      }
    }

    private double energyUsd(AccessSite site, int units, Money until) {
      SiteEnergy energy =
          energyUntil.computeIfAbsent(
              until, m -> SiteEnergy.of(problem.with().money(until).build()));
      Settlement at = settlements.get(site.placeId());
      AccessTechnology paid = problem.rules().at(at, technologies.get(site.technologyId()));
      return AccessCost.energyPurchasesUsd(
          paid, units, at == null, energy.as(site.energy(), at, paid));
    }

    private Map<String, double[]> services() {
      Map<String, double[]> services = new HashMap<>();
      for (Plan.SettlementService service : plan.settlements()) {
        String id = service.settlementId();
        for (int k = 0; k < service.each().size(); k++) {
          Plan.PartService part = service.each().get(k);
          if (technologies.containsKey(part.technologyId())) {
            String build = service.parts().isEmpty() ? id : id + "#" + k;
            services.put(build, own(id, part, service.buildYear()));
          }
        }
      }
      if (plan.programme() != null) {
        for (Programme.Replaced each : plan.programme().replaced()) {
          services.put(
              each.settlementId() + "#replaced",
              own(each.settlementId(), each.service(), each.buildYear()));
        }
      }
      return services;
    }

    /** Distribution and terminals wear out at their own times: told apart as they were priced. */
    private double[] own(String settlementId, Plan.PartService service, int buildYear) {
      AccessTechnology technology = technologies.get(service.technologyId());
      double people =
          service.shareRatio()
              * Demand.people(settlements.get(settlementId), technology, problem.standard());
      double households = Demand.adopterHouseholds(people, problem.standard());
      double adopterUsd = AccessCost.settlement(technology, 0, households, money).capexUsd();
      double restUsd = service.capexUsd() - adopterUsd;
      double[] usd =
          paid(buildYear, restUsd, service.opexUsdPerYear(), technology.siteLifetimeYears());
      add(paid(buildYear, adopterUsd, 0, technology.adopterLifetimeYears()), usd);
      return usd;
    }

    private double[] paid(
        int buildYear, double capexUsd, double opexUsdPerYear, Figure lifetimeYears) {
      double[] usd = new double[money.years()];
      double years = lifetimeYears == null ? money.years() : lifetimeYears.value();
      int late = Math.max(0, buildYear - money.firstYear());
      int step = (int) Math.max(1, Math.min(Math.rint(years), money.years() - late));
      for (int k = late; k < usd.length; k++) {
        usd[k] += opexUsdPerYear + ((k - late) % step == 0 ? capexUsd : 0);
      }
      return usd;
    }
  }
}
