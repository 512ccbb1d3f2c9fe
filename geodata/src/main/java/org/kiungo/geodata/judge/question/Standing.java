package org.kiungo.geodata.judge.question;

/**
 * What is stored now under the name that an import is to have.
 *
 * @param version current one; 0 for none
 * @param rows of it
 * @param people of it; NaN where the layer counts none, or nobody counted them
 * @param same version that came from the very same file; null for none
 */
public record Standing(int version, long rows, double people, Same same) {

  /** Nothing is stored. */
  public static final Standing NOTHING = new Standing(0, 0, Double.NaN);

  /**
   * A version of any dataset.
   *
   * @param dataset its name
   * @param layer label of its kind
   * @param version its number
   */
  public record Same(String dataset, String layer, int version) {}

  /** Of another file than any that is stored. */
  public Standing(int version, long rows, double people) {
    this(version, rows, people, null);
  }

  /** The same beside the version of the very same file; null for none. */
  public Standing with(Same known) {
    return new Standing(version, rows, people, known);
  }
}
