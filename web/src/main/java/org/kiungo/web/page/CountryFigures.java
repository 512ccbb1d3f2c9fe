package org.kiungo.web.page;

import java.util.Arrays;
import java.util.Locale;
import org.kiungo.web.language.Words;

/** Chooses digits and separators: the page's language as the shown country writes it. */
public final class CountryFigures {

  private CountryFigures() {}

  /** Figures of a country's pages; its ISO 3166-1 alpha-3 code decides the conventions. */
  public static Figures of(String iso3, Locale locale) {
    return new Figures(Words.in(locale.getLanguage()), localeOf(iso3, locale));
  }

  /** Such as fr-BJ; the bare language when the country is not known to Java. */
  public static Locale localeOf(String iso3, Locale locale) {
    return Arrays.stream(Locale.getISOCountries())
        .map(iso2 -> new Locale.Builder().setLocale(locale).setRegion(iso2).build())
        .filter(each -> each.getISO3Country().equals(iso3))
        .findFirst()
        .orElse(locale);
  }
}
