package org.kiungo.web.scenario;

/** How long a search takes by default. */
public final class SearchTime {

  private static final double LEAST_SECONDS = 5;
  private static final double SECONDS_PER_THOUSAND = 1;
  private static final double MOST_SECONDS = 60;

  /** Beyond 100,000 settlements, reading and writing take their share of more time. */
  private static final double LARGE_SECONDS_PER_THOUSAND = 0.6;

  /** A programme asks for about two plans for each of its phases. */
  private static final int PLANS_PER_PHASE = 2;

  private static final double MOST_PROGRAMME_SECONDS = 120;

  private SearchTime() {}

  /**
   * As long as one plan; with phases twice as long for each, but no more than 120 s unless one plan
   * has more.
   *
   * @param phases 0 = none
   */
  public static double seconds(int settlements, int phases) {
    double one = seconds(settlements);
    double all = one * Math.max(1, PLANS_PER_PHASE * phases);
    return Math.max(one, Math.min(MOST_PROGRAMME_SECONDS, all));
  }

  /** min(60, 5 + n / 1000) s of wall-clock time, and 0.6 s a thousand where that is more. */
  private static double seconds(int settlements) {
    double thousands = settlements / 1000.0;
    double small = Math.min(MOST_SECONDS, LEAST_SECONDS + SECONDS_PER_THOUSAND * thousands);
    return Math.max(small, LARGE_SECONDS_PER_THOUSAND * thousands);
  }
}
