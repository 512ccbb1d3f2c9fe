package org.kiungo.planner.deploy.settings;

/** What the solver counts in: whole numbers, so that sums do not depend on their order. */
public final class SolverUnits {

  /** Value is counted in millionths of a person so that weights and fractions stay whole. */
  public static final double VALUE_PER_PERSON = 1e6;

  /** Cost of a link that no medium can carry: above any budget, below what sums overflow by. */
  public static final long NEVER_CENTS = 1_000_000_000_000_000L;

  /** A budget without a cap: more than the world's networks cost. */
  public static final long UNLIMITED_CENTS = NEVER_CENTS / 2;

  private SolverUnits() {}

  /** A load in whole bits per second. */
  public static long bitsPerSecond(double mbps) {
    return Math.round(mbps * 1e6);
  }
}
