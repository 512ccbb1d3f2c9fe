package org.kiungo.web.placement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.reference.facts.CountryFacts;
import org.kiungo.planner.place.PeopleOnce;
import org.kiungo.planner.place.ServicePlan;

/**
 * What it costs a year to run e-services that earn nothing, shared between the states whose people
 * use them. The cost of each site is shared among the states that are served from it, three ways;
 * each way adds up to the whole.
 *
 * @param opexUsdPerYear of all sites, existing ones as far as something is added there
 * @param states by code
 */
public record RunningCost(double opexUsdPerYear, List<State> states) {

  /** What a state's share follows. */
  public enum Key {
    /** Busy-hour traffic of its users. */
    USE,
    /** Every state that is served from a site pays as much as any other. */
    EQUAL,
    /** Gross domestic product; a state for which nobody has published one pays nothing. */
    CAPACITY
  }

  /**
   * The shares of one state.
   *
   * @param country ISO 3166-1 alpha-3
   * @param usersServed of its users
   * @param peopleServed behind them, each counted once
   * @param usdPerYear what it pays under each key
   */
  public record State(
      String country, int usersServed, double peopleServed, Map<Key, Double> usdPerYear) {}

  /** Shares the cost of a placement. */
  public static RunningCost of(ServicePlan plan) {
    Map<String, Map<String, Double>> mbps = new HashMap<>();
    Map<String, Integer> users = new TreeMap<>();
    Map<String, PeopleOnce> people = new HashMap<>();
    for (ServicePlan.UserService each : plan.users()) {
      if (each.unserved() == null) {
        users.merge(each.country(), 1, Integer::sum);
        people.computeIfAbsent(each.country(), country -> new PeopleOnce()).add(each);
        for (String site : each.siteIds()) {
          mbps.computeIfAbsent(site, k -> new TreeMap<>())
              .merge(each.country(), each.demandMbps() / each.siteIds().size(), Double::sum);
        }
      }
    }
    Map<String, Map<Key, Double>> owed = new HashMap<>();
    double sum = 0;
    for (ServicePlan.HostSite site : plan.sites()) {
      Map<String, Double> served = mbps.getOrDefault(site.id(), Map.of(site.country(), 1.0));
      sum += site.opexUsdPerYear();
      share(site.opexUsdPerYear(), served, served::get, Key.USE, owed);
      share(site.opexUsdPerYear(), served, country -> 1, Key.EQUAL, owed);
      boolean known = served.keySet().stream().anyMatch(country -> gdp(country) > 0);
      ToDoubleFunction<String> capacity = known ? RunningCost::gdp : country -> 1;
      share(site.opexUsdPerYear(), served, capacity, Key.CAPACITY, owed);
    }
    List<State> states = new ArrayList<>();
    for (String country : new TreeMap<>(owed).keySet()) {
      states.add(
          new State(
              country,
              users.getOrDefault(country, 0),
              people.getOrDefault(country, new PeopleOnce()).people(),
              new TreeMap<>(owed.get(country))));
    }
    return new RunningCost(sum, states);
  }

  private static void share(
      double usd,
      Map<String, Double> served,
      ToDoubleFunction<String> weight,
      Key key,
      Map<String, Map<Key, Double>> owed) {
    double all = served.keySet().stream().mapToDouble(weight).sum();
    for (String country : served.keySet()) {
      owed.computeIfAbsent(country, k -> new HashMap<>())
          .merge(key, usd * weight.applyAsDouble(country) / all, Double::sum);
    }
  }

  /** Of a year, USD; 0 where it is not known. */
  private static double gdp(String country) {
    CountryFacts facts = Reference.builtIn().country(country);
    double perHead = facts.figure("gdp_per_capita_usd");
    return Double.isNaN(perHead) ? 0 : perHead * facts.population();
  }
}
