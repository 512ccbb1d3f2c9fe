package org.kiungo.planner.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.planner.cost.AccessCost;
import org.kiungo.planner.cost.AssetCost;
import org.kiungo.planner.cost.SiteEnergy;
import org.kiungo.planner.cost.SiteSupply;
import org.kiungo.planner.explain.SiteSheet.Cost;
import org.kiungo.planner.explain.SiteSheet.Kind;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Programme.Further;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.money.Money;

/**
 * What the price of a plan's sites is made of. Of a programme every phase pays what it adds, in
 * money of its own; the parts are those of all phases together.
 */
final class SiteCosts {

  private final PlanningProblem problem;
  private final Map<String, List<Further>> furtherOf = new HashMap<>();
  private final Map<Integer, Prices> byYear = new HashMap<>();

  private record Prices(Money money, SiteEnergy energy) {}

  SiteCosts(PlanningProblem problem, Plan plan) {
    this.problem = problem;
    if (plan.programme() != null) {
      for (Further each : plan.programme().further()) {
        furtherOf.computeIfAbsent(each.assetId(), id -> new ArrayList<>()).add(each);
      }
    }
  }

  /** Price of so many units, then: all of it without masts, energy and links taken apart. */
  private record Parts(AssetCost tower, AssetCost energy, AssetCost mastLinks) {

    static final Parts NONE = new Parts(AssetCost.ZERO, AssetCost.ZERO, AssetCost.ZERO);

    Parts plus(Parts other) {
      return new Parts(
          tower.plus(other.tower), energy.plus(other.energy), mastLinks.plus(other.mastLinks));
    }

    Parts minus(Parts other) {
      return new Parts(
          tower.minus(other.tower), energy.minus(other.energy), mastLinks.minus(other.mastLinks));
    }
  }

  /**
   * Parts that add up to what the plan pays for a site, to the cent.
   *
   * @param at where it stands; null = a tower
   */
  List<Cost> of(AccessSite site, Settlement at, AccessTechnology technology) {
    List<Further> further = furtherOf.getOrDefault(site.id(), List.of());
    int units = site.units() - (int) further.stream().mapToDouble(Further::further).sum();
    Parts parts = parts(site, at, technology, units, site.buildYear());
    for (Further each : further) {
      int more = units + (int) each.further();
      parts =
          parts
              .plus(parts(site, at, technology, more, each.buildYear()))
              .minus(parts(site, at, technology, units, each.buildYear()));
      units = more;
    }
    AssetCost equipment =
        AssetCost.ofUsd(site.capexUsd(), site.opexUsdPerYear(), site.lifetimeCostUsd())
            .minus(parts.tower)
            .minus(parts.energy)
            .minus(parts.mastLinks);
    List<Cost> costs = new ArrayList<>();
    costs.add(Cost.of(Kind.EQUIPMENT, equipment));
    if (technology.towerSiteCapexUsd() != null) {
      costs.add(Cost.of(Kind.TOWER, parts.tower));
    }
    costs.add(Cost.of(Kind.ENERGY, parts.energy));
    if (technology.linksMasts()) {
      costs.add(Cost.of(Kind.MAST_LINKS, parts.mastLinks));
    }
    return costs;
  }

  /** Whole prices less those without the part, so that cents are rounded as the plan does. */
  private Parts parts(
      AccessSite site, Settlement at, AccessTechnology technology, int units, int year) {
    if (units == 0) {
      return Parts.NONE;
    }
    AccessTechnology paid = problem.rules().at(at, technology);
    Prices then = byYear.computeIfAbsent(year, this::prices);
    SiteSupply supply = then.energy.as(site.energy(), at, paid);
    boolean stands = at == null;
    AssetCost whole = AccessCost.site(paid, units, stands, supply, then.money);
    AssetCost bare = AccessCost.site(paid, units, stands, SiteSupply.NOTHING, then.money);
    AssetCost tower = AssetCost.ZERO;
    if (paid.towerSiteCapexUsd() != null) {
      AccessTechnology beside = paid.withSiteCapexUsd(paid.towerSiteCapexUsd());
      tower = bare.minus(AccessCost.site(beside, units, stands, SiteSupply.NOTHING, then.money));
    }
    AssetCost links =
        AccessCost.mastLink(paid, then.money).times(AccessCost.hopsBetweenMasts(paid, units));
    return new Parts(tower, whole.minus(bare), links);
  }

  private Prices prices(int year) {
    Money money = problem.money().from(year);
    return new Prices(money, SiteEnergy.of(problem.withMoney(money)));
  }
}
