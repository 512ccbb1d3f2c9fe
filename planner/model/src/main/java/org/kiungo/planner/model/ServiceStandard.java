package org.kiungo.planner.model;

/**
 * What counts as served.
 *
 * @param downlinkMbps an adopter's least rate to count as served to the standard, 2–100
 * @param overbookingFactor adopters who share that rate in the busy hour, ≥ 1
 * @param roundTripMs longest round trip to the nearest exchange or gateway
 * @param basicDownlinkMbps least rate to count as basic service, whatever the delay
 * @param basicWeightRatio value of a person with basic service, a person to the standard being 1
 * @param adoptionRatio share of people who subscribe in the last year, 0–1; sizes the capacity
 * @param peoplePerHousehold people who share one subscription, ≥ 1
 * @param sizing what capacity is sized by; null = by rate, as in plans of before volumes were known
 */
public record ServiceStandard(
    double downlinkMbps,
    double overbookingFactor,
    double roundTripMs,
    double basicDownlinkMbps,
    double basicWeightRatio,
    double adoptionRatio,
    double peoplePerHousehold,
    Sizing sizing) {

  /** The defaults that Kiungo's documents state. */
  public static final ServiceStandard DEFAULT =
      new ServiceStandard(10, 20, 100, 2, 0.4, 0.5, 4.5, Sizing.VOLUME);

  /** What the capacity of sites, links and satellites is sized by. */
  public enum Sizing {
    /** What people use in the busy hour, as {@link DemandVolume} has it. */
    VOLUME,
    /** The rate of every adopter over {@link ServiceStandard#overbookingFactor}. */
    RATE
  }

  public ServiceStandard {
    sizing = sizing == null ? Sizing.RATE : sizing;
    require("downlinkMbps", downlinkMbps, 0.1, 1000);
    require("overbookingFactor", overbookingFactor, 1, 1000);
    require("roundTripMs", roundTripMs, 1, 5000);
    require("basicDownlinkMbps", basicDownlinkMbps, 0.01, downlinkMbps);
    require("basicWeightRatio", basicWeightRatio, 0, 1);
    require("adoptionRatio", adoptionRatio, 0.01, 1);
    require("peoplePerHousehold", peoplePerHousehold, 1, 20);
  }

  private static void require(String field, double value, double low, double high) {
    if (!(value >= low && value <= high)) {
      throw new InputRefused(
          "field.range", "field", field, "value", value, "low", low, "high", high);
    }
  }
}
