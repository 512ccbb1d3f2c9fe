package org.kiungo.planner.model;

/**
 * How far demand has grown in a year; between two years it grows in equal steps, before the first
 * it is what it is then, and in the last year of a plan everybody has adopted who will.
 *
 * @param year before the plan's last
 * @param adoptionRatio share of people who subscribe then, 0–{@link ServiceStandard#adoptionRatio}
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
