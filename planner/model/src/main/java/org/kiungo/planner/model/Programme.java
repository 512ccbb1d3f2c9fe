package org.kiungo.planner.model;

import java.util.List;

/**
 * The phases of a plan: what comes in, is spent and carried on, whom it serves, and what is added
 * later to something that stands. Everything else is paid in the phase of its build year.
 *
 * @param phases in order
 * @param further by phase, then asset
 */
public record Programme(List<PhaseAccount> phases, List<Further> further) {

  public Programme {
    phases = List.copyOf(phases);
    further = List.copyOf(further);
  }

  /**
   * One phase. Money is constant USD at the start of the phase, people are those at its end.
   *
   * @param phase its number, the first being 1
   * @param firstYear in which everything of the phase is built
   * @param lastYear the last before the next phase
   * @param budgetUsd what comes in
   * @param spentUsd what everything built in it costs, running cost to the plan's last year
   *     included
   * @param carriedUsd what is left for the next phase: carried before + budget − spent, ≥ 0
   * @param peopleServed brought to the standard until its end
   * @param peopleBasic brought to basic service until its end
   * @param weightedPeople the same as the objective weighs them
   * @param personYears years of the phase × people brought to the standard
   * @param weightedPersonYears its part of the objective: years of the phase, discounted where the
   *     scenario says so, × weighted people
   */
  public record PhaseAccount(
      int phase,
      int firstYear,
      int lastYear,
      double budgetUsd,
      double spentUsd,
      double carriedUsd,
      double peopleServed,
      double peopleBasic,
      double weightedPeople,
      double personYears,
      double weightedPersonYears) {}

  /**
   * What a phase adds to something that stands: units to a site, systems to a link, capacity to a
   * node. Its cost is part of what the asset costs.
   *
   * @param assetId site, link or node
   * @param buildYear first year of the phase
   * @param further units or systems more; of nodes Mbps more beyond the limit
   * @param capexUsd first purchase
   * @param opexUsdPerYear upkeep more
   * @param lifetimeCostUsd paid in the phase
   */
  public record Further(
      String assetId,
      int buildYear,
      double further,
      double capexUsd,
      double opexUsdPerYear,
      double lifetimeCostUsd) {}

  /** Σ person-years of all phases, those brought to the standard. */
  public double personYears() {
    return phases.stream().mapToDouble(PhaseAccount::personYears).sum();
  }

  /** The objective. */
  public double weightedPersonYears() {
    return phases.stream().mapToDouble(PhaseAccount::weightedPersonYears).sum();
  }
}
