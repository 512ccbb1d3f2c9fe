package org.kiungo.planner.place.location.problem;

/**
 * How long a location model searches. Counts, not seconds, so that equal limits give equal answers;
 * a caller's {@code stop} may end any search earlier with the best so far.
 *
 * @param seed of every random choice
 * @param starts restarts of the exchange heuristic, ≥ 0
 * @param dualIterations of the Lagrangian dual at the root, ≥ 1
 * @param branchNodes branch-and-bound nodes, 0 = bound only
 */
public record LocationLimits(long seed, int starts, int dualIterations, int branchNodes) {

  /** Proves small cases, and leaves large ones with a bound. */
  public static final LocationLimits DEFAULT = new LocationLimits(0, 60, 600, 20_000);

  public LocationLimits {
    if (starts < 0 || dualIterations < 1 || branchNodes < 0) {
      throw new IllegalArgumentException(
          "limits are starts "
              + starts
              + ", dualIterations "
              + dualIterations
              + ", branchNodes "
              + branchNodes
              + "; allowed ≥ 0, ≥ 1, ≥ 0");
    }
  }
}
