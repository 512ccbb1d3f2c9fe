package org.kiungo.planner.partner.condition;

import java.util.List;

/**
 * What conditions ask of a country.
 *
 * @param country ISO 3166-1 alpha-3
 * @param incomeGroup null when not known
 * @param communities regional economic communities it is a member of; empty when none is known
 */
public record CountryStanding(String country, IncomeGroup incomeGroup, List<String> communities) {

  public CountryStanding {
    communities = List.copyOf(communities);
  }

  /** A country of which nothing is known. */
  public static CountryStanding unknown(String country) {
    return new CountryStanding(country, null, List.of());
  }
}
