package org.kiungo.geodata.reference.facts;

import java.time.LocalDate;

/**
 * Where a class of data may be kept, by a country's law. Secondary sources; not legal advice.
 *
 * @param iso3 country
 * @param dataClass health, government, education, finance or general
 * @param place where copies may stand
 * @param detail the rule in few words
 * @param evidence source and confidence; {@code asOf} is the date it holds from, empty = not known
 */
public record LocalisationRule(
    String iso3, String dataClass, Place place, String detail, Evidence evidence) {

  /** Class of all data for which a country has no rule of its own. */
  public static final String GENERAL = "general";

  /** Where data of a class may be kept. */
  public enum Place {
    /** In the country itself. */
    IN_COUNTRY,
    /** Also in countries whose protection is recognised as adequate. */
    ADEQUATE_PEER,
    /** Anywhere. */
    FREE
  }

  /** True unless the rule is known to begin after a date. */
  public boolean holdsOn(LocalDate date) {
    return evidence.asOf().isEmpty() || evidence.asOf().compareTo(date.toString()) <= 0;
  }
}
