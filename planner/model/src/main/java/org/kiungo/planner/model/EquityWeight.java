package org.kiungo.planner.model;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.kiungo.planner.model.value.InputRefused;

/**
 * What a person of a group counts in the objective, a person elsewhere counting 1. Weights of
 * several layers multiply. Counts of people are never weighted.
 *
 * @param layer {@value #COUNTRY}, {@value #DISTRICT}, {@value #DENSITY}, or the name of a column
 *     that came with the settlements, such as {@code wealthTier}
 * @param group value of the layer: ISO3; {@code ISO3/district}; {@value #RURAL} or {@value #URBAN};
 *     or what the column says
 * @param weightRatio {@value #LOWEST} to {@value #HIGHEST}
 */
public record EquityWeight(String layer, String group, double weightRatio) {

  public static final String COUNTRY = "country";
  public static final String DISTRICT = "district";

  /** Rural and urban by the Degree of Urbanisation's 300 people per km². */
  public static final String DENSITY = "density";

  public static final String RURAL = "rural";
  public static final String URBAN = "urban";
  public static final double LOWEST = 0.1;
  public static final double HIGHEST = 10;

  private static final double URBAN_PEOPLE_PER_KM2 = 300;

  /** Columns with more values than this name places, not groups. */
  private static final int MOST_GROUPS = 100;

  /**
   * @throws InputRefused {@code field.range}
   */
  public EquityWeight {
    if (!(weightRatio >= LOWEST && weightRatio <= HIGHEST)) {
      throw new InputRefused(
          "field.range", "field", "fairness", "value", weightRatio, "low", LOWEST, "high", HIGHEST);
    }
  }

  /** True for settlements of the group. */
  public boolean covers(Settlement settlement) {
    return group.equals(groupOf(layer, settlement));
  }

  /** The group of a settlement; empty where the layer says nothing of it. */
  private static String groupOf(String layer, Settlement s) {
    return switch (layer) {
      case COUNTRY -> s.country();
      case DISTRICT -> s.district().isEmpty() ? "" : s.country() + "/" + s.district();
      case DENSITY ->
          Double.isNaN(s.areaKm2())
              ? ""
              : s.population() < URBAN_PEOPLE_PER_KM2 * s.areaKm2() ? RURAL : URBAN;
      default -> s.attributes().getOrDefault(layer, "");
    };
  }

  /**
   * Layers that exist among settlements, with their groups and the people in each.
   *
   * @return by layer, then group; a layer that puts everybody into one group is left out
   */
  public static SortedMap<String, SortedMap<String, Double>> layers(List<Settlement> settlements) {
    SortedMap<String, SortedMap<String, Double>> layers = new TreeMap<>();
    SortedSet<String> names = new TreeSet<>(List.of(COUNTRY, DISTRICT, DENSITY));
    settlements.forEach(s -> names.addAll(s.attributes().keySet()));
    for (String layer : names) {
      SortedMap<String, Double> groups = new TreeMap<>();
      boolean apart = false;
      for (Settlement s : settlements) {
        String group = groupOf(layer, s);
        apart |= !group.equals(groupOf(layer, settlements.get(0)));
        if (!group.isEmpty() && groups.size() <= MOST_GROUPS) {
          groups.merge(group, Double.isNaN(s.population()) ? 0 : s.population(), Double::sum);
        }
      }
      if (apart && groups.size() <= MOST_GROUPS) {
        layers.put(layer, groups);
      }
    }
    return layers;
  }
}
