package org.kiungo.geodata.format.table;

/**
 * Keeps spreadsheets from running text as a formula: a cell that begins with = + - @, a tab, a
 * carriage return or their full-width forms gets an apostrophe in front; one that begins with an
 * apostrophe gets another, so that {@link #open} undoes it exactly. Numbers stay numbers, whatever
 * their decimal mark.
 *
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">OWASP: CSV Injection</a>
 */
public final class CellGuard {

  private static final String RISKY = "=+-@\t\r\n＝＋－＠'";

  private CellGuard() {}

  /** Text that is safe in a cell. */
  public static String guard(String text) {
    boolean risky = !text.isEmpty() && RISKY.indexOf(text.charAt(0)) >= 0;
    return risky && !isNumber(text) ? "'" + text : text;
  }

  /** The text that {@link #guard} was given. */
  public static String open(String cell) {
    boolean guarded =
        cell.length() > 1 && cell.charAt(0) == '\'' && RISKY.indexOf(cell.charAt(1)) >= 0;
    return guarded ? cell.substring(1) : cell;
  }

  private static boolean isNumber(String text) {
    return text.charAt(0) != '\''
        && (NumberText.of(text, false).problem().isEmpty()
            || NumberText.of(text, true).problem().isEmpty());
  }
}
