package org.kiungo.planner.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kiungo.planner.cost.AccessCost;
import org.kiungo.planner.cost.AssetCost;
import org.kiungo.planner.cost.SiteEnergy;
import org.kiungo.planner.cost.SolarPlant;
import org.kiungo.planner.demand.Demand;
import org.kiungo.planner.explain.SiteSheet.Cost;
import org.kiungo.planner.explain.SiteSheet.Kind;
import org.kiungo.planner.explain.SiteSheet.Mast;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Medium.Hop;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.Plan.PartService;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.Tower;
import org.kiungo.planner.model.energy.EnergySupply;
import org.kiungo.planner.model.value.Figure;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.radio.SiteUnits;

/**
 * The sites of a plan, one by one. With their links, the links of places without a site, second
 * ways, upgraded nodes and what settlements have of their own they add up to the plan.
 */
public final class SiteSheets {

  private final PlanningProblem problem;
  private final SiteEnergy energy;
  private final SiteCosts costs;
  private final Map<String, AccessTechnology> technologies = new HashMap<>();
  private final Map<String, Settlement> settlements = new HashMap<>();
  private final Map<String, Tower> towers = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, BuiltLink> linkFrom = new HashMap<>();
  private final Map<String, Double> groundKm2 = new HashMap<>();

  /** Of the sites at one place what they load its link with. */
  private final Map<String, Double> loadMbps = new HashMap<>();

  private final Map<String, SiteSheet> sheets = new LinkedHashMap<>();

  /**
   * @param problem what the plan was made for, under the levers and terms of its scenario
   */
  public SiteSheets(PlanningProblem problem, Plan plan) {
    this.problem = problem;
    energy = SiteEnergy.of(problem);
    costs = new SiteCosts(problem, plan);
    problem.catalogue().technologies().forEach(each -> technologies.put(each.id(), each));
    problem.settlements().forEach(each -> settlements.put(each.id(), each));
    problem.towers().forEach(each -> towers.put(each.id(), each));
    problem.nodes().forEach(each -> names.put(each.id(), each.name()));
    problem.settlements().forEach(each -> names.put(each.id(), each.name()));
    plan.links().forEach(each -> linkFrom.put(each.fromId(), each));
    for (SettlementService each : plan.settlements()) {
      for (PartService part : each.each()) {
        if (!part.siteId().isEmpty()) {
          groundKm2.merge(part.siteId(), groundKm2(each.settlementId(), part), Double::sum);
        }
      }
    }
    plan.sites().forEach(each -> loadMbps.merge(each.placeId(), each.loadMbps(), Double::sum));
    Map<String, Double> before = new HashMap<>();
    for (AccessSite each : plan.sites()) {
      double from = before.getOrDefault(each.placeId(), 0.0);
      sheets.put(each.id(), sheet(each, from));
      before.put(each.placeId(), from + each.loadMbps());
    }
  }

  /** In the plan's order. */
  public List<SiteSheet> list() {
    return List.copyOf(sheets.values());
  }

  /** That of a site; empty when the plan has no such site. */
  public Optional<SiteSheet> find(String siteId) {
    return Optional.ofNullable(sheets.get(siteId));
  }

  /** Further sites at a site's place, in the plan's order. */
  List<AccessSite> besides(AccessSite site) {
    return sheets.values().stream()
        .map(SiteSheet::site)
        .filter(each -> each.placeId().equals(site.placeId()) && !each.id().equals(site.id()))
        .toList();
  }

  private double groundKm2(String settlementId, PartService part) {
    Settlement at = settlements.get(settlementId);
    double people = Demand.people(at, technologies.get(part.technologyId()), problem.standard());
    return Demand.areaKm2(at, part.shareRatio() * people);
  }

