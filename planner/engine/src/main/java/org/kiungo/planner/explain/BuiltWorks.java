package org.kiungo.planner.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.kiungo.planner.cost.AccessCost;
import org.kiungo.planner.cost.AssetCost;
import org.kiungo.planner.cost.LinkCost;
import org.kiungo.planner.cost.TransitCost;
import org.kiungo.planner.demand.BusyHour;
import org.kiungo.planner.demand.Demand;
import org.kiungo.planner.explain.SiteSheet.Cost;
import org.kiungo.planner.explain.SiteSheet.Kind;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.Plan.NodeUpgrade;
import org.kiungo.planner.model.Plan.PartService;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Programme;
import org.kiungo.planner.model.Programme.Further;
import org.kiungo.planner.model.SecondPaths;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.energy.EnergySupply;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.model.route.RoadRoutes;

/**
 * What a plan builds, in units that people know, by year and district. All rows together cost what
 * the plan's network costs, to the cent: every cent of a place, a site, a link and a node is in one
 * row.
 */
public final class BuiltWorks {

  private final PlanningProblem problem;
  private final Plan plan;
  private final SiteCosts costs;
  private final BusyHour busyHour;
  private final RoadRoutes roads;
  private final Map<String, AccessTechnology> technologies = new HashMap<>();
  private final Map<String, Medium> media = new HashMap<>();
  private final Map<String, Settlement> settlements = new HashMap<>();
  private final Map<String, String[]> where = new HashMap<>();
  private final Map<String, List<Further>> further = new HashMap<>();
  private final Map<Integer, TransitCost> transit = new HashMap<>();
  private final List<Part> parts = new ArrayList<>();

  /** What rows are told of at the moment. */
  private Bought bought;

  private static final Comparator<Row> BY_PLACE_AND_YEAR =
      Comparator.comparing(Row::country)
          .thenComparing(Row::district)
          .thenComparingInt(Row::year)
          .thenComparing(Row::item)
          .thenComparing(Row::of);

  private record Row(String country, String district, int year, Item item, String of) {}

  private record Sum(double quantity, AssetCost cost) {
    Sum plus(Sum other) {
      return new Sum(quantity + other.quantity, cost.plus(other.cost));
    }
  }

  /** What is counted. */
  public enum Item {
    /** Masts that have to be built, where the cost book tells their price apart. */
    MASTS_NEW,
    /** Masts or cabinets whose price is in that of what stands on them. */
    MASTS_WITHIN,
    /** Masts that stand already. */
    MASTS_STANDING,
    /** Sets of radios or of a cabinet, with the upkeep of their masts. */
    UNITS,
    /** Sites with a line from the power grid, the line and the tariff. */
    POWER_GRID,
    /** Sites with panels and batteries. */
    POWER_SOLAR,
    /** Sites with panels, batteries and a generator. */
    POWER_HYBRID,
    /** Links between masts of a site. */
    MAST_LINKS,
    /** Kilometres of what is laid. */
    CABLE_KM,
    /** Cables with what stands at both ends, which is paid at any length. */
    CABLE_ENDS,
    /** Radio hops. */
    HOPS,
    /** Sites that a satellite joins to the network. */
    SKY,
    /** Systems that a later phase adds to a link. */
    SYSTEMS,
    /** Households' lines and terminals with what they share. */
    TERMINALS,
    /** Mbps of the busy hour, carried beyond the network's nodes. */
    TRANSIT,
    /** Mbps more at nodes that stand. */
    NODES,
    /** Places whose first service a later phase replaces. */
    REPLACED;

    /** As bundles and files name it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * A row.
   *
   * @param country ISO 3166-1 alpha-3; empty where the place is none of the plan's
   * @param district first-level area; empty where it is not known, as of masts that stand
   * @param year in which it is built
   * @param of technology or medium of the catalogue; empty of power and nodes
   * @param quantity how many, in the item's unit, ≥ 0
   * @param cost of all of them
   */
  public record Work(
      String country,
      String district,
      int year,
      Item item,
      String of,
      double quantity,
      AssetCost cost) {

    /** Present value of one; NaN of what is not counted or costs nothing by itself. */
    public double unitUsd() {
      return quantity > 0 && cost.lifetimeCents() != 0 ? cost.lifetimeUsd() / quantity : Double.NaN;
    }

    private Row own() {
      return new Row(country, district, year, item, of);
    }

    private Row over() {
      return new Row("", "", 0, item, of);
    }

    private Sum sum() {
      return new Sum(quantity, cost);
    }
  }

  /** Lists of a project's members, which a lot's are too. */
  public enum Member {
    SERVICE,
    SITE,
    LINK,
    NODE
  }

