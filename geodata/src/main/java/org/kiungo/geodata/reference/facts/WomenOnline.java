package org.kiungo.geodata.reference.facts;

/**
 * Shares of women and of men who own a mobile phone or use the Internet, of those aged 3 and over.
 *
 * @param iso3 country
 * @param measure what is counted
 * @param among whom
 * @param region name of the region; empty but for {@link Among#REGION}
 * @param womenRatio 0–1
 * @param menRatio 0–1
 * @param evidence source and confidence
 */
public record WomenOnline(
    String iso3,
    Measure measure,
    Among among,
    String region,
    double womenRatio,
    double menRatio,
    Evidence evidence) {

  /** What is counted. */
  public enum Measure {
    OWNS_PHONE,
    USES_INTERNET
  }

  /** Among whom. */
  public enum Among {
    NATIONAL,
    RURAL,
    URBAN,
    REGION
  }
}
