package org.kiungo.planner.project;

import java.util.Comparator;
import java.util.Map;

/**
 * A district of a country.
 *
 * @param country ISO 3166-1 alpha-3, empty when not known
 * @param district empty when not known
 */
record Area(String country, String district) implements Comparable<Area> {

  static final Area NOWHERE = new Area("", "");

  private static final Comparator<Area> ORDER =
      Comparator.comparing(Area::country).thenComparing(Area::district);

  /** The area with the largest figure, the first of equals. */
  static Area most(Map<Area, Double> figures) {
    return figures.entrySet().stream()
        .max(
            Comparator.comparing(Map.Entry<Area, Double>::getValue)
                .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
        .map(Map.Entry::getKey)
        .orElse(NOWHERE);
  }

  @Override
  public int compareTo(Area other) {
    return ORDER.compare(this, other);
  }
}
