package org.kiungo.geodata.regulation;

import org.kiungo.geodata.reference.facts.Evidence;

/**
 * What a country or a community of countries set out to reach, as published.
 *
 * @param scope ISO 3166-1 alpha-3, {@value #AFRICAN_UNION} or {@value #UNITED_NATIONS}
 * @param measure what is counted
 * @param amount how much of it, in the unit of the measure
 * @param mbps speed that counts, at the least; NaN when none is stated
 * @param generation of mobile networks that counts, as 4G; empty when none is stated
 * @param byYear last year to reach it; empty when not stated
 * @param document that holds it
 * @param evidence source and confidence; {@code asOf} is the year in which it was said
 */
public record BroadbandTarget(
    String scope,
    Measure measure,
    double amount,
    double mbps,
    String generation,
    String byYear,
    String document,
    Evidence evidence) {

  public static final String AFRICAN_UNION = "AU";
  public static final String UNITED_NATIONS = "UN";

  /** What a target counts. */
  public enum Measure {
    /** People who can have the service where they live, %. */
    PEOPLE,
    /** People in the countryside who can have the service where they live, %. */
    RURAL_PEOPLE,
    /** Localities without service to be reached, number. */
    LOCALITIES,
    /** Masts to be built, number. */
    MASTS,
    /** People connected, %, by a rate that the source does not define further. */
    CONNECTED,
    /** People who use the Internet, %. */
    USERS,
    /** The same in least developed countries, %. */
    USERS_LDC,
    /** Households connected, %. */
    HOUSEHOLDS,
    /** Municipalities reached, %. */
    COMMUNES,
    /** Area covered, %. */
    AREA,
    /** Length of fibre, km. */
    FIBRE_KM,
    /** Price of an entry-level service, % of monthly income per person. */
    PRICE_OF_INCOME,
    /** Price of data, USD per megabyte at the most. */
    USD_PER_MB,
    /** Price of a device, USD at the most. */
    DEVICE_USD
  }
}
