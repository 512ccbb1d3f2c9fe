package org.kiungo.geodata.conflate;

/** What somebody says of a doubtful stretch. */
public enum Decision {
  /**
   * The same cable: the more trusted drawing is kept; of a gap or a splice, that the lines meet.
   */
  SAME,
  /** The same cable: the other drawing is kept in its place. Of a gap the same as {@link #SAME}. */
  SAME_AS_OTHER,
  /** Two cables; of a gap, that the line ends there; of a splice, that there is none. */
  SECOND,
  /**
   * Not decided yet: until it is, the more trusted drawing alone counts, and lines meet where they
   * are drawn to: a gap stays open, a splice is one. Two operators on one road are one route, named
   * by both.
   */
  LATER
}
