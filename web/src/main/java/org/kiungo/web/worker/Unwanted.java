package org.kiungo.web.worker;

/** Ends work that nobody wants done any more, where it stands. */
public final class Unwanted extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public Unwanted() {
    super(null, null, false, false);
  }
}
