package org.kiungo.planner.verify.bound;

import java.util.Arrays;
import org.kiungo.planner.model.Medium;

/**
 * What arcs of a small graph are beyond what the raises ask of them: where their links end, what
 * all systems of one carry, which satellites. Of a large graph nothing is kept.
 */
final class ProofEnds {

  /** Settlements of the largest graph of which a branch may do without prices. */
  static final int MOST_SETTLEMENTS = 1_000;

  private final boolean isKept;

  /** Number of the link's end by arc, as {@link ProofLinks} has it; −1 = no link. */
  int[] end = new int[0];

  /** What all systems of an arc carry, bit/s. */
  long[] mostBps = new long[0];

  /** Medium that goes up to satellites by arc; null = none. */
  Medium[] up = new Medium[0];

  ProofEnds(int settlements) {
    isKept = settlements <= MOST_SETTLEMENTS;
  }

  boolean areKept() {
    return isKept;
  }

  /** Takes an arc by its number. */
  void put(int arc, int atEnd, long most, Medium bySky) {
    if (!isKept) {
      return;
    }
    if (arc >= end.length) {
      int size = Math.max(1024, arc + (arc >> 1));
      int before = end.length;
      end = Arrays.copyOf(end, size);
      Arrays.fill(end, before, size, -1);
      mostBps = Arrays.copyOf(mostBps, size);
      up = Arrays.copyOf(up, size);
    }
    end[arc] = atEnd;
    mostBps[arc] = most;
    up[arc] = bySky;
  }

  /**
   * The same by other numbers.
   *
   * @param count of arcs
   * @param number of each arc by its number here
   */
  ProofEnds renumbered(int count, int[] number) {
    ProofEnds other = new ProofEnds(isKept ? 0 : Integer.MAX_VALUE);
    for (int k = 0; isKept && k < count; k++) {
      boolean isLink = k < end.length;
      other.put(number[k], isLink ? end[k] : -1, isLink ? mostBps[k] : 0, isLink ? up[k] : null);
    }
    return other;
  }
}
