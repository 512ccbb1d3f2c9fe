package org.kiungo.planner.verify.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.PartService;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.Plan.Status;
import org.kiungo.planner.model.Programme.Replaced;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.verify.check.Ledger;
import org.kiungo.planner.verify.formula.Cost;
import org.kiungo.planner.verify.formula.Coverage;
import org.kiungo.planner.verify.formula.PeopleServed;
import org.kiungo.planner.verify.law.PlaceLaw;
import org.kiungo.planner.verify.read.Claims;
import org.kiungo.planner.verify.read.Facts;
import org.kiungo.planner.verify.read.PartClaim;

/** Settlements: each once, with the people, demand, round trip, status and cost of its option. */
public final class ServiceChecks {

  private final Facts facts;
  private final SiteChecks sites;
  private final LinkChecks links;
  private final Payments payments;
  private final Ledger ledger;
  private final double[] peopleBy = new double[Status.values().length];
  private final BeamChecks beams;
  private final TodayChecks today;
  private Cost total = Cost.ZERO;

  /** Of the total, what traffic costs beyond the nodes. */
  private Cost transit = Cost.ZERO;

  private double population;
  private double weightedPeople;

  /** Per country and district: people, and of them the weighted number with service. */
  private final Map<String, double[]> districts = new TreeMap<>();

  public ServiceChecks(
      Facts facts,
      Claims claims,
      SiteChecks sites,
      LinkChecks links,
      Payments payments,
      Ledger ledger) {
    this.facts = facts;
    this.payments = payments;
    this.sites = sites;
    this.links = links;
    this.ledger = ledger;
    beams = new BeamChecks(facts);
    today = new TodayChecks(claims.areOfOlderModel());
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
    Map<String, Integer> served = new TreeMap<>();
    claims.services().forEach(each -> served.put(each.settlementId(), each.buildYear()));
    claims.replaced().forEach(each -> replaced(each, served));
    links.upward(beams::feed);
    beams.check(ledger);
  }

  private void check(Settlement settlement, SettlementService service, LonLat place) {
    String id = settlement.id();
    double unserved = PeopleServed.below(settlement);
    if (!Double.isNaN(settlement.population())) {
      population += settlement.population();
      peopleBy[Status.BASELINE.ordinal()] += settlement.population() - unserved;
      double[] district = districtOf(settlement);
      district[0] += settlement.population();
      district[1] += PeopleServed.today(settlement, facts.standard());
    }
    ledger.same("settlement.place", id, settlement.location(), place);
    boolean told = !service.parts().isEmpty();
    int count = service.each().size();
    if (told && !ledger.holds("service.parts", id, count == 2, "two parts", count)) {
      return;
    }
    boolean seen = PartClaim.isInSight(facts, settlement, service);
    ledger.holds("service.sight", id, seen, "those in sight of a mast", service.technologyId());
    PartSums sums = new PartSums();
    boolean isBuilt = service.buildYear() != 0;
    int phase = isBuilt ? payments.phaseOf(id, service.buildYear()) : 0;
    for (PartClaim part : PartClaim.of(facts, settlement, service)) {
      PartSums own = new PartSums();
      check(part, phase, own);
      if (told) {
        ledger.about("service.parts", id, part.shareRatio(), part.stated().shareRatio());
        own.check(id, part.stated(), ledger);
      }
      sums.add(own);
    }
    sums.check(id, service, ledger);
    ledger.same(
        "buildYear", id, sums.isServed() ? payments.firstYear(phase) : 0, service.buildYear());
    payments.pay(phase, sums.cost());
    total = total.plus(sums.cost());
  }

  /** What a part of a settlement's people should have of the service that is stated for it. */
  private void check(PartClaim part, int phase, PartSums sums) {
    PartService stated = part.stated();
    if (stated.technologyId().isEmpty()) {
      left(part.settlement(), stated, sums);
      return;
    }
    String id = part.settlement().id();
    AccessTechnology technology = facts.technologies().get(stated.technologyId());
    boolean allowed = technology != null && facts.allowedTechnologies().contains(technology.id());
    if (ledger.holds("technology.allowed", id, allowed, "allowed", stated.technologyId())) {
      served(part.settlement(), stated, technology, payments.at(phase), sums);
    }
  }

  private void left(Settlement settlement, PartService stated, PartSums sums) {
    String id = settlement.id();
    double unserved = PeopleServed.below(settlement);
    peopleBy[Status.UNSERVED.ordinal()] += unserved - PeopleServed.basic(settlement);
    today.add(settlement, Status.UNSERVED);
    boolean baseline = settlement.population() > 0 && unserved == 0;
    ledger.same("site.none", id, "", stated.siteId());
    ledger.near("roundTrip", id, Double.NaN, stated.roundTripMs());
    ledger.holds(
        "reason",
        id,
        baseline == (stated.reason() == null),
        baseline ? "no reason" : "a reason",
        stated.reason());
    sums.left(stated, baseline ? Status.BASELINE : Status.UNSERVED);
  }

