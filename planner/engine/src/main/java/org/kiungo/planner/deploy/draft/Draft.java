package org.kiungo.planner.deploy.draft;

import org.kiungo.planner.deploy.construct.BudgetFit;
import org.kiungo.planner.deploy.construct.PricedDescent;
import org.kiungo.planner.deploy.options.AccessOptions;
import org.kiungo.planner.deploy.places.BuildPlaces;
import org.kiungo.planner.deploy.question.Question;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.function.BooleanSupplier;

/**
 * A plan in the making: one option per settlement and one arc towards the network per place. Sites,
 * loads, systems and money follow from these two and are kept up to date: a change of a choice or
 * of an arc costs O(depth). All sums are whole numbers, so the same decisions give the same totals
 * in whatever order they were taken.
 *
 * <p>Every reachable place has an arc, used or not; an arc is paid for when a site stands at or
 * behind it ({@code active}).
 */
public final class Draft {

  final Question world;

  /** Chosen option of each settlement; −1 = none. */
  final int[] choice;

  /** Arc of each place towards the network; −1 = cannot be reached. */
  final int[] arc;

  final long[] loadBps;

  /** Sites that stand here plus used arcs that end here. */
  final int[] active;

  final long[] siteLoadBps;
  final int[] siteUsers;
  final long[] beamLoadBps;
  long costCents;
  long value;
  long beamOverBps;

  /** Settlements that must be served and are not. */
  long missing;

  Draft(Question world, int[] arc) {
    this.world = world;
    this.arc = arc.clone();
    AccessOptions options = world.options;
    choice = new int[world.places.settlements];
    Arrays.fill(choice, -1);
    loadBps = new long[world.places.count];
    active = new int[world.places.count];
    siteLoadBps = new long[options.sites];
    siteUsers = new int[options.sites];
    beamLoadBps = new long[options.beamBps.length];
    for (boolean demanded : options.demanded) {
      missing += demanded ? 1 : 0;
    }
    costCents = world.forgoneTotalCents;
  }

  /** The same decisions at the costs a plan states. */
  Draft stated() {
    return world.stated == world ? this : in(world.stated);
  }

  /** A copy for another budget, or at other costs, of the same question. */
  Draft in(Question question) {
    return of(question, choice, arc);
  }

  /** The same decisions, computed from scratch. */
  public Draft copy() {
    return of(world, choice, arc);
  }

  private static Draft of(Question world, int[] choice, int[] arc) {
    Draft draft = new Draft(world, arc);
    for (int i = 0; i < choice.length; i++) {
      draft.choose(i, choice[i]);
    }
    return draft;
  }

  /**
   * A copy within the budget: what pays least given up, what is left of the budget spent; taken
   * downhill at the price before, where that is better, or where no time is left for both.
   */
  public Draft fitted(double valuePerCent, BooleanSupplier stop) {
    Draft descended = PricedDescent.fitted(this, valuePerCent, stop);
    return stop.getAsBoolean()
        ? descended
        : BudgetFit.fit(copy(), valuePerCent, stop).orBetter(descended);
  }

  /** The one of two that breaks its rules less, or else is worth more. */
  Draft orBetter(Draft other) {
    boolean same = other.violation() == violation();
    return other.violation() < violation() || (same && other.value > value) ? other : this;
  }

  /** Value of an option; 0 of none (−1). */
  long valueOf(int option) {
    return option < 0 ? 0 : world.options.value[option];
  }

  /** What a settlement's present state costs by itself: its option, or being left out. */
  long ownCents(int i) {
    return choice[i] < 0 ? world.forgoneCents[i] : world.options.privateCents[choice[i]];
  }

  boolean isOpen(int site) {
    return siteUsers[site] > 0;
  }

  boolean isReachable(int site) {
    return arc[world.options.sitePlace[site]] >= 0;
  }

  /** Gives a settlement another option (−1 = none). */
  void choose(int i, int option) {
    int old = choice[i];
    if (old == option) {
      return;
    }
    if (old >= 0) {
      leave(old);
    }
    choice[i] = option;
    costCents += (old < 0 ? 0 : world.forgoneCents[i]) - (option < 0 ? 0 : world.forgoneCents[i]);
    if (world.options.demanded[i]) {
      missing += (option < 0 ? 1 : 0) - (old < 0 ? 1 : 0);
    }
    if (option >= 0) {
      take(option);
    }
  }

  private void take(int o) {
    AccessOptions options = world.options;
    value += options.value[o];
    costCents += options.privateCents[o];
    int s = options.site[o];
    if (s >= 0) {
      load(s, options.demandBps[o], 1);
    } else if (options.beam[o] >= 0) {
      beam(options.beam[o], options.demandBps[o]);
    }
  }

  private void leave(int o) {
    AccessOptions options = world.options;
    value -= options.value[o];
    costCents -= options.privateCents[o];
    int s = options.site[o];
    if (s >= 0) {
      load(s, -options.demandBps[o], -1);
    } else if (options.beam[o] >= 0) {
      beam(options.beam[o], -options.demandBps[o]);
    }
  }

  private void beam(int beam, long bps) {
    long cap = world.options.beamBps[beam];
    beamOverBps -= Math.max(0, beamLoadBps[beam] - cap);
    beamLoadBps[beam] += bps;
    beamOverBps += Math.max(0, beamLoadBps[beam] - cap);
  }

  private void load(int s, long bps, int users) {
    costCents -= siteCents(s);
    boolean wasOpen = siteUsers[s] > 0;
    siteLoadBps[s] += bps;
    siteUsers[s] += users;
    costCents += siteCents(s);
    boolean isOpen = siteUsers[s] > 0;
    flow(world.options.sitePlace[s], bps, (isOpen ? 1 : 0) - (wasOpen ? 1 : 0));
  }

