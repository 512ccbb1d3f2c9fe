package org.kiungo.planner.model.resilience;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.value.InputRefused;

/**
 * Which settlements are hubs, and what their two ways to the existing network may not share. A
 * settlement is a hub if any of the three says so.
 *
 * @param capitals the place with most people of every district is one; of a country whose districts
 *     are not known, the place with most people
 * @param abovePeople places of at least so many people are hubs, &gt; 0; NaN = none for that reason
 * @param hubIds settlements that are hubs, sorted, none twice
 * @param disjoint what the two ways may not share
 */
public record TwoPaths(
    boolean capitals, double abovePeople, List<String> hubIds, Disjoint disjoint) {

  /** No hub at all. */
  public static final TwoPaths NONE = new TwoPaths(false, Double.NaN, List.of(), Disjoint.LINK);

  /**
   * How near to the existing network a place stands on it, km: its two ways are then those of the
   * network there, which no plan judges.
   */
  public static final double STANDS_ON_NETWORK_KM = 1;

  public TwoPaths {
    if (abovePeople <= 0 || abovePeople > 1e9) {
      throw new InputRefused(
          "field.range",
          "field",
          "twoPaths.abovePeople",
          "value",
          abovePeople,
          "low",
          1,
          "high",
          1e9);
    }
    hubIds = hubIds == null ? List.of() : hubIds.stream().sorted().distinct().toList();
    disjoint = disjoint == null ? Disjoint.LINK : disjoint;
  }

  /** True when no settlement can be a hub. */
  public boolean isNone() {
    return !capitals && Double.isNaN(abovePeople) && hubIds.isEmpty();
  }

  /**
   * Ids of the hubs among settlements.
   *
   * @throws InputRefused {@code twoPaths.hub} when a named hub is none of them
   */
  public SortedSet<String> hubs(Collection<Settlement> settlements) {
    SortedSet<String> hubs = new TreeSet<>(hubIds);
    Set<String> known = settlements.stream().map(Settlement::id).collect(Collectors.toSet());
    for (String id : hubIds) {
      if (!known.contains(id)) {
        throw new InputRefused("twoPaths.hub", "field", "twoPaths", "id", id);
      }
    }
    Map<String, Settlement> largest = new HashMap<>();
    for (Settlement each : settlements) {
      if (each.population() >= abovePeople) {
        hubs.add(each.id());
      }
      if (capitals && each.population() > 0) {
        String district = each.country() + '\u0000' + each.district();
        largest.merge(district, each, TwoPaths::larger);
      }
    }
    largest.values().forEach(each -> hubs.add(each.id()));
    return hubs;
  }

  private static Settlement larger(Settlement one, Settlement other) {
    int byPeople = Double.compare(one.population(), other.population());
    boolean first = byPeople > 0 || byPeople == 0 && one.id().compareTo(other.id()) < 0;
    return first ? one : other;
  }
}
