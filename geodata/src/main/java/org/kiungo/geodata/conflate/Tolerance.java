package org.kiungo.geodata.conflate;

/**
 * How far apart drawings of one cable may lie.
 *
 * @param km drawings closer than this are the same cable, 0.01–50
 * @param bandKm up to this distance drawings that run beside one another may be the same cable, ≥
 *     {@code km}
 */
public record Tolerance(double km, double bandKm) {

  /** A line of one source that runs nearer than this to another of its own is drawn twice, km. */
  static final double OWN_KM = 0.1;

  /** Beyond this, nearness says nothing unless the data say otherwise, km. */
  static final double LEAST_BAND_KM = 5;

  /** No tolerance is smaller, km. */
  static final double LEAST_KM = 0.01;

  private static final double MOST_KM = 50;

  public Tolerance {
    if (!(km >= LEAST_KM && km <= MOST_KM)) {
      throw new IllegalArgumentException("km is " + km + "; allowed 0.01-50");
    }
    if (!(bandKm >= km)) {
      throw new IllegalArgumentException("bandKm is " + bandKm + "; allowed >= " + km);
    }
  }

  /** A tolerance with the band that is usual beside it: 5 km, or twice the tolerance. */
  public static Tolerance of(double km) {
    return new Tolerance(km, Math.max(LEAST_BAND_KM, 2 * km));
  }

  /** Steps in which lines are compared, km. */
  double stepKm() {
    return Math.max(0.05, Math.min(0.5, km / 2));
  }
}
