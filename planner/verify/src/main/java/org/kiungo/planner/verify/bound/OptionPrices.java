package org.kiungo.planner.verify.bound;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.kiungo.planner.cost.AccessCost;
import org.kiungo.planner.cost.SiteSupply;
import org.kiungo.planner.demand.Demand;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Plan.Status;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.radio.BeamCell;
import org.kiungo.planner.radio.SightParts;
import org.kiungo.planner.radio.SiteUnits;
import org.kiungo.planner.verify.plan.SiteChecks;
import org.kiungo.planner.verify.read.Facts;

/** What options cost and are worth, from the catalogue. */
record OptionPrices(Facts facts) {

  private static final double MILLION = 1e6;

  private double people(Settlement s, AccessTechnology a) {
    return Demand.people(s, a, facts.standard());
  }

  /** What serving a settlement costs beside its site. */
  double ownCents(Settlement s, AccessTechnology a) {
    double people = people(s, a);
    return AccessCost.settlement(
            a,
            Demand.areaKm2(s, people),
            Demand.adopterHouseholds(people, facts.standard()),
            facts.money())
        .plus(facts.transit().of(s, a, bps(s, a)))
        .lifetimeCents();
  }

  /** What coordination costs a settlement that a site at a place abroad serves. */
  long abroadCents(String settlementId, String placeId) {
    return facts.abroad().cost(settlementId, placeId).lifetimeCents();
  }

  private long bps(Settlement s, AccessTechnology a) {
    return SiteChecks.bps(facts.busyHour().mbps(s, people(s, a), a));
  }

  /** People served by an option, weighted, in millionths. */
  long value(Settlement s, AccessTechnology a) {
    Status status =
        Demand.status(a.downlinkMbps().value(), a.roundTripMs().value(), facts.standard());
    double weight = Demand.weightRatio(status, facts.standard());
    double people = Demand.gained(s, status, facts.standard());
    return Math.round(people * facts.rules().weightRatio(s) * weight * MILLION);
  }

  /** What serving a settlement takes of its site's units, in billionths of one. */
  long taken(Settlement s, AccessTechnology a) {
    double people = people(s, a);
    return SiteUnits.taken(a, s, Demand.areaKm2(s, people), bps(s, a));
  }

  /** A site with so many units at a settlement; at a tower without one. */
  long siteCents(AccessTechnology a, Settlement at, int units) {
    AccessTechnology paid = facts.rules().at(at, a);
    SiteSupply supply = facts.energy().at(at, paid);
    return AccessCost.site(paid, units, at == null, supply, facts.money()).lifetimeCents();
  }

  /**
   * What the units of a site that one settlement needs beyond its first cost at the least: those of
   * full masts, and the rest beside others on a mast.
   */
  double furtherCents(AccessTechnology a, Settlement at, int units) {
    int full = AccessCost.unitsPerMast(a);
    double beside = besideCents(a, at);
    double fullCents = onMastCents(a, at, false) + (full - 1) * beside;
    return (units - 1) / full * fullCents + (units - 1) % full * beside;
  }

  /** A settlement's share of a site of which all that is paid is divided by what is taken. */
  double spreadCents(AccessTechnology a, Settlement at, double parts, int units) {
    double beside = besideCents(a, at);
    if (at == null) {
      return furtherCents(a, at, units) + (parts - (units - 1)) * beside;
    }
    int full = AccessCost.unitsPerMast(a);
    return parts * ((onMastCents(a, at, false) + (full - 1) * beside) / full);
  }

  private double besideCents(AccessTechnology a, Settlement at) {
    return Math.min(onMastCents(a, at, false), onMastCents(a, at, true));
  }

  private double onMastCents(AccessTechnology a, Settlement at, boolean stands) {
    AccessTechnology paid = facts.rules().at(at, a);
    SiteSupply supply = facts.energy().at(at, paid);
    return AccessCost.site(paid, 1, stands, supply, facts.money()).lifetimeCents();
  }

  /** False when one beam could not carry all of a settlement, or its ground hold the units. */
  boolean carries(Settlement s, AccessTechnology a) {
    if (a.needsBackhaul()) {
      return SiteUnits.haveRoom(a, Demand.areaKm2(s, people(s, a)), taken(s, a));
    }
    if (a.beamMbpsPerKm2() == null) {
      return true;
    }
    return bps(s, a) <= SiteChecks.bps(BeamCell.of(s.location()).mbps(a, facts.money()));
  }

  /**
   * What those out of sight of a mast may have with it: satellites that carry them, by id, and
   * nothing, which is the empty text, unless the law asks for everybody. Nothing where all see it.
   *
   * @param seen share of those in sight, 0–1
   */
  List<String> forTheRest(Settlement s, double seen) {
    if (seen == 1) {
      return List.of("");
    }
    List<String> rest = new ArrayList<>();
    for (AccessTechnology a : facts.technologies().values()) {
      long worth = value(s, a) - SightParts.seen(value(s, a), seen);
      if (!a.needsBackhaul()
          && worth > 0
          && mayHave(s, a)
          && carries(SightParts.share(s, 1 - seen), a)) {
        rest.add(a.id());
      }
    }
    if (rest.isEmpty() || !facts.rules().obliges(s)) {
      rest.add("");
    }
    return rest;
  }

  /** True when the scenario lets a settlement have a technology. */
  boolean allows(Settlement s, AccessTechnology a) {
    return facts.always().getOrDefault(s.id(), a.id()).equals(a.id()) && mayHave(s, a);
  }

  /** The same of those whom a locked technology does not reach. */
  private boolean mayHave(Settlement s, AccessTechnology a) {
    Set<String> forbidden = facts.never().getOrDefault(s.id(), Set.of());
    return facts.allowedTechnologies().contains(a.id())
        && !forbidden.contains(a.id())
        && !forbidden.contains("*");
  }

  /** True when a settlement must be served, by a lock or by law. */
  boolean isDemanded(Settlement s) {
    return facts.always().containsKey(s.id()) || facts.rules().obliges(s);
  }
}
