package org.kiungo.planner.model.today;

import java.util.List;

/**
 * A plan's own sites, links and media if today's coverage is at its low end everywhere: sized for
 * whoever is without service then, for all places that the plan serves but those left out so that
 * the money suffices.
 *
 * @param people whom they bring to the standard or to basic service
 * @param lifetimeCostUsd of these works; no more than the plan's money
 * @param without ids of places that the plan serves and these works leave out, ascending
 */
public record PossibleWorks(double people, double lifetimeCostUsd, List<String> without) {

  public PossibleWorks {
    without = List.copyOf(without);
  }
}
