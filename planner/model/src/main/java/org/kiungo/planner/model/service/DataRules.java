package org.kiungo.planner.model.service;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Data laws as dated rules by country and data class. The class's own rule comes first, then the
 * country's rule for {@value #GENERAL} data; data of class {@value #NONE} is free everywhere.
 *
 * @param rules at most one per country and data class, sorted by both; of several the first counts
 * @param adequate adequate.get(A) = countries that A accepts as adequate peers
 * @param whereUnknown how a country and class without any rule is taken: not known is not free, so
 *     that the caller must say it
 */
public record DataRules(List<Rule> rules, Map<String, Set<String>> adequate, Place whereUnknown)
    implements Sovereignty {

  /** Class whose rule holds for every class that has none of its own. */
  public static final String GENERAL = "general";

  /** Class of services that hold no personal data. */
  public static final String NONE = "none";

  public DataRules {
    rules =
        rules.stream()
            .sorted(Comparator.comparing(Rule::country).thenComparing(Rule::dataClass))
            .toList();
    Map<String, Set<String>> peers = new TreeMap<>();
    adequate.forEach((country, set) -> peers.put(country, new TreeSet<>(set)));
    adequate = peers;
  }

  /** True when a rule speaks about the country's data of this class. */
  public boolean isKnown(String country, String dataClass) {
    return dataClass.equals(NONE) || find(country, dataClass) != null;
  }

  /** The rule for a country's data of a class; null when none is known. */
  public Rule find(String country, String dataClass) {
    Rule own = own(country, dataClass);
    return own == null ? own(country, GENERAL) : own;
  }

  private Rule own(String country, String dataClass) {
    int low = 0;
    int high = rules.size();
    while (low < high) {
      int middle = low + high >>> 1;
      int order = rules.get(middle).country().compareTo(country);
      order = order == 0 ? rules.get(middle).dataClass().compareTo(dataClass) : order;
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    boolean found =
        low < rules.size()
            && rules.get(low).country().equals(country)
            && rules.get(low).dataClass().equals(dataClass);
    return found ? rules.get(low) : null;
  }

  @Override
  public boolean allows(String userCountry, String siteCountry, String dataClass) {
    if (userCountry.equals(siteCountry) || dataClass.equals(NONE)) {
      return true;
    }
    Rule rule = find(userCountry, dataClass);
    return switch (rule == null ? whereUnknown : rule.place()) {
      case FREE -> true;
      case IN_COUNTRY -> false;
      case ADEQUATE_PEER -> adequate.getOrDefault(userCountry, Set.of()).contains(siteCountry);
    };
  }
}