  /**
   * @param beforeMbps load of the sites at its place that come before it
   */
  private SiteSheet sheet(AccessSite site, double beforeMbps) {
    AccessTechnology technology = technologies.get(site.technologyId());
    Settlement at = settlements.get(site.placeId());
    Tower tower = at == null ? towers.get(site.placeId()) : null;
    int units = site.units();
    double least = SiteUnits.leastGroundKm2(technology, units);
    double ground = Math.max(groundKm2.getOrDefault(site.id(), 0.0), least);
    List<LonLat> places = MastLattice.around(site.location(), site.masts(), ground, least);
    double farthestKm =
        places.stream().mapToDouble(each -> each.distanceKm(site.location())).max().orElse(0);
    SolarPlant plant = energy.plant(site.energy(), at, technology);
    BuiltLink link = linkFrom.get(site.placeId());
    List<Cost> paid = new ArrayList<>(costs.of(site, at, technology));
    double wholeMbps = loadMbps.get(site.placeId());
    Figure height = technology.mastM() == null ? technology.antennaHeightM() : technology.mastM();
    Optional<Hop> hop = hop(link);
    if (link != null) {
      paid.add(Cost.of(Kind.LINK, share(link, beforeMbps, site.loadMbps(), wholeMbps)));
    }
    return new SiteSheet(
        site,
        at == null,
        tower != null && tower.assumed(),
        tower == null ? value(height) : tower.heightM(),
        tower == null && height != null && height.assumed(),
        1000 * value(technology.bandGhz()),
        value(technology.bandLowMhz()),
        value(technology.bandHighMhz()),
        value(technology.licensedMhz()),
        units * value(technology.siteCapacityMbps()),
        units * value(technology.powerW()),
        plant == null ? Double.NaN : millionths(units * plant.panelsKwp()),
        plant == null ? Double.NaN : millionths(units * plant.batteryKwh()),
        site.energy() == EnergySupply.GRID && at != null ? at.distanceToGridKm() : Double.NaN,
        ground,
        site.masts() == 1 ? Double.NaN : Math.max(farthestKm, MastLattice.radiusKm(ground)),
        masts(site, technology, places, at == null, tower != null && tower.assumed()),
        link,
        link == null ? "" : names.getOrDefault(link.toId(), ""),
        value(hop.map(Hop::bandLowMhz).orElse(null)),
        value(hop.map(Hop::bandHighMhz).orElse(null)),
        link == null ? Double.NaN : site.loadMbps() / wholeMbps,
        paid);
  }

  /** The class of hops that a link is of: the shortest that it fits in. */
  private Optional<Hop> hop(BuiltLink link) {
    return problem.catalogue().media().stream()
        .filter(each -> link != null && each.id().equals(link.mediumId()))
        .flatMap(each -> each.hops().stream())
        .filter(each -> link.distanceKm() <= each.maxKm())
        .findFirst();
  }

  /** Without the noise of the last bits. */
  private static double millionths(double value) {
    return Math.rint(1e6 * value) / 1e6;
  }

  private static double value(Figure figure) {
    return figure == null ? Double.NaN : figure.value();
  }

  private static List<Mast> masts(
      AccessSite site,
      AccessTechnology technology,
      List<LonLat> places,
      boolean stands,
      boolean assumed) {
    int each = AccessCost.unitsPerMast(technology);
    List<Mast> masts = new ArrayList<>();
    for (int k = 0; k < places.size(); k++) {
      boolean linked = k > 0 && k <= site.hopsBetweenMasts();
      masts.add(
          new Mast(
              site.id() + "#" + (k + 1),
              places.get(k),
              stands && k == 0,
              assumed && k == 0,
              Math.min(each, site.units() - k * each),
              linked ? site.id() + "#1" : "",
              linked ? site.location().distanceKm(places.get(k)) : Double.NaN));
    }
    return masts;
  }

  /** Part of a link's cost by load: what comes after a part of it less what came before. */
  private static AssetCost share(BuiltLink link, double beforeMbps, double mbps, double wholeMbps) {
    AssetCost cost =
        AssetCost.ofUsd(link.capexUsd(), link.opexUsdPerYear(), link.lifetimeCostUsd());
    return part(cost, (beforeMbps + mbps) / wholeMbps).minus(part(cost, beforeMbps / wholeMbps));
  }

  private static AssetCost part(AssetCost cost, double ratio) {
    return AssetCost.ofUsd(
        cost.capexUsd() * ratio, cost.opexUsdPerYear() * ratio, cost.lifetimeUsd() * ratio);
  }
}
