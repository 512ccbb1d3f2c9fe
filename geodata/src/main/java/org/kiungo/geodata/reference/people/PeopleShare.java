package org.kiungo.geodata.reference.people;

/**
 * The share that some people are of all, as people are counted: whole. Sums of parts of people miss
 * a whole by their last bits, and a share is told beside those whom it leaves.
 */
public final class PeopleShare {

  private PeopleShare() {}

  /**
   * @param people not negative
   * @param all of whom they are
   * @return 1 exactly where nobody is left when those who are left are rounded to whole people, 0
   *     exactly where the people themselves are nobody; NaN of nobody or of an unknown number
   */
  public static double ratio(double people, double all) {
    if (Double.isNaN(people) || !(all > 0)) {
      return Double.NaN;
    }
    if (Math.round(all - people) <= 0) {
      return 1;
    }
    return Math.round(people) <= 0 ? 0 : people / all;
  }
}
