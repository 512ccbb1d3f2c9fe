package org.kiungo.web.doubt;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.kiungo.web.job.JobState;

/** Where a study of a plan stands. */
public interface StudyAnswer {

  /** Where it stands; null where nobody asked. */
  JobState state();

  /** How often it was begun, this time included. */
  int attempt();

  /** Whether its process ended before it did, so that it is tried again. */
  @JsonIgnore
  default boolean isTriedAgain() {
    return isOpen() && attempt() > 1;
  }

  /** Whether it waits or is under way. */
  @JsonIgnore
  default boolean isOpen() {
    return state() != null && !state().isOver();
  }

  /** Whether somebody ended it before it did. */
  @JsonIgnore
  default boolean isStopped() {
    return state() == JobState.STOPPED;
  }
}
