package org.kiungo.planner.place.location.assignment;

import java.util.SplittableRandom;
import org.kiungo.planner.place.location.problem.Ranking;

/**
 * Random changes of a single-source assignment from which a local search sets out again: open,
 * close or exchange a site, or deal the points of a few neighbouring sites out anew. Whatever
 * changes is named to the local search.
 */
final class SiteKicks {

  private final SingleSourceAssignment at;
  private final SiteMoves moves;
  private final SplittableRandom random;
  private final int[] removed;
  private final double[] key;
  private final Ranking ranking;
  private double[] promise;
  private boolean sitesMayChange;

  SiteKicks(SingleSourceAssignment at, SiteMoves moves, SplittableRandom random) {
    this.at = at;
    this.moves = moves;
    this.random = random;
    this.removed = new int[at.n];
    this.key = new double[at.n];
    this.ranking = new Ranking(at.n);
  }

  /**
   * One change, sometimes more.
   *
   * @param openRatio how likely each site is to be worth opening
   * @param sites true: sites may open and close
   */
  void kick(double[] openRatio, boolean sites) {
    promise = openRatio;
    sitesMayChange = sites;
    do {
      one();
    } while (random.nextInt(4) == 0);
  }

  /** One exchange of sites where they may change, else points dealt out. */
  void jump(double[] openRatio, boolean sites) {
    promise = openRatio;
    sitesMayChange = sites;
    if (sites && at.openCount < at.m) {
      exchange();
    } else {
      deal();
    }
  }

  private void one() {
    int draw = random.nextInt(10);
    if (draw < 4 && sitesMayChange && at.openCount < at.m) {
      exchange();
    } else if (draw == 4 && sitesMayChange && at.openCount < Math.min(at.m, at.p)) {
      open(drawEmpty());
    } else if (draw == 5 && sitesMayChange && at.openCount > 1) {
      close(at.siteOf[random.nextInt(at.n)], -1);
    } else {
      deal();
    }
  }

  /** Opens an empty site in place of one of its neighbours. */
  private void exchange() {
    int in = drawEmpty();
    int i = random.nextInt(at.n);
    for (int tries = 0; tries < 3; tries++) {
      int other = random.nextInt(at.n);
      i = at.cost[other * at.m + in] < at.cost[i * at.m + in] ? other : i;
    }
    close(at.siteOf[i], in);
  }

  /** A site that serves nobody, rather a promising one. */
  private int drawEmpty() {
    int drawn = -1;
    for (int tries = 0; tries < 3 || drawn < 0; tries++) {
      int j = random.nextInt(at.m);
      if (at.members[j] == 0 && (drawn < 0 || promise[j] > promise[drawn])) {
        drawn = j;
      }
    }
    return drawn;
  }

  /** Brings those to an empty site who gain most by it. */
  private void open(int in) {
    for (int i = 0; i < at.n; i++) {
      double dearer = at.cost[i * at.m + in] - at.cost[i * at.m + at.siteOf[i]];
      key[i] = (0.5 + random.nextDouble()) * dearer / at.demand[i];
    }
    int[] order = ranking.ascending(key, at.n);
    for (int k = 0; k < at.n && (k == 0 || key[order[k]] < 0); k++) {
      int i = order[k];
      if (at.load[in] + at.demand[i] <= at.capacity[in] || k == 0) {
        moves.changed(at.siteOf[i]);
        at.move(i, in);
      }
    }
    moves.changed(in);
  }

  /** Closes a site; its points go where they cost least, {@code in} among the places. */
  private void close(int out, int in) {
    int count = at.list(out, removed, 0);
    shuffle(count);
    for (int k = 0; k < count; k++) {
      at.take(removed[k]);
    }
    for (int k = 0; k < count; k++) {
      int j = k == 0 && in >= 0 ? in : cheapestOpen(removed[k], out);
      if (j < 0) {
        j = out;
      }
      at.put(removed[k], j);
      moves.changed(j);
    }
  }

  private int cheapestOpen(int i, int not) {
    int found = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int k = i * at.m; k < (i + 1) * at.m; k++) {
      int j = at.near[k];
      if (at.cost[i * at.m + j] >= least) {
        break;
      }
      if (at.members[j] > 0 && j != not) {
        double cost = at.adding(i, j);
        if (cost < least) {
          least = cost;
          found = j;
        }
      }
    }
    return found;
  }

  /** Takes the points of a few neighbouring sites off and deals them out anew, roughly. */
  private void deal() {
    int i = random.nextInt(at.n);
    int sites = 2 + random.nextInt(3);
    int count = 0;
    double noise = (random.nextInt(4) > 0 ? 0.3 : 3) * random.nextDouble();
    int[] open = new int[sites];
    int found = 0;
    open[found++] = at.siteOf[i];
    if (sitesMayChange && at.openCount < Math.min(at.m, at.p) && random.nextInt(4) == 0) {
      open[found++] = drawEmpty();
    }
    for (int k = i * at.m; k < (i + 1) * at.m && found < sites; k++) {
      int j = at.near[k];
      if (at.members[j] > 0 && j != open[0] && random.nextInt(3) > 0) {
        open[found++] = j;
      }
    }
    for (int s = 0; s < found; s++) {
      count = at.list(open[s], removed, count);
    }
    shuffle(count);
    for (int k = 0; k < count; k++) {
      at.take(removed[k]);
    }
    for (int k = 0; k < count; k++) {
      int point = removed[k];
      int j = open[0];
      double least = Double.POSITIVE_INFINITY;
      for (int s = 0; s < found; s++) {
        double pair = at.cost[point * at.m + open[s]];
        double over =
            at.over(open[s], at.load[open[s]] + at.demand[point])
                - at.over(open[s], at.load[open[s]]);
        double cost = pair * (1 + noise * random.nextDouble()) + at.overloadPrice * over;
        if (cost < least) {
          least = cost;
          j = open[s];
        }
      }
      at.put(point, j);
    }
    for (int s = 0; s < found; s++) {
      if (at.members[open[s]] > 0) {
        moves.changed(open[s]);
      }
    }
  }

  private void shuffle(int count) {
    for (int k = count - 1; k > 0; k--) {
      int other = random.nextInt(k + 1);
      int swapped = removed[k];
      removed[k] = removed[other];
      removed[other] = swapped;
    }
  }
}
