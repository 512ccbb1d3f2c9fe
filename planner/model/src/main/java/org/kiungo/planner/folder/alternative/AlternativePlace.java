package org.kiungo.planner.folder.alternative;

/**
 * A place that some plan serves, a row of {@code alternatives.csv}.
 *
 * @param district its first-level administrative area
 * @param planned true where the plan serves it
 * @param alternatives that serve it
 * @param technologyId with what the plan serves most of its people; empty where it does not
 * @param peopleServed by the plan, there
 * @param replacementPeople weighted people that leaving it out costs at the most: what the best
 *     plan at hand without it counts less; below zero where that counts more; NaN where all serve
 *     it or the plan does not
 */
public record AlternativePlace(
    String settlementId,
    String district,
    boolean planned,
    int alternatives,
    String technologyId,
    double peopleServed,
    double replacementPeople) {}
