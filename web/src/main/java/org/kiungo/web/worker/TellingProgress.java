package org.kiungo.web.worker;

import java.util.function.Consumer;
import org.kiungo.planner.model.Progress;

/** Tells what a search reports, no faster than somebody reads it. */
public final class TellingProgress implements Progress {

  private static final long TOLD_EVERY_NANOS = 100_000_000L;

  private final Consumer<Told> told;
  private Told last = new Told("", 0, Double.NaN, Double.NaN, Double.NaN);
  private long nextNanos = System.nanoTime();

  public TellingProgress(Consumer<Told> told) {
    this.told = told;
  }

  @Override
  public void report(String phase, double doneRatio, double value, double bound, double gapRatio) {
    boolean newPhase = !phase.equals(last.phase());
    last = new Told(phase, doneRatio, value, bound, gapRatio);
    long now = System.nanoTime();
    if (newPhase || now - nextNanos >= 0) {
      nextNanos = now + TOLD_EVERY_NANOS;
      told.accept(last);
    }
  }

  /** Tells what was reported last, whenever that was. */
  public Told end() {
    told.accept(last);
    return last;
  }
}
