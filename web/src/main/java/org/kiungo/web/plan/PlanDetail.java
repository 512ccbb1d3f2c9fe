package org.kiungo.web.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kiungo.geodata.feed.CoverageColumn;
import org.kiungo.geodata.feed.PlannedPeople;
import org.kiungo.planner.cost.ServedAbroad;
import org.kiungo.planner.explain.SitePower;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.lot.WorkStates;
import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Programme;
import org.kiungo.planner.model.Today;
import org.kiungo.planner.model.institution.GoalOutcome;
import org.kiungo.planner.model.institution.InstitutionTotals;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.web.plan.verdict.PlanVerdict;

/**
 * A plan with its sums by technology, medium and district.
 *
 * @param id opaque
 * @param letter A, B, C … within its country
 * @param country ISO 3166-1 alpha-3 codes, joined by commas
 * @param name shown to users
 * @param scenario the choices behind it
 * @param totals sums
 * @param certificate what it says of its value and bound
 * @param verification what may be said of it
 * @param byTechnology what each access technology does, sorted by id
 * @param byMedium what backhaul links each medium builds, sorted by id
 * @param works what is built, counted
 * @param upgrades existing nodes that are widened
 * @param byDistrict people by first-level area, sorted by name
 * @param inputs where the facts came from
 * @param versions engine and catalogue that made it
 * @param baselineKnown false when no settlement says who is served today
 * @param peopleUnknownToday people in places of which nobody knows who is served today: they count
 *     as not served; absent without any, and where nobody's service is known
 * @param programme money and people by phase; absent where everything is built in the first year
 * @param institutions what schools, clinics and others have under the plan, by kind
 * @param institutionGoals what the plan does for the scenario's goals among them
 * @param hopsClosed candidate radio hops that the ground closes; absent where its heights are not
 *     known
 * @param servedAbroad places that sites in another country serve, and who pays; absent without any
 * @param unknownFibreKm fibre of which no source says whether it works, km; absent without any
 * @param assumedNodes nodes that no source names; absent without any
 * @param coverageColumns sources of places that say themselves who has 4G; absent without any
 * @param plannedPeople of countries of which places or a census are imported; absent without any
 * @param norm what subscribers get
 * @param power where sites get theirs
 * @param states what of it stands already or is signed; absent where nothing is
 */
