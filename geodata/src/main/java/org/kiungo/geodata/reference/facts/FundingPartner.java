package org.kiungo.geodata.reference.facts;

import java.util.List;

/**
 * A funder's programme.
 *
 * @param countries ISO alpha-3 codes the row is filed under; empty = the whole continent
 * @param funder institution
 * @param programme instrument or project
 * @param instruments grant, loan, guarantee, blending …
 * @param eligibleCountries who may ask, in the source's words
 * @param eligibleThemes what for
 * @param conditions typical conditions
 * @param envelope amount in {@code unit}; NaN when not published
 * @param unit as M EUR, bn USD; empty without an amount
 * @param evidence source, period ({@code asOf}) and confidence
 */
public record FundingPartner(
    List<String> countries,
    String funder,
    String programme,
    List<String> instruments,
    String eligibleCountries,
    String eligibleThemes,
    String conditions,
    double envelope,
    String unit,
    Evidence evidence) {

  public FundingPartner {
    countries = List.copyOf(countries);
    instruments = List.copyOf(instruments);
  }

  /** True when the row is filed under a country or under the whole continent. */
  public boolean concerns(String iso3) {
    return countries.isEmpty() || countries.contains(iso3);
  }
}
