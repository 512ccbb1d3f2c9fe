package org.kiungo.planner.model;

/**
 * An existing mast that a new access site can reuse for less.
 *
 * @param id stable identity
 * @param location where it stands
 * @param country ISO 3166-1 alpha-3
 * @param heightM above ground; NaN when not known
 * @param operator owner, empty when not known
 */
public record Tower(String id, LonLat location, String country, double heightM, String operator) {}
