package org.kiungo.geodata.judge.question;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What is stored now under the name that an import is to have.
 *
 * @param version current one; 0 for none
 * @param rows of it
 * @param people of it; NaN where the layer counts none, or nobody counted them
 * @param same version that came from the very same file; null for none
 * @param origins who published both, where they are not the same; null where they are
 */
public record Standing(int version, long rows, double people, Same same, Origins origins) {

  /** Nothing is stored. */
  public static final Standing NOTHING = new Standing(0, 0, Double.NaN);

  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");

  /**
   * A version of any dataset.
   *
   * @param dataset its name
   * @param layer label of its kind
   * @param version its number
   * @param here whether it is the dataset that the import is to follow in
   */
  public record Same(String dataset, String layer, int version, boolean here) {}

  /**
   * Two publishers.
   *
   * @param stored of the current version
   * @param given of the file
   */
  public record Origins(String stored, String given) {}

  /** Of another file than any that is stored. */
  public Standing(int version, long rows, double people) {
    this(version, rows, people, null, null);
  }

  /** The same beside the version of the very same file; null for none. */
  public Standing with(Same known) {
    return new Standing(version, rows, people, known, origins);
  }

  /**
   * The same for a file of its own source: an edition or a year more is the same publisher's.
   *
   * @param stored source of the current version
   * @param given source of the file; empty while nobody says it
   */
  public Standing from(String stored, String given) {
    boolean known = version > 0 && !given.isBlank();
    boolean other = known && !letters(stored).equals(letters(given));
    return new Standing(
        version, rows, people, same, other ? new Origins(stored, given.strip()) : null);
  }

  private static String letters(String source) {
    return NO_LETTERS.matcher(source).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
  }
}
