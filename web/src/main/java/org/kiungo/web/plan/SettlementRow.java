package org.kiungo.web.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.kiungo.geodata.problem.MeasuredTiles;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.web.language.NamedPlaces;

/**
 * A settlement in the table beside the map.
 *
 * @param settlementId of the problem
 * @param name shown to users, empty when it has none
 * @param near the nearest named place where this one has no name, null otherwise
 * @param district first-level area
 * @param lon degrees east
 * @param lat degrees north
 * @param population residents; NaN when not known
 * @param peopleUnserved of them, those without service to the standard today, as the scenario
 *     counts it; 0 when the population is not known
 * @param modelled true when population or place is modelled
 * @param status under the plan; {@code BASELINE} also where the plan does nothing and most have
 *     service today
 * @param technologyId that serves it, empty for none
 * @param peopleServed people the plan adds at this status
 * @param lifetimeCostUsd of its own equipment; sites and links are not in it
 * @param allocatedLifetimeCostUsd of all that serves it: its own, and what it causes of sites,
 *     links and nodes; those of all settlements add up to the plan's
 * @param roundTripMs to the nearest exchange or gateway; NaN when unserved
 * @param reason why those without are left out, null where nobody is
 * @param parts shares of its people by technology, empty where all have the same
 * @param measuredTiles on its ground whose speed tests raise who is served today; absent for none
 */
record SettlementRow(
    String settlementId,
    String name,
    NamedPlaces.Near near,
    String district,
    double lon,
    double lat,
    double population,
    double peopleUnserved,
    boolean modelled,
    Plan.Status status,
    String technologyId,
    double peopleServed,
    double lifetimeCostUsd,
    double allocatedLifetimeCostUsd,
    double roundTripMs,
    Plan.UnservedReason reason,
    List<Part> parts,
    @JsonInclude(JsonInclude.Include.NON_NULL) Integer measuredTiles) {

  /**
   * A share of a settlement's people.
   *
   * @param shareRatio 0–1
   * @param status under the plan
   * @param technologyId that serves them, empty for none
   */
  record Part(double shareRatio, Plan.Status status, String technologyId) {}

  /**
   * A row.
   *
   * @param allocatedLifetimeCostUsd as {@link PlanContent#allocatedUsd} has it
   */
  static SettlementRow of(PlanContent.Place place, double allocatedLifetimeCostUsd) {
    var settlement = place.settlement();
    var service = place.service();
    return new SettlementRow(
        settlement.id(),
        settlement.name(),
        null,
        settlement.district(),
        settlement.location().lon(),
        settlement.location().lat(),
        settlement.population(),
        settlement.unservedPopulation(),
        settlement.modelled(),
        place.shown(),
        service.technologyId(),
        service.peopleServed(),
        service.lifetimeCostUsd(),
        allocatedLifetimeCostUsd,
        service.roundTripMs(),
        service.reason(),
        parts(place),
        measured(settlement));
  }

  private static Integer measured(Settlement settlement) {
    String tiles = settlement.attributes().get(MeasuredTiles.ATTRIBUTE);
    return tiles == null || !tiles.matches("\\d{1,9}") ? null : Integer.valueOf(tiles);
  }

  /** What different shares of a settlement's people have; empty where all have the same. */
  static List<Part> parts(PlanContent.Place place) {
    return place.service().parts().stream()
        .map(
            part ->
                new Part(
                    part.shareRatio(),
                    PlanContent.Place.shown(place.settlement(), part.status()),
                    part.technologyId()))
        .toList();
  }

  /** The same row with the named place nearest to it, if it has no name itself. */
  SettlementRow withNear(PlanContent content) {
    if (!name.isEmpty()) {
      return this;
    }
    return new SettlementRow(
        settlementId,
        name,
        content.nearest(new LonLat(lon, lat)),
        district,
        lon,
        lat,
        population,
        peopleUnserved,
        modelled,
        status,
        technologyId,
        peopleServed,
        lifetimeCostUsd,
        allocatedLifetimeCostUsd,
        roundTripMs,
        reason,
        parts,
        measuredTiles);
  }

  /** True when it, or a part of its people, is served by one of these. */
  boolean has(List<String> technologyIds) {
    return technologyIds.contains(technologyId)
        || parts.stream().anyMatch(part -> technologyIds.contains(part.technologyId()));
  }
}
