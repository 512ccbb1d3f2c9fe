package org.kiungo.planner.explain;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.planner.cost.AccessCost;
import org.kiungo.planner.cost.ServiceAbroad;
import org.kiungo.planner.demand.Demand;
import org.kiungo.planner.explain.PlacePrice.Kind;
import org.kiungo.planner.explain.PlacePrice.Term;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.Plan.NodeUpgrade;
import org.kiungo.planner.model.Plan.PartService;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Settlement;

/** What a plan's costs are made of, in the whole and at single places. */
final class PlacePrices {

  private final PlanningProblem problem;
  private final SiteSheets sheets;
  private final Map<String, AccessTechnology> technologies = new HashMap<>();
  private final Map<String, Settlement> settlements = new HashMap<>();
  private final Map<String, AccessSite> sites = new HashMap<>();
  private final WaysToNetwork ways;
  private final ServiceAbroad abroad;
  private final Map<Kind, Double> wholeUsd = new EnumMap<>(Kind.class);
  private double people;

  PlacePrices(PlanningProblem problem, Plan plan, SiteSheets sheets) {
    this.problem = problem;
    this.sheets = sheets;
    ways = new WaysToNetwork(problem, plan);
    abroad = ServiceAbroad.of(problem);
    problem.catalogue().technologies().forEach(each -> technologies.put(each.id(), each));
    problem.settlements().forEach(each -> settlements.put(each.id(), each));
    for (AccessSite each : plan.sites()) {
      sites.put(each.id(), each);
      addSite(each, 1, wholeUsd);
    }
    for (BuiltLink each : plan.links()) {
      wholeUsd.merge(Kind.BACKHAUL, each.lifetimeCostUsd(), Double::sum);
    }
    for (NodeUpgrade each : plan.upgrades()) {
      wholeUsd.merge(Kind.TRAFFIC, each.lifetimeCostUsd(), Double::sum);
    }
    for (SettlementService each : plan.settlements()) {
      people += each.peopleServed();
      for (PartService part : each.each()) {
        addOwn(settlements.get(each.settlementId()), part, wholeUsd);
      }
    }
  }

  /** At a settlement that the plan serves; null elsewhere. */
  PlacePrice at(SettlementService service) {
    if (service.technologyId().isEmpty() || service.peopleServed() <= 0) {
      return null;
    }
    Settlement settlement = settlements.get(service.settlementId());
    Map<Kind, Double> hereUsd = new EnumMap<>(Kind.class);
    for (PartService part : service.each()) {
      addOwn(settlement, part, hereUsd);
      AccessSite site = sites.get(part.siteId());
      if (site != null) {
        addSite(site, part.demandMbps() / site.loadMbps(), hereUsd);
        double links = ways.lifetimeUsd(site.placeId(), part.demandMbps());
        hereUsd.merge(Kind.BACKHAUL, links, Double::sum);
        double upgrade = ways.upgradeUsd(site.placeId(), part.demandMbps());
        hereUsd.merge(Kind.TRAFFIC, upgrade, Double::sum);
      }
    }
    List<Term> terms = new ArrayList<>();
    double sumUsd = 0;
    double sumWholeUsd = 0;
    for (Kind kind : Kind.values()) {
      double usd = hereUsd.getOrDefault(kind, 0.0);
      double whole = wholeUsd.getOrDefault(kind, 0.0);
      sumUsd += usd;
      sumWholeUsd += whole;
      if (Math.abs(usd) >= 0.005 || Math.abs(whole) >= 0.005) {
        terms.add(new Term(kind, usd / service.peopleServed(), whole / people));
      }
    }
    AccessSite main = sites.get(service.siteId());
    Settlement at = main == null ? null : settlements.get(main.placeId());
    WaysToNetwork.Way way = ways.of(main == null ? "" : main.placeId(), settlement);
    return new PlacePrice(
        service.peopleServed(),
        sumUsd / service.peopleServed(),
        sumWholeUsd / people,
        terms,
        main == null ? 0 : main.units(),
        main == null ? 0 : main.masts(),
        main == null ? Double.NaN : sheet(main).mastsWithinKm(),
        main == null ? 0 : main.hopsBetweenMasts(),
        main == null ? null : main.energy(),
        at == null ? Double.NaN : at.distanceToGridKm(),
        settlement.population() / settlement.areaKm2(),
        way.hops(),
        way.km(),
        way.routeKm(),
        way.roadKm(),
        way.roadStraightKm(),
        way.longestKm(),
        way.viaSky(),
        way.rainMmPerHour(),
        way.borders(),
        way.bordersUsd());
  }

  /** A share of a site, its energy and the links between its masts apart. */
  private void addSite(AccessSite site, double ratio, Map<Kind, Double> into) {
    for (SiteSheet.Cost each : sheet(site).costs()) {
      Kind kind =
          switch (each.kind()) {
            case EQUIPMENT, TOWER -> Kind.SITE;
            case ENERGY -> Kind.ENERGY;
            case MAST_LINKS -> Kind.MAST_LINKS;
            case LINK -> null; // shared by whoever sends traffic over it
          };
      if (kind != null) {
        into.merge(kind, ratio * each.lifetimeCostUsd(), Double::sum);
      }
    }
  }

  private SiteSheet sheet(AccessSite site) {
    return sheets.find(site.id()).orElseThrow();
  }

  /**
   * What is a settlement's own: distribution, terminals, coordination with another country, and the
   * rest, which is traffic.
   */
  private void addOwn(Settlement settlement, PartService part, Map<Kind, Double> into) {
    AccessTechnology technology = technologies.get(part.technologyId());
    if (technology == null) {
      return;
    }
    double share = part.shareRatio() * Demand.people(settlement, technology, problem.standard());
    double areaUsd =
        AccessCost.settlement(
                technology, Demand.inhabitedKm2(settlement, share), 0, problem.money())
            .lifetimeUsd();
    double households = Demand.adopterHouseholds(share, problem.standard());
    double terminalsUsd =
        AccessCost.settlement(technology, 0, households, problem.money()).lifetimeUsd();
    into.merge(Kind.AREA, areaUsd, Double::sum);
    into.merge(Kind.TERMINALS, terminalsUsd, Double::sum);
    AccessSite site = sites.get(part.siteId());
    double abroadUsd =
        site == null ? 0 : abroad.cost(settlement.id(), site.placeId()).lifetimeUsd();
    into.merge(Kind.ABROAD, abroadUsd, Double::sum);
    double restUsd = part.lifetimeCostUsd() - areaUsd - terminalsUsd - abroadUsd;
    into.merge(Kind.TRAFFIC, Math.abs(restUsd) < 0.02 ? 0 : restUsd, Double::sum);
  }
}
