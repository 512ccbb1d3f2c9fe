package org.kiungo.geodata.layer;

import org.kiungo.geodata.format.table.NumberText;

/**
 * In what a column of shares is written, by its heading and its values: as parts of one or of a
 * hundred, or as the persons of each row who are covered. A column that is called a ratio holds
 * parts of one.
 */
public final class ShareUnit {

  /** What can be told. */
  public enum Told {
    PARTS_OF_ONE,
    PERCENT,
    /** Persons, of those of their row. */
    PERSONS,
    /** Persons by its heading and few values above a hundred, or some of those and no such word. */
    PERSONS_UNSURE,
    /**
     * Percent by its heading and no or not all values above one, or few values above one, or one
     * that is not beside others with a sign of per cent.
     */
    UNSURE
  }

  /** Where every so many-th value is below one, hundredths are mixed with parts of one. */
  private static final int FRACTIONS_PER_MIX = 5;

  /** Fewer are places with hardly any coverage. */
  private static final int FEWEST_FRACTIONS = 3;

  /** Fewer values above a hundred are slips in a column of percent. */
  private static final int VALUES_PER_SLIP = 10;

  private static final double HUNDRED = 100;

  private final String column;
  private long positive;
  private long beyondOne;
  private long fractions;
  private long beyondHundred;
  private long beyondPeople;
  private long parted;
  private long signs;
  private String signed = "";
  private String bare = "";

  /**
   * @param column its heading
   */
  public ShareUnit(String column) {
    this.column = column;
  }

  /**
   * A cell; one that brings its own sign does not say in what the others are.
   *
   * @param people what its row says of all its people
   */
  public void see(Object cell, Object people, boolean decimalComma) {
    boolean own = isOwn(cell);
    double value = own ? 0 : NumberText.of(cell, decimalComma).value();
    signs += own ? 1 : 0;
    signed = own && signed.isEmpty() ? cell.toString().strip() : signed;
    bare = value > 0 && value <= 1 && bare.isEmpty() ? cell.toString().strip() : bare;
    positive += value > 0 ? 1 : 0;
    beyondOne += value > 1 ? 1 : 0;
    fractions += value > 0 && value < 1 ? 1 : 0;
    beyondHundred += value > HUNDRED ? 1 : 0;
    parted += value > 1 && value != Math.rint(value) ? 1 : 0;
    double all = NumberText.of(people, decimalComma).value();
    beyondPeople += value > 0 && !(value <= all) ? 1 : 0; // of none known, it may be more
  }

  /** What a cell says without its sign of per cent. */
  public static Object withoutSign(Object cell) {
    String text = isOwn(cell) ? cell.toString().strip() : "";
    return text.isEmpty() ? cell : text.substring(0, text.length() - 1).strip();
  }

  /** True where a cell says of itself that it is per cent. */
  public static boolean isOwn(Object cell) {
    String text = cell instanceof String said ? said.strip() : "";
    return text.endsWith("%") || text.endsWith("\u066A");
  }

  /** What follows of all that was seen. */
  public Told told() {
    if (positive == 0 || ColumnNames.saysRatio(column)) {
      return Told.PARTS_OF_ONE;
    }
    if (isMixed()) {
      return Told.UNSURE;
    }
    if (ColumnNames.saysPercent(column)) {
      boolean mixed = fractions >= FEWEST_FRACTIONS && FRACTIONS_PER_MIX * fractions >= positive;
      return beyondOne > 0 && !mixed ? Told.PERCENT : Told.UNSURE;
    }
    if (beyondOne == 0) {
      return Told.PARTS_OF_ONE;
    }
    Told persons = persons();
    if (persons != null) {
      return persons;
    }
    return 2 * beyondOne >= positive ? Told.PERCENT : Told.UNSURE;
  }

  /**
   * Whether some cells bring the sign of per cent and others, not above one, do not: "45 %" beside
   * 0,35, which may be 35 % or a third of one. Where more than those bring none and are above one,
   * all without a sign are parts of a hundred.
   */
  public boolean isMixed() {
    return !signed.isEmpty() && !bare.isEmpty() && (beyondOne == 0 || beyondOne < signs);
  }

  /** The first cell that brings its sign; empty for none. */
  public String signed() {
    return signed;
  }

  /** The first cell above zero and not above one that brings none; empty for none. */
  public String bare() {
    return bare;
  }

  /** Whether it counts persons, by its heading or by more than a hundred of many; null if not. */
  private Told persons() {
    boolean named = ColumnNames.saysCovered(column);
    boolean most = 2 * beyondHundred >= positive;
    if (most && beyondPeople == 0) {
      return Told.PERSONS;
    }
    boolean whole = most || parted == 0 && 2 * beyondPeople < positive;
    boolean several = beyondPeople == 0 && VALUES_PER_SLIP * beyondHundred >= positive;
    return named && whole || several && beyondHundred > 0 ? Told.PERSONS_UNSURE : null;
  }
}
