package org.kiungo.web.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A job as the queue shows it, whatever it does.
 *
 * @param id opaque
 * @param kind run, pair, exact, attribution, doubt, alternatives, placement, funding, export,
 *     import, settle, join, joint or merge
 * @param name that its user knows it by
 * @param countries ISO 3166-1 alpha-3
 * @param state where it stands
 * @param before how many of its lane come before it; 0 unless it waits
 * @param progress how far it is
 * @param asked who asked for it, and when
 * @param ways where one can go from here
 * @param error why it failed, in the reader's language; null unless it did
 * @param verdict on the plan that it made or works on, proven, checked or refused; absent where
 *     there is none. Of a refused plan nothing is told as reached
 */
public record JobLine(
    String id,
    String kind,
    String name,
    List<String> countries,
    JobState state,
    int before,
    Progress progress,
    Asked asked,
    Ways ways,
    String error,
    @JsonInclude(JsonInclude.Include.NON_NULL) String verdict) {

  private static final String REFUSED = "refused";

  public JobLine {
    if (REFUSED.equals(verdict)) {
      progress = progress.withoutReached();
    }
  }

  /**
   * How far a job is.
   *
   * @param phase of its work; empty where it has none
   * @param doneRatio 0–1; NaN where nobody can say
   * @param elapsedSeconds since it began; NaN where it is not kept
   * @param rows taken in so far; 0 for what reads none
   * @param reached what its best answer comes to; null for what strives for nothing
   */
  public record Progress(
      String phase, double doneRatio, double elapsedSeconds, long rows, Reached reached) {

    /** Of what tells nothing about itself. */
    public static final Progress NONE = new Progress("", Double.NaN, Double.NaN, 0, null);

    private Progress withoutReached() {
      return new Progress(phase, doneRatio, elapsedSeconds, rows, null);
    }
  }

  /**
   * What the best answer of a search comes to.
   *
   * @param measure what the value counts: people, years, usd, public or floor
   * @param people whom the best plan brings to the standard, each counted once; NaN before the
   *     first
   * @param value of the objective, in which people may count more or less; NaN before the first
   * @param bound proven; NaN before the first
   * @param gapRatio distance between both; NaN without both
   * @param gain whom the plan gains once it is made; absent until then
   */
  public record Reached(
      String measure,
      double people,
      double value,
      double bound,
      double gapRatio,
      @JsonInclude(JsonInclude.Include.NON_NULL) Gain gain) {}

  /**
   * Whom a plan gains.
   *
   * @param people brought to the standard or to basic service
   * @param peopleBasic those of them with basic service only
   * @param peopleSure the least by today's coverage; NaN where no range is known
   * @param peoplePossible the most likewise
   */
  public record Gain(double people, double peopleBasic, double peopleSure, double peoplePossible) {}

  /**
   * Addresses that lead on; null where there is no such way.
   *
   * @param watch page on which it is seen at work
   * @param open page of what it made
   * @param compare page that shows it beside what it is to be compared with
   * @param stop address under {@code /api/v1} that ends it, to be posted to
   * @param again address under {@code /api/v1} that asks for the same once more, likewise
   */
  public record Ways(String watch, String open, String compare, String stop, String again) {}
}
