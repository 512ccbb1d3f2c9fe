package org.kiungo.geodata.proposal;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.layer.ColumnNames;
import org.kiungo.geodata.reference.District;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.model.value.LonLat;

/**
 * In which district of a country each row says that it lies.
 *
 * @param iso3 ISO 3166-1 alpha-3
 * @param column that names it; empty for none
 * @param byName districts by what cells of the column name them
 */
record RowDistricts(String iso3, String column, Map<String, District> byName) {

  /** So many of a column's cells are districts, or it is none of districts. */
  private static final double LEAST_RATIO = 0.7;

  static RowDistricts of(Sample sample, String iso3) {
    Map<String, District> byName = new HashMap<>();
    for (District each : iso3.isEmpty() ? Map.<String, District>of().values() : all(iso3)) {
      byName.put(plain(each.name()), each);
      each.names().values().forEach(name -> byName.putIfAbsent(plain(name), each));
    }
    for (String column : sample.columns()) {
      long filled = sample.rows().stream().filter(row -> !cell(row, column).isEmpty()).count();
      long named =
          sample.rows().stream().filter(row -> byName.containsKey(cell(row, column))).count();
      boolean most = 2 * filled >= sample.rows().size() && named >= LEAST_RATIO * filled;
      if (named > 0 && most) {
        return new RowDistricts(iso3, column, byName);
      }
    }
    return new RowDistricts(iso3, "", Map.of());
  }

  private static Iterable<District> all(String iso3) {
    return Reference.builtIn().districts(iso3);
  }

  private static String cell(Feature row, String column) {
    Object cell = row.attributes().get(column);
    return cell == null ? "" : plain(cell.toString());
  }

  private static String plain(String name) {
    return String.join("", ColumnNames.tokens(name));
  }

  boolean areTold() {
    return !column.isEmpty();
  }

  /** Whether a place is where a row says that it lies; in the country where it says no district. */
  Predicate<LonLat> of(Feature row) {
    Reference reference = Reference.builtIn();
    District named = byName.get(cell(row, column));
    return named == null
        ? place -> reference.contains(iso3, place)
        : place ->
            reference
                .findDistrict(iso3, place)
                .filter(each -> each.code().equals(named.code()))
                .isPresent();
  }
}