  /**
   * Something that the plan buys.
   *
   * @param id of the site, link or node; of a settlement, {@code id#k} where it is the k-th part of
   *     its people, {@code id#replaced} where a later phase replaces it
   * @param later true of what a later phase adds to it
   * @param year in which it is built, or added
   */
  public record Bought(Member kind, String id, boolean later, int year) {}

  /**
   * A row of one thing that is bought.
   *
   * @param placeId where it stands, or at which it leaves towards the network
   */
  public record Part(Bought bought, String placeId, Work work) {}

  private BuiltWorks(PlanningProblem problem, Plan plan) {
    this.problem = problem;
    this.plan = plan;
    // of a later phase is told what it adds, so a site's parts are those of its first
    costs =
        new SiteCosts(
            problem,
            new Plan(
                plan.settlements(), plan.sites(), plan.links(), plan.upgrades(), plan.totals()));
    busyHour = BusyHour.of(problem);
    roads = RoadRoutes.of(problem);
    problem.catalogue().technologies().forEach(each -> technologies.put(each.id(), each));
    problem.catalogue().media().forEach(each -> media.put(each.id(), each));
    for (Settlement each : problem.settlements()) {
      settlements.put(each.id(), each);
      where.put(each.id(), new String[] {each.country(), each.district()});
    }
    placed();
    if (plan.programme() != null) {
      for (Further each : plan.programme().further()) {
        further.computeIfAbsent(each.assetId(), k -> new ArrayList<>()).add(each);
      }
    }
  }

  /** Masts, crossings of roads and nodes are told in the district of whoever first uses them. */
  private void placed() {
    Map<String, AccessSite> sites = new HashMap<>();
    plan.sites().forEach(each -> sites.put(each.id(), each));
    Map<String, BuiltLink> linkFrom = new HashMap<>();
    plan.links().forEach(each -> linkFrom.put(each.fromId(), each));
    for (SettlementService service : plan.settlements()) {
      String[] own = where.get(service.settlementId());
      for (PartService part : service.each()) {
        AccessSite site = sites.get(part.siteId());
        if (site != null) {
          where.putIfAbsent(site.placeId(), own);
          up(site.placeId(), own, linkFrom);
        }
      }
    }
    for (SecondPaths.Way way : plan.secondPaths().ways()) {
      String[] own = where.get(way.hubIds().get(0));
      way.placeIds().forEach(each -> where.putIfAbsent(each, own));
    }
    problem.nodes().forEach(n -> where.putIfAbsent(n.id(), new String[] {n.country(), ""}));
    problem.towers().forEach(t -> where.putIfAbsent(t.id(), new String[] {t.country(), ""}));
  }

  private void up(String placeId, String[] own, Map<String, BuiltLink> linkFrom) {
    BuiltLink link = linkFrom.get(placeId);
    for (int hops = 0; link != null && hops <= linkFrom.size(); hops++) {
      where.putIfAbsent(link.toId(), own);
      link = linkFrom.get(link.toId());
    }
  }

  /**
   * Of a plan, by country, district, year and item.
   *
   * @param problem what it was made for, under the levers and terms of its scenario
   */
  public static List<Work> of(PlanningProblem problem, Plan plan) {
    Map<Row, Sum> sums = new TreeMap<>(BY_PLACE_AND_YEAR);
    for (Part each : parts(problem, plan)) {
      sums.merge(each.work.own(), each.work.sum(), Sum::plus);
    }
    return rows(sums);
  }

  /** The same of each thing that is bought, in the plan's order. */
  public static List<Part> parts(PlanningProblem problem, Plan plan) {
    return new BuiltWorks(problem, plan).all();
  }

  /** The same over all districts and years, by item. */
  public static List<Work> over(List<Work> works) {
    Map<Row, Sum> sums = new TreeMap<>(BY_PLACE_AND_YEAR);
    works.forEach(each -> sums.merge(each.over(), each.sum(), Sum::plus));
    return rows(sums);
  }

  private static List<Work> rows(Map<Row, Sum> sums) {
    List<Work> rows = new ArrayList<>();
    sums.forEach(
        (row, sum) ->
            rows.add(
                new Work(
                    row.country,
                    row.district,
                    row.year,
                    row.item,
                    row.of,
                    sum.quantity,
                    sum.cost)));
    return List.copyOf(rows);
  }

  private List<Part> all() {
    plan.settlements().forEach(this::service);
    plan.sites().forEach(this::site);
    plan.links().forEach(this::link);
    plan.secondPaths().links().forEach(this::link);
    plan.upgrades().forEach(this::node);
    if (plan.programme() != null) {
      plan.programme().replaced().forEach(this::replaced);
    }
    return List.copyOf(parts);
  }

