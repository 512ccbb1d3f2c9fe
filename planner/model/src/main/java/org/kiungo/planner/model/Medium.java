package org.kiungo.planner.model;

import java.util.List;

/**
 * A way to carry traffic between two places, as its catalogue file states it.
 *
 * @param id file name in the catalogue
 * @param name English name; other languages under {@code medium.<id>}
 * @param capexUsdPerKm along the route
 * @param routeFactor route length over geodesic length, ≥ 1
 * @param opexRatioPerYear yearly upkeep over capex, 0–1
 * @param lifetimeYears after which its equipment is bought again
 * @param hops capex of both ends by length, ascending {@code maxKm}; empty when only length counts
 * @param maxHopKm longest single hop
 * @param systemMbps busy-hour load one system carries; {@code null} = more than any plan needs
 * @param furtherSystemRatio cost of a second system on the same hop over the first, 0–1
 * @param delayMsPerKm one way
 * @param delayMsPerHop one way
 */
public record Medium(
    String id,
    String name,
    Figure capexUsdPerKm,
    Figure routeFactor,
    Figure opexRatioPerYear,
    Figure lifetimeYears,
    List<Hop> hops,
    Figure maxHopKm,
    Figure systemMbps,
    Figure furtherSystemRatio,
    Figure delayMsPerKm,
    Figure delayMsPerHop) {

  public Medium {
    hops = hops == null ? List.of() : List.copyOf(hops);
  }

  /** The same medium with every first purchase times a factor. */
  public Medium withCapexTimes(double factor) {
    return withCapex(
        capexUsdPerKm == null ? null : capexUsdPerKm.times(factor),
        hops.stream().map(hop -> new Hop(hop.maxKm(), hop.capexUsd().times(factor))).toList());
  }

  /** The same medium with other first purchases. */
  public Medium withCapex(Figure perKm, List<Hop> changedHops) {
    return new Medium(
        id,
        name,
        perKm,
        routeFactor,
        opexRatioPerYear,
        lifetimeYears,
        changedHops,
        maxHopKm,
        systemMbps,
        furtherSystemRatio,
        delayMsPerKm,
        delayMsPerHop);
  }

  /**
   * A class of hops up to a length.
   *
   * @param maxKm longest hop of the class
   * @param capexUsd both ends together
   */
  public record Hop(double maxKm, Figure capexUsd) {}
}
