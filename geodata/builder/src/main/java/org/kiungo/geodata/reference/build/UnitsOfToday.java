package org.kiungo.geodata.reference.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * First-level units that countries have today: the codes of ISO 3166-2 as cldr-core 48.2.0 lists
 * them (subdivisionContainment, Unicode-3.0), or the number alone where a country has cut its land
 * anew and the list does not know yet.
 */
final class UnitsOfToday {

  /**
   * How many units a country has.
   *
   * @param units number
   * @param year that the number is of
   * @param source who tells it
   */
  record Number(int units, int year, String source) {}

  private static final Map<String, Number> NEWER =
      Map.of(
          "AGO",
          new Number(21, 2025, "Vatican News on the division in force since 1 January 2025"),
          "BFA",
          new Number(17, 2025, "Xinhua on the council of ministers of 2 July 2025"),
          "DZA",
          new Number(69, 2025, "TSA on the council of ministers of 16 November 2025"),
          "ETH",
          new Number(14, 2023, "OCHA, Common Operational Datasets (HDX)"));

  private static final int LIST_YEAR = 2026;
  private static final String LIST = "ISO 3166-2, as CLDR 48.2 lists it";

  /** A region of Morocco's division that lies in Western Sahara as a whole. */
  private static final String DAKHLA = "MA-12";

  private final Map<String, Set<String>> codes = new HashMap<>();

  UnitsOfToday(Path cldr) throws IOException {
    JsonNode containment =
        JsonMapper.shared()
            .readTree(Files.readAllBytes(cldr.resolve("supplemental/subdivisionContainment.json")))
            .get("supplemental")
            .get("subdivisionContainment");
    IsoCodes.fromAlpha2()
        .forEach(
            (alpha2, iso3) -> {
              Set<String> own = new TreeSet<>();
              for (JsonNode unit : containment.get(alpha2).get("_contains")) {
                String code = unit.asString().toUpperCase(java.util.Locale.ROOT);
                own.add(code.substring(0, 2) + "-" + code.substring(2));
              }
              codes.put(iso3, own);
            });
  }

  Number number(String iso3) {
    return NEWER.getOrDefault(iso3, new Number(codes.get(iso3).size(), LIST_YEAR, LIST));
  }

  /**
   * True when areas are those of today.
   *
   * @param drawn codes of all areas of the country, such as {@code KE-01}
   */
  boolean are(String iso3, List<String> drawn) {
    if (NEWER.containsKey(iso3)) {
      return drawn.size() == NEWER.get(iso3).units();
    }
    Set<String> listed = new TreeSet<>(codes.get(iso3));
    listed.remove(DAKHLA);
    return drawn.size() == listed.size() && listed.equals(new TreeSet<>(drawn));
  }
}
