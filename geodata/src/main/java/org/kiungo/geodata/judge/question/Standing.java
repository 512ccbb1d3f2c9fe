package org.kiungo.geodata.judge.question;

import java.util.List;
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
 * @param ids of some of its rows; empty where nobody looked
 */
public record Standing(
    int version, long rows, double people, Same same, Origins origins, List<String> ids) {

  /** Nothing is stored. */
  public static final Standing NOTHING = new Standing(0, 0, Double.NaN);

  public Standing {
    ids = ids == null ? List.of() : List.copyOf(ids);
  }

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
    this(version, rows, people, null, null, List.of());
  }

  /** The same beside the version of the very same file; null for none. */
  public Standing with(Same known) {
    return new Standing(version, rows, people, known, origins, ids);
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
        version, rows, people, same, other ? new Origins(stored, given.strip()) : null, ids);
  }

  /** The same with some of its rows. */
  public Standing with(List<String> some) {
    return new Standing(version, rows, people, same, origins, some);
  }

  private static String letters(String source) {
    return NO_LETTERS.matcher(source).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
  }
}
