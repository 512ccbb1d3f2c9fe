package org.kiungo.geodata.reference.people;

/**
 * Who has 4G today, modelled: operators go where people are dense and roads lead. The chance that a
 * place is covered is
 *
 * <pre>  P = 1 / (1 + exp(−(s − θ) / 0.6)),  s = ln(density + 0.1) − min(roadKm, 100) / 20</pre>
 *
 * with the density in people per km² and θ chosen per country so that the people covered are the
 * share that the country published. Slope 0.6, 20 km and 100 km are assumptions without a source:
 * they decide how sharp the edge of coverage is, not how many people are inside it.
 */
public final class CoverageModel {

  private static final double SLOPE = 0.6;
  private static final double ROAD_KM = 20;
  private static final double FARTHEST_KM = 100;
  private static final double LEAST_DENSITY = 0.1;
  private static final int HALVINGS = 60;

  private CoverageModel() {}

  /**
   * How attractive a place is to an operator.
   *
   * @param density people per km², ≥ 0
   * @param roadKm ≥ 0; NaN where a country has no road in the data: the term is left out
   */
  public static double score(double density, double roadKm) {
    double far = Double.isNaN(roadKm) ? 0 : Math.min(roadKm, FARTHEST_KM) / ROAD_KM;
    return StrictMath.log(density + LEAST_DENSITY) - far;
  }

  /**
   * Chance of being covered, 0–1.
   *
   * @param threshold θ; infinite where nobody or everybody is
   */
  public static double ratio(double score, double threshold) {
    return 1 / (1 + StrictMath.exp((threshold - score) / SLOPE));
  }

  /**
   * The θ with which the expected people covered are a share of all, to 10⁻⁹.
   *
   * @param scores of places
   * @param people of the same places
   * @param share 0–1; 0 and less gives +∞, 1 and more −∞
   */
  public static double threshold(double[] scores, long[] people, double share) {
    if (share <= 0 || share >= 1) {
      return share <= 0 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    }
    double low = -100;
    double high = 100;
    for (int k = 0; k < HALVINGS; k++) {
      double middle = (low + high) / 2;
      if (share(scores, people, middle) > share) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /** Expected people covered over all people. */
  public static double share(double[] scores, long[] people, double threshold) {
    double covered = 0;
    double all = 0;
    for (int k = 0; k < scores.length; k++) {
      covered += people[k] * ratio(scores[k], threshold);
      all += people[k];
    }
    return covered / all;
  }
}
