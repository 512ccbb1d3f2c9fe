package org.kiungo.geodata.regulation;

import java.util.Set;
import org.kiungo.geodata.reference.facts.Evidence;

/**
 * One fact of how a country regulates. It held when its source spoke and may have changed since.
 *
 * @param iso3 country
 * @param topic what it is about
 * @param value a word of {@link Topic#isCoded coded} topics, its date behind it where one is known
 *     ({@code YES 2020-05-11}), else a name in the language of its source or a word that says why
 *     there is none; empty when the fact is a figure alone
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

  /** Words in the place of a name. */
  private static final Set<String> NO_NAME = Set.of("BILL", "NONE", "NOT_SET_UP", "PROPOSED");

  /** The word that the value is, the same in every country; empty for a name. */
  public String code() {
    return topic.isCoded() || NO_NAME.contains(value) ? value.split(" ")[0] : "";
  }

  /** The value without its word: a date, a name, or empty. */
  public String detail() {
    return value.substring(code().length()).strip();
  }

  /** A fact that is no figure. */
  static RegulationFact of(String iso3, Topic topic, String value, Evidence evidence) {
    return new RegulationFact(iso3, topic, value, Double.NaN, Double.NaN, "", evidence);
  }
}
