package org.kiungo.geodata.conflate;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names of operators, several of them joined by semicolons. Case, accents and marks tell no two of
 * them apart, and words for <em>unknown</em> name nobody.
 */
final class Operators {

  private static final Pattern ACCENTS = Pattern.compile("\\p{M}");
  private static final Pattern MARKS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Set<String> NOBODY =
      Set.of("", "unknown", "inconnu", "inconnue", "desconhecido", "na", "n a", "none", "null");

  private Operators() {}

  /** Whether both name somebody, and nobody is named by both. */
  static boolean differ(String one, String other) {
    Set<String> names = names(one).keySet();
    Set<String> others = names(other).keySet();
    return !names.isEmpty() && !others.isEmpty() && names.stream().noneMatch(others::contains);
  }

  /** Whether the same are named, in whatever order. */
  static boolean same(String one, String other) {
    return names(one).keySet().equals(names(other).keySet());
  }

  /** Everybody who is named, those of the first before further ones of the other. */
  static String both(String one, String other) {
    Map<String, String> all = names(one);
    names(other).forEach(all::putIfAbsent);
    return String.join("; ", all.values());
  }

  /** As they are written, by what tells them apart. */
  private static Map<String, String> names(String text) {
    Map<String, String> names = new LinkedHashMap<>();
    for (String each : text.split(";")) {
      String plain = Normalizer.normalize(each, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
      plain = ACCENTS.matcher(plain).replaceAll("");
      plain = MARKS.matcher(plain).replaceAll(" ").strip();
      if (!NOBODY.contains(plain)) {
        names.putIfAbsent(plain, each.strip());
      }
    }
    return names;
  }
}
