package org.kiungo.planner.model.service;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where data of a class may be kept, by the country it comes from. Facts are dated and come from
 * the caller; {@link DataRules} says how a country and class without a rule is taken.
 */
public interface Sovereignty {

  /** Everything may be kept anywhere: what "sovereignty off" means. */
  Sovereignty NONE = (userCountry, siteCountry, dataClass) -> true;

  /**
   * True when data of a class from one country may be kept in another.
   *
   * @param userCountry ISO 3166-1 alpha-3
   * @param siteCountry ISO 3166-1 alpha-3
   * @param dataClass as in {@link org.kiungo.planner.model.service.EService#dataClass()}
   */
  boolean allows(String userCountry, String siteCountry, String dataClass);

  /**
   * Rules as data laws state them; a country and class without a rule is free.
   *
   * @param rules one per country and data class
   * @param adequate adequate.get(A) = countries that A accepts as adequate peers
   */
  static Sovereignty of(List<Rule> rules, Map<String, ? extends java.util.Set<String>> adequate) {
    Map<String, java.util.Set<String>> peers = new TreeMap<>(adequate);
    return new DataRules(rules, peers, Place.FREE);
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
   * @param asOf date or year of the source, empty when it gives none
   * @param source law or publication
   * @param confidence high, medium or low, as the facts say; empty when nobody says
   */
  record Rule(
      String country,
      String dataClass,
      Place place,
      String asOf,
      String source,
      String confidence) {

    /** A rule whose confidence nobody states. */
    public Rule(String country, String dataClass, Place place, String asOf, String source) {
      this(country, dataClass, place, asOf, source, "");
    }
  }
}
