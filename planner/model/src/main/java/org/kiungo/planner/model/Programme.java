package org.kiungo.planner.model;

import java.util.List;

/**
 * The phases of a plan: what comes in, is spent and carried on, whom it serves, and what is added
 * later to something that stands, and what is replaced. Everything else is paid in the phase of its
 * build year.
 *
 * @param phases in order
 * @param further by phase, then asset
 * @param replaced by settlement; no part of what the plan's settlements cost
 */
public record Programme(List<PhaseAccount> phases, List<Further> further, List<Replaced> replaced) {

  public Programme {
    phases = List.copyOf(phases);
    further = List.copyOf(further);
    // programmes of before technologies could change have none
    replaced = replaced == null ? List.of() : List.copyOf(replaced);
  }

  /** A programme in which whatever is built stays. */
  public Programme(List<PhaseAccount> phases, List<Further> further) {
    this(phases, further, List.of());
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
   * @param regrettedUsd what was spent in it on things that later phases replace
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
      double weightedPersonYears,
      double regrettedUsd) {

    public PhaseAccount {
      // accounts of before technologies could change tell of no regret
      regrettedUsd = Double.isNaN(regrettedUsd) ? 0 : regrettedUsd;
    }
  }

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

  /**
   * What served a settlement before what the plan gives it was built, from a terminal that needs no
   * site. It is paid in full in its phase, running cost to the plan's last year included, and so is
   * what replaces it.
   *
   * @param settlementId where
   * @param technologyId what
   * @param status level of service
   * @param buildYear first year of the phase from which it serves
   * @param replacedYear first year of the phase that replaces it: the settlement's build year
   * @param peopleServed brought to that level
   * @param demandMbps in the busy hour of the year that networks are sized for
   * @param roundTripMs to the nearest gateway and back
   * @param capexUsd first purchase
   * @param opexUsdPerYear running cost
   * @param lifetimeCostUsd paid in its phase
   */
  public record Replaced(
      String settlementId,
      String technologyId,
      Plan.Status status,
      int buildYear,
      int replacedYear,
      double peopleServed,
      double demandMbps,
      double roundTripMs,
      double capexUsd,
      double opexUsdPerYear,
      double lifetimeCostUsd) {

    /** The same as a service of all people. */
    public Plan.PartService service() {
      return new Plan.PartService(
          1,
          status,
          technologyId,
          "",
          peopleServed,
          demandMbps,
          roundTripMs,
          capexUsd,
          opexUsdPerYear,
          lifetimeCostUsd,
          null);
    }
  }

  /** What all phases spent on things that were replaced later. */
  public double regrettedUsd() {
    return phases.stream().mapToDouble(PhaseAccount::regrettedUsd).sum();
  }

  /** Σ person-years of all phases, those brought to the standard. */
  public double personYears() {
    return phases.stream().mapToDouble(PhaseAccount::personYears).sum();
  }

  /** The objective. */
  public double weightedPersonYears() {
    return phases.stream().mapToDouble(PhaseAccount::weightedPersonYears).sum();
  }
}
