package org.kiungo.planner.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.money.CountryEconomics;
import org.kiungo.planner.model.money.EconomicTerm;
import org.kiungo.planner.model.money.TransitPrice;
import org.kiungo.planner.model.value.Figure;
import org.kiungo.planner.model.value.InputRefused;

/**
 * A market term of a country as the user knows it; stands in for one that nobody has published, or
 * replaces one.
 *
 * @param country ISO 3166-1 alpha-3
 * @param term as {@link EconomicTerm#term}
 * @param value in the term's unit and range
 * @param asOf date of the figure, ISO 8601, empty when it does not matter; an exchange rate without
 *     a date is refused
 */
public record MarketTerm(String country, String term, double value, String asOf) {

  /** A figure whose date does not matter. */
  public MarketTerm(String country, String term, double value) {
    this(country, term, value, "");
  }

  public MarketTerm {
    EconomicTerm known = EconomicTerm.of(term);
    if (!(value >= known.low() && value <= known.high())) {
      throw new InputRefused(
          "field.range", "field", term, "value", value, "low", known.low(), "high", known.high());
    }
    asOf = asOf == null ? "" : asOf;
    boolean dated = asOf.matches("\\d{4}-\\d{2}-\\d{2}");
    if (!dated && !(asOf.isEmpty() && known != EconomicTerm.LOCAL_CURRENCY)) {
      throw new InputRefused("term.undated", "field", "marketTerms", "term", term, "date", asOf);
    }
  }

  /** The problem with every country's terms: what is published, and what is given over it. */
  public static PlanningProblem applyAll(List<MarketTerm> given, PlanningProblem problem) {
    Map<String, CountryEconomics> all = new TreeMap<>();
    problem.settlements().forEach(s -> all.put(s.country(), CountryEconomics.unknown(s.country())));
    problem.economics().forEach(e -> all.put(e.country(), e));
    int year = problem.money().priceYear();
    for (MarketTerm each : given) {
      all.computeIfPresent(
          each.country, (country, e) -> e.with(EconomicTerm.of(each.term), each.figure(year)));
    }
    return problem
        .withEconomics(List.copyOf(all.values()))
        .withCatalogue(ownTransit(given, problem.catalogue(), year));
  }

  /** The catalogue with the prices of traffic that are given. */
  private static Catalogue ownTransit(List<MarketTerm> given, Catalogue published, int year) {
    Catalogue catalogue = published;
    for (MarketTerm each : given) {
      if (each.term.equals(EconomicTerm.TRANSIT.term())) {
        List<TransitPrice> prices = new ArrayList<>();
        TransitPrice instead = catalogue.transitOf(each.country);
        prices.add(TransitPrice.whole(each.country, each.figure(year), instead));
        prices.addAll(catalogue.transit());
        catalogue = catalogue.withTransit(prices);
      }
    }
    return catalogue;
  }

  /** The figure as evidence: the scenario is its source. */
  private Figure figure(int priceYear) {
    String source = asOf.isEmpty() ? "scenario" : "scenario, " + asOf;
    int year = asOf.isEmpty() ? priceYear : Integer.parseInt(asOf.substring(0, 4));
    return new Figure(value, value, value, year, source, false);
  }
}
