package org.kiungo.web.plan;

import java.util.Map;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.cost.ServedAbroad;
import org.kiungo.web.language.Words;

/** Who is served across a border, in words. */
public final class BorderWords {

  private BorderWords() {}

  /** Whom sites in another country serve, and who pays what for it. */
  public static String of(ServedAbroad each, Words words) {
    return words.text(
        "plan.served-abroad",
        each.places(),
        name(each.country(), words),
        each.people(),
        name(each.siteCountry(), words),
        each.opexUsdPerYear(),
        each.lifetimeCostUsd());
  }

  /** A country's name in a language, in English where that has none, else its code. */
  public static String name(String iso3, Words words) {
    return Reference.builtIn().countries().stream()
        .filter(each -> each.iso3().equals(iso3))
        .findFirst()
        .map(each -> in(each.names(), words.language()))
        .orElse(iso3);
  }

  private static String in(Map<String, String> names, String language) {
    return names.getOrDefault(language, names.getOrDefault("en", ""));
  }
}
