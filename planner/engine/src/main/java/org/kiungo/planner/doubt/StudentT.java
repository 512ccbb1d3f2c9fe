package org.kiungo.planner.doubt;

/** Student's distribution with whole degrees of freedom. */
final class StudentT {

  private static final double MOST = 20;

  private StudentT() {}

  /** What is exceeded with a chance of one in forty. */
  static double quantile975(int freedom) {
    double low = 0;
    double high = MOST;
    while (high - low > 1e-12) {
      double middle = (low + high) / 2;
      if (within(middle, freedom) < 0.95) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return Math.round(high * 1e6) / 1e6;
  }

  /**
   * Chance of being no farther from 0 than t, by the finite sums of Abramowitz &amp; Stegun 1964,
   * Handbook of mathematical functions, 26.7.3 and 26.7.4.
   */
  private static double within(double t, int freedom) {
    double angle = StrictMath.atan(t / Math.sqrt(freedom));
    double cos = StrictMath.cos(angle);
    double sin = StrictMath.sin(angle);
    boolean odd = freedom % 2 == 1;
    double term = odd ? cos : 1;
    double sum = 0;
    for (int k = odd ? 1 : 0; k <= freedom - 2; k += 2) {
      sum += term;
      term *= cos * cos * (k + 1) / (k + 2);
    }
    return odd ? 2 / Math.PI * (angle + (freedom > 1 ? sin * sum : 0)) : sin * sum;
  }
}
