package org.kiungo.geodata.problem;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.reference.people.InhabitedGround;
import org.kiungo.geodata.reference.people.InhabitedPlace;
import org.kiungo.geodata.reference.people.InsideModel;
import org.kiungo.geodata.reference.people.PlaceCoverage;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.SettlementBuilder;

/**
 * Demand points of a country in the built-in data: everybody, in named places and in cells, with
 * the share of them that modelled masts cover today.
 */
final class BuiltInSettlements {

  private BuiltInSettlements() {}

  /** Sorted by id. */
  static List<Settlement> of(Reference reference, String iso3) {
    String code = reference.country(iso3).iso3();
    return reference.people().covered(code).stream()
        .map(each -> of(each, reference.nearestDistrict(code, each.place().location()).name()))
        .sorted(Comparator.comparing(Settlement::id))
        .toList();
  }

  /**
   * The same people in the modelled parts of their places, sorted by id. Each part names its place,
   * as a place that stays whole does, and lies in the district of it.
   */
  static List<Settlement> inside(Reference reference, String iso3) {
    String code = reference.country(iso3).iso3();
    Map<String, InhabitedPlace> places =
        reference.people().places(code).stream()
            .collect(Collectors.toMap(InhabitedPlace::id, Function.identity()));
    Map<String, String> districts =
        places.values().stream()
            .collect(
                Collectors.toMap(
                    InhabitedPlace::id,
                    each -> reference.nearestDistrict(code, each.location()).name()));
    return reference.people().coveredInside(code).stream()
        .map(
            each -> {
              String place = InsideModel.placeOf(each.place().id());
              return part(of(each, districts.get(place)), places.get(place));
            })
        .sorted(Comparator.comparing(Settlement::id))
        .toList();
  }

  private static Settlement part(Settlement part, InhabitedPlace place) {
    Settlement told = part.withAttributes(Map.of(Settlement.PART_OF, place.id()));
    if (!InsideModel.isPart(part.id())) {
      return told;
    }
    boolean split = part.population() < place.population();
    return told.with().inhabitedKm2(part.areaKm2()).modelled(part.modelled() || split).build();
  }

  private static Settlement of(PlaceCoverage covered, String district) {
    InhabitedPlace place = covered.place();
    return SettlementBuilder.builder()
        .id(place.id())
        .name(place.name())
        .location(place.location())
        .population(place.population())
        .areaKm2(place.areaKm2())
        .inhabitedKm2(place.areaKm2() * InhabitedGround.ratio(place.density()))
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
