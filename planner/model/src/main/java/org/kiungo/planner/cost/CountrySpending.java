package org.kiungo.planner.cost;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.route.Crossings;

/**
 * What a plan spends in each country: on settlements, sites and nodes where they stand, on links
 * where they start towards the network, their borders included.
 */
public final class CountrySpending {

  private CountrySpending() {}

  /**
   * Lifetime cost in cents of what stands in one country.
   *
   * @param countries of everything the plan names
   * @param country ISO 3166-1 alpha-3
   */
  public static long cents(Plan plan, Crossings countries, String country) {
    return cents(plan, countries).getOrDefault(countries.areOfOneCountry() ? "" : country, 0L);
  }

  /**
   * The same by ISO 3166-1 alpha-3; under the empty text where the country is not known, or is the
   * only one.
   *
   * @param countries of everything the plan names
   */
  public static Map<String, Long> cents(Plan plan, Crossings countries) {
    Map<String, Long> cents = new TreeMap<>();
    plan.settlements()
        .forEach(e -> add(cents, countries.country(e.settlementId()), e.lifetimeCostUsd()));
    plan.sites().forEach(e -> add(cents, countries.country(e.placeId()), e.lifetimeCostUsd()));
    Stream.concat(plan.links().stream(), plan.secondPaths().links().stream())
        .forEach(e -> add(cents, countries.country(e.fromId()), e.lifetimeCostUsd()));
    plan.upgrades().forEach(e -> add(cents, countries.country(e.nodeId()), e.lifetimeCostUsd()));
    return cents;
  }

  private static void add(Map<String, Long> cents, String country, double usd) {
    cents.merge(country, AssetCost.cents(usd), Math::addExact);
  }
}
