package org.kiungo.web.run;

/** Where a run stands. */
public enum RunState {
  QUEUED,
  RUNNING,
  /** Stopped by its user; the best plan so far is kept. */
  STOPPED,
  FINISHED,
  FAILED;

  public boolean isOver() {
    return this == STOPPED || this == FINISHED || this == FAILED;
  }
}
