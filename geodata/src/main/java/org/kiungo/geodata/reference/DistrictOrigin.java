package org.kiungo.geodata.reference;

import org.apache.commons.csv.CSVRecord;

/**
 * Where the districts of a country come from, and whether they are those of today.
 *
 * @param source who drew them
 * @param licence under which they may be used
 * @param year that the boundaries stand for
 * @param units in the file
 * @param unitsToday first-level units that the country has today by ISO 3166-2
 * @param current true when the file's units are exactly those
 */
public record DistrictOrigin(
    String source, String licence, int year, int units, int unitsToday, boolean current) {

  static DistrictOrigin of(CSVRecord row) {
    return new DistrictOrigin(
        row.get("source"),
        row.get("licence"),
        Integer.parseInt(row.get("year")),
        Integer.parseInt(row.get("units")),
        Integer.parseInt(row.get("units_today")),
        Boolean.parseBoolean(row.get("current")));
  }
}
