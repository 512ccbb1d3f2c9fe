package org.kiungo.geodata.reference.facts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names of countries in languages that the facts table has none of: those of Java's own CLDR. */
final class TerritoryNames {

  private static final List<String> LANGUAGES = List.of("es");

  /** CLDR's longer form, which the table has in its languages: beside the other Congo. */
  private static final Map<String, String> LONGER = Map.of("es COG", "República del Congo");

  private static final Map<String, Locale> TERRITORIES =
      Stream.of(Locale.getISOCountries())
          .map(alpha2 -> new Locale.Builder().setRegion(alpha2).build())
          .filter(each -> !iso3(each).isEmpty())
          .collect(Collectors.toMap(TerritoryNames::iso3, each -> each, (one, same) -> one));

  private TerritoryNames() {}

  /** A country's names with those that are missing. */
  static Map<String, String> completed(String iso3, Map<String, String> names) {
    Map<String, String> all = new LinkedHashMap<>(names);
    Locale territory = TERRITORIES.get(iso3);
    for (String language : LANGUAGES) {
      String name =
          territory == null ? "" : territory.getDisplayCountry(Locale.forLanguageTag(language));
      if (!name.isEmpty() && !name.equals(territory.getCountry())) {
        all.putIfAbsent(language, LONGER.getOrDefault(language + " " + iso3, name));
      }
    }
    return all;
  }

  private static String iso3(Locale territory) {
    try {
      return territory.getISO3Country();
    } catch (MissingResourceException none) {
      return "";
    }
  }
}
