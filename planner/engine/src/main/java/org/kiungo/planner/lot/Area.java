package org.kiungo.planner.lot;

import java.util.Comparator;
import java.util.Map;

/**
 * A first-level area in a phase: where lots are cut.
 *
 * @param phase from 1
 * @param country ISO 3166-1 alpha-3, empty when not known
 * @param region empty when not known
 */
record Area(int phase, String country, String region) implements Comparable<Area> {

  private static final Comparator<Area> ORDER =
      Comparator.comparingInt(Area::phase).thenComparing(Area::country).thenComparing(Area::region);

  /** The same place in another phase. */
  Area in(int other) {
    return new Area(other, country, region);
  }

  /** The area with the largest figure, the first of equals; null of none. */
  static Area most(Map<Area, Double> figures) {
    return figures.entrySet().stream()
        .max(
            Map.Entry.<Area, Double>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey)
        .orElse(null);
  }

  @Override
  public int compareTo(Area other) {
    return ORDER.compare(this, other);
  }
}
