package org.kiungo.planner.model.border;

/**
 * A border that a link crosses.
 *
 * @param border as {@link BorderPrice#border} names it
 * @param capexUsd with each first purchase of the link
 * @param opexUsdPerYear likewise
 */
public record Crossing(String border, double capexUsd, double opexUsdPerYear) {}
