package org.kiungo.planner.verify.bound;

import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.kiungo.planner.json.Fields;
import org.kiungo.planner.verify.formula.Cost;
import tools.jackson.databind.JsonNode;

/**
 * What money is worth in a bound: λ, and for what a country with a budget of its own pays λ + μ_c,
 * μ_c ≥ 0. No plan that keeps all budgets pays more than λ · B + Σ μ_c · B_c at these prices.
 */
final class ProofPrices {

  private final ProofGraph graph;
  private final double common;
  private final long ceilingCents;

  /** By country with a price of its own. */
  private final Map<String, Double> priceOf = new TreeMap<>();

  private final Map<String, Long> budgetOf = new TreeMap<>();

  /** By place, of several countries. */
  private final double[] price;

  private final long[] ceiling;

  /**
   * @throws IllegalStateException when a price is none, or of a country without a budget
   */
  ProofPrices(ProofGraph graph, ProofReader proof) throws IOException {
    this.graph = graph;
    common = proof.real();
    ceilingCents = proof.number();
    int countries = proof.number(1 << 10);
    for (int k = 0; k < countries; k++) {
      String country = proof.text(3);
      double own = proof.real();
      JsonNode budget = graph.budgetsByCountry().path(country);
      if (!budget.isNumber() || !(own >= common) || priceOf.put(country, own) != null) {
        throw new IllegalStateException("a price of " + country + " that it cannot have");
      }
      budgetOf.put(country, Cost.within(Fields.number(graph.budgetsByCountry(), country)));
    }
    if (!(common > 0) && !(common == 0 && countries > 0)) {
      throw new IllegalStateException("the proof has no price");
    }
    int places = countries == 0 ? 0 : graph.placeCount();
    price = new double[places];
    ceiling = new long[places];
    for (int v = 0; v < places; v++) {
      String country = graph.country(v);
      price[v] = priceOf.getOrDefault(country, common);
      ceiling[v] = Math.min(ceilingCents, budgetOf.getOrDefault(country, ceilingCents));
    }
  }

  /** λ. */
  double common() {
    return common;
  }

  /** The higher price of a settlement and of where its site stands; −1 = no site. */
  double most(int settlement, int sitePlace) {
    return Math.max(ofPlace(settlement), sitePlace < 0 ? 0 : ofPlace(sitePlace));
  }

  /** Nothing that costs more is in a plan. */
  long ceilingCents() {
    return ceilingCents;
  }

  /** Prices of countries that have one of their own, by ISO 3166-1 alpha-3. */
  Map<String, Double> byCountry() {
    return Collections.unmodifiableMap(priceOf);
  }

  /** True where countries have prices of their own. */
  boolean areByCountry() {
    return !priceOf.isEmpty();
  }

  double ofPlace(int place) {
    return price.length == 0 ? common : price[place];
  }

  long ceilingOfPlace(int place) {
    return price.length == 0 ? ceilingCents : ceiling[place];
  }

  /** What is paid where a settlement lies and where its site stands is worth; −1 = no site. */
  double worth(int settlement, int sitePlace, double ownCents, double siteCents) {
    double home = ofPlace(settlement);
    double there = sitePlace < 0 ? home : ofPlace(sitePlace);
    return home == there ? home * (ownCents + siteCents) : home * ownCents + there * siteCents;
  }

  /** True when no plan can pay for an option what whoever chooses it pays at the least. */
  boolean isTooDear(int settlement, int option) {
    double own = graph.aloneCents[option];
    double site = graph.siteCents[option];
    int place = graph.place(option);
    if (price.length == 0 || place < 0) {
      return own + site > ceilingOfPlace(settlement);
    }
    boolean home = graph.country(settlement).equals(graph.country(place));
    return own + site > ceilingCents
        || own + (home ? site : 0) > ceiling[settlement]
        || site > ceiling[place];
  }

  /**
   * λ · B + Σ μ_c · B_c.
   *
   * @param budgetCents in common; not asked for at λ = 0
   */
  double money(long budgetCents) {
    double money = common == 0 ? 0 : common * budgetCents;
    for (Map.Entry<String, Double> each : priceOf.entrySet()) {
      money += (each.getValue() - common) * budgetOf.get(each.getKey());
    }
    return money;
  }
}
