package org.kiungo.geodata.openness.stress;

import java.util.List;
import org.kiungo.geodata.openness.LinkCost;
import org.kiungo.planner.model.value.LonLat;

/**
 * What a cut does to a plan.
 *
 * @param cuts as asked for
 * @param peopleServed whom the plan brings to standard or basic service
 * @param peopleCutOff who of them loses every way abroad; where a country has no way by sea of its
 *     own, ways over its borders count
 * @param peopleCutOffWithBorders the same if lines that meet at borders carry traffic everywhere
 * @param peopleByAnotherNode who hung on a node that lost its way and keeps one by another
 * @param peopleNotKnown on nodes for which no way abroad is known from the published networks: what
 *     a cut of today's networks does to them nobody can say, and they are not counted as cut off
 * @param nodes of the plan that lost their way, most people first
 * @param places that lost theirs, most people first
 * @param shareRatio share of those cut off whom the additions are to bring back, 0–1
 * @param additions links that would have kept them, in the order in which they are built; empty
 *     when nothing that keeps a way is left to link to
 * @param peopleRestored who has a way again with these
 * @param additionsUsd first cost of the additions
 * @param boundUsd no links of this kind restore as many people for less; NaN without additions
 */
public record PlanStressAnswer(
    List<String> cuts,
    double peopleServed,
    double peopleCutOff,
    double peopleCutOffWithBorders,
    double peopleByAnotherNode,
    double peopleNotKnown,
    List<Lost> nodes,
    List<Lost> places,
    double shareRatio,
    List<Addition> additions,
    double peopleRestored,
    double additionsUsd,
    double boundUsd) {

  public PlanStressAnswer {
    cuts = List.copyOf(cuts);
    nodes = List.copyOf(nodes);
    places = List.copyOf(places);
    additions = List.copyOf(additions);
  }

  /**
   * A node or place that lost its way.
   *
   * @param people whom the plan serves behind it
   */
  public record Lost(String id, String name, double people) {}

  /**
   * A link that was not built, from what lost its way to what keeps one.
   *
   * @param people who have a way again by it
   */
  public record Addition(
      String fromId,
      String fromName,
      String toId,
      String toName,
      LonLat from,
      LonLat to,
      LinkCost cost,
      double people) {}
}
