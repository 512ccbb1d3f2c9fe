package org.kiungo.web.page;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.kiungo.geodata.reference.DefaultBudget;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.web.country.Countries;

/**
 * A country of a form's menu.
 *
 * @param iso3 ISO 3166-1 alpha-3
 * @param name in the page's language
 * @param population people, NaN when not known
 * @param populationYear year of that figure
 * @param peopleWithout4g by the published share
 * @param defaultBudgetUsd what a plan may spend where nobody says better
 * @param bbox west, south, east, north in degrees
 */
public record CountryOption(
    String iso3,
    String name,
    double population,
    int populationYear,
    double peopleWithout4g,
    double defaultBudgetUsd,
    double[] bbox) {

  /** All countries, sorted as the page's language sorts. */
  public static List<CountryOption> all(Countries countries, Locale locale) {
    return countries.list().stream()
        .map(
            each ->
                new CountryOption(
                    each.iso3(),
                    OverviewController.nameIn(each.names(), locale),
                    each.population(),
                    each.populationYear(),
                    DefaultBudget.peopleWithout4g(Reference.builtIn(), each.iso3()),
                    DefaultBudget.usd(Reference.builtIn(), List.of(each.iso3())),
                    each.bbox()))
        .sorted(Comparator.comparing(CountryOption::name, Collator.getInstance(locale)))
        .toList();
  }
}
