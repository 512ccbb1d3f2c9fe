package org.kiungo.planner.explain;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.kiungo.planner.cost.AccessCost;
import org.kiungo.planner.cost.AssetCost;
import org.kiungo.planner.cost.LinkCost;
import org.kiungo.planner.cost.NodeCost;
import org.kiungo.planner.cost.SiteEnergy;
import org.kiungo.planner.cost.TransitCost;
import org.kiungo.planner.demand.BusyHour;
import org.kiungo.planner.demand.Demand;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.Figure;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.road.RoadRoutes;

/**
 * What the very decisions of a plan would cost if every price of the catalogue stood at the lower,
 * or every one at the upper end of its published range. Decisions, loads, numbers of sets and
 * lifetimes stay, so both ends are extremes: prices seldom err all to one side.
 *
 * @param low all prices at the lower end
 * @param high all prices at the upper end
 */
public record CostRange(Ends low, Ends high) {

  /**
   * One end.
   *
   * @param capexUsd first purchases
   * @param opexUsdPerYear upkeep
   * @param lifetimeCostUsd present value
   */
  public record Ends(double capexUsd, double opexUsdPerYear, double lifetimeCostUsd) {}

  /** Ranges of a plan's totals. */
  public static CostRange of(PlanningProblem problem, Plan plan) {
    return new CostRange(end(problem, plan, Figure::low), end(problem, plan, Figure::high));
  }

  private static Ends end(PlanningProblem problem, Plan plan, ToDoubleFunction<Figure> at) {
    Map<String, AccessTechnology> technologies = new HashMap<>();
    problem.catalogue().technologies().forEach(each -> technologies.put(each.id(), each));
    Catalogue catalogue = problem.catalogue();
    SiteEnergy energy =
        SiteEnergy.of(problem.withCatalogue(catalogue.withEnergy(priced(catalogue.energy(), at))));
    Map<String, Medium> media = new HashMap<>();
    problem.catalogue().media().forEach(each -> media.put(each.id(), priced(each, at)));
    technologies.replaceAll((id, technology) -> priced(technology, at));
    Map<String, Settlement> settlements = new HashMap<>();
    problem.settlements().forEach(each -> settlements.put(each.id(), each));
    TransitCost transit = new TransitCost(BusyHour.of(problem), problem.money(), at(problem, at));
    RoadRoutes roads = RoadRoutes.of(problem.roads());
    AssetCost sum = AssetCost.ZERO;
    for (Plan.SettlementService each : plan.settlements()) {
      for (Plan.PartService part : each.each()) {
        if (part.technologyId().isEmpty()) {
          continue;
        }
        Settlement settlement = settlements.get(each.settlementId());
        AccessTechnology technology = technologies.get(part.technologyId());
        double people =
            part.shareRatio() * Demand.people(settlement, technology, problem.standard());
        long bps = Math.round(part.demandMbps() * 1e6);
        sum =
            sum.plus(transit.of(settlement, technology, bps))
                .plus(
                    AccessCost.settlement(
                        technology,
                        Demand.areaKm2(settlement, people),
                        Demand.adopterHouseholds(people, problem.standard()),
                        problem.money()));
      }
    }
    for (Plan.AccessSite each : plan.sites()) {
      Settlement settlement = settlements.get(each.placeId());
      AccessTechnology technology =
          problem.rules().at(settlement, technologies.get(each.technologyId()));
      sum =
          sum.plus(
              AccessCost.site(
                  technology,
                  each.units(),
                  settlement == null,
                  energy.as(each.energy(), settlement, technology),
                  problem.money()));
    }
    for (Plan.BuiltLink each : plan.links()) {
      sum =
          sum.plus(
              LinkCost.link(
                  roads.laid(media.get(each.mediumId()), each.fromId(), each.toId()),
                  each.distanceKm(),
                  each.systems(),
                  problem.money()));
    }
    NodeCost nodes = new NodeCost(at(problem, at), problem.money());
    Map<String, NetworkNode> byId = new HashMap<>();
    problem.nodes().forEach(each -> byId.put(each.id(), each));
    for (Plan.NodeUpgrade each : plan.upgrades()) {
      NetworkNode node = byId.get(each.nodeId());
      long limitBps = NodeCost.limitBps(node.capacityMbps());
      long loadBps = Math.round(each.loadMbps() * 1e6);
      sum = sum.plus(nodes.upgrade(node.country(), limitBps, loadBps));
    }
    return new Ends(sum.capexUsd(), sum.opexUsdPerYear(), sum.lifetimeUsd());
  }

  private static Catalogue at(PlanningProblem problem, ToDoubleFunction<Figure> at) {
    return problem
        .catalogue()
        .withTransit(
            problem.catalogue().transit().stream()
                .map(
                    each ->
                        each.priced(
                            moved(each.transitUsdPerMbpsYear(), at),
                            moved(each.haulUsdPerMbpsKmYear(), at),
                            moved(each.coreUsdPerMbpsYear(), at),
                            moved(each.upgradeUsdPerMbpsYear(), at)))
                .toList());
  }

  private static Medium priced(Medium medium, ToDoubleFunction<Figure> at) {
    List<Medium.Hop> hops = new ArrayList<>();
    medium
        .hops()
        .forEach(each -> hops.add(new Medium.Hop(each.maxKm(), moved(each.capexUsd(), at))));
    return medium
        .with()
        .capexUsdPerKm(moved(medium.capexUsdPerKm(), at))
        .opexRatioPerYear(moved(medium.opexRatioPerYear(), at))
        .hops(hops)
        .furtherSystemCapexUsd(moved(medium.furtherSystemCapexUsd(), at))
        .systemOpexUsdPerYear(moved(medium.systemOpexUsdPerYear(), at))
        .build();
  }

  /** Moves every component that is a price, by its name: new prices need no change here. */
  private static <R extends Record> R priced(R from, ToDoubleFunction<Figure> at) {
    if (from == null) {
      return null;
    }
    try {
      RecordComponent[] parts = from.getClass().getRecordComponents();
      Object[] values = new Object[parts.length];
      Class<?>[] types = new Class<?>[parts.length];
      for (int k = 0; k < parts.length; k++) {
        types[k] = parts[k].getType();
        values[k] = parts[k].getAccessor().invoke(from);
        if (values[k] instanceof Figure figure && parts[k].getName().contains("pexUsd")) {
          values[k] = moved(figure, at);
        }
      }
      Constructor<?> whole = from.getClass().getDeclaredConstructor(types);
      @SuppressWarnings("unchecked")
      R moved = (R) whole.newInstance(values);
      return moved;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Figure moved(Figure figure, ToDoubleFunction<Figure> at) {
    return figure == null ? null : figure.withValue(at.applyAsDouble(figure));
  }
}
