package org.kiungo.planner.model;

import java.util.List;
import org.kiungo.planner.model.value.InputRefused;

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
 * @param growth of adoption and volume by year, ascending and never falling, with volumes in all or
 *     none; empty = everything is sized for the last year from the first on, and who is served
 *     adopts in equal steps until then
 */
public record ServiceStandard(
    double downlinkMbps,
    double overbookingFactor,
    double roundTripMs,
    double basicDownlinkMbps,
    double basicWeightRatio,
    double adoptionRatio,
    double peoplePerHousehold,
    Sizing sizing,
    List<GrowthPoint> growth) {

  /** The defaults that Kiungo's documents state. */
  public static final ServiceStandard DEFAULT =
      new ServiceStandard(10, 20, 100, 2, 0.4, 0.5, 4.5, Sizing.PERSON_VOLUME);

  /** A standard that says nothing of growth. */
  public ServiceStandard(
      double downlinkMbps,
      double overbookingFactor,
      double roundTripMs,
      double basicDownlinkMbps,
      double basicWeightRatio,
      double adoptionRatio,
      double peoplePerHousehold,
      Sizing sizing) {
    this(
        downlinkMbps,
        overbookingFactor,
        roundTripMs,
        basicDownlinkMbps,
        basicWeightRatio,
        adoptionRatio,
        peoplePerHousehold,
        sizing,
        List.of());
  }

  /** The same with growth by year. */
  public ServiceStandard withGrowth(List<GrowthPoint> stated) {
    return new ServiceStandard(
        downlinkMbps,
        overbookingFactor,
        roundTripMs,
        basicDownlinkMbps,
        basicWeightRatio,
        adoptionRatio,
        peoplePerHousehold,
        sizing,
        stated);
  }

  /** What the capacity of sites, links and satellites is sized by. */
  public enum Sizing {
    /**
     * What a person with a phone uses in the busy hour, as {@link DemandVolume} has it, for every
     * person who subscribes, whatever the technology: a household's line carries that of all who
     * share it. One person at the standard gets the same everywhere.
     */
    PERSON_VOLUME,
    /**
     * What subscribers of each kind use in the busy hour: a household's line carries several times
     * what as many phones do.
     */
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
    growth = growth == null ? List.of() : List.copyOf(growth);
    check(growth, adoptionRatio);
  }

  private static void check(List<GrowthPoint> growth, double adoptionRatio) {
    GrowthPoint before = new GrowthPoint(0, 0.001, 0.001);
    for (GrowthPoint each : growth) {
      if (each.year() <= before.year()) {
        throw new InputRefused(
            "growth.order", "field", "growth", "year", String.valueOf(each.year()));
      }
      if (each.hasVolume() != growth.get(0).hasVolume()) {
        throw new InputRefused(
            "growth.mixed", "field", "growth", "year", String.valueOf(each.year()));
      }
      String year = "growth " + each.year() + " ";
      require(year + "adoptionRatio", each.adoptionRatio(), before.adoptionRatio(), adoptionRatio);
      if (each.hasVolume()) {
        require(year + "volumeRatio", each.volumeRatio(), before.volumeRatio(), 1);
      }
      before = each;
    }
  }

  private static void require(String field, double value, double low, double high) {
    if (!(value >= low && value <= high)) {
      throw new InputRefused(
          "field.range", "field", field, "value", value, "low", low, "high", high);
    }
  }

  /**
   * How far demand has grown in a year; between two years it grows in equal steps, before the first
   * it is what it is then, and in the last year of a plan everybody has adopted who will.
   *
   * @param year before the plan's last
   * @param adoptionRatio share of people who subscribe then, 0–{@link #adoptionRatio}
   * @param volumeRatio what a subscriber takes in the busy hour then, of what he takes in the last
   *     year, 0–1; NaN = as volumes of the catalogue grow
   */
  public record GrowthPoint(int year, double adoptionRatio, double volumeRatio) {

    /** Growth of adoption alone. */
    public GrowthPoint(int year, double adoptionRatio) {
      this(year, adoptionRatio, Double.NaN);
    }

    /** True where growth of volume is given too. */
    public boolean hasVolume() {
      return !Double.isNaN(volumeRatio);
    }
  }
}
