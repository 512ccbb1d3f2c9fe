package org.kiungo.geodata.reference.facts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kiungo.planner.model.value.LonLat;

/**
 * A country's names and national figures, each with year, source and confidence.
 *
 * @param iso3 ISO 3166-1 alpha-3
 * @param names by language: en, fr, pt, ar, sw, es (Unicode CLDR)
 * @param facts sorted as in the source table, fields unique
 */
public record CountryFacts(String iso3, Map<String, String> names, List<Fact> facts) {

  public CountryFacts {
    names = Map.copyOf(names);
    facts = List.copyOf(facts);
  }

  /** The fact of a field, if the table has it. */
  public Optional<Fact> findFact(String field) {
    return facts.stream().filter(f -> f.field().equals(field)).findFirst();
  }

  /** A figure's value; NaN when the table has none. */
  public double figure(String field) {
    return findFact(field).map(f -> Double.parseDouble(f.value())).orElse(Double.NaN);
  }

  /** Residents, World Bank, of {@link #populationYear()}. */
  public double population() {
    return figure("population");
  }

  /** Year of the population. */
  public int populationYear() {
    return findFact("population").map(f -> Integer.parseInt(f.year())).orElseThrow();
  }

  /** Surface with inland waters, km²; NaN when not known. */
  public double surfaceKm2() {
    return figure("surface_km2");
  }

  /** Seat of government as GeoNames has it. */
  public String capital() {
    return findFact("capital").orElseThrow().value();
  }

  /** Where the capital lies. */
  public LonLat capitalLocation() {
    return new LonLat(figure("capital_lon"), figure("capital_lat"));
  }

  /** Name in a language, else in English. */
  public String name(String language) {
    return names.getOrDefault(language, names.get("en"));
  }
}
