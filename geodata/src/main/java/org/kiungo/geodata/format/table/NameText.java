package org.kiungo.geodata.format.table;

import java.util.Locale;
import java.util.Set;

/**
 * A name in a cell. Words by which programs and registers say that there is none ({@code
 * Undefined}, {@code N/A}, {@code sans nom}) are no names, and are read as nothing.
 */
public final class NameText {

  /** In lower case, without spaces, points, hyphens, slashes, quotes and brackets. */
  private static final Set<String> NO_NAMES =
      Set.of(
          "undefined",
          "unknown",
          "unnamed",
          "noname",
          "nameless",
          "notnamed",
          "notavailable",
          "notapplicable",
          "notknown",
          "nodata",
          "novalue",
          "notset",
          "missing",
          "null",
          "nil",
          "none",
          "tbd",
          "tbc",
          "sansnom",
          "inconnu",
          "inconnue",
          "indéfini",
          "nondéfini",
          "nondefini",
          "nonrenseigné",
          "nonrenseigne",
          "nondisponible",
          "aucun",
          "semnome",
          "desconhecido",
          "indefinido",
          "sinnombre",
          "desconocido",
          "غيرمعروف",
          "بدوناسم",
          "");

  private NameText() {}

  /** The name, stripped; empty where the cell holds none. */
  public static String of(Object cell) {
    return isPlaceholder(cell) || NumberText.isMissing(cell) ? "" : cell.toString().strip();
  }

  /** True when a cell says in words or signs that there is no name. */
  public static boolean isPlaceholder(Object cell) {
    if (cell == null || cell.toString().isBlank()) {
      return false;
    }
    String bare = cell.toString().replaceAll("[\\s\\p{P}\\p{S}]+", "").toLowerCase(Locale.ROOT);
    return NO_NAMES.contains(bare);
  }
}
