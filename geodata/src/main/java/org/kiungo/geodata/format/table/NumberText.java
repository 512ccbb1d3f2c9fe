package org.kiungo.geodata.format.table;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers as people write them: decimal comma, grouped thousands, Arabic-Indic digits, degrees with
 * a hemisphere. A sign or a decimal mark is never guessed: {@code 1,234} alone stays unread, and so
 * does {@code 1.234} where commas are decimal.
 *
 * @param value the number; NaN when the text is none
 * @param problem empty when read; numberMissing, numberAmbiguous, degreesImpossible or notANumber
 *     otherwise
 */
public record NumberText(double value, String problem) {

  private static final Pattern GROUPED = Pattern.compile("[-+]?\\d{1,3}([ '’]\\d{3})+([.,]\\d+)?");
  private static final Pattern PLAIN =
      Pattern.compile("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d{1,4})?");
  private static final Pattern COMMA = Pattern.compile("[-+]?\\d*,\\d+([eE][-+]?\\d{1,4})?");
  private static final Pattern THOUSANDS = Pattern.compile("[-+]?\\d{1,3}(,\\d{3})+(\\.\\d+)?");
  private static final Pattern DOTTED = Pattern.compile("[-+]?\\d{1,3}(\\.\\d{3})+,\\d+");
  private static final Pattern DOT_GROUPS = Pattern.compile("[-+]?[1-9]\\d{0,2}(\\.\\d{3})+");
  private static final Pattern DEGREES =
      Pattern.compile(
          "(\\d+(?:[.,]\\d+)?)\\s*[°ºd]?\\s*(?:(\\d+(?:[.,]\\d+)?)\\s*['’′m]\\s*)?"
              + "(?:(\\d+(?:[.,]\\d+)?)\\s*(?:[\"”″s]|'')\\s*)?([NSEW])");
  private static final int LONGEST = 64;

  /** Words that stand for "no value" in tables. */
  private static final Pattern NOTHING =
      Pattern.compile(
          "|-|–|na|n/a|n\\.a\\.|nan|null|none|nil|nd|<na>|#n/a|inconnu|unknown",
          Pattern.CASE_INSENSITIVE);

  /** True for blank cells and the usual words for "no value". */
  public static boolean isMissing(Object raw) {
    return raw == null
        || raw instanceof String text
            && !startsWithDigit(text)
            && NOTHING.matcher(text.strip()).matches();
  }

  private static boolean startsWithDigit(String text) {
    return !text.isEmpty() && text.charAt(0) >= '0' && text.charAt(0) <= '9';
  }

  /**
   * Digits with at most a sign before and a point among them, as most numbers of most files are.
   */
  private static boolean isSimple(String text) {
    boolean signed = !text.isEmpty() && text.charAt(0) == '-';
    int digits = 0;
    int points = 0;
    for (int k = signed ? 1 : 0; k < text.length(); k++) {
      char c = text.charAt(k);
      digits += c >= '0' && c <= '9' ? 1 : 0;
      points += c == '.' ? 1 : 0;
    }
    boolean only = digits + points + (signed ? 1 : 0) == text.length();
    return only && digits > 0 && points <= 1 && text.length() <= LONGEST;
  }

  /** Reads an attribute value, number or text. */
  public static NumberText of(Object raw, boolean decimalComma) {
    if (raw instanceof Number number) {
      return new NumberText(number.doubleValue(), "");
    }
    boolean grouping = decimalComma && raw instanceof String text && text.indexOf('.') >= 0;
    if (!grouping && raw instanceof String text && isSimple(text)) {
      return plain(text);
    }
    if (isMissing(raw)) {
      return new NumberText(Double.NaN, "numberMissing");
    }
    String text = westernDigits(raw.toString().strip());
    if (text.length() > LONGEST) {
      return new NumberText(Double.NaN, "notANumber");
    }
    if (GROUPED.matcher(text).matches()) {
      text = text.replaceAll("[ '’]", "");
      return plain(text.replace(',', '.'));
    }
    if (DOT_GROUPS.matcher(text).matches() && text.indexOf('.') != text.lastIndexOf('.')) {
      return plain(text.replace(".", ""));
    }
    if (grouping && DOT_GROUPS.matcher(text).matches()) {
      return new NumberText(Double.NaN, "numberAmbiguous");
    }
    if (PLAIN.matcher(text).matches()) {
      return plain(text);
    }
    if (decimalComma && (COMMA.matcher(text).matches() || DOTTED.matcher(text).matches())) {
      return plain(text.replace(".", "").replace(',', '.'));
    }
    if (!decimalComma && THOUSANDS.matcher(text).matches()) {
      boolean sure = text.indexOf(',') != text.lastIndexOf(',') || text.contains(".");
      return sure ? plain(text.replace(",", "")) : new NumberText(Double.NaN, "numberAmbiguous");
    }
    return degrees(text);
  }

  /** True when a text can only be a number with a decimal comma. */
  static boolean hasDecimalComma(String text) {
    String western = westernDigits(text.strip());
    return COMMA.matcher(western).matches();
  }

  private static NumberText plain(String text) {
    return new NumberText(Double.parseDouble(text), "");
  }

  /** 13.9 S, 13°54′S, 13° 54' 10" S: an explicit hemisphere carries the sign. */
  private static NumberText degrees(String text) {
    Matcher matcher = DEGREES.matcher(text);
    if (!matcher.matches()) {
      return new NumberText(Double.NaN, "notANumber");
    }
    if (part(matcher.group(2)) >= 60 || part(matcher.group(3)) >= 60) {
      return new NumberText(Double.NaN, "degreesImpossible");
    }
    double value = part(matcher.group(1)) + part(matcher.group(2)) / 60;
    value += part(matcher.group(3)) / 3600;
    boolean negative = "SW".contains(matcher.group(4));
    return new NumberText(negative ? -value : value, "");
  }

  private static double part(String text) {
    return text == null ? 0 : Double.parseDouble(text.replace(',', '.'));
  }

  /** Digits, decimal marks, minus signs and spaces of other scripts in their ASCII form. */
  private static String westernDigits(String text) {
    StringBuilder western = new StringBuilder(text.length());
    for (int k = 0; k < text.length(); k++) {
      char c = text.charAt(k);
      int digit = c > 127 ? Character.digit(c, 10) : -1;
      if (digit >= 0) {
        western.append((char) ('0' + digit));
      } else {
        switch (c) {
          case '\u066B' -> western.append('.');
          case '\u066C', '\u200E', '\u200F' -> {}
          case '\u2212', '\u2013' -> western.append('-');
          case '\u00A0', '\u202F', '\u2009' -> western.append(' ');
          default -> western.append(c);
        }
      }
    }
    return western.toString();
  }
}
