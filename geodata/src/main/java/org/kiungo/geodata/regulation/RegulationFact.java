package org.kiungo.geodata.regulation;

import org.kiungo.geodata.reference.facts.Evidence;

/**
 * One fact of how a country regulates. It held when its source spoke and may have changed since.
 *
 * @param iso3 country
 * @param topic what it is about
 * @param value a word of {@link Topic#isCoded coded} topics, else a name in the language of its
 *     source; empty when the fact is a figure alone
 * @param low lower end of the figure; NaN when there is none
 * @param high upper end, equal to the lower when one figure is published; NaN when there is none
 * @param unit of the figure as published; empty when there is none
 * @param evidence source and confidence; {@code asOf} is the year, empty when not stated
 */
public record RegulationFact(
    String iso3,
    Topic topic,
    String value,
    double low,
    double high,
    String unit,
    Evidence evidence) {

  /** A fact that is no figure. */
  static RegulationFact of(String iso3, Topic topic, String value, Evidence evidence) {
    return new RegulationFact(iso3, topic, value, Double.NaN, Double.NaN, "", evidence);
  }
}
