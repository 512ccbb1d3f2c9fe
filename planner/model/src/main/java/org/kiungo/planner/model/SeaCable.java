package org.kiungo.planner.model;

import java.util.List;

/**
 * A submarine cable and where it lands, in any order.
 *
 * @param name as published
 * @param landings at least two
 */
public record SeaCable(String name, List<LonLat> landings) {

  public SeaCable {
    landings = List.copyOf(landings);
  }
}
