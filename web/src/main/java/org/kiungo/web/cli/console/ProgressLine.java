package org.kiungo.web.cli.console;

import java.io.PrintWriter;
import java.util.Locale;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.scenario.Scenario.Goal;
import org.kiungo.web.language.GapWords;
import org.kiungo.web.language.Words;

/** Long work on standard error: a bar that is redrawn on a terminal, plain lines elsewhere. */
public final class ProgressLine implements Progress, AutoCloseable {

  private static final int WIDTH = 24;

  private final PrintWriter err;
  private final Words words;
  private final boolean terminal;
  private final String valueKey;
  private String phase = "";
  private int tenth = -1;
  private long lastDrawnNanos;

  /**
   * @param valueKey of the words that tell a value with its unit
   */
  ProgressLine(PrintWriter err, Words words, boolean terminal, String valueKey) {
    this.err = err;
    this.words = words;
    this.terminal = terminal;
    this.valueKey = valueKey;
  }

  /**
   * @param goal whose unit the values have; null where people are counted one by one
   */
  static String valueKey(Goal goal) {
    return goal == null ? "cli.progress.value" : "cli.progress.value." + goal;
  }

  @Override
  public synchronized void report(
      String newPhase, double doneRatio, double value, double bound, double gapRatio) {
    boolean begins = !newPhase.equals(phase);
    phase = newPhase;
    if (terminal) {
      draw(begins, doneRatio, value, gapRatio);
    } else if (begins || (int) (doneRatio * 10) > tenth) {
      tenth = (int) (doneRatio * 10);
      err.println(line(doneRatio, value, gapRatio));
      err.flush();
    }
  }

  private void draw(boolean begins, double doneRatio, double value, double gapRatio) {
    long now = System.nanoTime();
    if (begins || now - lastDrawnNanos > 100_000_000L) {
      lastDrawnNanos = now;
      int full = (int) Math.round(Math.min(1, doneRatio) * WIDTH);
      String bar = "█".repeat(full) + "░".repeat(WIDTH - full);
      err.print("\r" + bar + " " + line(doneRatio, value, gapRatio) + "\u001b[K");
      err.flush();
    }
  }

  String line(double doneRatio, double value, double gapRatio) {
    String key = "cli.phase." + phase;
    StringBuilder line = new StringBuilder();
    line.append(String.format(Locale.ROOT, "%3d %%  ", Math.round(doneRatio * 100)));
    line.append(words.has(key) ? words.text(key) : phase);
    if (!Double.isNaN(value)) {
      line.append("  ").append(words.text(valueKey, value));
    }
    if (!Double.isNaN(gapRatio)) {
      line.append("  ").append(words.text("cli.progress.gap", GapWords.percent(gapRatio, words)));
    }
    return line.toString();
  }

  @Override
  public void close() {
    if (terminal) {
      err.print("\r\u001b[K");
      err.flush();
    }
  }
}
