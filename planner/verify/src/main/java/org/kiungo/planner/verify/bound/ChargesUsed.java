package org.kiungo.planner.verify.bound;

import java.util.Arrays;

/**
 * What settlements have used on arcs with private charges: per (settlement, arc) how much of the
 * shared charge the settlement took, and how much was raised in each of its classes.
 */
final class ChargesUsed {

  private long[] keys = new long[1 << 10];
  private int[] starts = new int[1 << 10];
  private int size;
  private long[] amounts = new long[1 << 12];
  private int end = 1;

  /** Where the amounts of a key start; new ones are all zero. */
  int entry(long key, int classes) {
    int slot = slot(key);
    if (starts[slot] == 0) {
      if (2 * ++size > keys.length) {
        spread();
        slot = slot(key);
      }
      keys[slot] = key;
      starts[slot] = end;
      end += 1 + classes;
      if (end > amounts.length) {
        amounts = Arrays.copyOf(amounts, end + (end >> 1));
      }
    }
    return starts[slot];
  }

  private int slot(long key) {
    long mixed = key * 0xD6E8FEB86659FD93L;
    int slot = (int) (mixed >>> 33) & keys.length - 1;
    while (starts[slot] != 0 && keys[slot] != key) {
      slot = slot + 1 & keys.length - 1;
    }
    return slot;
  }

  private void spread() {
    long[] oldKeys = keys;
    int[] oldStarts = starts;
    keys = new long[2 * oldKeys.length];
    starts = new int[2 * oldKeys.length];
    for (int k = 0; k < oldKeys.length; k++) {
      if (oldStarts[k] != 0) {
        int slot = slot(oldKeys[k]);
        keys[slot] = oldKeys[k];
        starts[slot] = oldStarts[k];
      }
    }
  }

  /** What a class can still be raised before the shared charge is touched. */
  long free(int entry, int c, long charge) {
    return charge + amounts[entry] - amounts[entry + 1 + c];
  }

  /** Raises a class; what the shared charge must give for it. */
  long take(int entry, int c, long charge, long step) {
    long beyond = Math.max(0, step - free(entry, c, charge));
    amounts[entry] += beyond;
    amounts[entry + 1 + c] += step;
    return beyond;
  }
}
