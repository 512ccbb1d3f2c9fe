package org.kiungo.web.scenario;

/**
 * How fast the last plan was made, in processor time; NaN before the first.
 *
 * @param secondsPerPlace before and after the search
 * @param secondsPerStep of the search
 */
public record PlanningSpeed(double secondsPerPlace, double secondsPerStep) {}
