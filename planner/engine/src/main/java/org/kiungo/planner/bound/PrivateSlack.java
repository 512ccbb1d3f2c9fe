package org.kiungo.planner.bound;

import java.util.Arrays;

/**
 * What each terminal has paid on stepped arcs: per (terminal, arc) how much of the arc's shared
 * cost it has taken over, and per class how much was raised. One terminal is at hand at a time: its
 * entries hang in a chain, from which {@link #takeUp} lays them out by arc, so that finding one is
 * a look into an array. An entry takes 1 + {@code classes} numbers.
 */
final class PrivateSlack {

  /** Last entry of each vertex; 0 = none. */
  private final int[] lastOf;

  /** Entry of the terminal at hand on each arc; valid where it stands for that terminal. */
  private final int[] at;

  private int terminal;
  private int[] arcOf = new int[1 << 12];
  private int[] before = new int[1 << 12];
  private int[] ownerOf = new int[1 << 12];
  private int[] startOf = new int[1 << 12];
  private int entries = 1;
  private long[] store = new long[1 << 14];
  private int used;

  PrivateSlack(int vertices, int arcs) {
    lastOf = new int[vertices];
    at = new int[arcs];
  }

  /** Makes a terminal the one at hand. */
  void takeUp(int vertex) {
    terminal = vertex;
    for (int e = lastOf[vertex]; e > 0; e = before[e]) {
      at[arcOf[e]] = e;
    }
  }

  /** Entry of the terminal at hand on an arc; 0 when nothing was raised there yet. */
  int find(int arc) {
    int e = at[arc];
    return e > 0 && ownerOf[e] == terminal ? e : 0;
  }

  /** Makes an entry that is not there yet, with all zero. */
  int make(int arc, int classes) {
    if (used + classes + 1 > store.length) {
      store = Arrays.copyOf(store, store.length + (store.length >> 1) + classes + 1);
    }
    if (entries == arcOf.length) {
      int size = entries + (entries >> 1);
      arcOf = Arrays.copyOf(arcOf, size);
      before = Arrays.copyOf(before, size);
      ownerOf = Arrays.copyOf(ownerOf, size);
      startOf = Arrays.copyOf(startOf, size);
    }
    int made = entries++;
    arcOf[made] = arc;
    before[made] = lastOf[terminal];
    ownerOf[made] = terminal;
    startOf[made] = used;
    Arrays.fill(store, used, used + classes + 1, 0);
    lastOf[terminal] = made;
    at[arc] = made;
    used += 1 + classes;
    return made;
  }

  int size() {
    return entries - 1;
  }

  /** What is left before the arc's shared cost must be touched for a class. */
  long free(int entry, int c, long charge) {
    int start = startOf[entry];
    return charge + store[start] - store[start + 1 + c];
  }

  /** Raises a class; returns how much of it the arc's shared cost must bear. */
  long raise(int entry, int c, long charge, long step) {
    int start = startOf[entry];
    long beyond = Math.max(0, step - free(entry, c, charge));
    store[start] += beyond;
    store[start + 1 + c] += step;
    return beyond;
  }
}
