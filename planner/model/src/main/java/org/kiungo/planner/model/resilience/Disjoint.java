package org.kiungo.planner.model.resilience;

/** What two ways of a hub to the existing network may not share. */
public enum Disjoint {
  /** A link. */
  LINK,
  /** A link, or a place other than the one they start at; they end at different nodes or taps. */
  NODE,
  /** A link, or an operator: they end on lines of two operators, both of them known. */
  OPERATOR,
  /** A link, or a border between the same two countries. */
  BORDER
}
