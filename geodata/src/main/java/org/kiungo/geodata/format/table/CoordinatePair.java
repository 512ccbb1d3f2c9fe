package org.kiungo.geodata.format.table;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Both coordinates of a place in one cell, as phones and survey forms write them. */
final class CoordinatePair {

  /** Begins with a number, or with a hemisphere before one: no well-known text does. */
  private static final Pattern BEGINS = Pattern.compile("(?i)^[-+−–(\\[]?\\s*(?:[NS]\\s*)?\\d.*");

  private static final Pattern BINARY = Pattern.compile("0[01][0-9A-Fa-f]{16,}");

  /** Behind the first hemisphere, or before the second that leads. */
  private static final Pattern SIDED =
      Pattern.compile("(?i)^(.*?\\d[^,;]*?[NSEWOL])[\\s,;/|]+(.*\\d.*[NSEWOL])$");

  private static final Pattern LED =
      Pattern.compile("(?i)^([NS][^NSEWOL]*\\d[^NSEWOL]*?)[\\s,;/|]*([EWOL].*\\d.*)$");

  private static final Pattern APART = Pattern.compile("^([^;/|]+?)\\s*[;/|]\\s*([^;/|]+)$");

  /** A height and how sure it is may follow, as survey forms export them. */
  private static final Pattern BLANK =
      Pattern.compile("^([^\\s]+?),?\\s+([^\\s,]+)(?:,?\\s+-?[\\d.]+){0,2}$");

  private static final Pattern COMMA = Pattern.compile("^([^,]+),([^,]+)$");

  private CoordinatePair() {}

  /** What no two figures have that are no degrees: three decimals, a mark or a hemisphere each. */
  private static final Pattern PLACED = Pattern.compile(".*(?:\\d[.,]\\d{3}|[°º˚]|\\p{L}).*");

  private static final int FEWEST = 3;

  /** Whether nearly all of several cells can be nothing else. */
  static boolean arePlaces(List<String> cells) {
    long places = cells.stream().filter(CoordinatePair::isPlace).count();
    return places >= FEWEST && places * 5 >= cells.size() * 4;
  }

  private static boolean isPlace(String cell) {
    String[] pair = of(cell.strip());
    if (pair == null) {
      return false;
    }
    double first = NumberText.of(pair[0], true).value();
    double second = NumberText.of(pair[1], true).value();
    return PLACED.matcher(pair[0]).matches()
        && PLACED.matcher(pair[1]).matches()
        && Math.abs(first) <= 180
        && Math.abs(second) <= 180;
  }

  /** Which of the two is the first, by its hemisphere. */
  static CoordinateColumns.Pair order(String cell) {
    return Axis.sideOf(of(cell.strip())[0]) == 2
        ? CoordinateColumns.Pair.LON_FIRST
        : CoordinateColumns.Pair.LAT_FIRST;
  }

  /** The two as they are written; null for what is no pair. */
  static String[] of(String text) {
    if (!BEGINS.matcher(text).matches() || BINARY.matcher(text).matches()) {
      return null;
    }
    String bare = text.replaceAll("^[(\\[]|[)\\]]$", "").strip();
    for (Pattern each : new Pattern[] {SIDED, LED, APART, BLANK, COMMA}) {
      Matcher pair = each.matcher(bare);
      if (pair.matches()) {
        return new String[] {pair.group(1).strip(), pair.group(2).strip()};
      }
    }
    return null;
  }
}
