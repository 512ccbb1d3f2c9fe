package org.kiungo.planner.deploy.settings;

import java.util.List;
import java.util.Optional;
import org.kiungo.planner.cost.SkyWays;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.PlanningProblem;

/**
 * What a broadband plan may choose from and how far to search.
 *
 * @param budgetUsd cap on the lifetime cost of everything the plan builds; NaN = no cap
 * @param targetPeople weighted people to serve at least cost; NaN = most people under the budget
 * @param technologyIds allowed access technologies; empty = all
 * @param mediumIds allowed media; empty = all
 * @param locks decisions to respect
 * @param seed of every random choice
 * @param steps moves that local search tries, ≥ 0; {@link #moves} says how many that are by size
 * @param threads that work at once, ≥ 1; results do not depend on it
 * @param granularity how finely to look; empty = as the number of settlements allows
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
    Optional<Granularity> granularity) {

  private static final int STEPS_PER = 20_000;
  private static final int MOST_SCALED = 100_000;

  public DeploySettings {
    technologyIds = List.copyOf(technologyIds);
    mediumIds = List.copyOf(mediumIds);
    locks = List.copyOf(locks);
  }

  /**
   * Moves that local search tries: the steps, beyond 20,000 settlements so many for every whole
   * 20,000. Beyond 100,000 a move costs more than in proportion, so there are the fewer the more
   * settlements there are, as many as at 100,000 times 100,000 over their number.
   */
  public long moves(int settlements) {
    return settlements <= MOST_SCALED
        ? steps * Math.max(1, settlements / STEPS_PER)
        : steps * (MOST_SCALED / STEPS_PER) * MOST_SCALED / settlements;
  }

  /** The same with another limit on moves. */
  public DeploySettings withSteps(long steps) {
    return new DeploySettings(
        budgetUsd,
        targetPeople,
        technologyIds,
        mediumIds,
        locks,
        seed,
        steps,
        threads,
        granularity);
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
    this(
        budgetUsd, targetPeople, technologyIds, mediumIds, locks, seed, steps, 1, Optional.empty());
  }

  /** The access technologies of a problem that may be chosen, in its order. */
  public List<AccessTechnology> technologies(PlanningProblem problem) {
    return problem.catalogue().technologies().stream()
        .filter(a -> technologyIds.isEmpty() || technologyIds.contains(a.id()))
        .toList();
  }

  /** The media of a problem that may be chosen and bring traffic in time, in its order. */
  public List<Medium> media(PlanningProblem problem) {
    List<AccessTechnology> technologies = technologies(problem);
    return problem.catalogue().media().stream()
        .filter(m -> mediumIds.isEmpty() || mediumIds.contains(m.id()))
        .filter(m -> SkyWays.isTimely(m, technologies, problem.standard()))
        .toList();
  }

  /** The same without any decision to respect. */
  public DeploySettings withoutLocks() {
    return withLocks(List.of());
  }

  /** The same with other decisions to respect. */
  public DeploySettings withLocks(List<LockedChoice> changed) {
    return new DeploySettings(
        budgetUsd,
        targetPeople,
        technologyIds,
        mediumIds,
        changed,
        seed,
        steps,
        threads,
        granularity);
  }

  /**
   * A decision at one settlement.
   *
   * @param technologyId which technology, or "*" for every one
   * @param forbid true: never that one there; false: always that one
   * @param placeId where the site stands of one that is always to be had; empty = anywhere
   */
  public record LockedChoice(
      String settlementId, String technologyId, boolean forbid, String placeId) {

    /** From a site anywhere. */
    public LockedChoice(String settlementId, String technologyId, boolean forbid) {
      this(settlementId, technologyId, forbid, "");
    }
  }
}