public record PlanDetail(
    String id,
    String letter,
    String country,
    String name,
    Scenario scenario,
    Plan.Totals totals,
    Certificate certificate,
    PlanVerdict verification,
    List<TechnologyShare> byTechnology,
    List<MediumShare> byMedium,
    Works works,
    UpgradeShare upgrades,
    List<DistrictShare> byDistrict,
    List<InputFile> inputs,
    MadeWith versions,
    boolean baselineKnown,
    @JsonInclude(JsonInclude.Include.NON_NULL) Double peopleUnknownToday,
    @JsonInclude(JsonInclude.Include.NON_NULL) Programme programme,
    List<InstitutionTotals> institutions,
    List<GoalOutcome> institutionGoals,
    @JsonInclude(JsonInclude.Include.NON_NULL) Integer hopsClosed,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ServedAbroad> servedAbroad,
    @JsonInclude(JsonInclude.Include.NON_NULL) Double unknownFibreKm,
    @JsonInclude(JsonInclude.Include.NON_NULL) AssumedNodes assumedNodes,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<CoverageColumn> coverageColumns,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<PlannedPeople> plannedPeople,
    Norm norm,
    SitePower power,
    @JsonInclude(JsonInclude.Include.NON_NULL) WorkStates states) {

  /**
   * What an access technology does in a plan; backhaul links are not its part.
   *
   * @param technologyId of the catalogue
   * @param family colour and symbol
   * @param people brought to standard or basic service
   * @param places settlements served
   * @param sites opened
   * @param lifetimeCostUsd of sites and premises, present value
   * @param capexUsd of sites and premises
   */
  public record TechnologyShare(
      String technologyId,
      String family,
      double people,
      int places,
      int sites,
      double lifetimeCostUsd,
      double capexUsd) {}

  /**
   * Backhaul links of one medium.
   *
   * @param mediumId of the catalogue
   * @param links built
   * @param distanceKm their geodesic length
   * @param lifetimeCostUsd present value
   * @param capexUsd first purchases
   * @param unverifiedLinks those by radio of which nothing verifies the line of sight
   */
  public record MediumShare(
      String mediumId,
      int links,
      double distanceKm,
      double lifetimeCostUsd,
      double capexUsd,
      int unverifiedLinks) {}

  /**
   * What a plan builds, counted.
   *
   * @param sites of access
   * @param masts or cabinets of these sites, those among them that stand already too
   * @param linksBetweenMasts that join further masts of a site to its first
   * @param linksToNetwork from places towards the network, second ways among them
   */
  public record Works(int sites, int masts, int linksBetweenMasts, int linksToNetwork) {

    /** Those of a plan. */
    public static Works of(Plan plan) {
      return new Works(
          plan.sites().size(),
          plan.sites().stream().mapToInt(Plan.AccessSite::masts).sum(),
          plan.sites().stream().mapToInt(Plan.AccessSite::hopsBetweenMasts).sum(),
          plan.links().size());
    }
  }

  /**
   * Existing nodes that sell more than they can as they stand.
   *
   * @param nodes how many
   * @param furtherMbps beyond their limits
   * @param opexUsdPerYear running cost
   * @param lifetimeCostUsd present value
   */
  public record UpgradeShare(
      int nodes, double furtherMbps, double opexUsdPerYear, double lifetimeCostUsd) {}

  /**
   * Existing nodes, and those among them that no source names.
   *
   * @param nodes all that are known or assumed
   * @param assumed those that no source names
   * @param starts nodes where what the plan builds comes to the network that stands
   * @param assumedStarts those of them that no source names
   */
  public record AssumedNodes(int nodes, int assumed, int starts, int assumedStarts) {

    /** Null where a source names every node. */
    public static AssumedNodes of(PlanFolder folder) {
      List<NetworkNode> nodes = folder.problem().nodes();
      List<NetworkNode> assumed = nodes.stream().filter(NetworkNode::assumed).toList();
      Set<String> ends =
          folder.plan().links().stream()
              .flatMap(link -> Stream.of(link.fromId(), link.toId()))
              .collect(Collectors.toSet());
      return assumed.isEmpty()
          ? null
          : new AssumedNodes(
              nodes.size(), assumed.size(), among(nodes, ends), among(assumed, ends));
    }

    private static int among(List<NetworkNode> nodes, Set<String> ends) {
      return (int) nodes.stream().filter(each -> ends.contains(each.id())).count();
    }

    /** True where more than half of the nodes at which the network starts are assumed. */
    public boolean prevail(Today today) {
      return today.assumedNodes() == Today.AssumedNodes.COUNT && 2 * assumedStarts > starts;
    }
  }

  /**
   * What capacity is sized for, in the last year of a plan; of several countries that of the first.
   *
   * @param gbPerPersonMonth gigabytes a month of a person with a phone; NaN where capacity is sized
   *     by rate
   * @param gbPerHouseholdMonth of a household with a line, likewise
   * @param mbpsPerPerson what a person takes in the busy hour
   * @param mbpsPerHousehold what a household's line takes
   */
  public record Norm(
      double gbPerPersonMonth,
      double gbPerHouseholdMonth,
      double mbpsPerPerson,
      double mbpsPerHousehold) {}

  /**
   * People of a district; the four shares add up to its population.
   *
   * @param district first-level area, empty when not known
   * @param population whose number is known
   * @param peopleBaseline at the standard today
   * @param peopleServed brought to the standard
   * @param peopleBasic brought to basic service
   * @param peopleUnserved left below basic service
   */
  public record DistrictShare(
      String district,
      double population,
      double peopleBaseline,
      double peopleServed,
      double peopleBasic,
      double peopleUnserved) {}

  /** Engine and catalogue that made a plan. */
  public record MadeWith(String engineVersion, String catalogueVersion) {}
}
