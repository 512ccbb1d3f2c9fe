package org.kiungo.planner.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.kiungo.planner.model.border.Crossing;
import org.kiungo.planner.model.value.Figure;

/**
 * A way to carry traffic between two places, as its catalogue file states it.
 *
 * @param id file name in the catalogue
 * @param name English name; other languages under {@code medium.<id>}
 * @param capexUsdPerKm along the route
 * @param routeFactor route length over geodesic length where no roads are known, ≥ 1
 * @param opexRatioPerYear yearly upkeep over capex, 0–1
 * @param lifetimeYears after which its equipment is bought again
 * @param hops capex of both ends by length, ascending {@code maxKm}; empty when only length counts
 * @param maxHopKm longest single hop
 * @param systemMbps busy-hour load one system carries; {@code null} = more than any plan needs
 * @param furtherSystemRatio cost of a second system on the same hop over the first, 0–1
 * @param furtherSystemCapexUsd a further system, both ends together, in place of that ratio: ends
 *     are priced by rate where the way between them carries more
 * @param mostSystems parallel systems on one hop that the spectrum of its bands allows, ≥ 1; {@code
 *     null} = no limit
 * @param delayMsPerKm one way
 * @param delayMsPerHop one way
 * @param systemOpexUsdPerYear price of every system's capacity a year, beside upkeep; further
 *     systems of a medium that has one and says nothing else of them cost nothing more
 * @param constellation family of technologies whose satellites carry it: a way from the place of a
 *     site up to the sky, whatever stands around; {@code null} = a medium on the ground
 * @param crossCountryFactor route length over geodesic length where roads are known and it does not
 *     follow one, ≥ 1; {@code null} = {@code routeFactor}
 * @param crossing the border that it crosses as it is laid on a link; {@code null} = none, as in
 *     every catalogue
 */
@RecordBuilder
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
    Figure furtherSystemCapexUsd,
    Figure mostSystems,
    Figure delayMsPerKm,
    Figure delayMsPerHop,
    Figure systemOpexUsdPerYear,
    String constellation,
    Figure crossCountryFactor,
    Crossing crossing)
    implements MediumBuilder.With {

  public Medium {
    hops = hops == null ? List.of() : List.copyOf(hops);
  }

  /** True for satellites. */
  public boolean viaSky() {
    return constellation != null;
  }

  /** The same medium with every first purchase times a factor. */
  public Medium withCapexTimes(double factor) {
    return with()
        .capexUsdPerKm(capexUsdPerKm == null ? null : capexUsdPerKm.times(factor))
        .hops(hops.stream().map(hop -> hop.withCapexUsd(hop.capexUsd().times(factor))).toList())
        .furtherSystemCapexUsd(
            furtherSystemCapexUsd == null ? null : furtherSystemCapexUsd.times(factor))
        .build();
  }

  /**
   * The same where its length is that of the road it follows, between two places on it where
   * nothing stands: what ends cost is paid where it leaves the road.
   */
  public Medium alongRoad() {
    return with()
        .routeFactor(null)
        .hops(hops.stream().map(hop -> hop.withCapexUsd(hop.capexUsd().times(0))).toList())
        .furtherSystemCapexUsd(
            furtherSystemCapexUsd == null ? null : furtherSystemCapexUsd.times(0))
        .build();
  }

  /** The same where roads are known but it does not follow one. */
  public Medium acrossCountry() {
    return crossCountryFactor == null ? this : withRouteFactor(crossCountryFactor);
  }

  /**
   * A class of hops up to a length.
   *
   * @param maxKm longest hop of the class
   * @param capexUsd both ends together
   * @param bandLowMhz where the band begins in which such hops usually go, both directions; told,
   *     never planned with; {@code null} = no radio
   * @param bandHighMhz where it ends; goes with it
   */
  public record Hop(double maxKm, Figure capexUsd, Figure bandLowMhz, Figure bandHighMhz) {

    /** Of no radio. */
    public Hop(double maxKm, Figure capexUsd) {
      this(maxKm, capexUsd, null, null);
    }

    /** The same for another price. */
    public Hop withCapexUsd(Figure changed) {
      return new Hop(maxKm, changed, bandLowMhz, bandHighMhz);
    }
  }
}
