package org.kiungo.geodata.format.table;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as files write them: a year, a month or a day, by ISO 8601 or with the day first. */
public final class DateText {

  private static final Pattern ISO =
      Pattern.compile("(\\d{4})(?:[-/.]?(\\d{2})(?:[-/.]?(\\d{2})(?:[T ].*)?)?)?");
  private static final Pattern DAY_FIRST =
      Pattern.compile("(?:(\\d{1,2})[-/. ])?(\\d{1,2})[-/. ](\\d{4})");

  private DateText() {}

  /** The year of a date, 1800 to 2199; empty where the text is no date. */
  public static OptionalInt year(String text) {
    Optional<LocalDate> date = date(text);
    return date.isPresent() ? OptionalInt.of(date.get().getYear()) : OptionalInt.empty();
  }

  /** The date, of a year or a month its first day; empty where the text is none. */
  public static Optional<LocalDate> date(String text) {
    String plain = text.strip();
    Matcher iso = ISO.matcher(plain);
    if (iso.matches()) {
      return checked(iso.group(1), iso.group(2), iso.group(3));
    }
    Matcher day = DAY_FIRST.matcher(plain);
    if (!day.matches()) {
      return Optional.empty();
    }
    Optional<LocalDate> dayFirst = checked(day.group(3), day.group(2), day.group(1));
    return dayFirst.isPresent() ? dayFirst : checked(day.group(3), day.group(1), day.group(2));
  }

  private static Optional<LocalDate> checked(String year, String month, String day) {
    try {
      LocalDate date = LocalDate.of(number(year), number(month), number(day));
      boolean told = date.getYear() >= 1800 && date.getYear() < 2200;
      return told ? Optional.of(date) : Optional.empty();
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  private static int number(String digits) {
    return digits == null ? 1 : Integer.parseInt(digits);
  }
}
