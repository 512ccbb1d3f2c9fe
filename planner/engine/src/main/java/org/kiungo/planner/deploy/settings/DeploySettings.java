package org.kiungo.planner.deploy.settings;

import java.util.List;

/**
 * What a broadband plan may choose from and how far to search.
 *
 * @param budgetUsd cap on the lifetime cost of everything the plan builds; NaN = no cap
 * @param targetPeople weighted people to serve at least cost; NaN = most people under the budget
 * @param technologyIds allowed access technologies; empty = all
 * @param mediumIds allowed media; empty = all
 * @param locks decisions to respect
 * @param seed of every random choice
 * @param steps moves that local search tries, ≥ 0; beyond 20,000 settlements so many for every
 *     whole 20,000
 * @param threads that work at once, ≥ 1; results do not depend on it
 * @param detail how finely to look; null = by the number of settlements
 */
public record DeploySettings(
    double budgetUsd,
    double targetPeople,
    List<String> technologyIds,
    List<String> mediumIds,
    List<LockedChoice> locks,
    long seed,
    long steps,
    int threads,
    Granularity detail) {

  public DeploySettings {
    technologyIds = List.copyOf(technologyIds);
    mediumIds = List.copyOf(mediumIds);
    locks = List.copyOf(locks);
  }

  /** The same with another limit on moves. */
  public DeploySettings withSteps(long steps) {
    return new DeploySettings(
        budgetUsd, targetPeople, technologyIds, mediumIds, locks, seed, steps, threads, detail);
  }

  /** On one thread, as finely as the number of settlements allows. */
  public DeploySettings(
      double budgetUsd,
      double targetPeople,
      List<String> technologyIds,
      List<String> mediumIds,
      List<LockedChoice> locks,
      long seed,
      long steps) {
    this(budgetUsd, targetPeople, technologyIds, mediumIds, locks, seed, steps, 1, null);
  }

  /** The same without any decision to respect. */
  DeploySettings withoutLocks() {
    return new DeploySettings(
        budgetUsd, targetPeople, technologyIds, mediumIds, List.of(), seed, steps, threads, detail);
  }

  /**
   * A decision at one settlement.
   *
   * @param technologyId which technology, or "*" for every one
   * @param forbid true: never that one there; false: always that one
   */
  public record LockedChoice(String settlementId, String technologyId, boolean forbid) {}
}
