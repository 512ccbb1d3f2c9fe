package org.kiungo.planner.scenario;

/** Whether links of a plan of several countries may cross from one into another. */
public enum Borders {
  /** Wherever it is worth what a border costs. */
  OPEN,
  /** Nowhere: each country has a network of its own. */
  CLOSED
}
