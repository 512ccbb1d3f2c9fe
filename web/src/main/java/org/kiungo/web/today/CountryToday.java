package org.kiungo.web.today;

import org.kiungo.geodata.reference.people.CoverageToday;

/**
 * A country's coverage today, as modelled from its own report.
 *
 * @param iso3 ISO 3166-1 alpha-3
 * @param people by class, with the range of who is outside
 * @param report the published share, its year and what speaks against it
 * @param lon where its mark stands, degrees
 * @param lat where its mark stands, degrees
 */
public record CountryToday(
    String iso3, PeopleToday people, CoverageToday report, double lon, double lat) {

  /** True when something speaks against the published share. */
  public boolean odd() {
    return report.oddity() != CoverageToday.Oddity.NONE;
  }
}
