package org.kiungo.planner.scenario;

/** Which roads new cables may follow. */
public enum Roads {
  /** Those that are known: imported ones, else those of the built-in data. */
  BUILT_IN,
  /** None: cables run straight, and their length is the straight one times a route factor. */
  NONE
}
