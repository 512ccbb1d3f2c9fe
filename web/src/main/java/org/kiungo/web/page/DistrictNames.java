package org.kiungo.web.page;

import java.util.List;
import org.kiungo.geodata.reference.Reference;

/** What districts are called in a reader's language, where their source knows. */
final class DistrictNames {

  private DistrictNames() {}

  /**
   * A district's name; its own where no other is known, or where a file of the user's own drew it.
   *
   * @param countries where it is, ISO 3166-1 alpha-3: one of them
   * @param language ISO 639-1
   */
  static String told(List<String> countries, String name, String language) {
    Reference reference = Reference.builtIn();
    return countries.stream()
        .filter(iso3 -> !iso3.isEmpty())
        .flatMap(iso3 -> reference.districts(iso3).stream())
        .filter(each -> each.name().equals(name))
        .map(each -> each.names().getOrDefault(language, name))
        .findFirst()
        .orElse(name);
  }
}
