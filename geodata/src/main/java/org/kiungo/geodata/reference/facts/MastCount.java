package org.kiungo.geodata.reference.facts;

/**
 * A published number of masts.
 *
 * @param iso3 country
 * @param counted which of them
 * @param who whose they are, as the source names it; empty where it names nobody
 * @param masts number
 * @param evidence source and confidence
 */
public record MastCount(String iso3, Counted counted, String who, int masts, Evidence evidence) {

  /** Which masts a number is of. */
  public enum Counted {
    /** All that stand in the country. */
    COUNTRY,
    /** Those of one company: a share, never all. */
    COMPANY,
    /** Those that somebody means to build. */
    PLANNED,
    /** Those that a study finds missing. */
    NEEDED
  }
}
