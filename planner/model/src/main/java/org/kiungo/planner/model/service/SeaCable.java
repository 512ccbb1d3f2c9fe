package org.kiungo.planner.model.service;

import java.util.List;
import org.kiungo.planner.model.value.LonLat;

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
