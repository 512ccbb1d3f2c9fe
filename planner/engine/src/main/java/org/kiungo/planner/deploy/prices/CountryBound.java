package org.kiungo.planner.deploy.prices;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kiungo.planner.model.BoundProof;

/**
 * A bound on plans that keep the budgets of countries.
 *
 * @param people no such plan serves more weighted people
 * @param lambdaPeoplePerUsd price of the budget in common, ≥ 0
 * @param lambdaByCountry price of what a country with a budget of its own pays for, by ISO 3166-1
 *     alpha-3
 * @param proof none where it would be too large
 */
public record CountryBound(
    double people,
    double lambdaPeoplePerUsd,
    SortedMap<String, Double> lambdaByCountry,
    BoundProof proof) {

  /** Budgets of their own, and prices to begin with, by ISO 3166-1 alpha-3. */
  public record Asked(Map<String, Double> capsUsd, Map<String, Double> firstPeoplePerUsd) {}

  public CountryBound {
    lambdaByCountry = new TreeMap<>(lambdaByCountry);
  }
}
