package org.kiungo.web.worker;

import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import org.kiungo.planner.model.Progress;

/**
 * Tells what a search reports, no faster than somebody reads it. People are counted when the value
 * is another one, and so seldom that it takes at most two hundredths of the search's time.
 */
public final class TellingProgress implements Progress {

  private static final long TOLD_EVERY_NANOS = 100_000_000L;
  private static final long TIMES_ITS_COST = 50;

  private final Consumer<Told> told;
  private Told last = new Told("", 0, Double.NaN, Double.NaN, Double.NaN);
  private double countedAt = Double.NaN;
  private long nextNanos = System.nanoTime();

  public TellingProgress(Consumer<Told> told) {
    this.told = told;
  }

  @Override
  public void report(String phase, double doneRatio, double value, double bound, double gapRatio) {
    report(phase, doneRatio, value, bound, gapRatio, () -> Double.NaN);
  }

  @Override
  public void report(
      String phase,
      double doneRatio,
      double value,
      double bound,
      double gapRatio,
      DoubleSupplier people) {
    boolean newPhase = !phase.equals(last.phase());
    long now = System.nanoTime();
    boolean due = newPhase || now - nextNanos >= 0;
    double counted = last.people();
    if (due && (newPhase || value != countedAt)) {
      counted = people.getAsDouble();
      countedAt = value;
      nextNanos = now + TIMES_ITS_COST * (System.nanoTime() - now);
    }
    last = new Told(phase, doneRatio, value, bound, gapRatio, counted);
    if (due) {
      nextNanos = Math.max(nextNanos, now + TOLD_EVERY_NANOS);
      told.accept(last);
    }
  }

  /** Tells what was reported last, whenever that was. */
  public Told end() {
    told.accept(last);
    return last;
  }
}