  private void add(
      String placeId, int year, Item item, String of, double quantity, AssetCost cost) {
    if (quantity > 0 || cost.lifetimeCents() != 0 || cost.capexCents() != 0) {
      String[] at = where.getOrDefault(placeId, new String[] {"", ""});
      int built = Math.max(year, problem.money().firstYear());
      Bought what = new Bought(bought.kind, bought.id, bought.later, built);
      parts.add(new Part(what, placeId, new Work(at[0], at[1], built, item, of, quantity, cost)));
    }
  }

  private static AssetCost cost(double capexUsd, double opexUsdPerYear, double lifetimeUsd) {
    return AssetCost.ofUsd(capexUsd, opexUsdPerYear, lifetimeUsd);
  }

  private void now(Member kind, String id, boolean later) {
    bought = new Bought(kind, id, later, 0);
  }

  /**
   * What is carried beyond the nodes, and the rest, which is the place's own; of several parts of a
   * place's people the last has what is left of its cost.
   */
  private void service(SettlementService service) {
    List<PartService> all = service.each();
    AssetCost left = cost(service.capexUsd(), service.opexUsdPerYear(), service.lifetimeCostUsd());
    for (int k = 0; k < all.size(); k++) {
      PartService part = all.get(k);
      String id = service.settlementId();
      now(Member.SERVICE, service.parts().isEmpty() ? id : id + "#" + k, false);
      AssetCost own = cost(part.capexUsd(), part.opexUsdPerYear(), part.lifetimeCostUsd());
      own = k == all.size() - 1 ? left : own;
      left = left.minus(own);
      service(service, part, own);
    }
  }

  private void service(SettlementService service, PartService part, AssetCost cost) {
    Settlement at = settlements.get(service.settlementId());
    AccessTechnology technology = technologies.get(part.technologyId());
    AssetCost left = cost;
    double terminals = 0;
    if (technology != null) {
      long bps = Math.round(part.demandMbps() * 1e6);
      AssetCost carried = transit(service.buildYear()).of(at, technology, bps);
      if (carried.lifetimeCents() != 0) {
        add(at.id(), service.buildYear(), Item.TRANSIT, "", part.demandMbps(), carried);
        left = left.minus(carried);
      }
      if (technology.adopterCapexUsd() != null || technology.capexUsdPerKm2() != null) {
        double people = part.shareRatio() * Demand.people(at, technology, problem.standard());
        terminals = Demand.adopterHouseholds(people, problem.standard());
      }
    }
    if (left.lifetimeCents() != 0 || left.capexCents() != 0) {
      add(at.id(), service.buildYear(), Item.TERMINALS, part.technologyId(), terminals, left);
    }
  }

  private TransitCost transit(int buildYear) {
    Money money = problem.money();
    int year = Math.max(buildYear, money.firstYear());
    return transit.computeIfAbsent(
        year, y -> new TransitCost(busyHour, money.from(y), problem.catalogue()));
  }

  private void site(AccessSite site) {
    now(Member.SITE, site.id(), true);
    AccessTechnology technology = technologies.get(site.technologyId());
    Settlement at = settlements.get(site.placeId());
    boolean stands = at == null;
    AssetCost first = cost(site.capexUsd(), site.opexUsdPerYear(), site.lifetimeCostUsd());
    int units = site.units();
    int masts = site.masts();
    List<Further> later = further.getOrDefault(site.id(), List.of());
    for (int k = later.size() - 1; k >= 0; k--) {
      Further each = later.get(k);
      AssetCost more = cost(each.capexUsd(), each.opexUsdPerYear(), each.lifetimeCostUsd());
      units -= (int) each.further();
      int before = AccessCost.masts(technology, units);
      mast(site, each.buildYear(), Item.MASTS_WITHIN, masts - before, AssetCost.ZERO);
      add(site.placeId(), each.buildYear(), Item.UNITS, site.technologyId(), each.further(), more);
      masts = before;
      first = first.minus(more);
    }
    now(Member.SITE, site.id(), false);
    AccessSite built =
        site.with()
            .units(units)
            .masts(masts)
            .hopsBetweenMasts(AccessCost.hopsBetweenMasts(technology, units))
            .capexUsd(first.capexUsd())
            .opexUsdPerYear(first.opexUsdPerYear())
            .lifetimeCostUsd(first.lifetimeUsd())
            .build();
    AssetCost tower = null;
    for (Cost each : costs.of(built, at, technology)) {
      if (each.kind() == Kind.TOWER) {
        tower = each.cents();
      } else {
        part(built, each.kind(), each.cents());
      }
    }
    int standing = stands ? 1 : 0;
    mast(site, site.buildYear(), Item.MASTS_STANDING, standing, AssetCost.ZERO);
    mast(
        site,
        site.buildYear(),
        tower == null ? Item.MASTS_WITHIN : Item.MASTS_NEW,
        masts - standing,
        tower == null ? AssetCost.ZERO : tower);
  }

