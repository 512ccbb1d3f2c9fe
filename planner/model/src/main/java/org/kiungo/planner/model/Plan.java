package org.kiungo.planner.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.soabase.recordbuilder.core.RecordBuilder.Initializer;
import java.util.List;
import org.kiungo.planner.model.energy.EnergySupply;
import org.kiungo.planner.model.today.PossibleWorks;
import org.kiungo.planner.model.today.TodayTotals;
import org.kiungo.planner.model.value.LonLat;

/**
 * Decisions for one problem: who is served by what, which sites and links are built, what it costs.
 * All lists are sorted by id; totals equal the sums of the parts to the cent.
 *
 * @param settlements one entry per settlement of the problem
 * @param sites access sites opened
 * @param links links built; each leads from a place towards an existing network node
 * @param upgrades existing nodes that sell more than they can as they stand
 * @param totals sums
 * @param programme its phases; null where everything is built in the first year
 * @param secondPaths second ways of hubs, where a scenario asks for them
 * @param possible its works if today's coverage is at its low end; null where they reach no more
 *     people than as it is modelled, or nobody has worked them out
 */
public record Plan(
    List<SettlementService> settlements,
    List<AccessSite> sites,
    List<BuiltLink> links,
    List<NodeUpgrade> upgrades,
    Totals totals,
    Programme programme,
    SecondPaths secondPaths,
    PossibleWorks possible) {

  /** A plan of which nobody has worked out whom it may possibly gain. */
  public Plan(
      List<SettlementService> settlements,
      List<AccessSite> sites,
      List<BuiltLink> links,
      List<NodeUpgrade> upgrades,
      Totals totals,
      Programme programme,
      SecondPaths secondPaths) {
    this(settlements, sites, links, upgrades, totals, programme, secondPaths, null);
  }

  /** A plan without second ways. */
  public Plan(
      List<SettlementService> settlements,
      List<AccessSite> sites,
      List<BuiltLink> links,
      List<NodeUpgrade> upgrades,
      Totals totals,
      Programme programme) {
    this(settlements, sites, links, upgrades, totals, programme, SecondPaths.NONE);
  }

  /** A plan that builds everything in the first year. */
  public Plan(
      List<SettlementService> settlements,
      List<AccessSite> sites,
      List<BuiltLink> links,
      List<NodeUpgrade> upgrades,
      Totals totals) {
    this(settlements, sites, links, upgrades, totals, null);
  }

  /** A plan that keeps every node within its limit. */
  public Plan(
      List<SettlementService> settlements,
      List<AccessSite> sites,
      List<BuiltLink> links,
      Totals totals) {
    this(settlements, sites, links, List.of(), totals);
  }

  public Plan {
    settlements = List.copyOf(settlements);
    sites = List.copyOf(sites);
    links = List.copyOf(links);
    upgrades = List.copyOf(upgrades);
  }

  /** How a settlement stands when the plan is built. */
  public enum Status {
    BASELINE,
    STANDARD,
    BASIC,
    UNSERVED
  }

  /** Why a settlement is left without service. */
  public enum UnservedReason {
    OVER_BUDGET,
    BEYOND_REACH,
    NO_TECHNOLOGY,
    SATELLITE_CAPACITY,
    POPULATION_UNKNOWN,
    FORBIDDEN
  }

  /**
   * A settlement's service under the plan. Where parts of its people are served otherwise, status,
   * technology, site and round trip are those of the part with most people served, and what can be
   * summed is.
   *
   * @param settlementId of the problem
   * @param status baseline, standard, basic or unserved
   * @param technologyId access technology, empty unless the plan serves it
   * @param siteId the access site that serves it, empty when free-standing or unserved
   * @param peopleServed people the plan adds at this status, or at its parts' together
   * @param demandMbps busy-hour demand carried
   * @param roundTripMs to the nearest exchange or gateway; NaN when unserved
   * @param buildYear year of the build; 0 when the plan builds nothing for it
   * @param capexUsd its own share: terminals, drops, distribution (sites and links are separate)
   * @param opexUsdPerYear its own share, traffic beyond the network's nodes included
   * @param lifetimeCostUsd its own share, present value
   * @param reason why unserved, null otherwise
   * @param parts services of those who see the same masts, by how much they see, their shares
   *     adding up to 1; empty where everybody is served alike
   */
  @RecordBuilder
  public record SettlementService(
      String settlementId,
      Status status,
      String technologyId,
      String siteId,
      double peopleServed,
      double demandMbps,
      double roundTripMs,
      int buildYear,
      double capexUsd,
      double opexUsdPerYear,
      double lifetimeCostUsd,
      UnservedReason reason,
      List<PartService> parts)
      implements PlanSettlementServiceBuilder.With {

    public SettlementService {
      parts = parts == null ? List.of() : List.copyOf(parts);
    }

    /** Services that differ, by part of the people; one where everybody is served alike. */
    public List<PartService> each() {
      return parts.isEmpty() ? List.of(whole()) : parts;
    }

    /** What is said of all people together, as of one part. */
    public PartService whole() {
      return new PartService(
          1,
          status,
          technologyId,
          siteId,
          peopleServed,
          demandMbps,
          roundTripMs,
          capexUsd,
          opexUsdPerYear,
          lifetimeCostUsd,
          reason);
    }
  }

  /**
   * The service of a part of a settlement's people: those who see the same masts.
   *
   * @param shareRatio of the settlement's people, 0–1
   * @param status standard, basic or unserved
   * @param technologyId access technology, empty when unserved
   * @param siteId the access site that serves it, empty when free-standing or unserved
   * @param peopleServed people of the part whom the plan adds at this status
   * @param demandMbps busy-hour demand carried
   * @param roundTripMs to the nearest exchange or gateway; NaN when unserved
   * @param capexUsd its own share: terminals, drops, distribution
   * @param opexUsdPerYear its own share
   * @param lifetimeCostUsd its own share, present value
   * @param reason why unserved, null otherwise
   */
  @RecordBuilder
  public record PartService(
      double shareRatio,
      Status status,
      String technologyId,
      String siteId,
      double peopleServed,
      double demandMbps,
      double roundTripMs,
      double capexUsd,
      double opexUsdPerYear,
      double lifetimeCostUsd,
      UnservedReason reason)
      implements PlanPartServiceBuilder.With {}

  /**
   * An access site the plan opens.
   *
   * @param id unique in the plan
   * @param technologyId what it carries
   * @param placeId settlement or tower where it stands
   * @param location of that place
   * @param units equipment sets bought to cover the ground and carry the load, ≥ 1
   * @param masts masts or cabinets on which they stand, ≥ 1; a tower that exists is one of them
   * @param hopsBetweenMasts links that join further masts to the first, ≥ 0
   * @param energy how it gets its energy; null = its technology's figures hold it
   * @param loadMbps busy-hour demand of all settlements it serves
   * @param buildYear year of the build
   * @param capexUsd first purchase
   * @param opexUsdPerYear upkeep
   * @param lifetimeCostUsd present value of capex, replacements and opex
   */
  @RecordBuilder
  public record AccessSite(
      String id,
      String technologyId,
      String placeId,
      LonLat location,
      int units,
      int masts,
      int hopsBetweenMasts,
      EnergySupply energy,
      double loadMbps,
      int buildYear,
      double capexUsd,
      double opexUsdPerYear,
      double lifetimeCostUsd)
      implements PlanAccessSiteBuilder.With {}

  /**
   * A backhaul link the plan builds, from the place it serves towards the network.
   *
   * @param id unique in the plan
   * @param fromId settlement, tower or place on a road farther from the network
   * @param toId settlement, tower, place on a road, tap or network node nearer to it; {@code sky:}
   *     and the medium where a satellite feeds the place
   * @param from place of {@code fromId}
   * @param to place of {@code toId}; of the sky, the place below
   * @param mediumId of the catalogue
   * @param systems parallel systems bought to carry the load, ≥ 1
   * @param distanceKm along the road where it follows one, else geodesic
   * @param loadMbps busy-hour demand of everybody behind it
   * @param buildYear year of the build
   * @param capexUsd first purchase
   * @param opexUsdPerYear upkeep
   * @param lifetimeCostUsd present value of capex, replacements and opex
   */
  @RecordBuilder
  public record BuiltLink(
      String id,
      String fromId,
      String toId,
      LonLat from,
      LonLat to,
      String mediumId,
      int systems,
      double distanceKm,
      double loadMbps,
      int buildYear,
      double capexUsd,
      double opexUsdPerYear,
      double lifetimeCostUsd)
      implements PlanBuiltLinkBuilder.With {}

  /** The same decisions with other sums. */
  public Plan withTotals(Totals changed) {
    return new Plan(settlements, sites, links, upgrades, changed, programme, secondPaths, possible);
  }

  /** The same of which it is known whom it may possibly gain; null for no more than the likely. */
  public Plan withPossible(PossibleWorks works) {
    return new Plan(settlements, sites, links, upgrades, totals, programme, secondPaths, works);
  }

  /**
   * An existing node whose own way to the network is widened, because the plan buys more there than
   * it sells as it stands.
   *
   * @param nodeId of the problem
   * @param loadMbps busy-hour demand of everybody behind it
   * @param furtherMbps beyond its limit, &gt; 0
   * @param opexUsdPerYear running cost; there is no other
   * @param lifetimeCostUsd present value
   */
  public record NodeUpgrade(
      String nodeId,
      double loadMbps,
      double furtherMbps,
      double opexUsdPerYear,
      double lifetimeCostUsd) {}

  /**
   * Sums over a plan; served counts exclude the baseline.
   *
   * @param population of all settlements whose population is known
   * @param peopleBaseline already served to the standard today
   * @param peopleServed brought to the standard by the plan
   * @param peopleBasic brought to basic service by the plan
   * @param peopleUnserved left below basic service; with {@link TodayTotals#peopleBaselineBasic}
   *     the rest of the population
   * @param capexUsd first purchases
   * @param opexUsdPerYear upkeep
   * @param lifetimeCostUsd present value of capex, replacements and opex; what the budget caps
   * @param viabilityGapUsd public money needed: Σ gaps after revenue, cross-subsidy and the
   *     universal-service fund, and subsidies given up front; NaN when revenue is not known
   * @param today what of it hangs on today's coverage; null where all coverage is as sources state
   *     it and counts as the standard
   * @param transit what of the costs is traffic beyond the nodes; null where none is priced
   */
  @RecordBuilder
  public record Totals(
      double population,
      double peopleBaseline,
      double peopleServed,
      double peopleBasic,
      double peopleUnserved,
      double capexUsd,
      double opexUsdPerYear,
      double lifetimeCostUsd,
      @Initializer(source = Unset.class, value = "NUMBER") double viabilityGapUsd,
      TodayTotals today,
      TransitTotals transit)
      implements PlanTotalsBuilder.With {}

  /**
   * Core, interconnection and international transit: part of what settlements cost.
   *
   * @param opexUsdPerYear level yearly amount
   * @param lifetimeCostUsd present value
   */
  public record TransitTotals(double opexUsdPerYear, double lifetimeCostUsd) {}
}
