package org.kiungo.planner.model;

/**
 * An existing mast that a new access site can reuse for less.
 *
 * @param id stable identity
 * @param location where it stands
 * @param country ISO 3166-1 alpha-3
 * @param heightM above ground; NaN when not known
 * @param operator owner, empty when not known
 * @param rainMmPerHour rain rate exceeded in 0.01 % of an average year; NaN when not known
 */
public record Tower(
    String id,
    LonLat location,
    String country,
    double heightM,
    String operator,
    double rainMmPerHour) {

  /** A mast of which nobody knows how hard it rains there. */
  public Tower(String id, LonLat location, String country, double heightM, String operator) {
    this(id, location, country, heightM, operator, Double.NaN);
  }

  /** The same mast under known rain. */
  public Tower withRain(double mmPerHour) {
    return new Tower(id, location, country, heightM, operator, mmPerHour);
  }
}
