package org.kiungo.planner.folder.funding;

import java.math.BigDecimal;

/** Cells of a table that spreadsheets open. */
final class CsvText {

  private CsvText() {}

  static String plain(String text) {
    return text.startsWith("'") ? text.substring(1) : text;
  }

  /** Dollars with two decimals. */
  static String usd(long cents) {
    return BigDecimal.valueOf(cents, 2).toPlainString();
  }
}
