package org.kiungo.planner.place.location.assignment;

import java.util.Arrays;

/**
 * Local search of a single-source assignment: any two neighbouring sites share their points out
 * anew ({@link TwoSites}), and all points of a site may go to one that stands empty. Only sites
 * whose points changed are looked at again.
 *
 * <p>Complexity: O(1) pairs of neighbours per changed site. Guarantee: none; a local optimum.
 */
final class SiteMoves {

  /** Open sites that count as a demand point's neighbours. */
  private static final int NEIGHBOURS = 4;

  /** Up to so many open sites, every two are neighbours. */
  private static final int ALL_PAIRS = 14;

  private final SingleSourceAssignment at;
  private final TwoSites twoSites;
  private final int[] queue;
  private final boolean[] queued;
  private int head;
  private int size;
  private final int[] marked;
  private int mark;
  private final int[] partners;
  private final double[] moved;
  private boolean[] allowed;

  SiteMoves(SingleSourceAssignment at) {
    this.at = at;
    this.twoSites = new TwoSites(at);
    this.queue = new int[at.m];
    this.queued = new boolean[at.m];
    this.marked = new int[at.m];
    this.partners = new int[at.m];
    this.moved = new double[at.m];
    this.allowed = new boolean[at.m];
    Arrays.fill(allowed, true);
  }

  /** Only these sites may serve from now on. */
  void allow(boolean[] sites) {
    allowed = sites;
  }

  /** Site j has changed and is looked at by the next descent. */
  void changed(int j) {
    if (!queued[j]) {
      queued[j] = true;
      queue[(head + size++) % queue.length] = j;
    }
  }

  void allChanged() {
    for (int j = 0; j < at.m; j++) {
      if (at.members[j] > 0) {
        changed(j);
      }
    }
  }

  /** Descends to a local optimum. */
  void descend() {
    while (size > 0) {
      int j = queue[head];
      head = (head + 1) % queue.length;
      size--;
      queued[j] = false;
      if (at.members[j] > 0) {
        improve(j);
      }
    }
  }

  private void improve(int a) {
    int count = neighbours(a);
    for (int k = 0; k < count && at.members[a] > 0; k++) {
      int b = partners[k];
      if (at.members[b] > 0 && twoSites.share(a, b) > 0) {
        changed(a);
        changed(b);
      }
    }
    if (at.members[a] > 0) {
      replace(a);
    }
  }

  /** Open sites near to a's points, and those to whose points a is near. */
  private int neighbours(int a) {
    mark++;
    marked[a] = mark;
    int count = 0;
    if (at.openCount <= ALL_PAIRS) {
      for (int j = 0; j < at.m; j++) {
        if (j != a && at.members[j] > 0) {
          partners[count++] = j;
        }
      }
      return count;
    }
    for (int i = 0; i < at.n; i++) {
      int own = at.siteOf[i];
      int seen = 0;
      for (int k = i * at.m; k < (i + 1) * at.m && seen < NEIGHBOURS; k++) {
        int j = at.near[k];
        if (at.members[j] > 0 && j != own) {
          seen++;
          int other = own == a ? j : j == a ? own : a;
          if (marked[other] != mark) {
            marked[other] = mark;
            partners[count++] = other;
          }
        }
      }
    }
    return count;
  }

  /** All points of a to the empty site where they cost least, if that is less. */
  private void replace(int a) {
    Arrays.fill(moved, 0);
    for (int i = at.first(a); i >= 0; i = at.next(i)) {
      double own = at.cost[i * at.m + a];
      for (int b = 0; b < at.m; b++) {
        moved[b] += at.cost[i * at.m + b] - own;
      }
    }
    double here = at.fixedCost[a] + at.overloadPrice * at.over(a, at.load[a]);
    int best = -1;
    double least = -1e-7 * Math.max(1, here);
    for (int b = 0; b < at.m; b++) {
      if (at.members[b] == 0 && allowed[b]) {
        double change =
            moved[b] + at.fixedCost[b] + at.overloadPrice * at.over(b, at.load[a]) - here;
        if (change < least) {
          least = change;
          best = b;
        }
      }
    }
    if (best >= 0) {
      while (at.first(a) >= 0) {
        at.move(at.first(a), best);
      }
      changed(best);
    }
  }
}
