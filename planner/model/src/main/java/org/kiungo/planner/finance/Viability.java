package org.kiungo.planner.finance;

/** Measures of an investment from its yearly net cash, year 0 first. */
public final class Viability {

  private Viability() {}

  /** Net present value: Σ cash_k (1 + r)^−k. */
  public static double npvUsd(double[] cashUsd, double rateRatio) {
    double sum = 0;
    for (int k = cashUsd.length - 1; k >= 0; k--) {
      sum = sum / (1 + rateRatio) + cashUsd[k];
    }
    return sum;
  }

  /**
   * Internal rate of return: the rate at which the net present value is zero, by bisection between
   * −99 % and 1,000 % a year.
   *
   * @return NaN when the cash never changes sign, or when there is none
   */
  public static double irrRatio(double[] cashUsd) {
    double low = -0.99;
    double high = 10;
    if (isNothing(cashUsd) || npvUsd(cashUsd, low) * npvUsd(cashUsd, high) > 0) {
      return Double.NaN;
    }
    boolean falls = npvUsd(cashUsd, low) > 0;
    for (int k = 0; k < 200; k++) {
      double middle = (low + high) / 2;
      if (npvUsd(cashUsd, middle) > 0 == falls) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /**
   * Years until the running sum of undiscounted cash stays at or above zero, the last year counted
   * in proportion; the first outlay is at year 0.
   *
   * @return NaN when it never does, or when there is no cash
   */
  public static double paybackYears(double[] cashUsd) {
    double sum = 0;
    double years = Double.NaN;
    if (isNothing(cashUsd)) {
      return years;
    }
    for (int k = 0; k < cashUsd.length; k++) {
      double before = sum;
      sum += cashUsd[k];
      if (sum < 0) {
        years = Double.NaN;
      } else if (Double.isNaN(years)) {
        years = before < 0 ? k - 1 - before / cashUsd[k] : k;
      }
    }
    return years;
  }

  /** Where nothing is spent and nothing earned, there is nothing to divide by. */
  private static boolean isNothing(double[] cashUsd) {
    for (double each : cashUsd) {
      if (each != 0) {
        return false;
      }
    }
    return true;
  }
}
