package org.kiungo.web.door;

/** Whoever tries a secret has to wait first. */
public final class TooManyTries extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final long seconds;

  TooManyTries(long seconds) {
    super("wait " + seconds + " s");
    this.seconds = seconds;
  }

  /** Until the next try is looked at, at least one. */
  public long seconds() {
    return seconds;
  }
}
