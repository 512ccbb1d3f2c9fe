package org.kiungo.planner.deploy.prices;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.kiungo.planner.deploy.prices.PricedForest.Charging;
import org.kiungo.planner.deploy.question.Question;

/**
 * Tries the price that will probably be asked for next while another one is being tried. What is
 * asked for is always given, so a wrong guess costs time and changes nothing.
 */
final class SpeculativeAscents implements AutoCloseable {

  private final PricedAscent ascent;
  private final Question question;

  /** None on one thread. */
  private final Optional<ExecutorService> workers;

  private Optional<Running> guessed = Optional.empty();

  /**
   * A price to be tried.
   *
   * @param ways to charge loads, each tried
   * @param retry without charging loads if charging them takes too long
   */
  record Asked(double valuePerCent, List<Charging> ways, boolean retry) {}

  private record Running(
      Asked asked, AtomicBoolean dropped, CompletableFuture<Optional<PricedAscent.Result>> result) {

    void drop() {
      dropped.set(true);
    }
  }

  /**
   * @param threads more than one: a second price is tried beside the one asked for
   */
  SpeculativeAscents(PricedAscent ascent, Question question, int threads) {
    this.ascent = ascent;
    this.question = question;
    workers =
        threads <= 1
            ? Optional.empty()
            : Optional.of(Executors.newFixedThreadPool(2, SpeculativeAscents::daemon));
  }

  private static Thread daemon(Runnable run) {
    Thread thread = new Thread(run, "price");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * What a price gives, if that does not take too long.
   *
   * @param guess what may be asked for next
   */
  Optional<PricedAscent.Result> of(Asked asked, Optional<Asked> guess) {
    if (workers.isEmpty()) {
      return ascent.at(question, asked, () -> false);
    }
    Optional<Running> hit = guessed.filter(running -> running.asked.equals(asked));
    if (hit.isEmpty()) {
      guessed.ifPresent(Running::drop);
    }
    Running now = hit.orElseGet(() -> start(asked, workers.get()));
    guessed = guess.map(next -> start(next, workers.get()));
    return now.result.join();
  }

  private Running start(Asked asked, ExecutorService on) {
    AtomicBoolean dropped = new AtomicBoolean();
    return new Running(
        asked,
        dropped,
        CompletableFuture.supplyAsync(() -> ascent.at(question, asked, dropped::get), on));
  }

  @Override
  public void close() {
    guessed.ifPresent(Running::drop);
    workers.ifPresent(ExecutorService::shutdown);
  }
}
