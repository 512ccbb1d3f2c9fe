package org.kiungo.planner.compare;

import java.util.List;
import org.kiungo.planner.model.border.Crossing;

/**
 * A link across a border and the chain of links that carries its traffic on to the existing
 * network.
 *
 * @param crossing the border and what it costs there
 * @param linkIds of the chain, the link across the border first
 * @param mediumId of that link
 * @param distanceKm of that link
 * @param rootId where the chain ends: network node, tap or sky
 * @param demandMbps busy-hour demand that crosses
 * @param people served over it
 * @param costUsd present value of the chain: of each link, as much as this demand is of its load
 * @param uses by country of those behind it, sorted
 */
public record Corridor(
    Crossing crossing,
    List<String> linkIds,
    String mediumId,
    double distanceKm,
    String rootId,
    double demandMbps,
    double people,
    double costUsd,
    List<Use> uses) {

  public Corridor {
    linkIds = List.copyOf(linkIds);
    uses = List.copyOf(uses);
  }

  /**
   * What a country has of it, and three ways to share its cost among those who use it and the two
   * that it joins.
   *
   * @param country ISO 3166-1 alpha-3
   * @param demandMbps of its people over it; 0 of a country that is only passed
   * @param people of it who are served over it
   * @param byUseUsd in proportion to demand
   * @param equalUsd the same for each
   * @param byCapacityUsd in proportion to what its people earn; NaN where that is not known of all
   */
  public record Use(
      String country,
      double demandMbps,
      double people,
      double byUseUsd,
      double equalUsd,
      double byCapacityUsd) {}
}
