package org.kiungo.web.worker;

import java.io.IOException;

/**
 * Work that may take more than there is, and so is done in a Java of its own: the server names the
 * class, {@link ChoreProcess} makes one of it, by its constructor without arguments.
 *
 * @param <T> what is to be done, as JSON
 * @param <R> what came of it, as JSON; what is large goes into files that the task names
 */
public interface Chore<T, R> {

  Class<T> takes();

  Class<R> gives();

  /** Does it. */
  R work(T task, Caller caller) throws IOException, InterruptedException;
}