  private void mast(AccessSite site, int year, Item item, int masts, AssetCost cost) {
    add(site.placeId(), year, item, site.technologyId(), masts, cost);
  }

  private void part(AccessSite site, Kind kind, AssetCost cost) {
    switch (kind) {
      case ENERGY -> {
        if (site.energy() != null) {
          add(site.placeId(), site.buildYear(), power(site.energy()), "", 1, cost);
        } else {
          add(site.placeId(), site.buildYear(), Item.UNITS, site.technologyId(), 0, cost);
        }
      }
      case MAST_LINKS ->
          add(
              site.placeId(),
              site.buildYear(),
              Item.MAST_LINKS,
              site.technologyId(),
              site.hopsBetweenMasts(),
              cost);
      default ->
          add(
              site.placeId(),
              site.buildYear(),
              Item.UNITS,
              site.technologyId(),
              site.units(),
              cost);
    }
  }

  private static Item power(EnergySupply energy) {
    return switch (energy) {
      case GRID -> Item.POWER_GRID;
      case SOLAR -> Item.POWER_SOLAR;
      case HYBRID -> Item.POWER_HYBRID;
    };
  }

  private void link(BuiltLink link) {
    AssetCost first = cost(link.capexUsd(), link.opexUsdPerYear(), link.lifetimeCostUsd());
    now(Member.LINK, link.id(), true);
    first = first.minus(later(link.id(), link.fromId(), Item.SYSTEMS, link.mediumId()));
    now(Member.LINK, link.id(), false);
    Medium medium = media.get(link.mediumId());
    if (medium.viaSky()) {
      add(link.fromId(), link.buildYear(), Item.SKY, link.mediumId(), 1, first);
    } else if (medium.maxHopKm() == null) {
      AssetCost ends = ends(link, medium);
      int priced = ends.equals(AssetCost.ZERO) ? 0 : 1;
      add(link.fromId(), link.buildYear(), Item.CABLE_ENDS, link.mediumId(), priced, ends);
      add(
          link.fromId(),
          link.buildYear(),
          Item.CABLE_KM,
          link.mediumId(),
          link.distanceKm(),
          first.minus(ends));
    } else {
      add(link.fromId(), link.buildYear(), Item.HOPS, link.mediumId(), 1, first);
    }
  }

  /** What a cable costs before its first kilometre: both ends, the border that it crosses. */
  private AssetCost ends(BuiltLink link, Medium medium) {
    int year = Math.max(link.buildYear(), problem.money().firstYear());
    double later =
        further.getOrDefault(link.id(), List.of()).stream().mapToDouble(Further::further).sum();
    return LinkCost.link(
        roads.laid(medium, link.fromId(), link.toId()),
        0,
        link.systems() - (int) later,
        problem.money().from(year));
  }

  private void node(NodeUpgrade upgrade) {
    AssetCost first = cost(0, upgrade.opexUsdPerYear(), upgrade.lifetimeCostUsd());
    List<Further> later = further.getOrDefault(upgrade.nodeId(), List.of());
    double more = later.stream().mapToDouble(Further::further).sum();
    now(Member.NODE, upgrade.nodeId(), true);
    first = first.minus(later(upgrade.nodeId(), upgrade.nodeId(), Item.NODES, ""));
    now(Member.NODE, upgrade.nodeId(), false);
    add(
        upgrade.nodeId(),
        problem.money().firstYear(),
        Item.NODES,
        "",
        Math.max(0, upgrade.furtherMbps() - more),
        first);
  }

  /** What later phases add to an asset, which is part of its cost. */
  private AssetCost later(String assetId, String placeId, Item item, String of) {
    AssetCost sum = AssetCost.ZERO;
    for (Further each : further.getOrDefault(assetId, List.of())) {
      AssetCost more = cost(each.capexUsd(), each.opexUsdPerYear(), each.lifetimeCostUsd());
      add(placeId, each.buildYear(), item, of, each.further(), more);
      sum = sum.plus(more);
    }
    return sum;
  }

  private void replaced(Programme.Replaced each) {
    now(Member.SERVICE, each.settlementId() + "#replaced", false);
    AssetCost cost = cost(each.capexUsd(), each.opexUsdPerYear(), each.lifetimeCostUsd());
    add(each.settlementId(), each.buildYear(), Item.REPLACED, each.technologyId(), 1, cost);
  }
}
