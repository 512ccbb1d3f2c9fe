package org.kiungo.web.plan;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.kiungo.planner.model.Plan;

/**
 * A plan's people as whole numbers that add up: who gains is rounded once and divided, so that no
 * sentence says 204,110 and 299 where another says 204,408.
 *
 * @param population everybody counted
 * @param baseline at the standard today
 * @param basicToday with basic service today, whom the plan does not bring to the standard
 * @param served brought to the standard
 * @param basic brought to basic service only
 * @param unserved without service
 */
public record WholePeople(
    long population, long baseline, long basicToday, long served, long basic, long unserved) {

  /** What sums of parts of people leave of nobody. */
  private static final double NOBODY = 1e-6;

  /** A share that any rounding shows as something, yet less than one per cent. */
  private static final double UNDER_ONE_PERCENT = 0.004;

  public static WholePeople of(Plan.Totals totals) {
    long population = Math.round(totals.population());
    long gained = Math.round(totals.peopleServed() + totals.peopleBasic());
    long[] by = parts(gained, totals.peopleServed(), totals.peopleBasic());
    long[] rest =
        parts(
            population - gained,
            totals.peopleBaseline(),
            withBasicToday(totals),
            totals.peopleUnserved());
    return new WholePeople(population, rest[0], rest[1], by[0], by[1], rest[2]);
  }

  private static double withBasicToday(Plan.Totals totals) {
    return totals.today() == null ? 0 : totals.today().peopleBaselineBasic();
  }

  /**
   * People with basic service only once the plan is built: those whom it brings there and those who
   * have it today and are not brought further.
   */
  public static double withBasicThen(Plan.Totals totals) {
    return withBasicToday(totals) + totals.peopleBasic();
  }

  /** At the standard once the plan is built. */
  public long atStandard() {
    return baseline + served;
  }

  /** With basic service only once the plan is built. */
  public long basicThen() {
    return basicToday + basic;
  }

  /** Whom the plan brings to the standard or to basic service. */
  public long gained() {
    return served + basic;
  }

  /** Whether anybody has basic service only, which a headline names too. */
  public boolean tellsBasic() {
    return basic > 0;
  }

  /**
   * Parts of a whole by largest remainder: each is rounded down or up, those with most behind the
   * point up first; a part of nothing stays nothing, whatever the others leave.
   *
   * @param whole what they come to, within the number of parts of their sum
   * @param parts not negative but for the last bits of sums
   */
  public static long[] parts(long whole, double... parts) {
    long[] down = Arrays.stream(parts).mapToLong(each -> (long) each).toArray();
    long missing = whole - Arrays.stream(down).sum();
    IntStream.range(0, parts.length)
        .filter(k -> parts[k] > NOBODY)
        .boxed()
        .sorted(Comparator.comparingDouble(k -> down[k] - parts[k]))
        .limit(Math.max(0, missing))
        .forEach(k -> down[k]++);
    return down;
  }

  /**
   * Shares of one whole as whole per cents that add up to it; one of less than one per cent stays
   * less, and one that leaves something does not become all.
   *
   * @param ratios 0–1, adding up to 1; given back as they are where one is not known
   * @return 0–1 each, so that whoever tells them as per cent rounds no further
   */
  public static double[] shares(double... ratios) {
    if (!Double.isFinite(Arrays.stream(ratios).sum())) {
      return ratios;
    }
    long[] percents = parts(100, Arrays.stream(ratios).map(each -> each * 100).toArray());
    return IntStream.range(0, ratios.length)
        .mapToDouble(k -> told(ratios[k], percents[k]))
        .toArray();
  }

  private static double told(double ratio, long percent) {
    if (percent == 0) {
      return Math.min(ratio, UNDER_ONE_PERCENT);
    }
    return percent == 100 && ratio < 1 ? 0.99 : percent / 100.0;
  }
}
