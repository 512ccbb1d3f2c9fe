package org.kiungo.planner.deploy.branch;

import java.util.Arrays;
import org.kiungo.planner.deploy.links.CandidateLinks;
import org.kiungo.planner.deploy.options.AccessOptions;
import org.kiungo.planner.deploy.question.Question;
import org.kiungo.planner.deploy.settings.SolverUnits;

/**
 * What every plan of a branch costs at the least, as far as decisions force it: options of those
 * who have one left, units of their sites, the load of these on every arc that is the last one left
 * to its place, what nodes sell that it reaches. Whole cents by the prices of plans themselves, so
 * that a branch in which all is decided costs what its plan does. More people, load or places never
 * make anything cheaper.
 */
final class ForcedCost {

  private final Question branch;
  private final AccessOptions options;
  private final CandidateLinks links;
  private final long[] taken;
  private final long[] siteBps;
  private final long[] placeBps;
  private final boolean[] needed;
  private final long[] beamBps;
  private boolean isImpossible;

  private ForcedCost(Question branch) {
    this.branch = branch;
    options = branch.options();
    links = branch.links();
    taken = new long[options.sites()];
    siteBps = new long[options.sites()];
    placeBps = new long[branch.places().count()];
    needed = new boolean[branch.places().count()];
    beamBps = new long[branch.beams().count()];
  }

  /** {@link SolverUnits#NEVER_CENTS} or more where no plan is within the branch. */
  static long cents(Question branch) {
    return new ForcedCost(branch).cents();
  }

  private long cents() {
    long cents = 0;
    boolean[] open = new boolean[options.sites()];
    for (int i = 0; i < branch.places().settlements(); i++) {
      int last = -1;
      int left = 0;
      long least = options.isDemanded(i) ? Long.MAX_VALUE : branch.forgoneCents(i);
      for (int o = options.first(i); o < options.end(i); o++) {
        if (!branch.isOut(o)) {
          least = Math.min(least, options.privateCents(o));
          last = o;
          left++;
        }
      }
      if (least == Long.MAX_VALUE) {
        return SolverUnits.NEVER_CENTS;
      }
      cents += least;
      if (left == 1 && options.isDemanded(i)) {
        take(last, open);
      }
    }
    for (int s = 0; s < open.length; s++) {
      if (open[s]) {
        cents += options.siteCents(s, taken[s]);
        needed[options.sitePlace(s)] = true;
        placeBps[options.sitePlace(s)] += siteBps[s];
      }
    }
    for (int b = 0; b < beamBps.length; b++) {
      isImpossible |= beamBps[b] > branch.beams().capacityBps(b);
    }
    cents += linkCents();
    return isImpossible ? SolverUnits.NEVER_CENTS : cents;
  }

  private void take(int option, boolean[] open) {
    int s = options.site(option);
    if (s >= 0) {
      open[s] = true;
      taken[s] += options.taken(option);
      siteBps[s] += options.demandBps(option);
    }
    if (options.beam(option) >= 0) {
      beamBps[options.beam(option)] += options.beamLoadBps(option);
    }
  }

  /** Arcs left to a place that is needed: loads go on over the last one. */
  private long linkCents() {
    int places = needed.length;
    int[] last = new int[places];
    Arrays.fill(last, -1);
    int[] waiting = new int[places];
    for (int v = 0; v < places; v++) {
      int left = 0;
      for (int e = links.first(v); e < links.end(v); e++) {
        if (!branch.isArcOut(e)) {
          last[v] = e;
          left++;
        }
      }
      last[v] = left == 1 ? last[v] : left == 0 ? -1 : -2;
    }
    // needed places pass need on
    for (int v = 0; v < places; v++) {
      int u = v;
      for (int hops = 0; needed[u] && last[u] >= 0; hops++) {
        int next = links.head(last[u]);
        if (next == links.root()) {
          break;
        }
        if (hops > places) {
          isImpossible = true;
          return 0;
        }
        needed[next] = true;
        u = next;
      }
    }
    for (int v = 0; v < places; v++) {
      if (needed[v] && last[v] >= 0 && links.head(last[v]) != links.root()) {
        waiting[links.head(last[v])]++;
      }
    }
    int[] ready = new int[places];
    int count = 0;
    for (int v = 0; v < places; v++) {
      if (needed[v] && waiting[v] == 0) {
        ready[count++] = v;
      }
    }
    long[] nodeBps = new long[links.nodes().count()];
    long cents = 0;
    for (int k = 0; k < count; k++) {
      int v = ready[k];
      if (last[v] == -1) {
        isImpossible = true;
        return 0;
      }
      if (last[v] == -2) {
        long least = Long.MAX_VALUE;
        for (int e = links.first(v); e < links.end(v); e++) {
          if (!branch.isArcOut(e)) {
            least = Math.min(least, links.media().cents(links.link(e), placeBps[v]));
          }
        }
        cents += least;
      } else {
        cents += links.media().cents(links.link(last[v]), placeBps[v]);
        int next = links.head(last[v]);
        if (next != links.root()) {
          placeBps[next] += placeBps[v];
          if (--waiting[next] == 0) {
            ready[count++] = next;
          }
        } else if (links.nodeAt(v, last[v]) >= 0) {
          nodeBps[links.nodeAt(v, last[v])] += placeBps[v];
        }
      }
    }
    for (int n = 0; n < nodeBps.length; n++) {
      cents += links.nodes().cents(n, nodeBps[n]);
    }
    return cents;
  }
}
