package org.kiungo.planner.verify.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kiungo.planner.json.Fields;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.money.CountryEconomics;
import org.kiungo.planner.model.money.EconomicTerm;
import org.kiungo.planner.model.money.TransitPrice;
import org.kiungo.planner.model.value.Figure;
import org.kiungo.planner.model.value.InputRefused;
import tools.jackson.databind.JsonNode;

/** Market terms that a scenario gives: each stands in for what is published. */
final class GivenTerms {

  private GivenTerms() {}

  static EconomicTerm term(String name) {
    for (EconomicTerm each : EconomicTerm.values()) {
      if (each.term().equals(name)) {
        return each;
      }
    }
    throw new InputRefused("json.value", "field", "marketTerms", "value", name);
  }

  /** A market under what a scenario gives; terms of countries that are not there change nothing. */
  static Market apply(JsonNode scenario, Market published, int priceYear) {
    TreeMap<String, CountryEconomics> economics = new TreeMap<>(published.economics());
    Catalogue catalogue = published.catalogue();
    for (JsonNode given : scenario.path("marketTerms")) {
      String country = Fields.text(given, "country");
      EconomicTerm term = term(Fields.text(given, "term"));
      double value = Fields.number(given, "value");
      String asOf = given.path("asOf").asString("");
      int year = asOf.isEmpty() ? priceYear : Integer.parseInt(asOf.substring(0, 4));
      if (!(term.low() <= value && value <= term.high())) {
        throw new InputRefused(
            "field.range",
            "field",
            term.term(),
            "value",
            value,
            "low",
            term.low(),
            "high",
            term.high());
      }
      String source = asOf.isEmpty() ? "scenario" : "scenario, " + asOf;
      Figure figure = new Figure(value, value, value, year, source, false);
      economics.computeIfPresent(country, (k, known) -> Market.changed(known, term, figure));
      if (term == EconomicTerm.TRANSIT) {
        catalogue = catalogueWith(catalogue, country, figure);
      }
    }
    return new Market(catalogue, economics, published.rules());
  }

  /** One price in every year for all traffic of a country; its nodes ask what they asked before. */
  private static Catalogue catalogueWith(Catalogue catalogue, String country, Figure usd) {
    Figure none = Market.given(0, usd.year());
    Figure widening = null;
    for (TransitPrice each : catalogue.transit()) {
      boolean named = each.countries().contains(country);
      if (named || each.countries().isEmpty()) {
        widening = each.upgradeUsdPerMbpsYear();
      }
      if (named) {
        break;
      }
    }
    List<TransitPrice> prices = new ArrayList<>();
    prices.add(
        new TransitPrice(
            country,
            country,
            List.of(country),
            Map.of(),
            none,
            none,
            usd,
            none,
            none,
            none,
            widening));
    prices.addAll(catalogue.transit());
    return new Catalogue(
        catalogue.version(),
        catalogue.technologies(),
        catalogue.media(),
        catalogue.volumes(),
        prices,
        catalogue.energy(),
        catalogue.borders());
  }
}
