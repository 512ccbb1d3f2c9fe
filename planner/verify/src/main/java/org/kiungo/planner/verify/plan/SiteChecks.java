package org.kiungo.planner.verify.plan;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.AccessTechnology.Serves;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.PartService;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.border.Abroad;
import org.kiungo.planner.model.energy.EnergySupply;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.verify.check.Ledger;
import org.kiungo.planner.verify.formula.BusyHourLoad;
import org.kiungo.planner.verify.formula.Cost;
import org.kiungo.planner.verify.formula.Coverage;
import org.kiungo.planner.verify.formula.UnitPrice;
import org.kiungo.planner.verify.read.Claims;
import org.kiungo.planner.verify.read.Facts;
import org.kiungo.planner.verify.read.PartClaim;

/** Sites: where they stand, whom they reach, what they carry, how many units and what they cost. */
public final class SiteChecks {

  private final Facts facts;
  private final Ledger ledger;
  private final Map<String, AccessSite> sites = new HashMap<>();
  private final Payments payments;
  private final Payments.Cumulative loadBps;
  private final Payments.Cumulative taken;
  private final Payments.Cumulative users;

  /** Ground that each site covers, in cells of its technology at each settlement. */
  private final Map<String, Double> cells = new HashMap<>();

  private Cost total = Cost.ZERO;

  public SiteChecks(Facts facts, Claims claims, Payments payments, Ledger ledger) {
    this.facts = facts;
    this.payments = payments;
    this.ledger = ledger;
    loadBps = new Payments.Cumulative(payments.count());
    taken = new Payments.Cumulative(payments.count());
    users = new Payments.Cumulative(payments.count());
    for (AccessSite site : claims.sites()) {
      ledger.holds("site.once", site.id(), sites.put(site.id(), site) == null, "once", "twice");
    }
    claims.services().forEach(this::load);
    told(claims);
    claims.sites().forEach(this::check);
  }

  /** Busy-hour demand in bits per second, so that sums are exact. */
  public static long bps(double mbps) {
    return BusyHourLoad.bps(mbps);
  }

  /** Whoever is served from another country is said to be, and nobody else. */
  private void told(Claims claims) {
    Map<String, String> placeOfSite = new HashMap<>();
    sites.values().forEach(each -> placeOfSite.put(each.id(), each.placeId()));
    ledger.rule("service.abroad");
    for (SettlementService each : claims.services()) {
      String id = each.settlementId();
      Optional<Abroad> told = Optional.ofNullable(claims.abroad().get(id));
      ledger.same("service.abroad", id, facts.abroad().find(each, placeOfSite), told);
    }
  }

  private void load(SettlementService service) {
    Settlement settlement = facts.settlements().get(service.settlementId());
    if (settlement == null) {
      return;
    }
    for (PartClaim part : PartClaim.of(facts, settlement, service)) {
      load(part.settlement(), part.stated(), service.buildYear());
    }
  }

  private void load(Settlement settlement, PartService service, int buildYear) {
    AccessTechnology technology = facts.technologies().get(service.technologyId());
    if (technology == null || !Coverage.needsSite(technology)) {
      return;
    }
    AccessSite site = sites.get(service.siteId());
    boolean fits = site != null && site.technologyId().equals(technology.id());
    String asked = "a site with " + technology.id();
    if (!ledger.holds("site.exists", settlement.id(), fits, asked, service.siteId())) {
      return;
    }
    double people = facts.builtFor(settlement, technology);
    double areaKm2 = Coverage.areaKm2(settlement, people);
    long[] bps = new long[payments.count()];
    long[] takes = new long[payments.count()];
    for (int t = 0; t < bps.length; t++) {
      bps[t] = payments.load(t).bps(settlement, people, technology);
      takes[t] = facts.coverage().taken(technology, settlement, areaKm2, bps[t]);
    }
    long parts = takes[takes.length - 1];
    int phase = payments.phaseOf(settlement.id(), buildYear);
    loadBps.add(site.id(), phase, bps);
    taken.add(site.id(), phase, takes);
    users.add(site.id(), phase, 1);
    double reachKm = facts.coverage().servesKm(technology, settlement);
    cells.merge(site.id(), areaKm2 / facts.coverage().cellKm2(technology, settlement), Double::sum);
    boolean room = Coverage.hasRoom(technology, areaKm2, parts);
    double each = parts / (double) Coverage.WHOLE;
    ledger.holds("site.density", settlement.id(), room, "room on " + areaKm2 + " km²", each);
    boolean own = technology.serves() == Serves.OWN_SETTLEMENT;
    LonLat place = facts.place(site.placeId());
    double km = place == null ? Double.NaN : place.distanceKm(settlement.location());
    boolean reached = own ? site.placeId().equals(settlement.id()) : km <= reachKm;
    Object limit = own ? "its own settlement" : reachKm;
    if (own || !facts.redacted().isThere()) {
      ledger.holds("site.reach", settlement.id(), reached, limit, own ? site.placeId() : km);
    } else {
      LonLat home = settlement.location();
      facts.redacted().checkReach(settlement.id(), place, home, reachKm, ledger);
    }
    boolean atHome = facts.abroad().allows(settlement.id(), site.placeId());
    ledger.holds("site.abroad", settlement.id(), atHome, "a site of its own country", site.id());
  }

