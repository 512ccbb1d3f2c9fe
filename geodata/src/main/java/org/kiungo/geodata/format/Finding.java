package org.kiungo.geodata.format;

/**
 * One thing to know about an input: what was found where, what was expected and how to mend it. The
 * sentence for users lives in the message bundles under {@code finding.<code>}.
 *
 * @param severity ERROR: the row is listed and left out; ANSWERED: it is left out, or one with
 *     another row, because its user said so; SUM: it adds up others, which are compared with it;
 *     WARNING and INFO: it is used
 * @param code bundle key without its {@code finding.} prefix
 * @param file file name, never a path
 * @param layer layer of the file, empty for the whole file
 * @param row its number as the file counts, see {@link Feature#line}; 0 for the whole layer
 * @param column column name, empty when none is meant
 * @param found the value that stands there
 * @param expected the value or range that would do, empty when the sentence says it
 * @param place coordinates as (lon, lat), or line or byte in the file; empty when not known
 * @param fix what a screen may offer: repair, decimalComma, declareCrs, dropRow …; empty when none
 */
public record Finding(
    Severity severity,
    String code,
    String file,
    String layer,
    long row,
    String column,
    String found,
    String expected,
    String place,
    String fix) {

  private static final int LONGEST_VALUE = 200;

  /** How much a finding matters. */
  public enum Severity {
    /** The row is refused. */
    ERROR,
    /** Its user said that the row is left out, or one with another: it is not used, nor refused. */
    ANSWERED,
    /** It adds up other rows: they are compared with it, and it is neither used nor refused. */
    SUM,
    WARNING,
    INFO;

    /** Whether a row of which it is told is used. */
    public boolean uses() {
      return this == WARNING || this == INFO;
    }
  }

  public Finding {
    found = found.length() <= LONGEST_VALUE ? found : found.substring(0, LONGEST_VALUE) + "…";
  }

  public static Finding of(Severity severity, String code, SourceFile file, String layer) {
    return new Finding(severity, code, file.name(), layer, 0, "", "", "", "", "");
  }

  /** Arguments of the bundle's sentence: file, layer, row, column, found, expected, place. */
  public Object[] arguments() {
    return new Object[] {file, layer, Long.toString(row), column, found, expected, place};
  }

  public Finding withRow(long number) {
    return new Finding(severity, code, file, layer, number, column, found, expected, place, fix);
  }

  public Finding withColumn(String name) {
    return new Finding(severity, code, file, layer, row, name, found, expected, place, fix);
  }

  public Finding withValue(String value, String wanted) {
    return new Finding(severity, code, file, layer, row, column, value, wanted, place, fix);
  }

  public Finding withPlace(String where) {
    return new Finding(severity, code, file, layer, row, column, found, expected, where, fix);
  }

  public Finding withFix(String offer) {
    return new Finding(severity, code, file, layer, row, column, found, expected, place, offer);
  }
}
