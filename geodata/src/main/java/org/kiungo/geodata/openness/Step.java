package org.kiungo.geodata.openness;

import org.kiungo.planner.model.value.LonLat;

/**
 * The shortest new link that takes a single point away.
 *
 * @param fromName place at the end that has one way today
 * @param toName place at the other end
 * @param into the neighbour in which the other end lies, empty within the country
 * @param cost kilometres and USD
 * @param leftRatio share of people who still hang on a single span once it is built; NaN where that
 *     was not worked out
 */
public record Step(
    String fromName,
    String toName,
    LonLat from,
    LonLat to,
    String into,
    LinkCost cost,
    double leftRatio) {

  Step leaving(double ratio) {
    return new Step(fromName, toName, from, to, into, cost, ratio);
  }
}
