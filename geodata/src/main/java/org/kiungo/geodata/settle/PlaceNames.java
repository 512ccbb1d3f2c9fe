package org.kiungo.geodata.settle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.value.LonLat;

/**
 * Names for settlements that have none, such as those made of a raster.
 *
 * <p>The rule: a settlement is called after the nearest known place of its country within {@link
 * #NEAR_KM}, else after its district. The nearest of those called after one place bears its name
 * alone, the others a number behind it, by distance; those called after a district are numbered
 * from 1. Attributes say after what, and how far away it is.
 */
public final class PlaceNames {

  /** {@code place} or {@code district}. */
  static final String AFTER = "namedAfter";

  /** From the place to the settlement, km to a tenth. */
  static final String AFTER_KM = "namedAfterKm";

  /** How far a place may be that lends its name. */
  static final double NEAR_KM = 10;

  /** Cells of the index; 10 km are fewer degrees than this up to 50° of latitude. */
  private static final double CELL_DEGREES = 0.15;

  private final Map<Long, List<Known>> cells = new HashMap<>();

  /** A place with a name. */
  public record Known(String name, LonLat location) {}

  /**
   * A settlement and what it may be called after.
   *
   * @param index among all
   * @param km to the place; NaN for a district
   */
  private record Called(int index, double km) {}

  private PlaceNames(List<Known> known) {
    for (Known each : known) {
      int column = cell(each.location().lon());
      int row = cell(each.location().lat());
      cells.computeIfAbsent(key(column, row), it -> new ArrayList<>()).add(each);
    }
  }

  /**
   * The settlements in the same order, each with a name where one is to be had.
   *
   * @param known places of a country by its ISO 3166-1 alpha-3, asked for one country at a time
   */
  public static List<Settlement> of(
      List<Settlement> settlements, Function<String, List<Known>> known) {
    Map<String, List<Integer>> byCountry = new TreeMap<>();
    for (int k = 0; k < settlements.size(); k++) {
      if (settlements.get(k).name().isEmpty()) {
        byCountry.computeIfAbsent(settlements.get(k).country(), it -> new ArrayList<>()).add(k);
      }
    }
    List<Settlement> named = new ArrayList<>(settlements);
    byCountry.forEach(
        (country, nameless) -> new PlaceNames(known.apply(country)).name(nameless, named));
    return named;
  }

  private void name(List<Integer> nameless, List<Settlement> settlements) {
    Map<Known, List<Called>> afterPlaces = new LinkedHashMap<>();
    Map<String, List<Called>> afterDistricts = new LinkedHashMap<>();
    for (int k : nameless) {
      Settlement each = settlements.get(k);
      Known near = nearest(each.location());
      if (near != null) {
        double km = near.location().distanceKm(each.location());
        afterPlaces.computeIfAbsent(near, it -> new ArrayList<>()).add(new Called(k, km));
      } else if (!each.district().isEmpty()) {
        afterDistricts
            .computeIfAbsent(each.district(), it -> new ArrayList<>())
            .add(new Called(k, Double.NaN));
      }
    }
    afterPlaces.forEach((place, called) -> name(place.name(), called, settlements));
    afterDistricts.forEach((district, called) -> name(district, called, settlements));
  }

  private static void name(String base, List<Called> called, List<Settlement> settlements) {
    called.sort(
        Comparator.comparingDouble(Called::km)
            .thenComparing(
                each -> settlements.get(each.index()).population(), Comparator.reverseOrder())
            .thenComparing(each -> settlements.get(each.index()).id()));
    for (int k = 0; k < called.size(); k++) {
      Called each = called.get(k);
      boolean district = Double.isNaN(each.km());
      Settlement settlement = settlements.get(each.index());
      Map<String, String> attributes = new HashMap<>(settlement.attributes());
      attributes.put(AFTER, district ? "district" : "place");
      if (!district) {
        attributes.put(AFTER_KM, String.format(Locale.ROOT, "%.1f", each.km()));
      }
      settlements.set(
          each.index(),
          settlement
              .with()
              .name(k == 0 && !district ? base : base + " " + (k + 1))
              .attributes(attributes)
              .build());
    }
  }

  private Known nearest(LonLat place) {
    Known nearest = null;
    double least = NEAR_KM;
    int column = cell(place.lon());
    int row = cell(place.lat());
    for (int dx = -1; dx <= 1; dx++) {
      for (int dy = -1; dy <= 1; dy++) {
        for (Known each : cells.getOrDefault(key(column + dx, row + dy), List.of())) {
          double km = each.location().distanceKm(place);
          if (km <= least) {
            least = km;
            nearest = each;
          }
        }
      }
    }
    return nearest;
  }

  private static int cell(double degrees) {
    return (int) Math.floor(degrees / CELL_DEGREES);
  }

  private static long key(int column, int row) {
    return (long) column << 32 | row & 0xFFFFFFFFL;
  }
}
