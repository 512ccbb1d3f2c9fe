package org.kiungo.planner.explain;

import java.util.List;
import org.kiungo.planner.model.energy.EnergySupply;

/**
 * What a person costs at one place, over the years of the plan, beside the plan's average, and what
 * of the place makes the difference.
 *
 * @param people whom the plan serves here
 * @param usdPerPerson lifetime cost of everything used here, shared by busy-hour demand
 * @param planUsdPerPerson the same over the whole plan
 * @param terms what it is made of; those that are nothing here and everywhere are left out
 * @param units equipment sets of the site that serves most people here; 0 when free-standing
 * @param masts under them
 * @param mastsWithinKm distance from the first within which they stand, as {@link SiteSheet} has it
 * @param hopsBetweenMasts links that join further masts to the first
 * @param energy of that site; null = none, or in its technology's figures
 * @param distanceToGridKm from that site to the power grid; NaN when not known
 * @param peoplePerKm2 density of the settlement; NaN when its area is not known
 * @param hops links from that site to the network
 * @param hopsKm their geodesic length together
 * @param routeKm that with the detours of their media, what is paid
 * @param roadKm of them along roads
 * @param roadStraightKm straight from where they join a road to where they leave it
 * @param longestHopKm of them
 * @param viaSky true when a satellite is among them
 * @param rainMmPerHour the worst at the settlement and the places that its traffic passes; NaN when
 *     not known
 * @param borders crossed on the way, such as BEN-TGO, each once, nearest first
 * @param bordersUsd what they cost those links, present value
 */
public record PlacePrice(
    double people,
    double usdPerPerson,
    double planUsdPerPerson,
    List<Term> terms,
    int units,
    int masts,
    double mastsWithinKm,
    int hopsBetweenMasts,
    EnergySupply energy,
    double distanceToGridKm,
    double peoplePerKm2,
    int hops,
    double hopsKm,
    double routeKm,
    double roadKm,
    double roadStraightKm,
    double longestHopKm,
    boolean viaSky,
    double rainMmPerHour,
    List<String> borders,
    double bordersUsd) {

  public PlacePrice {
    terms = List.copyOf(terms);
    borders = List.copyOf(borders);
  }

  /** Part of a price. */
  public enum Kind {
    /** Units and masts without their energy and links. */
    SITE,
    /** Links that join further masts of sites to their first. */
    MAST_LINKS,
    /** Line, panels, generator, tariff and fuel of sites. */
    ENERGY,
    /** Distribution over the settlement's area. */
    AREA,
    /** Terminals, drops and subscriptions of households. */
    TERMINALS,
    /** Links to the network. */
    BACKHAUL,
    /** Core and transit beyond the network's nodes, and the widening of those nodes. */
    TRAFFIC,
    /** Coordination where a site in another country serves the place. */
    ABROAD
  }

  /**
   * One part.
   *
   * @param kind which
   * @param usdPerPerson here
   * @param planUsdPerPerson over the whole plan
   */
  public record Term(Kind kind, double usdPerPerson, double planUsdPerPerson) {}
}
