package org.kiungo.planner.cost;

import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.border.Crossing;
import org.kiungo.planner.model.money.Money;

/** What backhaul links cost, by medium, length and load. */
public final class LinkCost {

  private LinkCost() {}

  /** True when a link of this length is one hop of the medium. */
  public static boolean reaches(Medium medium, double distanceKm) {
    boolean inReach = medium.maxHopKm() == null || distanceKm <= medium.maxHopKm().value();
    return inReach
        && (medium.hops().isEmpty()
            || distanceKm <= medium.hops().get(medium.hops().size() - 1).maxKm());
  }

  /**
   * Parallel systems that carry a load: ⌈load / capacity of one⌉, at least one.
   *
   * @param loadMbps busy-hour demand of everybody behind the link
   */
  public static int systems(Medium medium, double loadMbps) {
    return AccessCost.unitsFor(loadMbps, medium.systemMbps());
  }

  /** Parallel systems that a hop may have: as many as its bands' spectrum holds, at least one. */
  public static int mostSystems(Medium medium) {
    return medium.mostSystems() == null
        ? Integer.MAX_VALUE
        : (int) Math.max(1, medium.mostSystems().value());
  }

  /**
   * A link with its first system: hop class + route factor · length · price per km.
   *
   * @param distanceKm geodesic length, within {@link #reaches}
   * @return USD of the first purchase, not rounded
   * @throws IllegalArgumentException when the hop is longer than the medium allows
   */
  public static double firstSystemCapexUsd(Medium medium, double distanceKm) {
    if (!reaches(medium, distanceKm)) {
      throw new IllegalArgumentException(
          "a " + medium.id() + " hop of " + distanceKm + " km is longer than the medium allows");
    }
    double hopUsd =
        medium.hops().stream()
            .filter(hop -> distanceKm <= hop.maxKm())
            .findFirst()
            .map(hop -> hop.capexUsd().value())
            .orElse(0.0);
    double routeFactor = medium.routeFactor() == null ? 1 : medium.routeFactor().value();
    return hopUsd + distanceKm * routeFactor * AccessCost.amount(medium.capexUsdPerKm());
  }

  /**
   * A link with all its systems: the first at full price, each further one at {@link
   * Medium#furtherSystemCapexUsd()}, else at {@link Medium#furtherSystemRatio()} of it; every one
   * with {@link Medium#systemOpexUsdPerYear()}. What a border costs comes on top, once, without
   * upkeep but its own.
   *
   * @param systems ≥ 1, as {@link #systems}
   */
  public static AssetCost link(Medium medium, double distanceKm, int systems, Money money) {
    Flows flows = flows(medium, distanceKm, systems);
    return AssetCost.ofUsd(flows.capexUsd, flows.opexUsdPerYear, flows.lifetimeUsd(medium, money));
  }

  /**
   * The lifetime cost of {@link #link}, USD, not rounded: each system after the first adds the same
   * to it, which no longer holds of sums of cents.
   */
  public static double lifetimeUsd(Medium medium, double distanceKm, int systems, Money money) {
    return flows(medium, distanceKm, systems).lifetimeUsd(medium, money);
  }

  private record Flows(double capexUsd, double opexUsdPerYear) {

    double lifetimeUsd(Medium medium, Money money) {
      double lifetimeYears = AccessCost.years(medium.lifetimeYears(), money);
      return PresentValue.lifetimeUsd(capexUsd, opexUsdPerYear, lifetimeYears, money);
    }
  }

  private static Flows flows(Medium medium, double distanceKm, int systems) {
    double firstUsd = firstSystemCapexUsd(medium, distanceKm);
    double capexUsd = firstUsd + (systems - 1) * furtherSystemCapexUsd(medium, firstUsd);
    double opexUsd =
        capexUsd * AccessCost.amount(medium.opexRatioPerYear())
            + systems * AccessCost.amount(medium.systemOpexUsdPerYear());
    Crossing crossing = medium.crossing();
    return crossing == null
        ? new Flows(capexUsd, opexUsd)
        : new Flows(capexUsd + crossing.capexUsd(), opexUsd + crossing.opexUsdPerYear());
  }

  /** Of the lifetime cost of a link, what the border costs that it crosses; 0 without one. */
  public static double crossingUsd(Medium medium, Money money) {
    Crossing crossing = medium.crossing();
    return crossing == null
        ? 0
        : PresentValue.lifetimeUsd(
            crossing.capexUsd(),
            crossing.opexUsdPerYear(),
            AccessCost.years(medium.lifetimeYears(), money),
            money);
  }

  private static double furtherSystemCapexUsd(Medium medium, double firstUsd) {
    if (medium.furtherSystemCapexUsd() != null) {
      return medium.furtherSystemCapexUsd().value();
    }
    if (medium.furtherSystemRatio() == null) {
      return medium.systemOpexUsdPerYear() == null ? firstUsd : 0;
    }
    return medium.furtherSystemRatio().value() * firstUsd;
  }

  /**
   * Lifetime cost per dollar of a link's capex, constant for a medium: purchases + upkeep ratio ·
   * upkeep years. For prices per km and per system without rounding; what systems cost a year
   * beside upkeep comes on top.
   */
  public static double lifetimePerCapex(Medium medium, Money money) {
    return PresentValue.lifetimeUsd(
        1,
        AccessCost.amount(medium.opexRatioPerYear()),
        AccessCost.years(medium.lifetimeYears(), money),
        money);
  }

  /**
   * Time a link adds to a round trip: both ways of route length · delay per km + delay per hop.
   *
   * @return milliseconds
   */
  public static double roundTripMs(Medium medium, double distanceKm) {
    double routeFactor = medium.routeFactor() == null ? 1 : medium.routeFactor().value();
    return 2
        * (distanceKm * routeFactor * AccessCost.amount(medium.delayMsPerKm())
            + AccessCost.amount(medium.delayMsPerHop()));
  }
}
