package org.kiungo.web.page.doubt;

import org.kiungo.planner.doubt.DoubtStudy;

/**
 * So many futures or plans, and how many minutes they take on one processor of 2026, about.
 *
 * @param number of them
 * @param minutes at least 1
 */
record Offer(int number, long minutes) {

  /**
   * Of one future, planned, restated and proven again: measured with 20 futures of Lesotho (82 s,
   * 466 places) and of Benin (136 s, 1,649 places).
   */
  private static final double SECONDS_A_FUTURE = 1.5;

  /** What each place of a plan adds to that. */
  private static final double SECONDS_A_PLACE = 0.0012;

  /**
   * Of one search among those for other plans, likewise: six of Lesotho took 54 s, of Benin 142 s.
   */
  private static final double SECONDS_A_SEARCH = 0.3;

  private static final double SEARCH_SECONDS_A_PLACE = 0.0011;

  /** For each plan, and those without a technology or medium. */
  private static final int SEARCHES_A_PLAN = 10;

  private static final int SEARCHES_WITHOUT = 8;

  static Offer futures(int number, int places) {
    long alone = 4L * Math.max(DoubtStudy.FEWEST, number / 4);
    return of(number, (SECONDS_A_FUTURE + SECONDS_A_PLACE * places) * (number + alone));
  }

  static Offer alternatives(int number, int places) {
    long searches = (long) SEARCHES_A_PLAN * number + SEARCHES_WITHOUT;
    return of(number, (SECONDS_A_SEARCH + SEARCH_SECONDS_A_PLACE * places) * searches);
  }

  private static Offer of(int number, double seconds) {
    return new Offer(number, (long) Math.ceil(seconds / 60));
  }
}
