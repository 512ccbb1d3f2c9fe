package org.kiungo.web.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.kiungo.planner.model.value.InputRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.exc.JacksonIOException;

/** The Java in which {@link Apart} has one {@link Chore} done. */
public final class ChoreProcess implements Caller {

  private static final Logger LOG = LoggerFactory.getLogger(ChoreProcess.class);

  /** Longer than between two words that somebody watches. */
  private static final long WATCHED_NANOS = 2_000_000_000L;

  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
  private final ServerLine server = new ServerLine(this::hear);
  private volatile boolean stopped;
  private volatile long watchedUntilNanos = System.nanoTime();

  private ChoreProcess() {}

  /** Does what it is told on standard input, and answers on standard output. */
  public static void main(String[] arguments) throws Exception {
    ChoreProcess process = new ChoreProcess();
    Line.Task task = Line.JSON.readValue(process.told.take(), Line.Task.class);
    Chore<?, ?> chore =
        (Chore<?, ?>) Class.forName(task.chore()).getDeclaredConstructor().newInstance();
    process.answer(process.result(chore, task));
    System.exit(0);
  }

  private <T, R> Line result(Chore<T, R> chore, Line.Task task) throws InterruptedException {
    try {
      return Line.result(chore.work(Line.JSON.treeToValue(task.task(), chore.takes()), this));
    } catch (InputRefused refused) {
      return Line.refused(Refusal.of(refused));
    } catch (IOException | UncheckedIOException | JacksonIOException failed) {
      LOG.warn("{} cannot go on: {}", task.chore(), failed.toString());
      return Line.failed(failed);
    } catch (RuntimeException | StackOverflowError fault) {
      LOG.error("fault in {}", task.chore(), fault);
      return Line.fault(fault);
    }
  }

  private void hear(String line) {
    switch (line) {
      case Line.STOP -> stopped = true;
      case Line.WATCHED -> watchedUntilNanos = System.nanoTime() + WATCHED_NANOS;
      default -> told.add(line);
    }
  }

  private void answer(Line line) {
    server.answer(line.toJson());
  }

  @Override
  public void tell(Object progress) {
    answer(Line.told(progress));
  }

  @Override
  public String ask(Object question) {
    answer(Line.asked(question));
    try {
      return told.take().substring(Line.ANSWER.length());
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      throw new Unwanted();
    }
  }

  @Override
  public boolean isStopped() {
    return stopped;
  }

  @Override
  public boolean isWatched() {
    return System.nanoTime() - watchedUntilNanos < 0;
  }
}
