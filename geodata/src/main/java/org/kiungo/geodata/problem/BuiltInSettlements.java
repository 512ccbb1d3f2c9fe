package org.kiungo.geodata.problem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kiungo.geodata.reference.District;
import org.kiungo.geodata.reference.PeopleCell;
import org.kiungo.geodata.reference.PopulatedPlace;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.SettlementBuilder;

/** Demand points of a country in the built-in data: named places and modelled cells. */
final class BuiltInSettlements {

  private BuiltInSettlements() {}

  /** Sorted by id. */
  static List<Settlement> of(Reference reference, String iso3) {
    Map<String, String> districts =
        reference.districts(iso3).stream()
            .collect(Collectors.toMap(District::code, District::name));
    List<Settlement> settlements = new ArrayList<>();
    reference.places(iso3).forEach(p -> settlements.add(of(p, districts.get(p.district()))));
    reference.peopleCells(iso3).forEach(c -> settlements.add(of(c, districts.get(c.district()))));
    settlements.sort(Comparator.comparing(Settlement::id));
    return List.copyOf(settlements);
  }

  private static Settlement of(PopulatedPlace place, String district) {
    return SettlementBuilder.builder()
        .id(place.country() + "_gn" + place.geonamesId())
        .name(place.name())
        .location(place.location())
        .population(place.population())
        .country(place.country())
        .district(district)
        .build();
  }

  private static Settlement of(PeopleCell cell, String district) {
    return SettlementBuilder.builder()
        .id(cell.id())
        .location(cell.location())
        .population(cell.population())
        .areaKm2(cell.areaKm2())
        .country(cell.country())
        .district(district)
        .modelled(true)
        .build();
  }
}
