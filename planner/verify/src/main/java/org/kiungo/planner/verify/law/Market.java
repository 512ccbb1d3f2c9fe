package org.kiungo.planner.verify.law;

import java.util.List;
import java.util.TreeMap;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.PlaceRules;
import org.kiungo.planner.model.money.CountryEconomics;
import org.kiungo.planner.model.money.EconomicTerm;
import org.kiungo.planner.model.value.Figure;

/**
 * Prices, market terms by country, and rules of places.
 *
 * @param catalogue what can be built, at which price
 * @param economics by ISO 3166-1 alpha-3
 * @param rules what holds at some places only
 */
public record Market(
    Catalogue catalogue, TreeMap<String, CountryEconomics> economics, PlaceRules rules) {

  static Market of(Catalogue catalogue, List<CountryEconomics> economics, PlaceRules rules) {
    TreeMap<String, CountryEconomics> byCountry = new TreeMap<>();
    economics.forEach(each -> byCountry.put(each.country(), each));
    return new Market(catalogue, byCountry, rules);
  }

  Market with(Catalogue changed) {
    return new Market(changed, economics, rules);
  }

  Market with(PlaceRules changed) {
    return new Market(catalogue, economics, changed);
  }

  /** A term of a country; null where nobody knows it. */
  public static Figure figure(CountryEconomics country, EconomicTerm term) {
    return country.terms().get(term);
  }

  /** Its value, or another where nobody knows it. */
  public static double value(CountryEconomics country, EconomicTerm term, double otherwise) {
    Figure figure = country.terms().get(term);
    return figure == null ? otherwise : figure.value();
  }

  /** The terms of a country with one of them changed. */
  static CountryEconomics changed(CountryEconomics country, EconomicTerm term, Figure figure) {
    TreeMap<EconomicTerm, Figure> terms = new TreeMap<>(country.terms());
    terms.put(term, figure);
    return new CountryEconomics(country.country(), terms);
  }

  /** A figure that the scenario gives. */
  static Figure given(double value, int year) {
    return new Figure(value, value, value, year, "scenario", false);
  }

  /** A figure times a factor; what is not known stays so. */
  static Figure times(Figure figure, double factor) {
    return figure == null
        ? null
        : new Figure(
            factor * figure.value(),
            factor * figure.low(),
            factor * figure.high(),
            figure.year(),
            figure.source(),
            figure.assumed());
  }
}
