package org.kiungo.web.worker;

import tools.jackson.databind.JsonNode;

/** What the server makes of what a {@link Chore} says. */
public interface Hearing {

  /** Whether to end it at once, without a result. */
  boolean isUnwanted();

  /** How far it is, as it told. */
  default void told(JsonNode progress) {}

  /** Answers what it asked; empty where nothing is known. */
  default String asked(JsonNode question) {
    return "";
  }

  /** Whether it should end soon, with the best it has. */
  default boolean isStopped() {
    return false;
  }

  /** Whether somebody watches it. */
  default boolean isWatched() {
    return false;
  }
}
