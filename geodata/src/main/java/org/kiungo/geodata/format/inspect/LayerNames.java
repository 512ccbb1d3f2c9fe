package org.kiungo.geodata.format.inspect;

import java.util.Collection;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What names of layers say of them beside others of their file. */
public final class LayerNames {

  /** As geoBoundaries, GADM and OCHA call levels of units: ADM2, adm_2, admin2, gadm41_BEN_2. */
  private static final Pattern LEVEL =
      Pattern.compile(
          "(?i)(?<!\\p{L})(?:admbnd)?adm(?:in)?[ _-]?([0-5])(?!\\d)|^gadm\\d+_[A-Z]{3}_([0-5])$");

  private static final Pattern SIMPLIFIED = Pattern.compile("(?i)[ _-]?simplified$");

  private LayerNames() {}

  /** The level of administrative units that a layer is called after, 0 to 5; −1 for none. */
  public static int level(String name) {
    Matcher level = LEVEL.matcher(name);
    if (!level.find()) {
      return -1;
    }
    return Integer.parseInt(level.group(1) == null ? level.group(2) : level.group(1));
  }

  /** Whether a layer is called as the coarser drawing of another one of its file. */
  public static boolean isCopy(String name, Collection<String> all) {
    String whole = SIMPLIFIED.matcher(name).replaceFirst("").toLowerCase(Locale.ROOT);
    return !whole.equalsIgnoreCase(name) && all.stream().anyMatch(whole::equalsIgnoreCase);
  }
}