  private void check(AccessSite site) {
    AccessTechnology technology = facts.technologies().get(site.technologyId());
    LonLat place = facts.place(site.placeId());
    boolean known = technology != null && Coverage.needsSite(technology) && place != null;
    if (!ledger.holds("site.place", site.id(), known, "a settlement or tower", site.placeId())) {
      return;
    }
    ledger.same("site.place", site.id(), place, site.location());
    boolean allowed = facts.allowedTechnologies().contains(technology.id());
    ledger.holds("technology.allowed", site.id(), allowed, "allowed", technology.id());
    ledger.same("site.load", site.id(), loadBps.last(site.id()), bps(site.loadMbps()));
    int units = Coverage.units(taken.last(site.id()));
    ledger.same("site.units", site.id(), units, site.units());
    double covered = cells.getOrDefault(site.id(), 0.0);
    boolean covers = site.units() >= covered * (1 - 1e-9);
    ledger.holds("site.area", site.id(), covers, "≥ " + covered + " cells", site.units());
    int masts = UnitPrice.masts(technology, site.units());
    ledger.same("site.masts", site.id(), masts, site.masts());
    int hops = UnitPrice.hopsBetweenMasts(technology, site.units());
    ledger.same("site.hops", site.id(), hops, site.hopsBetweenMasts());
    long[] usedBy = usersOf(site);
    int first = firstOf(usedBy);
    ledger.same("buildYear", site.id(), payments.firstYear(first), site.buildYear());
    Settlement at = facts.settlements().get(site.placeId());
    boolean open = at == null || !at.siteClosed();
    ledger.holds("site.closed", site.id(), open, "ground open to new sites", "closed");
    EnergySupply supply = facts.prices().access().unit(technology, at).supply();
    ledger.same("site.energy", site.id(), told(supply), told(site.energy()));
    long[] sizes = new long[usedBy.length];
    for (int t = first; t < sizes.length; t++) {
      sizes[t] = Coverage.units(taken.of(site.id())[t]);
    }
    Cost cost =
        payments.grown(
            site.id(),
            sizes,
            1,
            false,
            (size, then) ->
                size == 0
                    ? Cost.ZERO
                    : then.prices()
                        .access()
                        .unit(technology, at, supply)
                        .site((int) (long) size, at == null));
    total = total.plus(cost);
    ledger.cost(
        "site.cost",
        site.id(),
        cost,
        new Ledger.Money3(site.capexUsd(), site.opexUsdPerYear(), site.lifetimeCostUsd()));
  }

  private static String told(EnergySupply kind) {
    return kind == null ? "in the technology's figures" : kind.name();
  }

  /** What a site carries at the end of each phase. */
  long[] loadOf(AccessSite site) {
    return loadBps.of(site.id());
  }

  /** Whom it serves then. */
  long[] usersOf(AccessSite site) {
    return users.of(site.id());
  }

  /** The first phase in which something is used; what nobody uses counts as used from the first. */
  static int firstOf(long[] users) {
    for (int t = 0; t < users.length; t++) {
      if (users[t] > 0) {
        return t;
      }
    }
    return 0;
  }

  AccessSite site(String id) {
    return sites.get(id);
  }

  public Cost total() {
    return total;
  }
}
