package org.kiungo.planner.deploy.plan;

import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;
import org.kiungo.planner.cost.AccessCost;
import org.kiungo.planner.cost.AssetCost;
import org.kiungo.planner.cost.ServiceAbroad;
import org.kiungo.planner.cost.TransitCost;
import org.kiungo.planner.demand.Demand;
import org.kiungo.planner.demand.TodaySums;
import org.kiungo.planner.deploy.draft.Draft;
import org.kiungo.planner.deploy.options.AccessOptions;
import org.kiungo.planner.deploy.question.Question;
import org.kiungo.planner.deploy.settings.SolverUnits;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Plan.PartService;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.Plan.Status;
import org.kiungo.planner.model.Plan.TransitTotals;
import org.kiungo.planner.model.Plan.UnservedReason;
import org.kiungo.planner.model.ServiceStandard;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.today.TodayTotals;
import org.kiungo.planner.radio.SightParts;

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
  private final ServiceAbroad abroad;

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
    abroad = ServiceAbroad.of(question.problem());
  }

  SettlementService service(int i) {
    Settlement s = question.problem().settlements().get(i);
    if (!Double.isNaN(s.population())) {
      population += s.population();
      people[Status.BASELINE.ordinal()] += s.population() - s.unservedPopulation();
    }
    int o = draft.choice(i);
    if (o < 0) {
      return service(s, left(s, 1, () -> reason(i, s)));
    }
    AccessTechnology a = options.technologies().get(options.technology(o));
    int site = options.site(o);
    String at = site < 0 ? "" : siteId.apply(site);
    double wayMs = site < 0 ? 0 : roundTripMs.applyAsDouble(options.sitePlace(site));
    double seen = SightParts.seenRatio(a, s);
    AssetCost border =
        site < 0
            ? AssetCost.ZERO
            : abroad.cost(s.id(), question.places().id(options.sitePlace(site)));
    PartService first = served(s, seen, a, at, wayMs, options.demandBps(o), border);
    if (seen == 1) {
      return service(s, first);
    }
    int rest = options.rest(o);
    PartService others =
        rest < 0
            ? left(s, 1 - seen, () -> reasonOfRest(i, o))
            : served(
                s,
                1 - seen,
                options.technologies().get(rest),
                "",
                0,
                options.beamLoadBps(o),
                AssetCost.ZERO);
    return service(s, first, others);
  }

  /** The sum that {@link #people} has of the standard once every settlement is written. */
  double peopleServed() {
    double served = 0;
    for (int i = 0; i < question.places().settlements(); i++) {
      int o = draft.choice(i);
      if (o >= 0) {
        Settlement s = question.problem().settlements().get(i);
        AccessTechnology a = options.technologies().get(options.technology(o));
        int site = options.site(o);
        double wayMs = site < 0 ? 0 : roundTripMs.applyAsDouble(options.sitePlace(site));
        double seen = SightParts.seenRatio(a, s);
        served += peopleServed(s, seen, a, wayMs);
        if (seen < 1 && options.rest(o) >= 0) {
          served += peopleServed(s, 1 - seen, options.technologies().get(options.rest(o)), 0);
        }
      }
    }
    return served;
  }

  private double peopleServed(Settlement whole, double ratio, AccessTechnology a, double wayMs) {
    return status(a, wayMs) == Status.STANDARD
        ? Demand.people(SightParts.share(whole, ratio), Status.STANDARD)
        : 0;
  }

  private Status status(AccessTechnology a, double wayMs) {
    return Demand.status(
        a.downlinkMbps().value(), a.roundTripMs().value() + wayMs, question.problem().standard());
  }

  private SettlementService service(Settlement s, PartService... parts) {
    PartService main = parts[0];
    AssetCost cost = AssetCost.ZERO;
    double served = 0;
    long bps = 0;
    for (PartService part : parts) {
      main = part.peopleServed() > main.peopleServed() ? part : main;
      served += part.peopleServed();
      bps += SolverUnits.bitsPerSecond(part.demandMbps());
      cost =
          cost.plus(
              AssetCost.ofUsd(part.capexUsd(), part.opexUsdPerYear(), part.lifetimeCostUsd()));
    }
    total = total.plus(cost);
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
        parts.length == 1 ? List.of() : List.of(parts));
  }

  private PartService left(Settlement whole, double ratio, Supplier<UnservedReason> reason) {
    Settlement s = SightParts.share(whole, ratio);
    people[Status.UNSERVED.ordinal()] += Demand.people(s, Status.BASIC);
    today.add(s, Status.UNSERVED);
    boolean baseline = s.population() > 0 && s.unservedPopulation() == 0;
    return new PartService(
        ratio,
        baseline ? Status.BASELINE : Status.UNSERVED,
        "",
        "",
        0,
        0,
        Double.NaN,
        0,
        0,
        0,
        baseline ? null : reason.get());
  }

  private PartService served(
      Settlement whole,
      double ratio,
      AccessTechnology a,
      String site,
      double wayMs,
      long bps,
      AssetCost border) {
    Settlement s = SightParts.share(whole, ratio);
    ServiceStandard standard = question.problem().standard();
    double ms = a.roundTripMs().value() + wayMs;
    Status status = status(a, wayMs);
    double gained = Demand.people(s, status);
    people[status.ordinal()] += gained;
    today.add(s, status);
    double builtFor = Demand.people(s, a, standard);
    AssetCost traffic = beyond.of(s, a, bps);
    transit = transit.plus(traffic);
    AssetCost cost =
        AccessCost.settlement(
                a,
                Demand.inhabitedKm2(s, builtFor),
                Demand.adopterHouseholds(builtFor, standard),
                question.problem().money())
            .plus(traffic)
            .plus(border);
    return new PartService(
        ratio,
        status,
        a.id(),
        site,
        gained,
        bps / 1e6,
        ms,
        cost.capexUsd(),
        cost.opexUsdPerYear(),
        cost.lifetimeUsd(),
        null);
  }

  /** Why those out of sight of an option's mast have nothing. */
  private UnservedReason reasonOfRest(int i, int chosen) {
    boolean any = false;
    boolean room = false;
    for (int o = options.first(i); o < options.end(i); o++) {
      if (options.site(o) == options.site(chosen) && options.rest(o) >= 0) {
        any = true;
        room |= draft.hasRoomInBeam(o);
      }
    }
    return room
        ? UnservedReason.OVER_BUDGET
        : any ? UnservedReason.SATELLITE_CAPACITY : UnservedReason.NO_TECHNOLOGY;
  }

  private UnservedReason reason(int i, Settlement s) {
    if (!(s.population() > 0)) {
      return UnservedReason.POPULATION_UNKNOWN;
    }
    boolean any = false;
    boolean reachable = false;
    boolean room = false;
    for (int o = options.first(i); o < options.end(i); o++) {
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
    return options.beamExcluded(i)
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
