package org.kiungo.geodata.format.table;

import java.util.ArrayList;
import java.util.List;

/**
 * The rows that name a table's columns together, as merged cells leave them: {@code Population}
 * above {@code Hommes}, {@code Femmes}, {@code Total} names three columns.
 *
 * @param top index of the first of them
 * @param bottom index of the last
 * @param end index of the first row of data
 * @param names of the columns, empty where none stands there
 */
record HeadRows(int top, int bottom, int end, List<String> names) {

  HeadRows {
    names = List.copyOf(names);
  }

  /** The names above a table's first rows; one row of them where nothing speaks for several. */
  static HeadRows of(List<? extends List<?>> rows) {
    int data = firstOfData(rows);
    int bottom = data;
    while (bottom > 0 && (bottom == data || isNumbering(rows.get(bottom)))) {
      bottom--;
    }
    int top = bottom;
    while (data > 0 && top > 0 && isAbove(rows.get(top - 1), rows.subList(top, bottom + 1))) {
      top--;
    }
    if (top < bottom && isWords(rows.get(bottom)) && fills(rows, top, bottom)) {
      return new HeadRows(top, bottom, data, joined(rows.subList(top, bottom + 1)));
    }
    return one(rows, HeaderRow.find(rows));
  }

  /** One row of names. */
  static HeadRows one(List<? extends List<?>> rows, int at) {
    List<String> names = rows.get(at).stream().map(HeadRows::plain).toList();
    boolean numbered = at + 2 < rows.size() && isNumbering(rows.get(at + 1));
    return new HeadRows(at, at, numbered ? at + 2 : at + 1, names);
  }

  /** Whether several rows name the columns. */
  boolean isJoined() {
    return top < bottom;
  }

  /** The first row with a number that is no year, before rows that have numbers too; 0 for none. */
  private static int firstOfData(List<? extends List<?>> rows) {
    for (int k = 1; k < Math.min(rows.size(), HeaderRow.DEEPEST); k++) {
      boolean numbers = hasNumber(rows.get(k)) && !isNumbering(rows.get(k));
      boolean goesOn = k + 1 >= rows.size() || hasNumber(rows.get(k + 1));
      if (numbers && goesOn) {
        return k;
      }
    }
    return 0;
  }

  private static boolean hasNumber(List<?> row) {
    return row.stream().anyMatch(cell -> HeaderRow.isNumber(cell) && !HeaderRow.isYear(cell));
  }

  /** Words and years, two at least. */
  private static boolean isWords(List<?> row) {
    return !hasNumber(row) && row.stream().filter(cell -> !HeaderRow.isBlank(cell)).count() > 1;
  }

  /** "(1) (2) (3)", as reports number their columns. */
  private static boolean isNumbering(List<?> row) {
    int expected = 0;
    for (Object cell : row) {
      if (!HeaderRow.isBlank(cell)) {
        String digits = cell.toString().strip().replaceAll("[()\\[\\]]", "");
        if (!digits.equals(Integer.toString(++expected))) {
          return false;
        }
      }
    }
    return expected > 1;
  }

  /**
   * Whether a row belongs to the head below it: it fills what that leaves blank, or spans several
   * of its columns. A title stands alone.
   */
  private static boolean isAbove(List<?> row, List<? extends List<?>> head) {
    if (!isWords(row)) {
      return false;
    }
    boolean belongs = false;
    for (int k = 0; k < row.size(); k++) {
      boolean here = !HeaderRow.isBlank(row.get(k));
      boolean below = hasText(head, k);
      boolean spans = below && isBlankAt(row, k + 1) && hasText(head, k + 1);
      belongs |= here && (!below || spans);
    }
    return belongs;
  }

  /**
   * Whether each needs the other: the last row leaves a column to those above, which leave one to
   * it, as below a merged cell. A row of words below full names is one of data.
   */
  private static boolean fills(List<? extends List<?>> rows, int top, int bottom) {
    int width = Math.max(rows.get(top).size(), rows.get(bottom).size());
    boolean above = false;
    boolean below = false;
    for (int column = 0; column < width; column++) {
      boolean named = hasText(rows.subList(top, bottom), column);
      boolean last = !isBlankAt(rows.get(bottom), column);
      above |= named && !last;
      below |= last && !named;
    }
    return above && below;
  }

  private static boolean isBlankAt(List<?> row, int at) {
    return at >= row.size() || HeaderRow.isBlank(row.get(at));
  }

  private static boolean hasText(List<? extends List<?>> rows, int at) {
    return rows.stream().anyMatch(row -> !isBlankAt(row, at));
  }

  private static List<String> joined(List<? extends List<?>> head) {
    int width = head.stream().mapToInt(List::size).max().orElse(0);
    List<String> names = new ArrayList<>();
    for (int column = 0; column < width; column++) {
      List<String> parts = new ArrayList<>();
      for (int k = 0; k < head.size(); k++) {
        String part = spanning(head, k, column);
        if (!part.isEmpty() && !parts.contains(part)) {
          parts.add(part);
        }
      }
      names.add(String.join(" ", parts));
    }
    return names;
  }

  /** The cell of a row that stands above a column, or spans it from the left. */
  private static String spanning(List<? extends List<?>> head, int row, int column) {
    int from = column;
    while (from >= 0 && isBlankAt(head.get(row), from)) {
      boolean ends = false; // where a row above begins anew
      for (int above = 0; above < row; above++) {
        ends |= !isBlankAt(head.get(above), from);
      }
      from = ends ? -1 : from - 1;
    }
    boolean own = from == column;
    boolean spanned = own || hasText(head.subList(row + 1, head.size()), column);
    return from < 0 || !spanned ? "" : plain(head.get(row).get(from));
  }

  private static String plain(Object cell) {
    return cell == null ? "" : cell.toString().strip().replaceAll("\\s+", " ");
  }
}
