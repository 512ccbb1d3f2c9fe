package org.kiungo.web.system;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * What a server begins by itself once its port is open. Whoever opened a page meanwhile has the
 * processors first: nearly every class of an answer is read and compiled for it.
 */
public final class AfterFirstPage {

  private static final long SECONDS = 2;

  private AfterFirstPage() {}

  /** Begins work on a thread of its own, a little later. */
  public static void begin(String name, Runnable work) {
    CompletableFuture.delayedExecutor(SECONDS, TimeUnit.SECONDS, task -> start(name, task))
        .execute(work);
  }

  private static void start(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }
}
