package org.kiungo.planner.place.location.problem;

import java.util.List;
import org.kiungo.planner.model.Certificate;

/**
 * Answer of a location model with what is proven about it.
 *
 * @param sense direction of the objective
 * @param opened opened sites, ascending
 * @param siteOf siteOf[i] = site that serves demand point i, −1 when it is left unserved
 * @param value objective value of these decisions
 * @param bound no decision is better than this
 * @param method literature name of the bound
 * @param steps exchange steps, dual iterations and branch-and-bound nodes together
 */
public record LocationSolution(
    Certificate.Sense sense,
    int[] opened,
    int[] siteOf,
    double value,
    double bound,
    String method,
    long steps) {

  /** Distance between value and bound, 0–1; 0 = proven optimal. */
  public double gapRatio() {
    return Certificate.gapRatio(sense, value, bound);
  }

  /** The certificate that a plan folder keeps. */
  public Certificate certificate(
      String candidateGraph,
      List<String> relaxed,
      long seed,
      String engineVersion,
      String catalogueVersion) {
    return new Certificate(
        sense,
        value,
        bound,
        gapRatio(),
        Double.NaN,
        method,
        candidateGraph,
        relaxed,
        seed,
        steps,
        engineVersion,
        catalogueVersion);
  }
}
