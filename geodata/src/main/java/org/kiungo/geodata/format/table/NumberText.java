package org.kiungo.geodata.format.table;

import java.util.List;
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

  /** Letters and words of hemispheres in the languages of files; O is west in all that use it. */
  private static final String SIDE =
      "N(?:ord|orth|orte)?|S(?:ud|outh|ul|ur)?|E(?:st|ast|ste)?|L(?:este)?|W(?:est)?|O(?:uest|este)?"
          + "|شمالا?|جنوبا?|شرقا?|غربا?|ش|ج|ق|غ";

  private static final String PART = "(\\d+(?:[.,]\\d+)?)\\s*";

  /** Marks of minutes and seconds as people and their spreadsheets write them. */
  private static final Pattern DEGREES =
      Pattern.compile(
          PART
              + "[°ºd˚]?\\s*(?:"
              + PART
              + "['’′‘´`m]\\s*)?(?:"
              + PART
              + "(?:[\"”″“s]|['’′‘´`]{2})\\s*)?("
              + SIDE
              + ")",
          Pattern.CASE_INSENSITIVE);

  /** Without a hemisphere a mark of degrees is needed; no sign is a plus, as of every number. */
  private static final Pattern MARKED =
      Pattern.compile(
          "([-+]?)"
              + PART
              + "[°º˚]\\s*(?:"
              + PART
              + "['’′‘´`]\\s*)?(?:"
              + PART
              + "(?:[\"”″“]|['’′‘´`]{2})\\s*)?");

  /** The parts apart by blanks, colons or dashes alone, which a hemisphere tells from a number. */
  private static final Pattern SPACED =
      Pattern.compile(
          "(\\d{1,3})[ :-]+(\\d{1,2}(?:[.,]\\d+)?)(?:[ :-]+(\\d{1,2}(?:[.,]\\d+)?))? *("
              + SIDE
              + ")",
          Pattern.CASE_INSENSITIVE);

  /**
   * Degrees, minutes and seconds without a hemisphere; parted by points only where all are told.
   */
  private static final List<Pattern> PARTS =
      List.of(
          Pattern.compile(
              "([-+]?)(\\d{1,3})[ :]+(\\d{1,2}(?:[.,]\\d+)?)(?:[ :]+(\\d{1,2}(?:[.,]\\d+)?))?"),
          Pattern.compile("([-+]?)(\\d{1,3})\\.(\\d{1,2})\\.(\\d{1,2}(?:[.,]\\d+)?)"));

  private static final Pattern MARKS = Pattern.compile("[°º˚'’′‘´`]|\\d[ :-]+\\d");

  /** A hemisphere that leads. */
  private static final Pattern LED =
      Pattern.compile("(" + SIDE + ")[.:]?\\s*([\\d].*)", Pattern.CASE_INSENSITIVE);

  /** Who is counted, behind a number that stands as text. */
  private static final Pattern COUNTED =
      Pattern.compile(
          "(.*\\d)\\s*(?:hab(?:itants?|itantes?|s)?|inhabitants|people|persons?|personnes?|pers"
              + "|pessoas|personas|watu|نسمة)\\.?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** Marks of footnotes behind a number. */
  private static final Pattern FOOTNOTE =
      Pattern.compile(
          "(.*\\d)\\s*(?:[*†‡\u00b9\u00b2\u00b3\u2070-\u2079]+|\\(\\p{Ll}\\)|\\[[\\p{Ll}\\d]\\])");

  private static final int LONGEST = 64;

  /** Words that stand for "no value" in tables. */
  private static final Pattern NOTHING =
      Pattern.compile(
          "|-|–|—|na|n/a|n\\.a\\.|nan|null|none|nil|n\\.?d\\.?|n/d|s/d|s\\.d\\.|nc|n\\.c\\.|<na>|#n/a"
              + "|…|\\.{2,}|inconnue?|unknown|no data|not available|non disponible|sem dados"
              + "|غير متوفر|غير متاح",
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
    String text = westernDigits(withoutFootnote(raw.toString().strip()));
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
    Matcher counted = COUNTED.matcher(text);
    return counted.matches() ? of(counted.group(1), decimalComma) : degrees(text);
  }

  /**
   * Reads what can be a coordinate alone: of 9 32.55, 9:32:33 and 9.32.33 the parts are degrees,
   * minutes and seconds.
   */
  static NumberText ofDegrees(Object raw, boolean decimalComma) {
    NumberText number = of(raw, decimalComma);
    boolean none = number.problem().equals("notANumber");
    for (Pattern each : none ? PARTS : List.<Pattern>of()) {
      Matcher parts = each.matcher(westernDigits(raw.toString().strip()));
      if (parts.matches()) {
        String side = parts.group(1).equals("-") ? "S" : "";
        return degrees(parts.group(2), parts.group(3), parts.group(4), side);
      }
    }
    return number;
  }

  /** A number without the mark of a footnote that follows it. */
  public static String withoutFootnote(String text) {
    boolean ends = !text.isEmpty() && "0123456789".indexOf(text.charAt(text.length() - 1)) >= 0;
    Matcher noted = ends ? null : FOOTNOTE.matcher(text);
    return noted != null && noted.matches() ? noted.group(1) : text;
  }

  /** True when a text can only be a number with a decimal comma. */
  static boolean hasDecimalComma(String text) {
    String western = westernDigits(withoutFootnote(text.strip()));
    return COMMA.matcher(western).matches();
  }

  private static NumberText plain(String text) {
    return new NumberText(Double.parseDouble(text), "");
  }

  /** 13.9 S, 13°54′S, 13° 54' 10" S: an explicit hemisphere carries the sign. */
  private static NumberText degrees(String text) {
    Matcher led = LED.matcher(text);
    String said = led.matches() ? led.group(2).strip() + " " + led.group(1) : text;
    Matcher marked = MARKED.matcher(said);
    if (marked.matches()) {
      String sign = marked.group(1).equals("-") ? "S" : "";
      return degrees(marked.group(2), marked.group(3), marked.group(4), sign);
    }
    for (Pattern each : new Pattern[] {DEGREES, SPACED}) {
      Matcher sided = each.matcher(said);
      if (sided.matches() && (MARKS.matcher(said).find() || isSure(sided.group(4)))) {
        return degrees(sided.group(1), sided.group(2), sided.group(3), sided.group(4));
      }
    }
    return new NumberText(Double.NaN, "notANumber");
  }

  /** Without any mark, 12O is a slip for 120, 12 s a time and 12 l a volume. */
  private static boolean isSure(String side) {
    return side.length() > 2 || "NSEWشجقغ".contains(side);
  }

  private static NumberText degrees(String whole, String minutes, String seconds, String side) {
    if (part(minutes) >= 60 || part(seconds) >= 60) {
      return new NumberText(Double.NaN, "degreesImpossible");
    }
    double value = part(whole) + part(minutes) / 60 + part(seconds) / 3600;
    boolean negative =
        !side.isEmpty() && "SWOجغ".indexOf(Character.toUpperCase(side.charAt(0))) >= 0;
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
