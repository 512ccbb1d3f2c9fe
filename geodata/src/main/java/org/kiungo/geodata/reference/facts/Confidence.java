package org.kiungo.geodata.reference.facts;

import java.util.Locale;

/** How far a fact can be trusted. */
public enum Confidence {
  /** Read in a primary or official source. */
  HIGH,
  /** Read in a secondary source, or dated. */
  MEDIUM,
  /** Old, contested, or not yet checked against a source. */
  LOW;

  /**
   * What a table says of a row, no more than its sources allow.
   *
   * @param text high, medium or low; blank for what was not checked
   * @param source who is cited
   * @param sourceUrl where it was read
   */
  static Confidence of(String text, String source, String sourceUrl) {
    Confidence told = text.isBlank() ? LOW : valueOf(text.toUpperCase(Locale.ROOT));
    return told == HIGH && SecondHand.isAll(source, sourceUrl) ? MEDIUM : told;
  }
}
