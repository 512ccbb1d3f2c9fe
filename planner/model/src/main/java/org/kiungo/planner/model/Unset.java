package org.kiungo.planner.model;

/** What a component that a builder is told nothing about holds: unknown is never zero. */
final class Unset {

  public static final double NUMBER = Double.NaN;
  public static final String TEXT = "";

  private Unset() {}
}
