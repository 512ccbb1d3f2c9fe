package org.kiungo.planner.programme;

import java.util.function.IntConsumer;

/** Moves services of a schedule and, if that is no good, back again. */
final class Trial {

  private final Schedule schedule;
  private int[] services = new int[0];
  private int[] before = new int[0];
  private final long[] spent;
  private long value;
  private int moved;

  Trial(Schedule schedule) {
    this.schedule = schedule;
    spent = new long[schedule.phases()];
  }

  /** Gives services, but those that are given earlier already, from a phase on. */
  void earlier(int[] block, int phase) {
    begin(block);
    for (int k : block) {
      if (schedule.phase(k) > phase) {
        move(k, phase);
      }
    }
  }

  /** Gives services, but those that are given later already, from a phase on. */
  void later(int[] block, int phase) {
    begin(block);
    for (int k : block) {
      if (schedule.phase(k) < phase) {
        move(k, phase);
      }
    }
  }

  private void begin(int[] block) {
    if (services.length < block.length) {
      services = new int[block.length];
      before = new int[block.length];
    }
    moved = 0;
    value = schedule.value();
    for (int t = 0; t < spent.length; t++) {
      spent[t] = schedule.spent(t);
    }
  }

  private void move(int k, int phase) {
    services[moved] = k;
    before[moved++] = schedule.phase(k);
    schedule.move(k, phase);
  }

  /** Tells what was moved. */
  void moved(IntConsumer service) {
    for (int k = 0; k < moved; k++) {
      service.accept(services[k]);
    }
  }

  boolean isNothing() {
    return moved == 0;
  }

  /** Value gained, in thousandths of a year. */
  long gain() {
    return schedule.value() - value;
  }

  /** Cents paid more until the end of a phase. */
  long cents(int until) {
    long sum = 0;
    for (int t = 0; t <= until; t++) {
      sum += schedule.spent(t) - spent[t];
    }
    return sum;
  }

  /** What is paid more, each phase at its price. */
  double priced(double[] pricePerCent) {
    double sum = 0;
    for (int t = 0; t < spent.length; t++) {
      sum += pricePerCent[t] * (schedule.spent(t) - spent[t]);
    }
    return sum;
  }

  void undo() {
    for (int k = moved - 1; k >= 0; k--) {
      schedule.move(services[k], before[k]);
    }
    moved = 0;
  }
}
