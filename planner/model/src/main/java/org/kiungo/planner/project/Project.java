package org.kiungo.planner.project;

import java.util.List;
import java.util.SortedMap;
import org.kiungo.planner.cost.AssetCost;
import org.kiungo.planner.model.value.LonLat;

/**
 * What can be signed: builds of one phase that belong together.
 *
 * @param id stable for the same plan, made of country, phase and name
 * @param name of its district and largest place, or of a corridor's ends
 * @param kind how its builds belong together
 * @param country ISO 3166-1 alpha-3; of a corridor the one with most of its cost
 * @param district empty for a corridor and where none is known
 * @param phase from 1
 * @param location its largest place, or a corridor's end towards the network
 * @param peopleServed brought to the standard once it and what it requires stand
 * @param peopleBasic brought to basic service likewise
 * @param costCents lifetime cost of its builds
 * @param works cost in cents by kind of work, adding up to {@code costCents}
 * @param members ids of its builds
 * @param requires projects that carry its traffic, sorted by id
 */
public record Project(
    String id,
    String name,
    Kind kind,
    String country,
    String district,
    int phase,
    LonLat location,
    double peopleServed,
    double peopleBasic,
    long costCents,
    SortedMap<Work, Long> works,
    Members members,
    List<String> requires) {

  /** How builds of a project belong together. */
  public enum Kind {
    /** Connected links and nodes that several districts use. */
    CORRIDOR,
    /** Connected builds within one district. */
    NETWORK,
    /** What else is built in a district: works too small to be signed alone. */
    LOT
  }

  /**
   * Ids of builds, each list sorted.
   *
   * @param services settlements served; {@code id#k} where it is the k-th part of its people
   * @param sites access sites
   * @param links backhaul and backbone links
   * @param nodes existing nodes that are widened
   */
  public record Members(
      List<String> services, List<String> sites, List<String> links, List<String> nodes) {}

  /** Lifetime cost in USD. */
  public double costUsd() {
    return AssetCost.usd(costCents);
  }
}
