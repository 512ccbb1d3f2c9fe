package org.kiungo.geodata.reference;

import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * A first-level administrative area, simplified; {@link Reference#districtOrigin} says who drew it.
 *
 * @param country ISO 3166-1 alpha-3
 * @param code ISO 3166-2; with "." and a number where several areas share one (Madagascar)
 * @param iso what ISO 3166-2 calls it where {@code code} has a number; empty where nobody says so
 * @param name its own name
 * @param names other names by language: en, fr, pt, ar; only where they differ
 * @param separate drawn apart with dashed borders, as Somaliland within Somalia
 * @param shape polygons, WGS 84 lon/lat; never change it, it is shared
 */
public record District(
    String country,
    String code,
    String iso,
    String name,
    Map<String, String> names,
    boolean separate,
    Geometry shape) {

  public District {
    names = Map.copyOf(names);
  }
}
