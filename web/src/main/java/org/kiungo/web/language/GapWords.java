package org.kiungo.web.language;

import java.text.NumberFormat;

/**
 * How far a plan is from the best possible, in words. Wherever a gap is told it is told by these,
 * rounded up to a tenth of a per cent so as not to flatter; the twin for scripts is {@code
 * static/js/figures.js}.
 */
public final class GapWords {

  /** What is nearer to the best is the best, but for the last bits of a division. */
  private static final double NONE_RATIO = 1e-9;

  private GapWords() {}

  /**
   * A distance from the best as per cent.
   *
   * @param gapRatio 0–1 or above; NaN where nothing is known
   */
  public static String percent(double gapRatio, Words words) {
    if (!Double.isFinite(gapRatio)) {
      return words.text("ui.number.unknown");
    }
    double up = Math.ceil(gapRatio * 1000 - NONE_RATIO) / 10;
    NumberFormat format = NumberFormat.getNumberInstance(words.locale());
    format.setMaximumFractionDigits(1);
    return words.text("ui.number.percent", format.format(Math.max(up, 0)));
  }

  /** How good a plan is: its distance from the best, none, or no bound. */
  public static String of(double gapRatio, Words words) {
    if (!Double.isFinite(gapRatio)) {
      return words.text("ui.gap.none");
    }
    return gapRatio <= NONE_RATIO
        ? words.text("ui.gap.zero")
        : words.text("ui.gap.most", percent(gapRatio, words));
  }
}
