package org.kiungo.geodata.conflate;

/**
 * Two drawings that tell different things of one cable. The more trusted drawing that tells
 * anything is believed; <em>unknown</em> tells nothing.
 *
 * @param segmentId of the merged network
 * @param column what it is about
 * @param believed source that is believed
 * @param value what it says
 * @param other source that is not
 * @param otherValue what it says
 */
public record Conflict(
    String segmentId,
    String column,
    String believed,
    String value,
    String other,
    String otherValue) {}
