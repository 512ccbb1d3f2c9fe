package org.kiungo.planner.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.function.UnaryOperator;
import org.kiungo.planner.model.value.Figure;
import org.kiungo.planner.model.value.InputRefused;

/**
 * A way to connect people's premises to a network, as its catalogue file states it. A figure that
 * does not apply to a technology is absent ({@code null}) and counts as nothing.
 *
 * @param id file name in the catalogue
 * @param name English name; other languages come from the message bundles under {@code
 *     technology.<id>}
 * @param family colour, symbol and legend class: id of a {@link TechnologyFamily}
 * @param serves which demand points one build serves
 * @param subscriber who uses one subscription; null = a household
 * @param reachKm radius of the ground that one unit covers, in open country; {@code IN_REACH}: also
 *     the farthest demand point it serves, shorter where {@code Reach} says so
 * @param downlinkMbps what an adopter gets at the busy hour, before any contention in the backhaul
 * @param roundTripMs access share of the round trip to the nearest exchange or gateway
 * @param siteCapexUsd once per site
 * @param siteOpexUsdPerYear per site
 * @param siteLifetimeYears after which the site's equipment is bought again
 * @param siteCapacityMbps busy-hour load one unit carries; more load needs more units
 * @param capexUsdPerKm2 distribution network per inhabited km²
 * @param opexUsdPerKm2PerYear its upkeep
 * @param adopterCapexUsd terminal, drop or antenna per adopter household
 * @param adopterOpexUsdPerYear upkeep or wholesale capacity per adopter household
 * @param adopterLifetimeYears after which the terminal is bought again
 * @param beamMbpsPerKm2 satellite capacity shared by everybody below; only {@code FREE_STANDING}
 * @param towerSiteCapexUsd once per site that reuses an existing tower, in place of {@code
 *     siteCapexUsd}; absent = no cheaper
 * @param offGridCapexUsd solar power added to a site that the power grid does not reach
 * @param offGridOpexUsdPerYear what upkeep of that power adds to a site's upkeep
 * @param licensedMhz licensed spectrum a network of it occupies, both directions; null = none
 * @param unitsPerMast units that one mast holds, ≥ 1: beyond them spectrum would be used twice in
 *     one place; the next unit stands on a new mast. null = one
 * @param unitsPerKm2 units on a square kilometre at most, masts as near to one another as they can
 *     be without drowning one another; null = no limit
 * @param bandGhz frequency that sets the reach to a phone; null = reach is the same everywhere
 * @param mastM height of the antennas above ground; goes with {@code bandGhz}
 * @param beamGrowthRatioPerYear how much more satellites carry each year after that of {@code
 *     beamMbpsPerKm2}; null = as much for ever
 * @param beamForecastUntilYear last year of that growth; goes with it
 * @param sightRatio share of a settlement's households that see its mast, 0–1; null = none needs to
 * @param townSightRatio the same in towns, as {@code Reach} tells them; null = as elsewhere
 * @param powerW what a unit draws on average, its share of a cabinet included; null = its figures
 *     hold its energy, with {@code offGridCapexUsd} where the grid is far
 * @param furtherMastLinkCapexUsd link that joins a further mast of a site to its first, both ends,
 *     no towers; bought again with the site's equipment. null, with its upkeep = masts need none
 * @param furtherMastLinkOpexUsdPerYear its upkeep
 * @param antennaHeightM usual height of the antennas above ground where no reach follows from it;
 *     told, never planned with; null = {@code mastM}, or it has no antennas of its own
 * @param bandLowMhz where the band begins in which its antennas usually send and hear, both
 *     directions; told, never planned with; null = it has none
 * @param bandHighMhz where it ends; goes with it
 */
@RecordBuilder
public record AccessTechnology(
    String id,
    String name,
    String family,
    Serves serves,
    Subscriber subscriber,
    Figure reachKm,
    Figure downlinkMbps,
    Figure roundTripMs,
    Figure siteCapexUsd,
    Figure siteOpexUsdPerYear,
    Figure siteLifetimeYears,
    Figure siteCapacityMbps,
    Figure capexUsdPerKm2,
    Figure opexUsdPerKm2PerYear,
    Figure adopterCapexUsd,
    Figure adopterOpexUsdPerYear,
    Figure adopterLifetimeYears,
    Figure beamMbpsPerKm2,
    Figure towerSiteCapexUsd,
    Figure offGridCapexUsd,
    Figure offGridOpexUsdPerYear,
    Figure licensedMhz,
    Figure unitsPerMast,
    Figure unitsPerKm2,
    Figure bandGhz,
    Figure mastM,
    Figure beamGrowthRatioPerYear,
    Figure beamForecastUntilYear,
    Figure sightRatio,
    Figure townSightRatio,
    Figure powerW,
    Figure furtherMastLinkCapexUsd,
    Figure furtherMastLinkOpexUsdPerYear,
    Figure antennaHeightM,
    Figure bandLowMhz,
    Figure bandHighMhz)
    implements AccessTechnologyBuilder.With {

  public AccessTechnology {
    requireRatio(sightRatio);
    requireRatio(townSightRatio);
  }

  private static void requireRatio(Figure figure) {
    if (figure != null && !(figure.low() >= 0 && figure.high() <= 1)) {
      throw new InputRefused(
          "figure.ratio", "value", figure.value(), "low", figure.low(), "high", figure.high());
    }
  }

  /** Which demand points one build of a technology serves. */
  public enum Serves {
    /** Its own settlement only (fibre to the home, community Wi-Fi). */
    OWN_SETTLEMENT,
    /** Every settlement in reach, capacity shared (mobile, fixed wireless). */
    IN_REACH,
    /** A household set, without terrestrial backhaul (satellite). */
    FREE_STANDING
  }

  /** Who uses one subscription: what is used follows from it. */
  public enum Subscriber {
    /** A person with a phone. */
    PERSON,
    /** A household with a terminal of its own. */
    HOUSEHOLD
  }

  /** True when a build must hang on a chain of links to an existing network node. */
  public boolean needsBackhaul() {
    return serves != Serves.FREE_STANDING;
  }

  /** True when a further mast of a site pays a link to its first. */
  public boolean linksMasts() {
    return furtherMastLinkCapexUsd != null || furtherMastLinkOpexUsdPerYear != null;
  }

  private static Figure changed(Figure figure, UnaryOperator<Figure> change) {
    return figure == null ? null : change.apply(figure);
  }

  /** The same with what is bought for a site changed, not its upkeep nor its energy. */
  public AccessTechnology withSiteCapex(UnaryOperator<Figure> change) {
    return with()
        .siteCapexUsd(changed(siteCapexUsd, change))
        .towerSiteCapexUsd(changed(towerSiteCapexUsd, change))
        .furtherMastLinkCapexUsd(changed(furtherMastLinkCapexUsd, change))
        .build();
  }

  /** The same technology with every price of a site changed; terminals and drops stay. */
  public AccessTechnology withSiteCosts(UnaryOperator<Figure> change) {
    return with()
        .siteCapexUsd(changed(siteCapexUsd, change))
        .siteOpexUsdPerYear(changed(siteOpexUsdPerYear, change))
        .towerSiteCapexUsd(changed(towerSiteCapexUsd, change))
        .offGridCapexUsd(changed(offGridCapexUsd, change))
        .offGridOpexUsdPerYear(changed(offGridOpexUsdPerYear, change))
        .furtherMastLinkCapexUsd(changed(furtherMastLinkCapexUsd, change))
        .furtherMastLinkOpexUsdPerYear(changed(furtherMastLinkOpexUsdPerYear, change))
        .build();
  }
}
