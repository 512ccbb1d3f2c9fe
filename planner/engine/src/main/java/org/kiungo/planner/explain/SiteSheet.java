package org.kiungo.planner.explain;

import java.util.List;
import java.util.Optional;
import org.kiungo.planner.cost.AssetCost;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.value.LonLat;

/**
 * A site of a plan as an engineer reads it: what stands there, what joins it to the network, what
 * it carries and what all that costs. What the cost book does not tell is not a number.
 *
 * @param site as the plan has it
 * @param standing true when its first mast counts as a tower that exists, so none is paid for
 * @param assumed true when no source names that tower: it stands only by the model of today's
 *     coverage, and so does its position
 * @param heightM of the antennas above ground; of a tower that exists its own height
 * @param heightAssumed true when no source gives that height
 * @param bandMhz carrier that sets the reach to a phone; which channel of it is not decided
 * @param bandLowMhz where the band begins in which its antennas usually send and hear
 * @param bandHighMhz where it ends
 * @param licensedMhz licensed spectrum that a network of it occupies, both directions
 * @param capacityMbps busy-hour load that its units carry
 * @param powerW what they draw on average
 * @param panelsKwp peak power of their panels, kW; all of it where operators share its price
 * @param batteryKwh what their batteries hold, likewise
 * @param gridLineKm line from the power grid to each mast; not a number without one
 * @param groundKm2 on which its masts stand: what it serves, at the least what its units need so as
 *     not to drown one another
 * @param mastsWithinKm distance from the first within which all masts stand: the radius of that
 *     ground, more where masts may not stand so close; not a number of one mast
 * @param masts the first before others
 * @param link from its place towards the network; null where none is built
 * @param linkToName name of the node or settlement where it leads; empty where it has none
 * @param linkBandLowMhz where the band begins in which that link usually goes; not a number of none
 *     by radio
 * @param linkBandHighMhz where it ends
 * @param linkShareRatio of that link's cost what this site pays: its part of the load of all sites
 *     at the place; not a number without one
 * @param costs what is known of them, in order; they add up to what the plan pays for the site and
 *     for its share of the link
 */
public record SiteSheet(
    AccessSite site,
    boolean standing,
    boolean assumed,
    double heightM,
    boolean heightAssumed,
    double bandMhz,
    double bandLowMhz,
    double bandHighMhz,
    double licensedMhz,
    double capacityMbps,
    double powerW,
    double panelsKwp,
    double batteryKwh,
    double gridLineKm,
    double groundKm2,
    double mastsWithinKm,
    List<Mast> masts,
    BuiltLink link,
    String linkToName,
    double linkBandLowMhz,
    double linkBandHighMhz,
    double linkShareRatio,
    List<Cost> costs) {

  public SiteSheet {
    masts = List.copyOf(masts);
    costs = List.copyOf(costs);
  }

  /**
   * A mast or cabinet of the site.
   *
   * @param id of the site, # and its number, from 1
   * @param location where it may stand, to be surveyed unless it stands
   * @param standing true of one that counts as a tower that exists
   * @param assumed true of one that stands only by the model of today's coverage
   * @param units on it
   * @param linkTo mast to which a link of its own joins it; empty of the first, and where none does
   * @param hopKm length of that link; not a number without one
   */
  public record Mast(
      String id,
      LonLat location,
      boolean standing,
      boolean assumed,
      int units,
      String linkTo,
      double hopKm) {}

  /** What is paid for. */
  public enum Kind {
    /** Units; masts too where the cost book does not tell them apart. Upkeep of both. */
    EQUIPMENT,
    /** What units cost more where their mast has to be built than on one that stands. */
    TOWER,
    /** Panels, batteries, generators, lines; tariff and fuel. */
    ENERGY,
    /** Links that join further masts to the first. */
    MAST_LINKS,
    /** The site's share of the link from its place towards the network. */
    LINK
  }

  /**
   * A part of the cost, in whole cents.
   *
   * @param kind what is paid for
   * @param capexUsd first purchase
   * @param opexUsdPerYear running cost
   * @param lifetimeCostUsd present value
   */
  public record Cost(Kind kind, double capexUsd, double opexUsdPerYear, double lifetimeCostUsd) {

    static Cost of(Kind kind, AssetCost cost) {
      return new Cost(kind, cost.capexUsd(), cost.opexUsdPerYear(), cost.lifetimeUsd());
    }

    AssetCost cents() {
      return AssetCost.ofUsd(capexUsd, opexUsdPerYear, lifetimeCostUsd);
    }
  }

  /** Busy-hour load over what the units carry; not a number where nothing limits that. */
  public double loadRatio() {
    return site.loadMbps() / capacityMbps;
  }

  /** One part of the cost; empty where there is none, or the cost book does not tell it apart. */
  public Optional<Cost> find(Kind kind) {
    return costs.stream().filter(each -> each.kind() == kind).findFirst();
  }

  /** What the plan pays for the site and its share of the link. */
  public AssetCost total() {
    return costs.stream().map(Cost::cents).reduce(AssetCost.ZERO, AssetCost::plus);
  }
}