  int siteUnits(int s, long bps) {
    long unit = world.options.siteUnitBps[s];
    return bps <= unit ? 1 : (int) ((bps - 1) / unit + 1);
  }

  long siteCents(int s) {
    return siteUsers[s] == 0 ? 0 : world.options.siteUnitCents[s] * siteUnits(s, siteLoadBps[s]);
  }

  /** Adds load and use from a place all the way to the network. */
  private void flow(int place, long bps, int use) {
    int change = use;
    int v = place;
    while (v != world.links.root()) {
      costCents -= linkCents(v);
      boolean wasUsed = active[v] > 0;
      loadBps[v] += bps;
      active[v] += change;
      boolean isUsed = active[v] > 0;
      costCents += linkCents(v);
      change = (isUsed ? 1 : 0) - (wasUsed ? 1 : 0);
      if (bps == 0 && change == 0) {
        return;
      }
      v = world.links.head[arc[v]];
    }
  }

  long linkCents(int v) {
    return active[v] == 0 ? 0 : world.links.media.cents(world.links.link[arc[v]], loadBps[v]);
  }

  /** Place at the other end of the arc of place v, or the root. */
  int parent(int v) {
    return world.links.head[arc[v]];
  }

  /** True when place v may use an arc without closing a loop. */
  boolean canReach(int v, int newArc) {
    int u = world.links.head[newArc];
    return u == world.links.root() || (arc[u] >= 0 && !isBehind(u, v));
  }

  /** True when place v lies on the way of place u to the network, or is u. */
  boolean isBehind(int u, int v) {
    int at = u;
    while (at != world.links.root() && at != v) {
      at = world.links.head[arc[at]];
    }
    return at == v;
  }

  /** Takes a used branch off the forest for a while; only {@link #attach} may follow. */
  void detach(int v) {
    costCents -= linkCents(v);
    int parent = world.links.head[arc[v]];
    if (parent != world.links.root()) {
      flow(parent, -loadBps[v], -1);
    }
  }

  /** Puts a detached branch back over its arc. */
  void attach(int v) {
    costCents += linkCents(v);
    int parent = world.links.head[arc[v]];
    if (parent != world.links.root()) {
      flow(parent, loadBps[v], 1);
    }
  }

  /** Lets a place reach the network over another of its arcs; must not close a loop. */
  void reparent(int v, int newArc) {
    if (arc[v] == newArc) {
      return;
    }
    boolean used = active[v] > 0;
    if (used) {
      detach(v);
    }
    arc[v] = newArc;
    if (used) {
      attach(v);
    }
  }

  /**
   * Takes over the decisions of a region from a draft that differs in that region only.
   *
   * @param option per settlement of the region
   * @param way arc per place of the region
   */
  public void become(Regions.Region region, int[] option, int[] way) {
    for (int k = 0; k < option.length; k++) {
      choose(region.place(k), option[k]);
    }
    for (int k = 0; k < way.length; k++) {
      if (arc[region.place(k)] != way[k]) {
        turn(region, way, region.place(k));
      }
    }
  }

  /** From the network outward, so that no loop closes between one forest and the other. */
  private void turn(Regions.Region region, int[] way, int place) {
    Deque<Integer> outward = new ArrayDeque<>();
    int v = place;
    while (v != world.links.root()) {
      int next = region.contains(v) ? way[region.position(v)] : arc[v];
      if (next != arc[v]) {
        outward.push(v);
      }
      v = world.links.head[next];
    }
    outward.forEach(u -> reparent(u, way[region.position(u)]));
  }

  /** Settlements that have an option to choose. */
  public int settlements() {
    return choice.length;
  }

  /** BuildPlaces that have an arc to choose. */
  public int places() {
    return arc.length;
  }

  /** Number of options of all settlements together. */
  public int optionCount() {
    return world.options.site.length;
  }

  /** Number of arcs of all places together. */
  public int arcCount() {
    return world.links.head.length;
  }

  /** Chosen option of a settlement; −1 = none. */
  public int choiceOf(int settlement) {
    return choice[settlement];
  }

  /** Arc of a place; −1 = cannot be reached. */
  public int arcOf(int place) {
    return arc[place];
  }

  /** Applies one step of a block. */
  public void apply(boolean isChoice, int index, int newValue) {
    if (isChoice) {
      choose(index, newValue);
    } else {
      reparent(index, newValue);
    }
  }

  /**
   * How far the draft breaks its rules: cents over budget, beams' bits per second over capacity,
   * settlements that must be served and are not.
   */
  public long violation() {
    return Math.max(0, costCents - world.budgetCents) + unkept();
  }

  /**
   * Value less what money is worth, in value units.
   *
   * @param valuePerCent price of money up to the budget
   * @param valuePerCentBeyond price of money beyond it
   */
  public double profit(double valuePerCent, double valuePerCentBeyond) {
    long within = Math.min(costCents, world.budgetCents);
    return value - valuePerCent * within - valuePerCentBeyond * (costCents - within);
  }

  /** Beams' bits per second over capacity, and settlements that must be served and are not. */
  public long unkept() {
    return beamOverBps + missing;
  }

  /** Σ value of chosen options. */
  public long value() {
    return value;
  }

  /** Cap on {@link #costCents()}. */
  public long budgetCents() {
    return world.budgetCents;
  }

  /** Lifetime cost of everything, and what leaving settlements unserved costs, if it does. */
  public long costCents() {
    return costCents;
  }
}
