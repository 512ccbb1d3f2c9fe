package org.kiungo.planner.folder.funding;

import java.math.BigDecimal;

/** Cells of a table that spreadsheets open. */
final class CsvText {

  private static final String FORMULA_STARTS = "=+-@\t\r'";

  private CsvText() {}

  /** Text that a spreadsheet would run as a formula is led by an apostrophe. */
  static String guarded(String text) {
    boolean risky = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    return risky ? "'" + text : text;
  }

  static String plain(String text) {
    return text.startsWith("'") ? text.substring(1) : text;
  }

  /** Dollars with two decimals. */
  static String usd(long cents) {
    return BigDecimal.valueOf(cents, 2).toPlainString();
  }
}
