package org.kiungo.web.job;

/** Where a job stands. */
public enum JobState {
  QUEUED,
  RUNNING,
  /** Stopped by its user. */
  STOPPED,
  FINISHED,
  FAILED;

  public boolean isOver() {
    return this == STOPPED || this == FINISHED || this == FAILED;
  }
}
