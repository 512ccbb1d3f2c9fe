package org.kiungo.planner.deploy;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.kiungo.planner.deploy.draft.Draft;
import org.kiungo.planner.deploy.links.CandidateLinks;
import org.kiungo.planner.deploy.question.Question;

/**
 * Best value over every choice of options and every forest of candidate arcs of a tiny world, by
 * trying all: options settlement by settlement, then the cheapest forest for each, cut off where
 * even the cheapest links left would not fit the budget or the value cannot beat the best.
 */
final class BruteForce {

  private final Question world;
  private final long[] mostAfter;
  private final Draft draft;
  private long best;
  private boolean isFurther;

  /** What is compared instead of the value, in millionths; null = the value. */
  private ToDoubleFunction<Draft> measure;

  /** What a forest asks for besides itself. */
  private Further further = (chosen, arc, needed, loadBps, most) -> 0;

  /** What a forest needs beside it. */
  @FunctionalInterface
  interface Further {
    /**
     * @param loadBps of the arc of each place
     * @param most more than this need not be told apart
     * @return the least it costs, cents
     */
    long leastCents(Draft chosen, int[] arc, boolean[] needed, long[] loadBps, long most);
  }

  private BruteForce(Question world) {
    this.world = world;
    draft = new Draft(world);
    int n = world.places().settlements();
    mostAfter = new long[n + 1];
    for (int i = n - 1; i >= 0; i--) {
      long most = 0;
      for (int o = world.options().first(i); o < world.options().end(i); o++) {
        most = Math.max(most, world.options().value(o));
      }
      mostAfter[i] = mostAfter[i + 1] + most;
    }
  }

  /**
   * @param known a value some plan is known to reach; only better ones are looked for
   */
  static long bestValue(Question world, long known) {
    BruteForce search = new BruteForce(world);
    search.best = known;
    search.choose(0);
    return search.best;
  }

  /** The same where forests need more beside them. */
  static long bestValue(Question world, long known, Further further) {
    BruteForce search = new BruteForce(world);
    search.best = known;
    search.further = further;
    search.isFurther = true;
    search.choose(0);
    return search.best;
  }

  /** Highest value of a measure, which counts in millionths and is at most 1. */
  static double bestOf(Question world, ToDoubleFunction<Draft> measure) {
    BruteForce search = new BruteForce(world);
    search.measure = measure;
    search.best = -1;
    search.choose(0);
    return search.best / 1e6;
  }

  private long reached() {
    return measure == null ? draft.value() : Math.round(measure.applyAsDouble(draft) * 1e6);
  }

  private long cheapestWithoutLinks() {
    long cents = draft.costCents() - draft.nodeCents();
    for (int v = 0; v < draft.places(); v++) {
      cents -= draft.linkCents(v);
    }
    return cents;
  }

  private void choose(int i) {
    boolean hopeless = measure == null && draft.value() + mostAfter[i] <= best;
    if (hopeless || cheapestWithoutLinks() > world.budgetCents()) {
      return;
    }
    if (i == mostAfter.length - 1) {
      if (reached() > best && (!isFurther && draft.violation() == 0 || anyForest())) {
        best = reached();
      }
      return;
    }
    for (int o = world.options().first(i); o < world.options().end(i); o++) {
      int site = world.options().site(o);
      if (site < 0 || draft.isReachable(site)) {
        draft.choose(i, o);
        choose(i + 1);
      }
    }
    draft.choose(i, -1);
    choose(i + 1);
  }

  /** True when some forest carries the chosen options within the budget. */
  private boolean anyForest() {
    long spare = world.budgetCents() - cheapestWithoutLinks();
    int places = world.places().count();
    boolean[] needed = new boolean[places];
    long[] loadBps = new long[places];
    for (int s = 0; s < world.options().sites(); s++) {
      if (draft.isOpen(s)) {
        needed[world.options().sitePlace(s)] = true;
        loadBps[world.options().sitePlace(s)] += draft.siteLoadBps(s);
      }
    }
    int[] arc = new int[places];
    Arrays.fill(arc, -1);
    return forest(arc, needed, loadBps, 0, spare);
  }

  /** Gives every needed place an arc in turn; a place pointed at becomes needed. */
  private boolean forest(int[] arc, boolean[] needed, long[] own, long fewest, long spare) {
    if (fewest > spare) {
      return false;
    }
    int v = 0;
    while (v < arc.length && (!needed[v] || arc[v] >= 0)) {
      v++;
    }
    if (v == arc.length) {
      return cost(arc, needed, own, spare) <= spare && isKept(arc);
    }
    CandidateLinks links = world.links();
    for (int e = links.first(v); e < links.end(v); e++) {
      int u = links.head(e);
      if (u == links.root() || !leadsTo(arc, u, v)) {
        boolean was = u == links.root() || needed[u];
        arc[v] = e;
        if (u != links.root()) {
          needed[u] = true;
        }
        long least = fewest + links.media().cents(links.link(e), own[v]);
        boolean found = forest(arc, needed, own, least, spare);
        arc[v] = -1;
        if (!was) {
          needed[u] = false;
        }
        if (found) {
          return true;
        }
      }
    }
    return false;
  }

  /** True when beams carry what terminals and sites load them with, and nobody is missing. */
  private boolean isKept(int[] arc) {
    Draft whole = new Draft(world, arc);
    for (int i = 0; i < draft.settlements(); i++) {
      whole.choose(i, draft.choice(i));
    }
    return whole.unkept() == 0;
  }

  private boolean leadsTo(int[] arc, int from, int to) {
    int at = from;
    while (at != world.links().root() && at != to && arc[at] >= 0) {
      at = world.links().head(arc[at]);
    }
    return at == to;
  }

  private long cost(int[] arc, boolean[] needed, long[] own, long spare) {
    long[] load = new long[arc.length];
    for (int v = 0; v < arc.length; v++) {
      for (int u = v; own[v] > 0 && u != world.links().root(); u = world.links().head(arc[u])) {
        load[u] += own[v];
      }
    }
    long cents = 0;
    long[] sold = new long[world.links().nodes().count()];
    for (int v = 0; v < arc.length; v++) {
      int node = needed[v] ? world.links().nodeAt(v, arc[v]) : -1;
      if (node >= 0) {
        sold[node] += load[v];
      }
    }
    for (int node = 0; node < sold.length; node++) {
      cents += world.links().nodes().cents(node, sold[node]);
    }
    for (int v = 0; v < arc.length; v++) {
      cents += needed[v] ? world.links().media().cents(world.links().link(arc[v]), load[v]) : 0;
    }
    return cents > spare
        ? cents
        : cents + further.leastCents(draft, arc, needed, load, spare - cents);
  }
}
