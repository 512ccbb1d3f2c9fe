package org.kiungo.geodata.layer;

import org.kiungo.geodata.format.table.NumberText;

/**
 * In what a column of shares is written, by its heading and its values: as parts of one or of a
 * hundred. A column that is called a ratio holds parts of one.
 */
public final class ShareUnit {

  /** What can be told. */
  public enum Told {
    PARTS_OF_ONE,
    PERCENT,
    /** Percent by its heading and no or not all values above one, or few values above one. */
    UNSURE
  }

  /** Where every so many-th value is below one, hundredths are mixed with parts of one. */
  private static final int FRACTIONS_PER_MIX = 5;

  /** Fewer are places with hardly any coverage. */
  private static final int FEWEST_FRACTIONS = 3;

  private final String column;
  private long positive;
  private long beyondOne;
  private long fractions;

  /**
   * @param column its heading
   */
  public ShareUnit(String column) {
    this.column = column;
  }

  /** A cell; one that brings its own sign says nothing of the others. */
  public void see(Object cell, boolean decimalComma) {
    double value = isOwn(cell) ? 0 : NumberText.of(cell, decimalComma).value();
    positive += value > 0 ? 1 : 0;
    beyondOne += value > 1 ? 1 : 0;
    fractions += value > 0 && value < 1 ? 1 : 0;
  }

  /** True where a cell says of itself that it is per cent. */
  static boolean isOwn(Object cell) {
    String text = cell instanceof String said ? said.strip() : "";
    return text.endsWith("%") || text.endsWith("\u066A");
  }

  /** What follows of all that was seen. */
  public Told told() {
    if (positive == 0 || ColumnNames.saysRatio(column)) {
      return Told.PARTS_OF_ONE;
    }
    if (ColumnNames.saysPercent(column)) {
      boolean mixed = fractions >= FEWEST_FRACTIONS && FRACTIONS_PER_MIX * fractions >= positive;
      return beyondOne > 0 && !mixed ? Told.PERCENT : Told.UNSURE;
    }
    if (beyondOne == 0) {
      return Told.PARTS_OF_ONE;
    }
    return 2 * beyondOne >= positive ? Told.PERCENT : Told.UNSURE;
  }
}
