package org.kiungo.planner.verify.plan;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.kiungo.planner.cost.AccessCost;
import org.kiungo.planner.cost.AssetCost;
import org.kiungo.planner.demand.Demand;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.LonLat;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.Plan.Status;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.radio.BeamCell;
import org.kiungo.planner.verify.check.Ledger;
import org.kiungo.planner.verify.read.Claims;
import org.kiungo.planner.verify.read.Facts;

/** Settlements: each once, with the people, demand, round trip, status and cost of its option. */
public final class ServiceChecks {

  private final Facts facts;
  private final SiteChecks sites;
  private final LinkChecks links;
  private final Ledger ledger;
  private final double[] peopleBy = new double[Status.values().length];
  private final Map<String, Map<BeamCell, Long>> beamBps = new TreeMap<>();
  private final TodayChecks today = new TodayChecks();
  private AssetCost total = AssetCost.ZERO;

  /** Of the total, what traffic costs beyond the nodes. */
  private AssetCost transit = AssetCost.ZERO;

  private double population;
  private double weightedPeople;

  /** Per country and district: people, and of them the weighted number with service. */
  private final Map<String, double[]> districts = new TreeMap<>();

  public ServiceChecks(
      Facts facts, Claims claims, SiteChecks sites, LinkChecks links, Ledger ledger) {
    this.facts = facts;
    this.sites = sites;
    this.links = links;
    this.ledger = ledger;
    Set<String> seen = new HashSet<>();
    for (int k = 0; k < claims.services().size(); k++) {
      SettlementService service = claims.services().get(k);
      String id = service.settlementId();
      Settlement settlement = facts.settlements().get(id);
      boolean once = seen.add(id) && settlement != null;
      if (ledger.holds(
          "settlement.once", id, once, "once", settlement == null ? "never" : "twice")) {
        check(settlement, service, claims.servicePlaces().get(k));
      }
    }
    int expected = facts.settlements().size();
    ledger.same("settlement.all", "", expected, seen.size());
    beams();
  }

  private void check(Settlement settlement, SettlementService service, LonLat place) {
    String id = settlement.id();
    double unserved = settlement.unservedPopulation();
    if (!Double.isNaN(settlement.population())) {
      population += settlement.population();
      peopleBy[Status.BASELINE.ordinal()] += settlement.population() - unserved;
      double[] district = districtOf(settlement);
      district[0] += settlement.population();
      district[1] += Demand.served(settlement, facts.standard());
    }
    ledger.same("settlement.place", id, settlement.location(), place);
    if (service.technologyId().isEmpty()) {
      left(settlement, service, unserved);
      return;
    }
    AccessTechnology technology = facts.technologies().get(service.technologyId());
    boolean allowed = technology != null && facts.allowedTechnologies().contains(technology.id());
    if (ledger.holds("technology.allowed", id, allowed, "allowed", service.technologyId())) {
      served(settlement, service, technology);
    }
  }

  private void left(Settlement settlement, SettlementService service, double unserved) {
    String id = settlement.id();
    peopleBy[Status.UNSERVED.ordinal()] += unserved - settlement.basicPopulation();
    today.add(settlement, Status.UNSERVED);
    boolean baseline = settlement.population() > 0 && unserved == 0;
    ledger.same("status", id, baseline ? Status.BASELINE : Status.UNSERVED, service.status());
    ledger.near("people", id, 0, service.peopleServed());
    ledger.near("demand", id, 0, service.demandMbps());
    ledger.same("site.none", id, "", service.siteId());
    ledger.holds(
        "reason",
        id,
        baseline == (service.reason() == null),
        baseline ? "no reason" : "a reason",
        service.reason());
    ledger.cost("settlement.cost", id, AssetCost.ZERO, money(service));
  }

  private void served(Settlement settlement, SettlementService service, AccessTechnology a) {
    String id = settlement.id();
    double people = Demand.people(settlement, a, facts.standard());
    long bps = SiteChecks.bps(facts.busyHour().mbps(settlement, people, a));
    ledger.same("demand", id, bps, SiteChecks.bps(service.demandMbps()));
    double ms = a.roundTripMs().value();
    if (a.needsBackhaul()) {
      AccessSite site = sites.site(service.siteId());
      ms += site == null ? Double.NaN : links.roundTripMs(site.placeId());
    } else {
      ledger.same("site.none", id, "", service.siteId());
      BeamCell cell = BeamCell.of(settlement.location());
      beamBps.computeIfAbsent(a.id(), k -> new TreeMap<>()).merge(cell, bps, Long::sum);
    }
    boolean timely = ledger.near("roundTrip", id, ms, service.roundTripMs());
    double statedMs = timely ? service.roundTripMs() : ms;
    Status status = Demand.status(a.downlinkMbps().value(), statedMs, facts.standard());
    ledger.same("status", id, status, service.status());
    boolean better = status == Status.STANDARD || status == Status.BASIC;
    ledger.holds("status", id, better, "STANDARD or BASIC", status);
    double gained = Demand.people(settlement, status);
    ledger.near("people", id, gained, service.peopleServed());
    peopleBy[status.ordinal()] += gained;
    today.add(settlement, status);
    double weighted =
        Demand.gained(settlement, status, facts.standard())
            * Demand.weightRatio(status, facts.standard());
    districtOf(settlement)[1] += weighted;
    weightedPeople += weighted * facts.rules().weightRatio(settlement);
    ledger.holds("reason", id, service.reason() == null, "no reason", service.reason());
    ledger.same("buildYear", id, facts.money().firstYear(), service.buildYear());
    AssetCost traffic = facts.transit().of(settlement, a, bps);
    transit = transit.plus(traffic);
    AssetCost cost =
        AccessCost.settlement(
                a,
                Demand.areaKm2(settlement, people),
                Demand.adopterHouseholds(people, facts.standard()),
                facts.money())
            .plus(traffic);
    total = total.plus(cost);
    ledger.cost("settlement.cost", id, cost, money(service));
  }

  private void beams() {
    ledger.rule("beam");
    beamBps.forEach(
        (technologyId, cells) -> {
          AccessTechnology a = facts.technologies().get(technologyId);
          if (a.beamMbpsPerKm2() != null) {
            cells.forEach(
                (cell, bps) -> {
                  long cap = SiteChecks.bps(a.beamMbpsPerKm2().value() * cell.areaKm2());
                  ledger.holds("beam", technologyId + " " + cell, bps <= cap, cap, bps);
                });
          }
        });
  }

  private static Ledger.Money3 money(SettlementService s) {
    return new Ledger.Money3(s.capexUsd(), s.opexUsdPerYear(), s.lifetimeCostUsd());
  }

  private double[] districtOf(Settlement s) {
    return districts.computeIfAbsent(s.country() + '\u0000' + s.district(), k -> new double[2]);
  }

  /** Least share of people with service, today's included, in any district that has people. */
  public double floorRatio() {
    return districts.values().stream()
        .filter(d -> d[0] > 0)
        .mapToDouble(d -> d[1] / d[0])
        .min()
        .orElse(1);
  }

  /** People whom the plan serves, by level of service and equity: what it strives for. */
  public double weightedPeople() {
    return weightedPeople;
  }

  TodayChecks today() {
    return today;
  }

  double people(Status status) {
    return peopleBy[status.ordinal()];
  }

  double population() {
    return population;
  }

  AssetCost transit() {
    return transit;
  }

  public AssetCost total() {
    return total;
  }
}
