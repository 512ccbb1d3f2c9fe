package org.kiungo.planner.deploy.draft;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.kiungo.planner.deploy.links.CandidateLinks;
import org.kiungo.planner.deploy.links.LinkMedia;
import org.kiungo.planner.deploy.options.AccessOptions;
import org.kiungo.planner.deploy.question.Question;

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

  private final Question question;
  private final AccessOptions options;
  private final CandidateLinks links;
  private final LinkMedia media;

  /** Chosen option of each settlement; −1 = none. */
  private final int[] choice;

  /** Arc of each place towards the network; −1 = cannot be reached. */
  private final int[] arc;

  private final long[] loadBps;

  /** Sites that stand here plus used arcs that end here. */
  private final int[] active;

  private final long[] siteLoadBps;
  private final int[] siteUsers;
  private final long[] beamLoadBps;
  private long costCents;
  private long value;
  private long beamOverBps;

  /** Settlements that must be served and are not. */
  private long missing;

  /** Nobody served; every place reaches the network over its cheapest way. */
  public Draft(Question question) {
    this(question, question.today().arcs());
  }

  /**
   * Nobody served.
   *
   * @param arc of each place towards the network, −1 = it cannot be reached; no loops
   */
  public Draft(Question question, int[] arc) {
    this.question = question;
    options = question.options();
    links = question.links();
    media = links.media();
    this.arc = arc.clone();
    choice = new int[question.places().settlements()];
    Arrays.fill(choice, -1);
    loadBps = new long[question.places().count()];
    active = new int[question.places().count()];
    siteLoadBps = new long[options.sites()];
    siteUsers = new int[options.sites()];
    beamLoadBps = new long[options.beams()];
    for (int i = 0; i < choice.length; i++) {
      missing += options.isDemanded(i) ? 1 : 0;
    }
    costCents = question.forgoneTotalCents();
  }

  /** The same decisions at the costs a plan states. */
  public Draft stated() {
    return question.stated() == question ? this : in(question.stated());
  }

  /** A copy for another budget, or at other costs, of the same question. */
  public Draft in(Question question) {
    return of(question, choice, arc);
  }

  /** The same decisions, computed from scratch. */
  public Draft copy() {
    return of(question, choice, arc);
  }

  private static Draft of(Question question, int[] choice, int[] arc) {
    Draft draft = new Draft(question, arc);
    for (int i = 0; i < choice.length; i++) {
      draft.choose(i, choice[i]);
    }
    return draft;
  }

  /** The one of two that breaks its rules less, or else is worth more. */
  public Draft orBetter(Draft other) {
    boolean same = other.violation() == violation();
    return other.violation() < violation() || (same && other.value > value) ? other : this;
  }

  /** Value of an option; 0 of none (−1). */
  public long valueOf(int option) {
    return option < 0 ? 0 : options.value(option);
  }

  /** What a settlement's present state costs by itself: its option, or being left out. */
  public long ownCents(int i) {
    return choice[i] < 0 ? question.forgoneCents(i) : options.privateCents(choice[i]);
  }

  public boolean isOpen(int site) {
    return siteUsers[site] > 0;
  }

  public boolean isReachable(int site) {
    return arc[options.sitePlace(site)] >= 0;
  }

  /** Gives a settlement another option (−1 = none). */
  public void choose(int i, int option) {
    int old = choice[i];
    if (old == option) {
      return;
    }
    if (old >= 0) {
      leave(old);
    }
    choice[i] = option;
    costCents +=
        (old < 0 ? 0 : question.forgoneCents(i)) - (option < 0 ? 0 : question.forgoneCents(i));
    if (options.isDemanded(i)) {
      missing += (option < 0 ? 1 : 0) - (old < 0 ? 1 : 0);
    }
    if (option >= 0) {
      take(option);
    }
  }

  private void take(int o) {
    value += options.value(o);
    costCents += options.privateCents(o);
    int s = options.site(o);
    if (s >= 0) {
      load(s, options.demandBps(o), 1);
    } else if (options.beam(o) >= 0) {
      beam(options.beam(o), options.demandBps(o));
    }
  }

  private void leave(int o) {
    value -= options.value(o);
    costCents -= options.privateCents(o);
    int s = options.site(o);
    if (s >= 0) {
      load(s, -options.demandBps(o), -1);
    } else if (options.beam(o) >= 0) {
      beam(options.beam(o), -options.demandBps(o));
    }
  }

  private void beam(int beam, long bps) {
    long cap = options.beamBps(beam);
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
    flow(options.sitePlace(s), bps, (isOpen ? 1 : 0) - (wasOpen ? 1 : 0));
  }

  public int siteUnits(int s, long bps) {
    long unit = options.siteUnitBps(s);
    return bps <= unit ? 1 : (int) ((bps - 1) / unit + 1);
  }

  public long siteCents(int s) {
    return siteUsers[s] == 0 ? 0 : options.siteUnitCents(s) * siteUnits(s, siteLoadBps[s]);
  }

  /** Adds load and use from a place all the way to the network. */
  private void flow(int place, long bps, int use) {
    int change = use;
    int v = place;
    while (v != links.root()) {
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
      v = links.head(arc[v]);
    }
  }

  public long linkCents(int v) {
    return active[v] == 0 ? 0 : media.cents(links.link(arc[v]), loadBps[v]);
  }

  /** Place at the other end of the arc of place v, or the root. */
  public int parent(int v) {
    return links.head(arc[v]);
  }

  /** True when place v may use an arc without closing a loop. */
  public boolean canReach(int v, int newArc) {
    int u = links.head(newArc);
    return u == links.root() || (arc[u] >= 0 && !isBehind(u, v));
  }

  /** True when place v lies on the way of place u to the network, or is u. */
  public boolean isBehind(int u, int v) {
    int at = u;
    while (at != links.root() && at != v) {
      at = links.head(arc[at]);
    }
    return at == v;
  }

  /** Takes a used branch off the forest for a while; only {@link #attach} may follow. */
  public void detach(int v) {
    costCents -= linkCents(v);
    int parent = links.head(arc[v]);
    if (parent != links.root()) {
      flow(parent, -loadBps[v], -1);
    }
  }

  /** Puts a detached branch back over its arc. */
  public void attach(int v) {
    costCents += linkCents(v);
    int parent = links.head(arc[v]);
    if (parent != links.root()) {
      flow(parent, loadBps[v], 1);
    }
  }

  /** Lets a place reach the network over another of its arcs; must not close a loop. */
  public void reparent(int v, int newArc) {
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
    while (v != links.root()) {
      int next = region.contains(v) ? way[region.position(v)] : arc[v];
      if (next != arc[v]) {
        outward.push(v);
      }
      v = links.head(next);
    }
    outward.forEach(u -> reparent(u, way[region.position(u)]));
  }

  /** Settlements that have an option to choose. */
  public int settlements() {
    return choice.length;
  }

  /** Places that have an arc to choose. */
  public int places() {
    return arc.length;
  }

  /** What it is a draft of. */
  public Question question() {
    return question;
  }

  /** Load on the arc of a place, bit/s. */
  public long loadBps(int place) {
    return loadBps[place];
  }

  /** True when a site stands at a place or behind it: its arc is paid for. */
  public boolean isUsed(int place) {
    return active[place] > 0;
  }

  /** Load of a site, bit/s. */
  public long siteLoadBps(int site) {
    return siteLoadBps[site];
  }

  /** Settlements that a site serves. */
  public int siteUsers(int site) {
    return siteUsers[site];
  }

  /** True when the beam of an option still carries what the option adds to it; or it has none. */
  public boolean hasRoomInBeam(int option) {
    int beam = options.beam(option);
    return beam < 0 || beamLoadBps[beam] + options.demandBps(option) <= options.beamBps(beam);
  }

  /** Beams' bits per second over capacity. */
  public long beamOverBps() {
    return beamOverBps;
  }

  /** What it spends of a budget, USD; may be below 0 where revenue exceeds costs. */
  public double spentUsd() {
    return question.spentUsd(costCents);
  }

  /** Number of options of all settlements together. */
  public int optionCount() {
    return options.count();
  }

  /** Number of arcs of all places together. */
  public int arcCount() {
    return links.arcs();
  }

  /** Chosen option of a settlement; −1 = none. */
  public int choice(int settlement) {
    return choice[settlement];
  }

  /** Arc of a place; −1 = cannot be reached. */
  public int arc(int place) {
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
    return Math.max(0, costCents - question.budgetCents()) + unkept();
  }

  /**
   * Value less what money is worth, in value units.
   *
   * @param valuePerCent price of money up to the budget
   * @param valuePerCentBeyond price of money beyond it
   */
  public double profit(double valuePerCent, double valuePerCentBeyond) {
    long within = Math.min(costCents, question.budgetCents());
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
    return question.budgetCents();
  }

  /** Lifetime cost of everything, and what leaving settlements unserved costs, if it does. */
  public long costCents() {
    return costCents;
  }
}
