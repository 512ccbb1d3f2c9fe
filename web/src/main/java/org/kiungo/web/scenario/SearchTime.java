package org.kiungo.web.scenario;

/** How long a search takes by default. */
public final class SearchTime {

  private static final double LEAST_SECONDS = 5;
  private static final double SECONDS_PER_THOUSAND = 1;
  private static final double MOST_SECONDS = 60;

  /** Beyond 100,000 settlements, reading and writing take their share of more time. */
  private static final double LARGE_SECONDS_PER_THOUSAND = 0.6;

  private SearchTime() {}

  /** min(60, 5 + n / 1000) s of wall-clock time, and 0.6 s a thousand where that is more. */
  public static double seconds(int settlements) {
    double thousands = settlements / 1000.0;
    double small = Math.min(MOST_SECONDS, LEAST_SECONDS + SECONDS_PER_THOUSAND * thousands);
    return Math.max(small, LARGE_SECONDS_PER_THOUSAND * thousands);
  }
}
