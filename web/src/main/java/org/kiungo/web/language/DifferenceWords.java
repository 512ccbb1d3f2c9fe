package org.kiungo.web.language;

/**
 * Differences in words, each with its sign: less is a minus (U+2212) in every language, as pages
 * and commands write it alike.
 */
public final class DifferenceWords {

  private DifferenceWords() {}

  /**
   * A difference.
   *
   * @param size in words, without a sign
   */
  public static String of(double difference, String size, Words words) {
    String sign = difference == 0 ? "same" : difference > 0 ? "plus" : "minus";
    return words.text("ui.number." + sign, size);
  }

  /** A difference as a plain number; not known where it is none. */
  public static String of(double difference, Words words) {
    return Double.isFinite(difference)
        ? of(difference, words.numbers().format(Math.abs(difference)), words)
        : words.text("ui.number.unknown");
  }
}
