package org.kiungo.geodata.reference.people;

import org.apache.commons.csv.CSVRecord;

/**
 * A place to which GeoNames gives more than three times the people of the grid's cells within 10
 * km: it names its county's people, or the grid does not see its town. The grid's figure is taken.
 *
 * @param country ISO 3166-1 alpha-3
 * @param geonamesId number in GeoNames
 * @param name of the place
 * @param claimed people that GeoNames gives it
 * @param around people of the grid's cells whose middle lies within 10 km
 * @param given people that it has here
 */
public record CorrectedPlace(
    String country, long geonamesId, String name, long claimed, long around, long given) {

  static CorrectedPlace of(CSVRecord row) {
    return new CorrectedPlace(
        row.get("iso3"),
        Long.parseLong(row.get("geonames_id")),
        row.get("name"),
        Long.parseLong(row.get("claimed")),
        Long.parseLong(row.get("within_10_km")),
        Long.parseLong(row.get("given")));
  }
}
