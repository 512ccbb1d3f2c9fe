package org.kiungo.geodata.format.table;

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
