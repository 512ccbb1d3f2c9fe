package org.kiungo.planner.scenario;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kiungo.planner.model.value.InputRefused;

/** Money as people write it: 60M, 1.2bn, 250,000,000. */
public final class WrittenUsd {

  private static final Pattern WRITTEN =
      Pattern.compile("(-?\\d{1,3}(?:,\\d{3})+|-?\\d+)(\\.\\d+)?\\s*([a-z]*)");

  private static final Map<String, BigDecimal> UNITS =
      Map.of(
          "", BigDecimal.ONE,
          "k", new BigDecimal("1e3"),
          "m", new BigDecimal("1e6"),
          "bn", new BigDecimal("1e9"),
          "b", new BigDecimal("1e9"));

  private WrittenUsd() {}

  /**
   * USD.
   *
   * @throws InputRefused {@code amount.unreadable} or {@code amount.negative}
   */
  public static double read(String text) {
    Matcher found = WRITTEN.matcher(text.strip().toLowerCase(Locale.ROOT));
    BigDecimal unit = found.matches() ? UNITS.get(found.group(3)) : null;
    if (unit == null) {
      throw new InputRefused("amount.unreadable", "amount", text);
    }
    String digits =
        found.group(1).replace(",", "") + (found.group(2) == null ? "" : found.group(2));
    BigDecimal usd = new BigDecimal(digits).multiply(unit);
    if (usd.signum() < 0) {
      throw new InputRefused("amount.negative", "amount", text);
    }
    return usd.doubleValue();
  }
}
