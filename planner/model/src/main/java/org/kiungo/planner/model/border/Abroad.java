package org.kiungo.planner.model.border;

/**
 * Service of a settlement from a site in another country.
 *
 * @param border as {@link BorderPrice#border} names it
 * @param siteCountry ISO 3166-1 alpha-3 of the country where the site stands
 * @param opexUsdPerYear what coordination costs the settlement; NaN where the scenario has no price
 */
public record Abroad(String border, String siteCountry, double opexUsdPerYear) {}
