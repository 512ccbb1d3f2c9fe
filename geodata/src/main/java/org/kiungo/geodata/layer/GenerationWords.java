package org.kiungo.geodata.layer;

import java.util.Locale;
import java.util.regex.Pattern;

/** What files say about the generation of a mobile network, and about other kinds of access. */
public final class GenerationWords {

  /** What is told to whoever wrote another word. */
  static final String ALLOWED =
      "2G, 3G, 4G, 5G; GSM, GPRS, EDGE, UMTS, HSPA, CDMA, LTE, NR, WiMAX, FWA, fibre, FTTH,"
          + " broadband";

  private static final Pattern NARROW =
      Pattern.compile(".*(\\b[123]\\.?5?\\s*g\\b|gsm|gprs|edge|umts|hspa|hsdpa|cdma|wcdma).*");
  private static final Pattern BROAD =
      Pattern.compile(".*(\\b[456]\\s*g\\b|lte|\\bnr\\b|wimax|broadband|fibre|fiber|ftth|fwa).*");

  private GenerationWords() {}

  /** Whether a text names one that is there, neither denied nor planned. */
  public static boolean isKnown(String text) {
    String plain = text.toLowerCase(Locale.ROOT);
    return !isAbsent(plain) && (BROAD.matcher(plain).matches() || NARROW.matcher(plain).matches());
  }

  private static boolean isAbsent(String plain) {
    return DeniedWords.in(plain) || StatusWords.isNotYet(plain);
  }

  /**
   * Whether it can reach the standard of 10 Mbps: from the fourth generation on; second and third
   * cannot. What is not known counts, what is denied or planned does not.
   */
  public static boolean meetsStandard(String text) {
    String plain = text.toLowerCase(Locale.ROOT);
    return !isAbsent(plain) && (BROAD.matcher(plain).matches() || !NARROW.matcher(plain).matches());
  }
}
