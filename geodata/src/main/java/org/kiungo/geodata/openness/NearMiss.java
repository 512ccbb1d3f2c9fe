package org.kiungo.geodata.openness;

import org.kiungo.planner.model.value.LonLat;

/**
 * A line that ends a little short of another: perhaps only in the drawing. Both readings are told.
 *
 * @param endName place where the line ends
 * @param otherName place on the line it does not reach
 * @param nodeKm from the end to the nearest end or node of the line it does not reach
 * @param cost of closing it, if it is open in truth
 * @param asDrawn what hangs on what as the map has it
 * @param ifJoined the same if the two lines are joined in truth
 */
public record NearMiss(
    String endName,
    String otherName,
    LonLat end,
    LonLat other,
    double nodeKm,
    LinkCost cost,
    Exposure asDrawn,
    Exposure ifJoined) {}