  private void served(
      Settlement settlement, PartService stated, AccessTechnology a, Facts then, PartSums sums) {
    String id = settlement.id();
    double people = facts.builtFor(settlement, a);
    long bps = facts.load().bps(settlement, people, a);
    double ms = a.roundTripMs().value();
    if (Coverage.needsSite(a)) {
      AccessSite site = sites.site(stated.siteId());
      ms += site == null ? Double.NaN : links.roundTripMs(site.placeId());
    } else {
      ledger.same("site.none", id, "", stated.siteId());
      beams.add(a, settlement.location(), bps);
    }
    boolean timely = ledger.about("roundTrip", id, ms, stated.roundTripMs());
    double statedMs = timely ? stated.roundTripMs() : ms;
    Status status = PeopleServed.level(a.downlinkMbps().value(), statedMs, facts.standard());
    boolean better = status == Status.STANDARD || status == Status.BASIC;
    ledger.holds("status", id, better, "STANDARD or BASIC", status);
    double gained = PeopleServed.raised(settlement, status);
    peopleBy[status.ordinal()] += gained;
    today.add(settlement, status);
    double weighted =
        PeopleServed.gained(settlement, status, facts.standard())
            * PeopleServed.weight(status, facts.standard());
    districtOf(settlement)[1] += weighted;
    weightedPeople += weighted * PlaceLaw.weight(facts.rules(), settlement);
    ledger.holds("reason", id, stated.reason() == null, "no reason", stated.reason());
    Cost traffic = then.prices().traffic().of(settlement, a, bps);
    AccessSite from = sites.site(stated.siteId());
    Cost border = from == null ? Cost.ZERO : then.abroad().cost(id, from.placeId());
    transit = transit.plus(traffic);
    Cost own = own(settlement, a, people, then).plus(traffic).plus(border);
    sums.served(stated, status, gained, bps, own);
  }

  /** What served a settlement before: allowed, earlier, once, and paid in full in its phase. */
  private void replaced(Replaced stated, Map<String, Integer> served) {
    String id = stated.settlementId();
    Settlement settlement = facts.settlements().get(id);
    AccessTechnology a = facts.technologies().get(stated.technologyId());
    Integer until = served.remove(id);
    boolean before = until != null && until == stated.replacedYear() && stated.buildYear() > 0;
    boolean follows = before && stated.buildYear() < until && settlement != null;
    if (!ledger.holds("phase.replaced", id, follows, "before " + until, stated.buildYear())) {
      return;
    }
    boolean allowed = a != null && isAllowed(id, a) && !Coverage.needsSite(a);
    if (!ledger.holds(
        "technology.allowed", id, allowed, "an allowed terminal", stated.technologyId())) {
      return;
    }
    int phase = payments.phaseOf(id, stated.buildYear());
    double people = facts.builtFor(settlement, a);
    long bps = facts.load().bps(settlement, people, a);
    double ms = a.roundTripMs().value();
    Status status = PeopleServed.level(a.downlinkMbps().value(), ms, facts.standard());
    ledger.same("phase.replaced", id, status, stated.status());
    ledger.about("phase.replaced", id, ms, stated.roundTripMs());
    ledger.about(
        "phase.replaced", id, PeopleServed.raised(settlement, status), stated.peopleServed());
    ledger.same("phase.replaced", id, bps, SiteChecks.bps(stated.demandMbps()));
    beams.add(a, settlement.location(), bps);
    Facts then = payments.at(phase);
    Cost cost =
        own(settlement, a, people, then).plus(then.prices().traffic().of(settlement, a, bps));
    ledger.cost(
        "phase.replaced",
        id,
        cost,
        new Ledger.Money3(stated.capexUsd(), stated.opexUsdPerYear(), stated.lifetimeCostUsd()));
    payments.pay(phase, cost);
    payments.regret(phase, cost);
    total = total.plus(cost);
  }

  private static Cost own(Settlement settlement, AccessTechnology a, double people, Facts then) {
    double areaKm2 = Coverage.inhabitedKm2(settlement, people);
    double households = then.load().households(people);
    return then.prices().access().settlement(a, areaKm2, people, households);
  }

  private boolean isAllowed(String id, AccessTechnology a) {
    Set<String> never = facts.never().getOrDefault(id, Set.of());
    return facts.allowedTechnologies().contains(a.id())
        && facts.always().getOrDefault(id, a.id()).equals(a.id())
        && !never.contains(a.id())
        && !never.contains("*");
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

  /**
   * Mean over all pairs of people, today's service included, of the lower of their districts'
   * shares with service: mean · (1 − Gini).
   */
  public double equitableRatio() {
    List<double[]> all = districts.values().stream().filter(d -> d[0] > 0).toList();
    double people = all.stream().mapToDouble(d -> d[0]).sum();
    double sum = 0;
    for (double[] one : all) {
      for (double[] other : all) {
        double pairs = one[0] / people * (other[0] / people);
        sum += pairs * Math.min(one[1] / one[0], other[1] / other[0]);
      }
    }
    return all.isEmpty() ? 1 : sum;
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

  Cost transit() {
    return transit;
  }

  public Cost total() {
    return total;
  }
}
