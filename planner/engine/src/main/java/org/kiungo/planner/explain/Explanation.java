package org.kiungo.planner.explain;

import java.util.List;
import org.kiungo.planner.deploy.plan.OptionHere;
import org.kiungo.planner.model.Plan.Status;
import org.kiungo.planner.programme.Timing;

/**
 * Why a settlement has what it has.
 *
 * @param settlementId where
 * @param status how it stands when the plan is built
 * @param technologyId chosen technology, empty when none
 * @param options every technology possible here, best cost per weighted person first; those that a
 *     locked choice rules out are marked
 * @param runnerUpTechnologyId best option not chosen, empty when there is none
 * @param runnerUpExtraCostUsd its cost here minus the chosen one's (minus nothing when none is
 *     chosen); NaN without a runner-up
 * @param binding what stands in the way of more
 * @param budgetNeededUsd money the plan would need on top to bring everybody here to the standard
 *     while all else stays; 0 when they are or what is left would do, NaN when no money would do
 * @param priceUsdPerPerson extra cost per weighted person of the best option here; the plan serves
 *     places below its own price first; NaN without options
 * @param price what a person costs here and why; null where the plan serves nobody
 * @param timing why it is served from then on; null where it is not, or the plan has no phases
 */
public record Explanation(
    String settlementId,
    Status status,
    String technologyId,
    List<OptionHere> options,
    String runnerUpTechnologyId,
    double runnerUpExtraCostUsd,
    Binding binding,
    double budgetNeededUsd,
    double priceUsdPerPerson,
    PlacePrice price,
    Timing timing) {

  public Explanation {
    options = List.copyOf(options);
  }

  /** What stands in the way of more. */
  public enum Binding {
    /** Served to the standard, or already served today. */
    NOTHING,
    /** Served at basic level, or not at all, though money would do more. */
    BUDGET,
    /** No network or site near enough; for a place with basic service: for the standard. */
    REACH,
    SATELLITE_CAPACITY,
    /** A locked choice: served, but other technologies may not be chosen; or not served at all. */
    FORBIDDEN_CHOICE,
    NO_TECHNOLOGY,
    POPULATION_UNKNOWN
  }
}
