package org.kiungo.planner.place;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where data of a class may be kept, by the country it comes from. Facts are dated and come from
 * the caller; a country and class without a rule is free.
 */
public interface Sovereignty {

  /** Everything may be kept anywhere: what "sovereignty off" means. */
  Sovereignty NONE = (userCountry, siteCountry, dataClass) -> true;

  /**
   * True when data of a class from one country may be kept in another.
   *
   * @param userCountry ISO 3166-1 alpha-3
   * @param siteCountry ISO 3166-1 alpha-3
   * @param dataClass as in {@link org.kiungo.planner.model.EService#dataClass()}
   */
  boolean allows(String userCountry, String siteCountry, String dataClass);

  /**
   * Rules as data laws state them.
   *
   * @param rules one per country and data class
   * @param adequate adequate.get(A) = countries that A accepts as adequate peers
   */
  static Sovereignty of(List<Rule> rules, Map<String, ? extends java.util.Set<String>> adequate) {
    Map<String, Place> byKey = new TreeMap<>();
    rules.forEach(rule -> byKey.put(rule.country() + " " + rule.dataClass(), rule.place()));
    return (userCountry, siteCountry, dataClass) -> {
      if (userCountry.equals(siteCountry)) {
        return true;
      }
      Place place = byKey.getOrDefault(userCountry + " " + dataClass, Place.FREE);
      return place == Place.FREE
          || place == Place.ADEQUATE_PEER
              && adequate.containsKey(userCountry)
              && adequate.get(userCountry).contains(siteCountry);
    };
  }

  /** Where data may be kept. */
  enum Place {
    IN_COUNTRY,
    ADEQUATE_PEER,
    FREE
  }

  /**
   * A dated fact of law.
   *
   * @param country ISO 3166-1 alpha-3 of the data's origin
   * @param dataClass health, education, government, research, general
   * @param place where it may be kept
   * @param asOf date or year of the source
   * @param source law or publication
   */
  record Rule(String country, String dataClass, Place place, String asOf, String source) {}
}
