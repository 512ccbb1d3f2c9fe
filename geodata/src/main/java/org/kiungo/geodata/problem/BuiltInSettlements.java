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
    return new Settlement(
        place.country() + "_gn" + place.geonamesId(),
        place.name(),
        place.location(),
        place.population(),
        Double.NaN,
        place.country(),
        district,
        Double.NaN,
        Double.NaN,
        false,
        Map.of());
  }

  private static Settlement of(PeopleCell cell, String district) {
    return new Settlement(
        cell.id(),
        "",
        cell.location(),
        cell.population(),
        cell.areaKm2(),
        cell.country(),
        district,
        Double.NaN,
        Double.NaN,
        true,
        Map.of());
  }
}
