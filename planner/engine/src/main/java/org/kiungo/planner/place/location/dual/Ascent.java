package org.kiungo.planner.place.location.dual;

/**
 * How the volume algorithm climbs: the step begins at {@code firstStep} of Polyak's and shrinks to
 * {@code shrink} of itself after {@code patience} steps without a better bound; each opening enters
 * the average by {@code firstShare}, which falls by {@code shareShrink} alike, at the least to
 * {@code leastShare}.
 *
 * @see <a href="https://doi.org/10.1007/s101070050002">Barahona and Anbil 2000</a>
 */
public record Ascent(
    double firstStep,
    double smallestStep,
    int patience,
    double shrink,
    double firstShare,
    double leastShare,
    double shareShrink) {

  /** Soon near the best bound. */
  public static final Ascent QUICK = new Ascent(0.1, 1e-4, 5, 0.7, 0.3, 0.02, 0.85);

  /**
   * From good prices nearer to it, with an average that tells fractional openings apart; takes
   * thousands of steps.
   */
  public static final Ascent FINE = new Ascent(0.005, 1e-6, 20, 0.8, 0.01, 0.003, 0.97);
}
