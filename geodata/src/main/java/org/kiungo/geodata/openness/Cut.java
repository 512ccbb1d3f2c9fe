package org.kiungo.geodata.openness;

import java.util.Locale;

/**
 * Names of what can be cut: {@code cable:ACE}, {@code landing:BEN/Cotonou}, {@code border:BEN-TGO}.
 */
final class Cut {

  private Cut() {}

  static String cable(String name) {
    return "cable:" + name;
  }

  static String landing(String iso3, String city) {
    return "landing:" + iso3 + "/" + city;
  }

  static String border(String one, String other) {
    return one.compareTo(other) < 0 ? "border:" + one + "-" + other : "border:" + other + "-" + one;
  }

  /** Letters and digits in lower case, so that ace, ACE and A.C.E. are the same. */
  static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
