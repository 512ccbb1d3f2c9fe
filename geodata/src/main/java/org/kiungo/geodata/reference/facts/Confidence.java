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

  static Confidence of(String text) {
    return text.isBlank() ? LOW : valueOf(text.toUpperCase(Locale.ROOT));
  }
}
