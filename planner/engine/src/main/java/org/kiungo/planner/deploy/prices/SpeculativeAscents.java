package org.kiungo.planner.deploy.prices;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.kiungo.planner.deploy.prices.PricedForest.Charging;
import org.kiungo.planner.deploy.question.Question;

/**
 * Tries the price that will probably be asked for next while another one is being tried. What is
 * asked for is always given, so a wrong guess costs time and changes nothing.
 */
final class SpeculativeAscents implements AutoCloseable {

  private final PricedAscent ascent;
  private final Question question;
  private final BooleanSupplier stop;

  /** Null on one thread. */
  private final ExecutorService workers;

  private Running guessed;

  /**
   * A price to be tried.
   *
   * @param retry without charging loads if charging them takes too long
   */
  record Asked(double valuePerCent, Charging charging, boolean retry) {}

  private record Running(
      Asked asked, AtomicBoolean dropped, CompletableFuture<PricedAscent.Result> result) {}

  /**
   * @param threads more than one: a second price is tried beside the one asked for
   */
  SpeculativeAscents(PricedAscent ascent, Question question, int threads, BooleanSupplier stop) {
    this.ascent = ascent;
    this.question = question;
    this.stop = stop;
    workers = threads <= 1 ? null : Executors.newFixedThreadPool(2, SpeculativeAscents::daemon);
  }

  private static Thread daemon(Runnable run) {
    Thread thread = new Thread(run, "price");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * What a price gives.
   *
   * @param guess what may be asked for next; null = no guess
   */
  PricedAscent.Result of(Asked asked, Asked guess) {
    if (workers == null) {
      return ascent.at(question, asked, stop);
    }
    Running now = guessed;
    if (now == null || !now.asked.equals(asked)) {
      drop();
      now = start(asked);
    }
    guessed = guess == null ? null : start(guess);
    return now.result.join();
  }

  private Running start(Asked asked) {
    AtomicBoolean dropped = new AtomicBoolean();
    BooleanSupplier end = () -> dropped.get() || stop.getAsBoolean();
    return new Running(
        asked,
        dropped,
        CompletableFuture.supplyAsync(() -> ascent.at(question, asked, end), workers));
  }

  private void drop() {
    if (guessed != null) {
      guessed.dropped.set(true);
      guessed = null;
    }
  }

  @Override
  public void close() {
    drop();
    if (workers != null) {
      workers.shutdown();
    }
  }
}
