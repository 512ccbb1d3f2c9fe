package org.kiungo.planner.deploy.parallel;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Work on a range of indices in blocks, on several threads at once. Blocks and their order do not
 * depend on the number of threads, so neither does what is put together from them.
 */
public final class Blocks {

  private static final int SIZE = 2_048;

  private Blocks() {}

  /** Work on one block; blocks may be worked on at the same time. */
  @FunctionalInterface
  public interface Work<T> {

    /** What comes of the indices from {@code from} to before {@code to}. */
    T on(int from, int to);
  }

  /** The results of all blocks of 0 … count − 1, in order. */
  public static <T> List<T> of(int count, int threads, Work<T> work) {
    return each((count + SIZE - 1) / SIZE, threads, b -> block(b, count, work));
  }

  /** The results of 0 … count − 1, in order. */
  public static <T> List<T> each(int count, int threads, IntFunction<T> work) {
    IntStream all = IntStream.range(0, count);
    if (threads <= 1 || count <= 1) {
      return all.mapToObj(work).toList();
    }
    ForkJoinPool pool = new ForkJoinPool(threads, likeThisThread(), null, false);
    try {
      return pool.submit(() -> all.parallel().mapToObj(work).toList()).join();
    } finally {
      pool.shutdown();
    }
  }

  /** Services are found on these threads as on this one, whatever kind of jar they lie in. */
  private static ForkJoinPool.ForkJoinWorkerThreadFactory likeThisThread() {
    ClassLoader own = Thread.currentThread().getContextClassLoader();
    return pool -> {
      ForkJoinWorkerThread thread = ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(pool);
      thread.setContextClassLoader(own);
      return thread;
    };
  }

  /** Starts work that is needed later; on one thread it is done at once. */
  public static <T> Supplier<T> beside(int threads, Supplier<T> work) {
    if (threads <= 1) {
      T done = work.get();
      return () -> done;
    }
    CompletableFuture<T> started = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                started.complete(work.get());
              } catch (RuntimeException | Error e) {
                started.completeExceptionally(e);
              }
            },
            "beside");
    thread.setDaemon(true);
    thread.start();
    return started::join;
  }

  private static <T> T block(int b, int count, Work<T> work) {
    return work.on(b * SIZE, Math.min(count, (b + 1) * SIZE));
  }
}
