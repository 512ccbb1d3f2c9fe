package org.kiungo.planner.verify.separable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Plan.Status;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.verify.formula.Cost;
import org.kiungo.planner.verify.formula.Coverage;
import org.kiungo.planner.verify.formula.PeopleServed;
import org.kiungo.planner.verify.formula.SatelliteBeam;
import org.kiungo.planner.verify.formula.UnitPrice;
import org.kiungo.planner.verify.law.PlaceLaw;
import org.kiungo.planner.verify.read.Facts;

/** What options cost and are worth, from the catalogue. */
public final class OptionPrices {

  private static final double MILLION = 1e6;

  private final Facts facts;

  /** By technology, then settlement; at a tower the empty text. */
  private final Map<String, Map<String, UnitPrice>> units = new HashMap<>();

  public OptionPrices(Facts facts) {
    this.facts = facts;
  }

  /** What serving a settlement costs beside its site. */
  public Cost own(Settlement s, AccessTechnology a) {
    double people = facts.builtFor(s, a);
    double households = facts.load().households(people);
    return facts
        .prices()
        .access()
        .settlement(a, Coverage.inhabitedKm2(s, people), people, households)
        .plus(facts.prices().traffic().of(s, a, bps(s, a)));
  }

  /** What coordination costs a settlement that a site at a place abroad serves. */
  public Cost abroad(String settlementId, String placeId) {
    return facts.abroad().cost(settlementId, placeId);
  }

  /** Load of all whom an option serves. */
  public long bps(Settlement s, AccessTechnology a) {
    return facts.load().bps(s, facts.builtFor(s, a), a);
  }

  /** People served by an option, weighted, in millionths. */
  public long value(Settlement s, AccessTechnology a) {
    Status status =
        PeopleServed.level(a.downlinkMbps().value(), a.roundTripMs().value(), facts.standard());
    double weight = PeopleServed.weight(status, facts.standard());
    double people = PeopleServed.gained(s, status, facts.standard());
    return Math.round(people * PlaceLaw.weight(facts.rules(), s) * weight * MILLION);
  }

  /** What serving a settlement takes of its site's units, in billionths of one. */
  public long taken(Settlement s, AccessTechnology a) {
    double areaKm2 = Coverage.areaKm2(s, facts.builtFor(s, a));
    return facts.coverage().taken(a, s, areaKm2, bps(s, a));
  }

  /** A unit at a settlement; at a tower without one. */
  private UnitPrice unit(AccessTechnology a, Settlement at) {
    return units
        .computeIfAbsent(a.id(), id -> new HashMap<>())
        .computeIfAbsent(at == null ? "" : at.id(), id -> facts.prices().access().unit(a, at));
  }

  /** A site with so many units at a settlement; at a tower without one. */
  public Cost site(AccessTechnology a, Settlement at, int units) {
    return unit(a, at).site(units, at == null);
  }

  /** {@link UnitPrice#furtherCents} of a site at a settlement; at a tower without one. */
  public double furtherCents(AccessTechnology a, Settlement at, int units) {
    return unit(a, at).furtherCents(units);
  }

  /** {@link UnitPrice#sharedCents} of a site at a settlement; at a tower without one. */
  public double sharedCents(AccessTechnology a, Settlement at, double parts, int units) {
    return unit(a, at).sharedCents(parts, units, at == null);
  }

  /** False when one beam could not carry all of a settlement, or its ground hold the units. */
  public boolean carries(Settlement s, AccessTechnology a) {
    if (Coverage.needsSite(a)) {
      return Coverage.hasRoom(a, Coverage.areaKm2(s, facts.builtFor(s, a)), taken(s, a));
    }
    return a.beamMbpsPerKm2() == null
        || bps(s, a) <= SatelliteBeam.of(s.location()).bps(a, facts.money());
  }

  /**
   * What a settlement may have of a technology: what those out of its sight have beside it; nothing
   * where it is not offered.
   */
  public List<String> offered(Settlement s, AccessTechnology a) {
    double seen = Coverage.seenRatio(a, s);
    boolean gains = PeopleServed.below(s) > 0 && Coverage.ofSeen(value(s, a), seen) > 0;
    return gains && allows(s, a) && carries(Coverage.part(s, seen), a)
        ? forTheRest(s, seen)
        : List.of();
  }

  /**
   * What those out of sight of a mast may have with it: satellites that carry them, by id, and
   * nothing, which is the empty text, unless the law asks for everybody. Nothing where all see it.
   *
   * @param seen share of those in sight, 0–1
   */
  public List<String> forTheRest(Settlement s, double seen) {
    if (seen == 1) {
      return List.of("");
    }
    List<String> rest = new ArrayList<>();
    for (AccessTechnology a : facts.technologies().values()) {
      long worth = value(s, a) - Coverage.ofSeen(value(s, a), seen);
      if (!Coverage.needsSite(a)
          && worth > 0
          && mayHave(s, a)
          && carries(Coverage.part(s, 1 - seen), a)) {
        rest.add(a.id());
      }
    }
    if (rest.isEmpty() || !PlaceLaw.obliges(facts.rules(), s)) {
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
  public boolean isDemanded(Settlement s) {
    return facts.always().containsKey(s.id()) || PlaceLaw.obliges(facts.rules(), s);
  }
}
