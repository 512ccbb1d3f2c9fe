package org.kiungo.planner.verify.formula;

/** How far a plan may be from the best possible one. */
public final class Gap {

  private Gap() {}

  /**
   * What is missing over the greater of both: of the bound where the most is wanted, of the value
   * where the least is.
   *
   * @param most true where the most is wanted
   * @param bound NaN where there is none
   * @return NaN without a bound; 0 where there is nothing to divide by
   */
  public static double ratio(boolean most, double value, double bound) {
    if (Double.isNaN(bound)) {
      return Double.NaN;
    }
    double whole = most ? bound : value;
    return whole == 0 ? 0 : 1 - (most ? value : bound) / whole;
  }
}
