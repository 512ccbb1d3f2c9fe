package org.kiungo.geodata.openness.rule;

import org.kiungo.geodata.reference.facts.Confidence;

/**
 * What a source once said of who may own or use a way abroad. It may have changed since.
 *
 * @param iso3 country
 * @param about what the rule is about
 * @param state how it stood
 * @param year of which the source speaks, empty when it does not say
 * @param source publication
 * @param sourceUrl its address
 * @param confidence how far it can be trusted
 */
public record GateRule(
    String iso3,
    About about,
    State state,
    String year,
    String source,
    String sourceUrl,
    Confidence confidence) {

  /** What a rule is about. */
  public enum About {
    GATEWAY,
    LANDING,
    ACCESS
  }

  /** How it stood. */
  public enum State {
    /** One holder. */
    SINGLE,
    /** Several holders. */
    SEVERAL,
    /** One holder, and its end announced. */
    ENDING,
    /** Sold to all on the same terms. */
    OPEN
  }
}
