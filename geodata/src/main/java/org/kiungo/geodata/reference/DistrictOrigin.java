package org.kiungo.geodata.reference;

import org.apache.commons.csv.CSVRecord;

/**
 * Where the districts of a country come from, and whether they are those of today.
 *
 * @param source who drew them
 * @param licence under which they may be used
 * @param year that the boundaries stand for
 * @param units in the file
 * @param unitsToday first-level units that the country has
 * @param unitsTodayYear that this number is of
 * @param unitsTodaySource who tells it
 * @param current true when the file's units are exactly those that have land in the country
 */
public record DistrictOrigin(
    String source,
    String licence,
    int year,
    int units,
    int unitsToday,
    int unitsTodayYear,
    String unitsTodaySource,
    boolean current) {

  static DistrictOrigin of(CSVRecord row) {
    return new DistrictOrigin(
        row.get("source"),
        row.get("licence"),
        Integer.parseInt(row.get("year")),
        Integer.parseInt(row.get("units")),
        Integer.parseInt(row.get("units_today")),
        Integer.parseInt(row.get("units_today_year")),
        row.get("units_today_source"),
        Boolean.parseBoolean(row.get("current")));
  }
}
