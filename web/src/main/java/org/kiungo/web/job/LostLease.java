package org.kiungo.web.job;

/** Takes back what was written of a job that is another server's, or over. */
public final class LostLease extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public LostLease() {
    super(null, null, false, false);
  }
}
