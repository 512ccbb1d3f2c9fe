package org.kiungo.geodata.layer.seen;

/**
 * Remembers which ids were seen as 128-bit hashes in two flat arrays: 32 to 64 bytes an id whatever
 * its length, so that files of millions of rows can be checked. Two of 10⁹ different ids are taken
 * for the same with a chance below 10⁻²⁰.
 */
public final class SeenIds {

  private static final int FIRST_SLOTS = 1 << 10;

  private long[] high = new long[FIRST_SLOTS];
  private long[] low = new long[FIRST_SLOTS];
  private int count;

  /** Adds an id; false when it was there already. */
  public boolean add(String id) {
    if (count * 2 >= high.length) {
      grow();
    }
    long a = hash(id, 0x9e3779b97f4a7c15L);
    long b = hash(id, 0xc2b2ae3d27d4eb4fL) | 1; // never 0, which marks a free slot
    boolean added = put(high, low, a, b);
    count += added ? 1 : 0;
    return added;
  }

  private static boolean put(long[] high, long[] low, long a, long b) {
    int mask = high.length - 1;
    int slot = (int) a & mask;
    while (low[slot] != 0) {
      if (low[slot] == b && high[slot] == a) {
        return false;
      }
      slot = slot + 1 & mask;
    }
    high[slot] = a;
    low[slot] = b;
    return true;
  }

  private void grow() {
    long[] oldHigh = high;
    long[] oldLow = low;
    high = new long[oldHigh.length * 2];
    low = new long[oldLow.length * 2];
    for (int k = 0; k < oldLow.length; k++) {
      if (oldLow[k] != 0) {
        put(high, low, oldHigh[k], oldLow[k]);
      }
    }
  }

  /** Multiply-and-mix over the characters, finished as MurmurHash3 finishes 64 bits. */
  private static long hash(String id, long seed) {
    long h = seed ^ id.length();
    for (int k = 0; k < id.length(); k++) {
      h = (h ^ id.charAt(k)) * 0x100000001b3L;
      h ^= Long.rotateLeft(h, 29) * seed;
    }
    h ^= h >>> 33;
    h *= 0xff51afd7ed558ccdL;
    h ^= h >>> 33;
    h *= 0xc4ceb9fe1a85ec53L;
    return h ^ h >>> 33;
  }
}
