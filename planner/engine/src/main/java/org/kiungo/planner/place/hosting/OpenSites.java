package org.kiungo.planner.place.hosting;

import java.util.Arrays;

/**
 * For each demand point the positions of open sites in its list, rising. A list has every candidate
 * site, of which few are open: they are looked up in a table of positions rather than searched for.
 */
final class OpenSites {

  private static final int[] NONE = {};

  /** Not in the list. */
  private static final char NOWHERE = Character.MAX_VALUE;

  /** So many times as many sites in the list as open ones: then looking up is quicker. */
  private static final int FEW = 4;

  private final Hosting hosting;

  /** rank[q][j] = position of site j in q's list; null where searching is as quick. */
  private final char[][] rank;

  private final int[][] at;

  OpenSites(Hosting hosting) {
    this.hosting = hosting;
    this.at = new int[hosting.demandPoints()][];
    this.rank = new char[at.length][];
    for (int q = 0; q < at.length && hosting.sites < NOWHERE; q++) {
      int[] allowed = hosting.allowed[q];
      if (allowed.length > FEW) {
        rank[q] = new char[hosting.sites];
        Arrays.fill(rank[q], NOWHERE);
        for (int x = 0; x < allowed.length; x++) {
          rank[q][allowed[x]] = (char) x;
        }
      }
    }
  }

  /** Positions in q's list whose sites were open when last told. */
  int[] of(int q) {
    return at[q];
  }

  /** Tells what is open. */
  void tell(boolean[][] placed) {
    int[] open = new int[hosting.sites];
    int[] found = new int[hosting.sites];
    int service = -1;
    int count = 0;
    for (int q = 0; q < at.length; q++) {
      if (hosting.serviceOf[q] != service) {
        service = hosting.serviceOf[q];
        count = 0;
        for (int j = 0; j < hosting.sites; j++) {
          if (placed[service][j]) {
            open[count++] = j;
          }
        }
      }
      int[] allowed = hosting.allowed[q];
      boolean few = rank[q] != null && FEW * (long) count < allowed.length;
      int length =
          few ? lookedUp(rank[q], open, count, found) : searched(allowed, placed[service], found);
      at[q] = length == 0 ? NONE : Arrays.copyOf(found, length);
    }
  }

  private static int lookedUp(char[] rank, int[] open, int count, int[] found) {
    int length = 0;
    for (int o = 0; o < count; o++) {
      char position = rank[open[o]];
      if (position != NOWHERE) {
        found[length++] = position;
      }
    }
    Arrays.sort(found, 0, length);
    return length;
  }

  private static int searched(int[] allowed, boolean[] placed, int[] found) {
    int length = 0;
    for (int x = 0; x < allowed.length; x++) {
      if (placed[allowed[x]]) {
        found[length++] = x;
      }
    }
    return length;
  }
}
