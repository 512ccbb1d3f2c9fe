package org.kiungo.geodata.format.vector;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Columns that operators write into the description of a placemark: a table of HTML with a name and
 * a value in each row, or lines of {@code Height: 45 m}.
 */
final class DescriptionTable {

  /** A description of more is a text. */
  private static final int MOST_CELLS = 100;

  private static final int LONGEST_TEXT = 100_000;

  private static final Pattern ROW =
      Pattern.compile(
          "<t[dh][^>]*>(.*?)</t[dh]>\\s*<t[dh][^>]*>(.*?)</t[dh]>\\s*</tr>",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern BREAK =
      Pattern.compile("<br\\s*/?>|</?p>|</?div[^>]*>|</?li>|\\R", Pattern.CASE_INSENSITIVE);

  private static final Pattern LINE =
      Pattern.compile("([\\p{L}][\\p{L}\\p{N} ._()/°²-]{0,40}?)\\s*[:=]\\s*(\\S.*)");

  private static final Pattern TAG = Pattern.compile("<[^>]*>");

  private DescriptionTable() {}

  /** Names and values in their order; empty for a text. */
  static Map<String, String> cells(String description) {
    Map<String, String> cells = new LinkedHashMap<>();
    if (description.length() > LONGEST_TEXT) {
      return cells;
    }
    Matcher rows = ROW.matcher(description);
    while (rows.find() && cells.size() < MOST_CELLS) {
      put(cells, rows.group(1), rows.group(2));
    }
    if (cells.isEmpty()) {
      for (String line : BREAK.split(description)) {
        Matcher pair = LINE.matcher(plain(line));
        if (pair.matches() && !pair.group(2).startsWith("//") && cells.size() < MOST_CELLS) {
          put(cells, pair.group(1), pair.group(2));
        }
      }
    }
    return cells;
  }

  private static void put(Map<String, String> cells, String name, String value) {
    String plain = plain(name).replaceAll("\\s*:$", "");
    if (!plain.isEmpty()) {
      cells.putIfAbsent(plain, plain(value));
    }
  }

  private static String plain(String html) {
    return TAG.matcher(html)
        .replaceAll("")
        .replace("&nbsp;", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
        .replace('\u00A0', ' ')
        .strip();
  }
}
