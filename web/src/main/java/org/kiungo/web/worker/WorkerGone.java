package org.kiungo.web.worker;

/**
 * The Java that worked is gone without a word, killed from outside: the work may be tried again.
 */
public final class WorkerGone extends RuntimeException {

  private static final long serialVersionUID = 1L;

  WorkerGone(String work) {
    super("the process of " + work + " is gone");
  }
}
