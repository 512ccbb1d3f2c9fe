package org.kiungo.geodata.feed;

import java.util.List;
import org.kiungo.planner.model.Settlement;

/**
 * Settlements of several sources as one set.
 *
 * @param settlements those of higher rank first
 * @param parts what each source gave, in the order of ranks, before a census
 */
public record MergedPlaces(List<Settlement> settlements, List<Part> parts) {

  public MergedPlaces {
    settlements = List.copyOf(settlements);
    parts = List.copyOf(parts);
  }

  /**
   * What a source gave.
   *
   * @param source as a scenario names it
   * @param places that are of it
   * @param people in them
   * @param placesLeft that sources of higher rank took the place of
   * @param peopleLeft in those, and of those that gave up a part
   */
  public record Part(String source, int places, double people, int placesLeft, double peopleLeft) {}

  /** Known people. */
  public double people() {
    return PlaceMerge.people(settlements);
  }
}
