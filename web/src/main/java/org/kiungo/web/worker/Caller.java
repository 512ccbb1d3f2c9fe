package org.kiungo.web.worker;

/** Who wants a {@link Chore} done, as the chore sees it. */
public interface Caller {

  /**
   * Tells how far it is.
   *
   * @throws Unwanted when nobody wants it done any more
   */
  void tell(Object progress);

  /** Asks what only the server knows; empty where it does not know either. */
  String ask(Object question);

  /** Whether it should end soon, with the best it has. */
  boolean isStopped();

  /** Whether somebody watches it. */
  boolean isWatched();
}
