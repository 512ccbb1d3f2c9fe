package org.kiungo.planner.project;

import java.util.Comparator;

/**
 * A kind of work at a kind of place: all that a partner's conditions may ask of a build.
 *
 * @param layer of the network
 * @param country ISO 3166-1 alpha-3
 * @param district first-level administrative area, empty when not known
 * @param equipment access technology or medium; {@code node} where an existing node is widened
 */
public record Work(NetworkLayer layer, String country, String district, String equipment)
    implements Comparable<Work> {

  /** Equipment of an existing node that is widened. */
  public static final String NODE = "node";

  private static final Comparator<Work> ORDER =
      Comparator.comparing(Work::layer)
          .thenComparing(Work::country)
          .thenComparing(Work::district)
          .thenComparing(Work::equipment);

  @Override
  public int compareTo(Work other) {
    return ORDER.compare(this, other);
  }
}
