package org.kiungo.web.page;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kiungo.geodata.reference.Reference;

/** What districts are called in a reader's language, where names that were read through say so. */
final class DistrictNames {

  /**
   * Countries whose names in a language were read through. Of the others' some are another area's
   * or a larger one's: Sikasso is Wassoulou there, and seven regions of Madagascar are their former
   * province.
   */
  private static final Map<String, Set<String>> READ =
      Map.of("fr", Set.of("ETH", "ZAF"), "pt", Set.of("ZAF"));

  private DistrictNames() {}

  /**
   * A district's name; its own where no other is known, or where a file of the user's own drew it.
   *
   * @param countries where it is, ISO 3166-1 alpha-3: one of them
   * @param language ISO 639-1
   */
  static String told(List<String> countries, String name, String language) {
    Set<String> read = READ.getOrDefault(language, Set.of());
    Reference reference = Reference.builtIn();
    return countries.stream()
        .filter(read::contains)
        .flatMap(iso3 -> reference.districts(iso3).stream())
        .filter(each -> each.name().equals(name))
        .map(each -> each.names().getOrDefault(language, name))
        .findFirst()
        .orElse(name);
  }
}
