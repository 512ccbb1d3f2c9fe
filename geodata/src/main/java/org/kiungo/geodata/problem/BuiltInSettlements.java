package org.kiungo.geodata.problem;

import java.util.Comparator;
import java.util.List;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.reference.people.CoverageToday;
import org.kiungo.geodata.reference.people.InhabitedPlace;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.SettlementBuilder;

/**
 * Demand points of a country in the built-in data: everybody, in named places and in cells, with
 * the chance that 4G reaches them today as the share of them that it reaches.
 */
final class BuiltInSettlements {

  private BuiltInSettlements() {}

  /** Sorted by id. */
  static List<Settlement> of(Reference reference, String iso3) {
    CoverageToday today = reference.people().coverage(reference.country(iso3).iso3());
    return reference.people().places(iso3).stream()
        .map(place -> of(place, today, reference.nearestDistrict(iso3, place.location()).name()))
        .sorted(Comparator.comparing(Settlement::id))
        .toList();
  }

  private static Settlement of(InhabitedPlace place, CoverageToday today, String district) {
    CoverageToday.Chance covered = today.at(place);
    return SettlementBuilder.builder()
        .id(place.id())
        .name(place.name())
        .location(place.location())
        .population(place.population())
        .areaKm2(place.areaKm2())
        .country(place.country())
        .district(district)
        .baselineCoverageRatio(covered.ratio())
        .baselineLowRatio(covered.low())
        .baselineHighRatio(covered.high())
        .baselineModelled(true)
        .modelled(place.origin().populationModelled())
        .build();
  }
}
