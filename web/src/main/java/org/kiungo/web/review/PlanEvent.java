package org.kiungo.web.review;

import java.util.List;

/**
 * Something that happened to a plan.
 *
 * @param kind of its words: {@code comment}, {@code share}, or that of a state in small letters
 * @param at ISO 8601, UTC
 * @param by who; empty where nobody said
 * @param text what was said
 */
public record PlanEvent(String kind, String at, String by, String text) {

  /** Knows what happened to a plan; a port, for each feature that keeps some of it. */
  public interface Source {

    /** In any order. */
    List<PlanEvent> events(String planId);
  }
}
