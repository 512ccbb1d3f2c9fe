package org.kiungo.planner.bound;

import java.util.Arrays;

/**
 * What each terminal has paid on stepped arcs: per (terminal, arc) how much of the arc's shared
 * cost it has taken over, and per class how much was raised. Open addressing on primitive arrays;
 * an entry takes 1 + {@code classes} numbers.
 */
final class PrivateSlack {

  private long[] keys = new long[1 << 12];
  private int[] at = new int[1 << 12];
  private int entries;
  private long[] store = new long[1 << 14];
  private int used = 1;

  /** Place of an entry in the store; −1 when nothing was raised there yet. */
  int find(long key) {
    int mask = keys.length - 1;
    int h = hash(key) & mask;
    while (at[h] != 0) {
      if (keys[h] == key) {
        return at[h];
      }
      h = (h + 1) & mask;
    }
    return -1;
  }

  /** Makes an entry that is not there yet, with all zero. */
  int make(long key, int classes) {
    if (used + classes + 1 > store.length) {
      store = Arrays.copyOf(store, store.length + (store.length >> 1) + classes + 1);
    }
    int mask = keys.length - 1;
    int h = hash(key) & mask;
    while (at[h] != 0) {
      h = (h + 1) & mask;
    }
    int made = used;
    keys[h] = key;
    at[h] = made;
    used += 1 + classes;
    if (++entries * 2 > keys.length) {
      grow();
    }
    return made;
  }

  int size() {
    return entries;
  }

  private static int hash(long key) {
    long x = key * 0x9E3779B97F4A7C15L;
    return (int) (x >>> 32);
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldAt = at;
    keys = new long[2 * oldKeys.length];
    at = new int[2 * oldKeys.length];
    int mask = keys.length - 1;
    for (int k = 0; k < oldKeys.length; k++) {
      if (oldAt[k] != 0) {
        int h = hash(oldKeys[k]) & mask;
        while (at[h] != 0) {
          h = (h + 1) & mask;
        }
        keys[h] = oldKeys[k];
        at[h] = oldAt[k];
      }
    }
  }

  /** What is left before the arc's shared cost must be touched for a class. */
  long free(int entry, int c, long charge) {
    return charge + store[entry] - store[entry + 1 + c];
  }

  /** Raises a class; returns how much of it the arc's shared cost must bear. */
  long raise(int entry, int c, long charge, long step) {
    long beyond = Math.max(0, step - free(entry, c, charge));
    store[entry] += beyond;
    store[entry + 1 + c] += step;
    return beyond;
  }
}
