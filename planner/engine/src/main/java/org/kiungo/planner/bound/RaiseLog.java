package org.kiungo.planner.bound;

import java.util.Arrays;

/** The raises of a dual ascent in order; growing primitive arrays. */
public final class RaiseLog {

  private int[] terminals = new int[64];
  private long[] raises = new long[64];
  private int size;
  private long sum;

  public void add(int terminal, long raise) {
    if (size == terminals.length) {
      terminals = Arrays.copyOf(terminals, 2 * size);
      raises = Arrays.copyOf(raises, 2 * size);
    }
    terminals[size] = terminal;
    raises[size++] = raise;
    sum += raise;
  }

  public long sum() {
    return sum;
  }

  public int[] terminals() {
    return Arrays.copyOf(terminals, size);
  }

  public long[] raises() {
    return Arrays.copyOf(raises, size);
  }
}
