package org.kiungo.planner.deploy.settings;

import org.kiungo.planner.model.PlanningProblem;

/**
 * How finely a question is looked at. Large ones are looked at more coarsely, so that they fit into
 * memory and time; plan, candidate graph and certificate say so. What that loses is measured in
 * docs/benchmarks.md.
 *
 * @param neighbours nearest places that each place may be linked with, beside Delaunay's edges
 * @param nearest nearest places where a site that serves a settlement may stand, beside its own
 * @param populous most populous places in reach where it may stand
 * @param towers nearest towers where it may stand
 * @param prices tried at most for each budget
 * @param large prices come down from above and end where charging loads takes too long, and only
 *     promising candidates are fitted to the budget; else such a price is tried again without
 *     charging loads and every candidate is fitted
 */
public record Granularity(
    int neighbours, int nearest, int populous, int towers, int prices, boolean large) {

  /** Up to {@value #FULL_UP_TO} settlements. */
  public static final Granularity FULL = new Granularity(8, 5, 6, 3, 9, false);

  /** The same candidates, no price twice; up to {@value #LARGE_UP_TO} settlements. */
  public static final Granularity LARGE = new Granularity(8, 5, 6, 3, 5, true);

  /** Fewer candidates and prices; beyond. */
  public static final Granularity COARSE = new Granularity(5, 1, 1, 1, 8, true);

  private static final int FULL_UP_TO = 30_000;

  /** Settlements beyond which a question is looked at coarsely, and one ascent fills memory. */
  public static final int LARGE_UP_TO = 250_000;

  /** As the settings say, else by the question's size. */
  public static Granularity of(PlanningProblem problem, DeploySettings settings) {
    return settings.granularity().orElseGet(() -> of(problem.settlements().size()));
  }

  /** By number of settlements. */
  public static Granularity of(int settlements) {
    return settlements <= FULL_UP_TO ? FULL : settlements <= LARGE_UP_TO ? LARGE : COARSE;
  }
}
