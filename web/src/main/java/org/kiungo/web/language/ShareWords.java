package org.kiungo.web.language;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;

/**
 * A share as per cent, in words: never 0 % for what is something, never 100 % for what leaves
 * something. Its twin for scripts is {@code static/js/figures.js}.
 */
public final class ShareWords {

  private ShareWords() {}

  /** Without decimals. */
  public static String percent(double ratio, Words words) {
    return percent(ratio, 0, words);
  }

  /**
   * @param ratio 0–1 or above; NaN where nothing is known
   * @param decimals at most so many
   */
  public static String percent(double ratio, int decimals, Words words) {
    if (!Double.isFinite(ratio)) {
      return words.text("ui.number.unknown");
    }
    double percent = ratio * 100;
    double least = Math.pow(10, -decimals);
    double shown = new BigDecimal(percent).setScale(decimals, RoundingMode.HALF_UP).doubleValue();
    NumberFormat format = words.numbers();
    format.setMaximumFractionDigits(decimals);
    if (shown == 0 && percent > 0) {
      return words.text("ui.number.under-percent", format.format(least));
    }
    double told = shown == 100 && percent < 100 ? 100 - least : shown;
    return words.text("ui.number.percent", format.format(told).replace('-', '−'));
  }
}
