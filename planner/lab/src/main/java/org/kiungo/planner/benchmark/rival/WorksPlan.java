package org.kiungo.planner.benchmark.rival;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.kiungo.planner.cost.AccessCost;
import org.kiungo.planner.cost.AssetCost;
import org.kiungo.planner.cost.LinkCost;
import org.kiungo.planner.cost.NodeCost;
import org.kiungo.planner.cost.SiteEnergy;
import org.kiungo.planner.cost.SiteSupply;
import org.kiungo.planner.cost.TransitCost;
import org.kiungo.planner.demand.Demand;
import org.kiungo.planner.demand.TodaySums;
import org.kiungo.planner.finance.PlanFinance;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.Status;
import org.kiungo.planner.model.Plan.UnservedReason;
import org.kiungo.planner.model.PlanTotalsBuilder;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.value.LonLat;

/** Writes a rival's works as a plan that the verifier can check. */
final class WorksPlan {

  private final Works works;
  private final PlanningProblem problem;
  private final SiteEnergy energy;
  private final double[] people = new double[Status.values().length];
  private final TodaySums today = new TodaySums();
  private AssetCost total = AssetCost.ZERO;

  private WorksPlan(Works works) {
    this.works = works;
    problem = works.problem;
    energy = SiteEnergy.of(problem);
  }

  static Plan of(Works works) {
    return new WorksPlan(works).write();
  }

  private Plan write() {
    List<Plan.SettlementService> services = new ArrayList<>();
    List<Plan.AccessSite> sites = new ArrayList<>();
    List<Plan.BuiltLink> links = new ArrayList<>();
    double population = 0;
    for (int i = 0; i < works.chosen.length; i++) {
      Settlement s = problem.settlements().get(i);
      population += Double.isNaN(s.population()) ? 0 : s.population();
      services.add(service(i, s));
      if (works.chosen[i] != null && works.chosen[i].units() > 0) {
        sites.add(site(s, works.chosen[i]));
      }
      if (works.active[i] > 0) {
        links.add(link(i, s));
      }
    }
    sites.sort(Comparator.comparing(Plan.AccessSite::id));
    links.sort(Comparator.comparing(Plan.BuiltLink::id));
    List<Plan.NodeUpgrade> upgrades = NodeCost.upgrades(problem, links);
    for (Plan.NodeUpgrade each : upgrades) {
      total = total.plus(AssetCost.ofUsd(0, each.opexUsdPerYear(), each.lifetimeCostUsd()));
    }
    Plan.Totals totals =
        PlanTotalsBuilder.builder()
            .population(population)
            .peopleBaseline(people[Status.BASELINE.ordinal()])
            .peopleServed(people[Status.STANDARD.ordinal()])
            .peopleBasic(people[Status.BASIC.ordinal()])
            .peopleUnserved(people[Status.UNSERVED.ordinal()])
            .capexUsd(total.capexUsd())
            .opexUsdPerYear(total.opexUsdPerYear())
            .lifetimeCostUsd(total.lifetimeUsd())
            .today(today.totals())
            .build();
    Plan plan = new Plan(services, sites, links, upgrades, totals);
    double publicUsd = PlanFinance.of(problem, plan).publicUsd();
    return plan.withTotals(
        totals
            .with()
            .viabilityGapUsd(publicUsd)
            .transit(TransitCost.totals(problem, plan))
            .build());
  }

  private Plan.SettlementService service(int i, Settlement s) {
    double unserved = s.unservedPopulation();
    if (!Double.isNaN(s.population())) {
      people[Status.BASELINE.ordinal()] += s.population() - unserved;
    }
    OwnOption option = works.chosen[i];
    boolean baseline = s.population() > 0 && unserved == 0;
    if (option == null) {
      people[Status.UNSERVED.ordinal()] += Demand.people(s, Status.BASIC);
      today.add(s, Status.UNSERVED);
      return new Plan.SettlementService(
          s.id(),
          baseline ? Status.BASELINE : Status.UNSERVED,
          "",
          "",
          0,
          0,
          Double.NaN,
          0,
          0,
          0,
          0,
          baseline ? null : UnservedReason.OVER_BUDGET,
          List.of());
    }
    AccessTechnology a = option.technology();
    double ms = a.roundTripMs().value() + (option.units() > 0 ? linksMs(i) : 0);
    Status status = Demand.status(a.downlinkMbps().value(), ms, problem.standard());
    double gained = Demand.people(s, status);
    people[status.ordinal()] += gained;
    today.add(s, status);
    double builtFor = Demand.people(s, a, problem.standard());
    AssetCost cost =
        AccessCost.settlement(
                a,
                Demand.inhabitedKm2(s, builtFor),
                Demand.adopterHouseholds(builtFor, problem.standard()),
                problem.money())
            .plus(TransitCost.of(problem).of(s, a, option.bps()));
    total = total.plus(cost);
    return new Plan.SettlementService(
        s.id(),
        status,
        a.id(),
        option.units() > 0 ? siteId(s, option) : "",
        gained,
        option.bps() / 1e6,
        ms,
        problem.money().firstYear(),
        cost.capexUsd(),
        cost.opexUsdPerYear(),
        cost.lifetimeUsd(),
        null,
        List.of());
  }

  /** Both ways over the hops, added up from the network outward as the verifier does. */
  private double linksMs(int i) {
    double before = works.parent[i] == GrownTree.ROOT ? 0 : linksMs(works.parent[i]);
    return before + LinkCost.roundTripMs(works.medium(i), works.hopKm[i]);
  }

  private static String siteId(Settlement s, OwnOption option) {
    return s.id() + ":" + option.technology().id();
  }

  private Plan.AccessSite site(Settlement s, OwnOption option) {
    SiteSupply supply = energy.at(s, option.technology());
    AssetCost cost =
        AccessCost.site(option.technology(), option.units(), false, supply, problem.money());
    total = total.plus(cost);
    return new Plan.AccessSite(
        siteId(s, option),
        option.technology().id(),
        s.id(),
        s.location(),
        option.units(),
        AccessCost.masts(option.technology(), option.units()),
        AccessCost.hopsBetweenMasts(option.technology(), option.units()),
        supply.kind(),
        option.bps() / 1e6,
        problem.money().firstYear(),
        cost.capexUsd(),
        cost.opexUsdPerYear(),
        cost.lifetimeUsd());
  }

  private Plan.BuiltLink link(int i, Settlement s) {
    boolean toRoot = works.parent[i] == GrownTree.ROOT;
    Settlement near = toRoot ? null : problem.settlements().get(works.parent[i]);
    String toId = toRoot ? works.roots.id[i] : near.id();
    LonLat to = toRoot ? works.roots.location[i] : near.location();
    Medium medium = works.medium(i);
    int systems = HopPrices.systems(medium, works.loadBps[i]);
    AssetCost cost = LinkCost.link(medium, works.hopKm[i], systems, problem.money());
    total = total.plus(cost);
    return new Plan.BuiltLink(
        s.id() + ">" + toId,
        s.id(),
        toId,
        s.location(),
        to,
        medium.id(),
        systems,
        works.hopKm[i],
        works.loadBps[i] / 1e6,
        problem.money().firstYear(),
        cost.capexUsd(),
        cost.opexUsdPerYear(),
        cost.lifetimeUsd());
  }
}
