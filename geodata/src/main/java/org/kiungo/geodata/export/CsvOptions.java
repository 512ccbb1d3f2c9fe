package org.kiungo.geodata.export;

/**
 * How a text table is written for the spreadsheet that will open it.
 *
 * @param separator between cells
 * @param decimalComma numbers with a comma, as French Excel expects beside the semicolon
 * @param byteOrderMark a mark at the start, without which Excel takes UTF-8 for Windows-1252
 */
public record CsvOptions(char separator, boolean decimalComma, boolean byteOrderMark) {

  /** Comma, decimal point, no mark: for programs. */
  public static final CsvOptions DEFAULT = new CsvOptions(',', false, false);

  /** Semicolon, decimal comma, mark: for Excel in French and Portuguese. */
  public static final CsvOptions FRENCH_EXCEL = new CsvOptions(';', true, true);

  public CsvOptions {
    if (decimalComma && separator == ',') {
      throw new IllegalArgumentException("separator is ','; allowed ; with a decimal comma");
    }
  }
}
