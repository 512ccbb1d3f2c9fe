package org.kiungo.planner.json;

import org.apache.commons.csv.CSVRecord;
import org.kiungo.planner.model.value.InputRefused;

/** Cells that a row of a plan folder's table must have; what {@link Fields} is to objects. */
public final class Cells {

  private Cells() {}

  /**
   * A required text, without the apostrophe that guards it from being run as a formula.
   *
   * @throws InputRefused {@code csv.missing} naming a column that the table does not have
   */
  public static String text(CSVRecord row, String column) {
    if (!row.isSet(column)) {
      throw new InputRefused("csv.missing", "column", column);
    }
    String text = row.get(column);
    return text.startsWith("'") ? text.substring(1) : text;
  }

  /**
   * A required number.
   *
   * @throws InputRefused {@code csv.missing}, or {@code csv.number} naming the column and the row,
   *     the first below the header being 1
   */
  public static double number(CSVRecord row, String column) {
    try {
      return Double.parseDouble(text(row, column));
    } catch (NumberFormatException e) {
      throw wrong(row, column);
    }
  }

  /**
   * A required whole number.
   *
   * @throws InputRefused as {@link #number}
   */
  public static int whole(CSVRecord row, String column) {
    try {
      return Integer.parseInt(text(row, column));
    } catch (NumberFormatException e) {
      throw wrong(row, column);
    }
  }

  private static InputRefused wrong(CSVRecord row, String column) {
    return new InputRefused(
        "csv.number", "column", column, "row", row.getRecordNumber(), "value", text(row, column));
  }
}
