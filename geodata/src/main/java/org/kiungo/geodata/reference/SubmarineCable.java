package org.kiungo.geodata.reference;

import java.util.List;
import org.kiungo.planner.model.value.LonLat;

/**
 * A submarine cable that lands in Africa, and what is published about it.
 *
 * @param name as published
 * @param serviceYear year in which it went into service; 0 when not known
 * @param capacityTbps design capacity, terabits per second; NaN when not known
 * @param lengthKm of the whole cable, parts far from Africa too; NaN when not known
 * @param landings places where it comes ashore, sorted by name
 * @param paths a sketch of its course, for drawing only: parts of at least two places each
 * @param source dataset that names it
 */
public record SubmarineCable(
    String name,
    int serviceYear,
    double capacityTbps,
    double lengthKm,
    List<Landing> landings,
    List<List<LonLat>> paths,
    String source) {

  public SubmarineCable {
    landings = List.copyOf(landings);
    paths = paths.stream().map(List::copyOf).toList();
  }

  /**
   * Where a cable comes ashore.
   *
   * @param name place and country, as published
   * @param location of the landing point
   */
  public record Landing(String name, LonLat location) {}
}
