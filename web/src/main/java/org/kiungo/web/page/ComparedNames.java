package org.kiungo.web.page;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.kiungo.web.language.Words;
import org.kiungo.web.plan.PlanDetail;

/**
 * What plans side by side are called: by their letters, which are those of a country; by country
 * and letter where they are not all of the same.
 */
public final class ComparedNames {

  private final Set<String> countries;
  private final BiFunction<String, Locale, String> names;
  private final Words words;
  private final Locale locale;

  /**
   * @param countries of the plans
   * @param names of countries, by ISO 3166-1 alpha-3 code and language
   */
  ComparedNames(Set<String> countries, BiFunction<String, Locale, String> names, Locale locale) {
    this.countries = countries;
    this.names = names;
    this.words = Words.in(locale.getLanguage());
    this.locale = locale;
  }

  /**
   * @param columns each against the same first plan
   */
  static ComparedNames of(
      List<Comparison> columns, BiFunction<String, Locale, String> names, Locale locale) {
    Set<String> countries = new LinkedHashSet<>();
    countries.add(columns.get(0).a().detail().country());
    columns.forEach(each -> countries.add(each.b().detail().country()));
    return new ComparedNames(countries, names, locale);
  }

  /** A plan's letter, behind its country where that does not go without saying. */
  public String of(PlanDetail plan) {
    return titled(plan.country(), plan.letter());
  }

  /** A title that begins with a plan's letter, likewise. */
  String titled(String country, String title) {
    return countries.size() == 1
        ? title
        : words.text("ui.compare.of-country", title, country(country));
  }

  /** Where all of them are, unless that is the country that is shown. */
  String place(String shown) {
    return countries.size() == 1
        ? shown
        : countries.stream().map(this::country).collect(Collectors.joining(" / "));
  }

  /** Whether one of the plans is for a country. */
  boolean covers(String iso3) {
    return countries.stream().anyMatch(each -> List.of(each.split(",")).contains(iso3));
  }

  /** Of a plan for several countries, all of them. */
  private String country(String codes) {
    return Arrays.stream(codes.split(","))
        .map(each -> names.apply(each, locale))
        .collect(Collectors.joining(", "));
  }
}
