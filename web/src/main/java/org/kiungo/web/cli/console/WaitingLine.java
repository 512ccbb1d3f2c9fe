package org.kiungo.web.cli.console;

import java.io.PrintWriter;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.kiungo.web.language.Words;

/**
 * Says on standard error that work of unknown length goes on, and for how long it has: nothing
 * where it is soon done, one line that is redrawn on a terminal, a line now and then elsewhere.
 */
public final class WaitingLine implements AutoCloseable {

  private static final int SOON_SECONDS = 5;
  private static final int ELSEWHERE_SECONDS = 20;

  private final PrintWriter err;
  private final Words words;
  private final String key;
  private final boolean terminal;
  private final long begunNanos = System.nanoTime();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "waiting-line");
            thread.setDaemon(true);
            return thread;
          });
  private boolean drawn;
  private boolean over;

  /**
   * @param key of the sentence, which is given the seconds so far
   */
  WaitingLine(PrintWriter err, Words words, boolean terminal, String key) {
    this.err = err;
    this.words = words;
    this.terminal = terminal;
    this.key = key;
    int first = terminal ? SOON_SECONDS : ELSEWHERE_SECONDS;
    int then = terminal ? 1 : ELSEWHERE_SECONDS;
    clock.scheduleAtFixedRate(this::tell, first, then, TimeUnit.SECONDS);
  }

  synchronized void tell() {
    if (over) {
      return;
    }
    String line = words.text(key, (System.nanoTime() - begunNanos) / 1_000_000_000L);
    err.print(terminal ? "\r" + line + "\u001b[K" : line + System.lineSeparator());
    err.flush();
    drawn = true;
  }

  @Override
  public synchronized void close() {
    over = true;
    clock.shutdownNow();
    if (terminal && drawn) {
      err.print("\r\u001b[K");
      err.flush();
    }
  }
}
