package org.kiungo.geodata.layer;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.TreeMap;

/**
 * Countries as files name them: ISO alpha-2 and alpha-3 codes, names in five languages (from the
 * Unicode CLDR that ships with Java) and older or shorter names still met in African datasets.
 */
public final class CountryCodes {

  private static final List<Locale> LANGUAGES =
      List.of(
          Locale.ENGLISH,
          Locale.FRENCH,
          Locale.forLanguageTag("pt"),
          Locale.forLanguageTag("ar"),
          Locale.forLanguageTag("sw"));
  private static final Map<String, String> CODES = codes();

  private CountryCodes() {}

  /** ISO 3166-1 alpha-3, empty when the text names no country. */
  public static String iso3(String text) {
    return CODES.getOrDefault(plain(text), "");
  }

  private static Map<String, String> codes() {
    Map<String, String> codes = new TreeMap<>();
    for (String alpha2 : Locale.getISOCountries()) {
      Locale country = new Locale.Builder().setRegion(alpha2).build();
      try {
        String alpha3 = country.getISO3Country();
        codes.put(plain(alpha2), alpha3);
        codes.put(plain(alpha3), alpha3);
        for (Locale language : LANGUAGES) {
          codes.putIfAbsent(plain(country.getDisplayCountry(language)), alpha3);
        }
      } catch (MissingResourceException noAlpha3) {
        continue;
      }
    }
    String[] others = {
      "cape verde",
      "CPV",
      "ivory coast",
      "CIV",
      "cote d'ivoire",
      "CIV",
      "swaziland",
      "SWZ",
      "guinee",
      "GIN",
      "the gambia",
      "GMB",
      "gambia the",
      "GMB",
      "congo",
      "COG",
      "republic of the congo",
      "COG",
      "republic of congo",
      "COG",
      "drc",
      "COD",
      "democratic republic of the congo",
      "COD",
      "dr congo",
      "COD",
      "democratic republic of congo",
      "COD",
      "tanzania united republic of",
      "TZA",
      "united republic of tanzania",
      "TZA",
      "sao tome and principe",
      "STP",
      "guinea bissau",
      "GNB",
      "central african republic",
      "CAF",
      "libyan arab jamahiriya",
      "LBY"
    };
    for (int k = 0; k < others.length; k += 2) {
      codes.putIfAbsent(plain(others[k]), others[k + 1]);
    }
    return codes;
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
