package org.kiungo.web.language;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Chooses between singular and plural, as {@code {0,choice,0#no places|1#one place|1<{0} places}}
 * of {@link java.text.ChoiceFormat} does, also by a number that comes in words of its own: "1" is
 * one, "1,204" and "9.96 M" are many. Its twin for scripts is in {@code static/js/words.js}.
 */
final class Choices {

  private static final Pattern BEGINS = Pattern.compile("\\{(\\d+),choice,");
  private static final Pattern LIMIT = Pattern.compile("(-?\\d+)([#<≤])");
  private static final Pattern APART =
      Pattern.compile("[\\s\\u00a0\\u202f]|(?<=[1-9]\\d{0,2}|,\\d{3}),(?=\\d{3}(?!\\d))");

  private Choices() {}

  /** The sentence with the alternatives that hold for these arguments. */
  static String resolve(String pattern, Object... arguments) {
    Matcher begins = BEGINS.matcher(pattern);
    if (!begins.find()) {
      return pattern;
    }
    int end = end(pattern, begins.end());
    int argument = Integer.parseInt(begins.group(1));
    if (end < 0 || argument >= arguments.length) {
      return pattern;
    }
    String chosen = choose(pattern.substring(begins.end(), end), number(arguments[argument]));
    String rest = resolve(pattern.substring(end + 1), arguments);
    return pattern.substring(0, begins.start()) + resolve(chosen, arguments) + rest;
  }

  /** Where the brace closes that is open at a place; -1 where it does not. */
  private static int end(String pattern, int from) {
    int open = 1;
    for (int k = from; k < pattern.length(); k++) {
      open += pattern.charAt(k) == '{' ? 1 : pattern.charAt(k) == '}' ? -1 : 0;
      if (open == 0) {
        return k;
      }
    }
    return -1;
  }

  private static String choose(String alternatives, double number) {
    String chosen = null;
    int from = 0;
    int open = 0;
    for (int k = 0; k <= alternatives.length(); k++) {
      char at = k == alternatives.length() ? '|' : alternatives.charAt(k);
      open += at == '{' ? 1 : at == '}' ? -1 : 0;
      if (at == '|' && open == 0) {
        String each = alternatives.substring(from, k);
        from = k + 1;
        Matcher limit = LIMIT.matcher(each);
        if (limit.lookingAt() && (chosen == null || holds(limit, number))) {
          chosen = each.substring(limit.end());
        }
      }
    }
    return chosen == null ? alternatives : chosen;
  }

  private static boolean holds(Matcher limit, double number) {
    double least = Double.parseDouble(limit.group(1));
    return limit.group(2).equals("<") ? number > least : number >= least;
  }

  /** What is no plain number is many of something: a number with a unit or thousands apart. */
  private static double number(Object argument) {
    if (argument instanceof Number number) {
      return number.doubleValue();
    }
    String text = APART.matcher(String.valueOf(argument)).replaceAll("");
    try {
      return Math.abs(
          Double.parseDouble(text.replace(',', '.').replace("−", "-").replace("+", "")));
    } catch (NumberFormatException words) {
      return Double.POSITIVE_INFINITY;
    }
  }
}
