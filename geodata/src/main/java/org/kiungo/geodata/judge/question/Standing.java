package org.kiungo.geodata.judge.question;

/**
 * What is stored now under the name that an import is to have.
 *
 * @param version current one; 0 for none
 * @param rows of it
 * @param people of it; NaN where the layer counts none, or nobody counted them
 */
public record Standing(int version, long rows, double people) {

  /** Nothing is stored. */
  public static final Standing NOTHING = new Standing(0, 0, Double.NaN);
}
