package org.kiungo.geodata.reference.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * First-level units that countries have today: the codes of ISO 3166-2 as cldr-core 48.2.0 lists
 * them (subdivisionContainment, Unicode-3.0).
 */
final class UnitsOfToday {

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

  /** Codes such as {@code KE-01}, sorted. */
  Set<String> of(String iso3) {
    return codes.get(iso3);
  }
}
