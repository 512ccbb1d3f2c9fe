package org.kiungo.web.worker;

import tools.jackson.databind.JsonNode;

/**
 * How far a chore is that searches.
 *
 * @param phase of the computation
 * @param doneRatio 0–1
 * @param value best objective value so far; NaN before the first
 * @param bound best proven bound so far; NaN before the first
 * @param gapRatio distance between both; NaN without both
 * @param people whom the best plan so far brings to the standard, each counted once; NaN where
 *     nobody counted
 */
public record Told(
    String phase, double doneRatio, double value, double bound, double gapRatio, double people) {

  /** Of what knows of no people. */
  public Told(String phase, double doneRatio, double value, double bound, double gapRatio) {
    this(phase, doneRatio, value, bound, gapRatio, Double.NaN);
  }

  /** What a {@link Hearing} hears of it. */
  public static Told of(JsonNode progress) {
    return as(progress, Told.class);
  }

  /** The same for what other chores tell, or ask. */
  public static <T> T as(JsonNode said, Class<T> type) {
    return Line.JSON.treeToValue(said, type);
  }
}
