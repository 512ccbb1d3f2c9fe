package org.kiungo.planner.deploy.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import org.kiungo.planner.cost.AccessCost;
import org.kiungo.planner.cost.AssetCost;
import org.kiungo.planner.cost.TransitCost;
import org.kiungo.planner.demand.Demand;
import org.kiungo.planner.demand.TodaySums;
import org.kiungo.planner.deploy.draft.Draft;
import org.kiungo.planner.deploy.options.AccessOptions;
import org.kiungo.planner.deploy.question.Question;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Plan.PartService;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.Plan.Status;
import org.kiungo.planner.model.Plan.TransitTotals;
import org.kiungo.planner.model.Plan.UnservedReason;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.today.TodayTotals;

/**
 * What a draft does for settlements: the status that each part of their people really gets, what
 * that costs, and the reason wherever somebody is left without service.
 */
final class ServiceWriter {

  private final Question question;
  private final Draft draft;
  private final AccessOptions options;
  private final IntToDoubleFunction roundTripMs;
  private final IntFunction<String> siteId;
  private final TransitCost beyond;

  /** Of the total, what traffic costs beyond the nodes. */
  private AssetCost transit = AssetCost.ZERO;

  private final TodaySums today = new TodaySums();
  private final double[] people = new double[Status.values().length];
  private double population;
  private AssetCost total = AssetCost.ZERO;

  /**
   * @param roundTripMs both ways from a place to the network
   * @param siteId id of a site in plans
   */
  ServiceWriter(Draft draft, IntToDoubleFunction roundTripMs, IntFunction<String> siteId) {
    this.draft = draft;
    this.roundTripMs = roundTripMs;
    this.siteId = siteId;
    question = draft.question();
    options = question.options();
    beyond = TransitCost.of(question.problem());
  }

  SettlementService service(int i) {
    Settlement s = question.problem().settlements().get(i);
    if (!Double.isNaN(s.population())) {
      population += s.population();
      people[Status.BASELINE.ordinal()] += s.population() - s.unservedPopulation();
    }
    List<PartService> parts = new ArrayList<>();
    AssetCost cost = AssetCost.ZERO;
    long bps = 0;
    double served = 0;
    for (int part = i; part >= 0; part = options.parts().next(part)) {
      int o = draft.choice(part);
      AssetCost own = o < 0 ? AssetCost.ZERO : cost(part, o);
      cost = cost.plus(own);
      bps += o < 0 ? 0 : options.demandBps(o);
      parts.add(o < 0 ? left(part, i) : served(part, o, own));
      served += parts.get(parts.size() - 1).peopleServed();
    }
    total = total.plus(cost);
    PartService main = main(parts);
    boolean alike =
        parts.stream()
            .allMatch(
                p ->
                    p.technologyId().equals(main.technologyId())
                        && p.siteId().equals(main.siteId()));
    return new SettlementService(
        s.id(),
        main.status(),
        main.technologyId(),
        main.siteId(),
        served,
        bps / 1e6,
        main.roundTripMs(),
        main.technologyId().isEmpty() ? 0 : question.problem().money().firstYear(),
        cost.capexUsd(),
        cost.opexUsdPerYear(),
        cost.lifetimeUsd(),
        main.reason(),
        alike ? List.of() : parts);
  }

  /** The part of which most people are served; of equals the one that sees more. */
  private static PartService main(List<PartService> parts) {
    PartService main = parts.get(0);
    for (PartService part : parts) {
      main = part.peopleServed() > main.peopleServed() ? part : main;
    }
    return main;
  }

  private PartService left(int part, int i) {
    Settlement s = options.parts().settlement(part);
    people[Status.UNSERVED.ordinal()] += Demand.people(s, Status.BASIC);
    today.add(s, Status.UNSERVED);
    boolean baseline = s.population() > 0 && s.unservedPopulation() == 0;
    return new PartService(
        options.parts().shareRatio(part),
        baseline ? Status.BASELINE : Status.UNSERVED,
        "",
        "",
        0,
        0,
        Double.NaN,
        0,
        0,
        0,
        baseline ? null : reason(part, question.problem().settlements().get(i)));
  }

  private AssetCost cost(int part, int o) {
    Settlement s = options.parts().settlement(part);
    AccessTechnology a = options.technologies().get(options.technology(o));
    double builtFor = Demand.people(s, a, question.problem().standard());
    AssetCost traffic = beyond.of(s, a, options.demandBps(o));
    transit = transit.plus(traffic);
    return AccessCost.settlement(
            a,
            Demand.areaKm2(s, builtFor),
            Demand.adopterHouseholds(builtFor, question.problem().standard()),
            question.problem().money())
        .plus(traffic);
  }

  private PartService served(int part, int o, AssetCost cost) {
    Settlement s = options.parts().settlement(part);
    AccessTechnology a = options.technologies().get(options.technology(o));
    int site = options.site(o);
    double ms =
        a.roundTripMs().value()
            + (site < 0 ? 0 : roundTripMs.applyAsDouble(options.sitePlace(site)));
    Status status = Demand.status(a.downlinkMbps().value(), ms, question.problem().standard());
    double gained = Demand.people(s, status);
    people[status.ordinal()] += gained;
    today.add(s, status);
    return new PartService(
        options.parts().shareRatio(part),
        status,
        a.id(),
        site < 0 ? "" : siteId.apply(site),
        gained,
        options.demandBps(o) / 1e6,
        ms,
        cost.capexUsd(),
        cost.opexUsdPerYear(),
        cost.lifetimeUsd(),
        null);
  }

  private UnservedReason reason(int part, Settlement s) {
    if (!(s.population() > 0)) {
      return UnservedReason.POPULATION_UNKNOWN;
    }
    boolean any = false;
    boolean reachable = false;
    boolean room = false;
    for (int o = options.first(part); o < options.end(part); o++) {
      int site = options.site(o);
      any = true;
      reachable |= site < 0 || draft.isReachable(site);
      room |= site >= 0 ? draft.isReachable(site) : draft.hasRoomInBeam(o);
    }
    if (room) {
      return UnservedReason.OVER_BUDGET;
    }
    if (any) {
      return reachable ? UnservedReason.SATELLITE_CAPACITY : UnservedReason.BEYOND_REACH;
    }
    if (options.locks().forbids(s.id()) || options.locks().demands(s.id())) {
      return UnservedReason.FORBIDDEN;
    }
    return options.beamExcluded(part)
        ? UnservedReason.SATELLITE_CAPACITY
        : UnservedReason.NO_TECHNOLOGY;
  }

  double population() {
    return population;
  }

  double people(Status status) {
    return people[status.ordinal()];
  }

  TodayTotals today() {
    return today.totals();
  }

  /** Null where the catalogue has no price for it. */
  TransitTotals transit() {
    return question.problem().catalogue().transit().isEmpty()
        ? null
        : new TransitTotals(transit.opexUsdPerYear(), transit.lifetimeUsd());
  }

  AssetCost total() {
    return total;
  }
}
