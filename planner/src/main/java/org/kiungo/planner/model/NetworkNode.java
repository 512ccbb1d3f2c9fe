package org.kiungo.planner.model;

/**
 * An existing place where national or international capacity can be bought: a root of every plan.
 *
 * @param id stable identity
 * @param name name shown to users
 * @param location where a link can start
 * @param country ISO 3166-1 alpha-3
 * @param kind what stands there
 * @param assumed true when no source says that fibre reaches it (drawn hollow)
 * @param source dataset or publication that names it
 * @param rainMmPerHour rain rate exceeded in 0.01 % of an average year; NaN when not known
 */
public record NetworkNode(
    String id,
    String name,
    LonLat location,
    String country,
    Kind kind,
    boolean assumed,
    String source,
    double rainMmPerHour) {

  /** A node of which nobody knows how hard it rains there. */
  public NetworkNode(
      String id,
      String name,
      LonLat location,
      String country,
      Kind kind,
      boolean assumed,
      String source) {
    this(id, name, location, country, kind, assumed, source, Double.NaN);
  }

  /** The same node under known rain. */
  public NetworkNode withRain(double mmPerHour) {
    return new NetworkNode(id, name, location, country, kind, assumed, source, mmPerHour);
  }

  /** What an existing network node is. */
  public enum Kind {
    EXCHANGE_POINT,
    LANDING_STATION,
    FIBRE_NODE,
    CITY
  }
}
