package org.kiungo.geodata.format.table;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the row that names a table's columns below titles, sources and remarks.
 *
 * <p>The first row stays the header unless a fuller row follows that is as wide as most rows after
 * it, holds different words and no numbers but years, and either has two names we know or stands
 * above numbers, the first row filling at most half as many columns.
 */
final class HeaderRow {

  /** "45 %" is a number; a heading such as "Share %" is none without its sign either. */
  private static final Pattern PER_CENT = Pattern.compile("[\\s\u00A0\u202F]*[%\u066A]\\s*$");

  /** Rows looked at for a header; reports rarely have a longer preface. */
  static final int DEEPEST = 20;

  private static final Set<String> KNOWN =
      Set.of(
          "name",
          "nom",
          "nome",
          "jina",
          "الاسم",
          "village",
          "localite",
          "locality",
          "localidade",
          "settlement",
          "town",
          "ville",
          "kijiji",
          "population",
          "pop",
          "populacao",
          "habitants",
          "people",
          "idadiyawatu",
          "السكان",
          "district",
          "region",
          "country",
          "pays");

  private HeaderRow() {}

  /** Index of the row with the names among a table's first rows; 0 when nothing speaks against. */
  static int find(List<? extends List<?>> rows) {
    if (rows.size() < 3 || knownNames(rows.get(0)) >= 2) {
      return 0;
    }
    int found = 0;
    int widestAbove = filled(rows.get(0));
    for (int k = 1; k < Math.min(rows.size() - 1, DEEPEST); k++) {
      List<?> row = rows.get(k);
      boolean names = isNames(row, rows.subList(k + 1, rows.size()));
      if (names && filled(row) > widestAbove) {
        if (knownNames(row) >= 2) {
          return k;
        }
        boolean title = filled(rows.get(0)) <= (width(row) + 1) / 2;
        if (found == 0 && title && standsAboveNumbers(row, rows.subList(k + 1, rows.size()))) {
          found = k;
        }
      }
      widestAbove = Math.max(widestAbove, filled(row));
    }
    return found;
  }

  private static boolean isNames(List<?> row, List<? extends List<?>> below) {
    Set<String> names = new HashSet<>();
    int years = 0;
    for (Object cell : row) {
      if (isBlank(cell)) {
        continue;
      }
      boolean year = isYear(cell);
      if (isNumber(cell) && !year || !names.add(cell.toString().strip())) {
        return false;
      }
      years += year ? 1 : 0;
    }
    int width = width(row);
    int own = width - blanksBefore(row); // tables may begin in any column
    boolean wide = own >= 2 && names.size() * 4 >= own * 3 && years < names.size();
    return wide && width >= usualWidth(below);
  }

  private static int usualWidth(List<? extends List<?>> rows) {
    Map<Integer, Integer> counts = new HashMap<>();
    int usual = 0;
    for (List<?> row : rows) {
      int width = width(row);
      if (width > 0) {
        int count = counts.merge(width, 1, Integer::sum);
        usual = count > counts.getOrDefault(usual, 0) ? width : usual;
      }
    }
    return usual == 0 ? Integer.MAX_VALUE : usual;
  }

  private static boolean standsAboveNumbers(List<?> names, List<? extends List<?>> below) {
    for (int k = 0; k < names.size(); k++) {
      int numbers = 0;
      for (List<?> row : below) {
        numbers += k < row.size() && isNumber(row.get(k)) ? 1 : 0;
      }
      if (!isBlank(names.get(k)) && numbers * 2 > below.size()) {
        return true;
      }
    }
    return false;
  }

  private static int knownNames(List<?> row) {
    int known = 0;
    for (Object cell : row) {
      String plain = isBlank(cell) ? "" : CoordinateColumns.plain(cell.toString());
      known += KNOWN.contains(plain) || CoordinateColumns.isName(plain) ? 1 : 0;
    }
    return known;
  }

  private static int filled(List<?> row) {
    return (int) row.stream().filter(cell -> !isBlank(cell)).count();
  }

  /** Cells up to the last one that holds something. */
  private static int width(List<?> row) {
    int width = row.size();
    while (width > 0 && isBlank(row.get(width - 1))) {
      width--;
    }
    return width;
  }

  private static int blanksBefore(List<?> row) {
    int blanks = 0;
    while (blanks < row.size() && isBlank(row.get(blanks))) {
      blanks++;
    }
    return blanks;
  }

  static boolean isBlank(Object cell) {
    return cell == null || cell.toString().isBlank();
  }

  /** Whichever of its marks parts thousands: "142.009" names no column. */
  static boolean isNumber(Object cell) {
    Object bare = cell instanceof String text ? PER_CENT.matcher(text).replaceFirst("") : cell;
    String problem = NumberText.of(bare, true).problem();
    return problem.isEmpty() || problem.equals("numberAmbiguous");
  }

  /** "Country, 2000, 2001": years name columns. */
  static boolean isYear(Object cell) {
    return cell != null && cell.toString().strip().matches("(19|20)\\d\\d");
  }
}
