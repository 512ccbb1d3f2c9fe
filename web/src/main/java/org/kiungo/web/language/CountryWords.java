package org.kiungo.web.language;

import org.kiungo.geodata.reference.Reference;

/** Countries as people call them. */
public final class CountryWords {

  private CountryWords() {}

  /**
   * A country's name; what is no country that is built in stands as it is.
   *
   * @param iso3 ISO 3166-1 alpha-3
   */
  public static String name(Object iso3, Words words) {
    return Reference.builtIn().countries().stream()
        .filter(each -> each.iso3().equals(iso3))
        .map(each -> each.name(words.language()))
        .findFirst()
        .orElse(String.valueOf(iso3));
  }
}
