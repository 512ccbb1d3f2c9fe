package org.kiungo.geodata.reference.people;

/**
 * How much of the land that a built-in place shares is lived on: the share of its square kilometres
 * on which at least {@value #PEOPLE_PER_KM2} people live, by the density of the whole.
 *
 * <p>Cells of five minutes are not settled evenly, so that what is paid by the square kilometre, a
 * fibre before each home, is not laid over all of them. Measured at one kilometre within cells of
 * five minutes: Benin (12,688 settlements, OnSSET) and Lesotho (a raster of 250 m, GHS-POP), the
 * mean of both. The range spans the settlements' own outlines as OpenElec draws them for Lesotho
 * and Kenya, which are smaller, and a cascade of gamma shares fitted to the concentration of people
 * in all three, which spreads them further. Countries differ by half as much again either way.
 */
public final class InhabitedGround {

  /** From which a square kilometre counts as lived on. */
  static final int PEOPLE_PER_KM2 = 16;

  private static final double[] DENSITY = {2, 12, 37, 114, 325, 930, 2_700, 6_000};
  private static final double[] LOW = {0.012, 0.03, 0.052, 0.105, 0.22, 0.34, 0.65, 1};
  private static final double[] CENTRAL = {0.02, 0.055, 0.12, 0.27, 0.49, 0.60, 0.83, 1};
  private static final double[] HIGH = {0.035, 0.11, 0.21, 0.41, 0.69, 0.96, 1, 1};

  private InhabitedGround() {}

  /**
   * The share that is lived on.
   *
   * @param peoplePerKm2 of the whole land, &gt; 0
   * @return above 0, at most 1
   */
  public static double ratio(double peoplePerKm2) {
    return at(CENTRAL, peoplePerKm2);
  }

  /** The least that share may be. */
  static double lowRatio(double peoplePerKm2) {
    return at(LOW, peoplePerKm2);
  }

  /** The most that share may be. */
  static double highRatio(double peoplePerKm2) {
    return at(HIGH, peoplePerKm2);
  }

  /** By the logarithm of the density between what was measured, in proportion to it below. */
  private static double at(double[] ratios, double peoplePerKm2) {
    if (peoplePerKm2 <= DENSITY[0]) {
      return ratios[0] * peoplePerKm2 / DENSITY[0];
    }
    int k = 1;
    while (k < DENSITY.length && DENSITY[k] < peoplePerKm2) {
      k++;
    }
    if (k == DENSITY.length) {
      return 1;
    }
    // StrictMath: the same bytes on every machine
    double from = StrictMath.log(DENSITY[k - 1]);
    double part = (StrictMath.log(peoplePerKm2) - from) / (StrictMath.log(DENSITY[k]) - from);
    return ratios[k - 1] + part * (ratios[k] - ratios[k - 1]);
  }
}
