package org.kiungo.web.language;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers and places that readers of files tell as text, such as {@code -50.0} and {@code (27.7,
 * -29.55)}, written as a language writes them. Whole numbers stay: they may be names.
 */
final class RawFigures {

  private static final String NUMBER = "-?\\d+(?:\\.\\d+)?(?:E-?\\d+)?";
  private static final Pattern DECIMAL = Pattern.compile("-?\\d+\\.\\d+(?:E-?\\d+)?");
  private static final Pattern PLACE = Pattern.compile("\\((" + NUMBER + "), (" + NUMBER + ")\\)");
  private static final Pattern RANGE = Pattern.compile("(" + NUMBER + ")(?:–(" + NUMBER + "))?");

  private static final int MOST_DECIMALS = 6;

  private final Words words;

  RawFigures(Words words) {
    this.words = words;
  }

  /** The same where it is not one of these. */
  Object told(Object value) {
    if (!(value instanceof String text)) {
      return value;
    }
    if (PLACE.matcher(text).find()) {
      return replaced(
          PLACE,
          text,
          found -> words.text("place.written", number(found.group(1)), number(found.group(2))));
    }
    boolean decimal = DECIMAL.matcher(text).find() && RANGE.matcher(text).matches();
    return decimal ? replaced(DECIMAL, text, found -> number(found.group())) : text;
  }

  private static String replaced(
      Pattern pattern, String text, Function<MatchResult, String> written) {
    return pattern
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(written.apply(found)));
  }

  private String number(String text) {
    NumberFormat format = words.numbers();
    format.setMaximumFractionDigits(MOST_DECIMALS);
    return format.format(new BigDecimal(text));
  }
}
