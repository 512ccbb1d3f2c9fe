package org.kiungo.geodata.reference.people;

import org.apache.commons.csv.CSVRecord;

/**
 * How many people of a country 4G covers. This is the one share of every page, brief and plan: the
 * newest report of the country itself. Where another publisher says something else, it is named
 * beside it and the range spans both.
 *
 * @param country ISO 3166-1 alpha-3
 * @param year of the report
 * @param ratio published share of people, 0–1 (SDG indicator 9.c.1)
 * @param lowRatio ten points less, ≥ 0: publishers differ by more than that in 15 of 51 countries;
 *     no more than the other publisher's share
 * @param highRatio ten points more, ≤ 1; no less than the other publisher's share
 * @param oddity what speaks against the report; {@link Oddity#NONE} where nothing does
 * @param oddYear earlier report that it contradicts, 0 where there is none
 * @param oddRatio share in that report, NaN where there is none
 * @param other what another publisher says that differs by 15 points or more; null where none does
 */
public record CoverageToday(
    String country,
    int year,
    double ratio,
    double lowRatio,
    double highRatio,
    Oddity oddity,
    int oddYear,
    double oddRatio,
    Other other) {

  /** Who publishes {@link #ratio}. */
  public static final String SOURCE = "ITU, SDG indicator 9.c.1";

  /**
   * A share of another publisher.
   *
   * @param source publication
   * @param year it holds for
   * @param ratio share of people, 0–1
   */
  public record Other(String source, int year, double ratio) {}

  /** Why a published share is doubtful. */
  public enum Oddity {
    NONE,
    /** Nobody covered, while 3G covers some. */
    ZERO,
    /** Less than one person in a hundred, while 3G covers some. */
    TINY,
    /** More than five points below an earlier report: networks do not shrink. */
    FELL,
    /** More than 25 points above the report of the year before. */
    LEAPT,
    /** The same figure for three reports and more, below 95 %. */
    REPEATED
  }

  static CoverageToday of(CSVRecord row) {
    return new CoverageToday(
        row.get("iso3"),
        Integer.parseInt(row.get("year")),
        Double.parseDouble(row.get("ratio")),
        Double.parseDouble(row.get("low_ratio")),
        Double.parseDouble(row.get("high_ratio")),
        Oddity.valueOf(row.get("oddity")),
        row.get("odd_year").isEmpty() ? 0 : Integer.parseInt(row.get("odd_year")),
        row.get("odd_ratio").isEmpty() ? Double.NaN : Double.parseDouble(row.get("odd_ratio")),
        row.get("other_source").isEmpty()
            ? null
            : new Other(
                row.get("other_source"),
                Integer.parseInt(row.get("other_year")),
                Double.parseDouble(row.get("other_ratio"))));
  }

  /** Who publishes the share. */
  public String getSource() {
    return SOURCE;
  }

  /** True when something speaks against the share: an earlier report, or another publisher. */
  public boolean doubtful() {
    return oddity != Oddity.NONE || other != null;
  }
}
