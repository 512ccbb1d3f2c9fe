package org.kiungo.planner.place.hosting;

import java.util.Arrays;

/** Who is served from each site, by rising number: linked lists over services with one copy. */
final class ServedAt {

  static final int END = -1;

  private final Hosting hosting;
  private final int[][] first;
  private final int[] next;

  ServedAt(Hosting hosting) {
    this.hosting = hosting;
    this.first = new int[hosting.services][hosting.sites];
    this.next = new int[hosting.demandPoints()];
  }

  /**
   * @param taken positions in the lists of demand points
   */
  void tell(int[][] taken) {
    for (int[] each : first) {
      Arrays.fill(each, END);
    }
    for (int q = taken.length - 1; q >= 0; q--) {
      if (taken[q].length == 1) {
        int[] of = first[hosting.serviceOf[q]];
        int j = hosting.allowed[q][taken[q][0]];
        next[q] = of[j];
        of[j] = q;
      }
    }
  }

  /** The lowest that service k serves at site j, or {@link #END}. */
  int first(int k, int j) {
    return first[k][j];
  }

  /** The one behind q at its site, or {@link #END}. */
  int next(int q) {
    return next[q];
  }

  /** q is no longer served at site j. */
  void remove(int k, int j, int q) {
    if (first[k][j] == q) {
      first[k][j] = next[q];
      return;
    }
    int before = first[k][j];
    while (next[before] != q) {
      before = next[before];
    }
    next[before] = next[q];
  }

  /** q is served at site j now. */
  void add(int k, int j, int q) {
    if (first[k][j] == END || first[k][j] > q) {
      next[q] = first[k][j];
      first[k][j] = q;
      return;
    }
    int before = first[k][j];
    while (next[before] != END && next[before] < q) {
      before = next[before];
    }
    next[q] = next[before];
    next[before] = q;
  }
}
