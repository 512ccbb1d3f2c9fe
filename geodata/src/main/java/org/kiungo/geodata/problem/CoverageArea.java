package org.kiungo.geodata.problem;

import java.util.Locale;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Geometry;

/**
 * Ground where an operator offers mobile service.
 *
 * @param id stable identity
 * @param generation as its source spells it: 4G, LTE, 3G …; empty when not known
 * @param area in longitude and latitude
 */
public record CoverageArea(String id, String generation, Geometry area) {

  private static final Pattern NARROW =
      Pattern.compile(".*(\\b[123]\\.?5?\\s*g\\b|gsm|gprs|edge|umts|hspa|hsdpa|cdma|wcdma).*");
  private static final Pattern BROAD =
      Pattern.compile(".*(\\b[456]\\s*g\\b|lte|\\bnr\\b|wimax|broadband|fibre|fiber|ftth|fwa).*");

  /**
   * Whether the service can reach the standard of 10 Mbps: from the fourth generation on; second
   * and third cannot. Where the source does not say, the area is taken at its word and counts.
   */
  public boolean meetsStandard() {
    String plain = generation.toLowerCase(Locale.ROOT);
    return BROAD.matcher(plain).matches() || !NARROW.matcher(plain).matches();
  }

  /** Whether its source says what it offers. */
  public boolean isGenerationKnown() {
    String plain = generation.toLowerCase(Locale.ROOT);
    return BROAD.matcher(plain).matches() || NARROW.matcher(plain).matches();
  }
}
