package org.kiungo.web.page.figure;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.kiungo.geodata.reference.people.CoverageToday;
import org.kiungo.web.today.CountryToday;
import org.kiungo.web.today.PeopleToday;

/**
 * Names figures in the attribute {@code data-figure} of the element that shows them: {@code
 * figure:of=value}, with {@code @year,source} where a figure has them, several apart by {@code |}.
 * Figures have the names of the API; they are of a plan's id, a country's code or {@code AFRICA}.
 */
public final class Mark {

  /** For templates. */
  public static final Mark IN_TEMPLATES = new Mark();

  private Mark() {}

  /** A figure; null, which writes no attribute, for what is not known. */
  public String of(String figure, String of, double value) {
    return Double.isFinite(value) ? figure + ":" + of + "=" + value : null;
  }

  /** A published figure. */
  public String of(String figure, String of, double value, int year, String source) {
    return of(figure, of, value) + "@" + year + "," + source;
  }

  /** Several figures of one sentence. */
  public String all(String... marks) {
    String all = Arrays.stream(marks).filter(Objects::nonNull).collect(Collectors.joining("|"));
    return all.isEmpty() ? null : all;
  }

  /** The share of people with 4G as its publisher states it, with its range. */
  public String coverage(CoverageToday report) {
    return all(published(report), of("coverage4gLowRatio", report.country(), report.lowRatio()))
        + "|"
        + of("coverage4gHighRatio", report.country(), report.highRatio());
  }

  /** The same without its range. */
  public String published(CoverageToday report) {
    return of(
        "coverage4gRatio", report.country(), report.ratio(), report.year(), CoverageToday.SOURCE);
  }

  /** How many have no 4G today. */
  public String without(String of, PeopleToday people) {
    return of("peopleWithout4g", of, people.outside());
  }

  /** From how many to how many. */
  public String withoutRange(String of, PeopleToday people) {
    return all(
        of("peopleWithout4gLow", of, people.outsideLow()),
        of("peopleWithout4gHigh", of, people.outsideHigh()));
  }

  /** What a row's remark says of a country. */
  public String remark(CountryToday today) {
    return all(withoutRange(today.iso3(), today.people()), published(today.report()));
  }
}
