package org.kiungo.planner.deploy.draft;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.kiungo.planner.deploy.options.AccessOptions;
import org.kiungo.planner.deploy.question.Question;

/**
 * A plan in the making: one option per settlement and one arc towards the network per place. Sites,
 * loads, systems and money follow from these two and are kept up to date: a change of a choice or
 * of an arc costs O(depth). All sums are whole numbers, so the same decisions give the same totals
 * in whatever order they were taken.
 *
 * <p>Every reachable place has an arc, used or not; an arc is paid for when a site stands at or
 * behind it.
 */
public final class Draft {

  private final Question question;
  private final AccessOptions options;

  /** Chosen option of each settlement; −1 = none. */
  private final int[] choice;

  private final Trunk trunk;
  private final SiteLoads sites;
  private final BeamLoads beams;

  /** What settlements cost by themselves: their options, or being left out. */
  private long privateCents;

  private long value;

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
    choice = new int[question.places().settlements()];
    Arrays.fill(choice, -1);
    beams = new BeamLoads(options, question.beams());
    trunk = new Trunk(question.links(), arc, question.beams(), beams);
    sites = new SiteLoads(options);
    for (int i = 0; i < choice.length; i++) {
      missing += options.isDemanded(i) ? 1 : 0;
    }
    privateCents = question.forgoneTotalCents();
  }

  /** The same decisions at the costs a plan states. */
  public Draft stated() {
    return question.stated() == question ? this : in(question.stated());
  }

  /** A copy for another budget, or at other costs, of the same question. */
  public Draft in(Question other) {
    Draft draft = new Draft(other, trunk.arcs());
    for (int i = 0; i < choice.length; i++) {
      draft.choose(i, choice[i]);
    }
    return draft;
  }

  /** The same decisions, computed from scratch. */
  public Draft copy() {
    return in(question);
  }

  /** The one of two that breaks its rules less, or else is worth more. */
  public Draft orBetter(Draft other) {
    boolean same = other.violation() == violation();
    return other.violation() < violation() || (same && other.value > value) ? other : this;
  }

  /** What it is a draft of. */
  public Question question() {
    return question;
  }

  /** Settlements that have an option to choose. */
  public int settlements() {
    return choice.length;
  }

  /** Places that have an arc to choose. */
  public int places() {
    return trunk.places();
  }

  /** Number of options of all settlements together. */
  public int optionCount() {
    return options.count();
  }

  /** Number of arcs of all places together. */
  public int arcCount() {
    return question.links().arcs();
  }

  /** Chosen option of a settlement; −1 = none. */
  public int choice(int settlement) {
    return choice[settlement];
  }

  /** Arc of a place; −1 = cannot be reached. */
  public int arc(int place) {
    return trunk.arc(place);
  }

  /** What a settlement's present state is worth; 0 where it is left out. */
  public long ownValue(int settlement) {
    return options.valueOf(choice[settlement]);
  }

  /** What a settlement's present state costs by itself: its option, or being left out. */
  public long ownCents(int settlement) {
    int option = choice[settlement];
    return option < 0 ? question.forgoneCents(settlement) : options.privateCents(option);
  }

  /** True when a site serves somebody. */
  public boolean isOpen(int site) {
    return sites.users(site) > 0;
  }

  /** True when a site's place has a way to the network. */
  public boolean isReachable(int site) {
    return trunk.arc(options.sitePlace(site)) >= 0;
  }

  /** Settlements that a site serves. */
  public int siteUsers(int site) {
    return sites.users(site);
  }

  /** Load of a site, bit/s. */
  public long siteLoadBps(int site) {
    return sites.loadBps(site);
  }

  /** What is taken of the units of a site, in billionths of one. */
  public long siteTaken(int site) {
    return sites.taken(site);
  }

  /** What the units of a site cost; 0 where it is not open. */
  public long siteCents(int site) {
    return sites.cents(site);
  }

  /**
   * True when the beam of an option, or the one that feeds its site as things stand, still carries
   * what the option adds to it; or there is none.
   */
  public boolean hasRoomInBeam(int option) {
    int site = options.site(option);
    return site < 0
        ? beams.hasRoom(option)
        : trunk.hasRoomAbove(options.sitePlace(site), options.demandBps(option));
  }

  /** True when a beam that an option loads has more than it carries. */
  public boolean isInFullBeam(int option) {
    int site = options.site(option);
    return !beams.hasRoom(options.beam(option), 0)
        || site >= 0 && !trunk.hasRoomAbove(options.sitePlace(site), 0);
  }

  /** True when the beam that an arc of a place loads, if it goes up to one, has so much room. */
  public boolean hasRoomUp(int place, int arc, long bps) {
    return trunk.hasRoomUp(place, arc, bps);
  }

  /** True when the way of a place ends at a satellite. */
  public boolean isFedFromSky(int place) {
    return trunk.isFedFromSky(place);
  }

  /** True when the beam at the end of a place's way, if there is one, has so much room. */
  public boolean hasRoomAbove(int place, long bps) {
    return trunk.hasRoomAbove(place, bps);
  }

  /** Gives a settlement another option (−1 = none). */
  public void choose(int settlement, int option) {
    int old = choice[settlement];
    if (old == option) {
      return;
    }
    privateCents -= ownCents(settlement);
    if (old >= 0) {
      value -= options.value(old);
      carry(old, -1);
    }
    choice[settlement] = option;
    privateCents += ownCents(settlement);
    if (options.isDemanded(settlement)) {
      missing += (option < 0 ? 1 : 0) - (old < 0 ? 1 : 0);
    }
    if (option >= 0) {
      value += options.value(option);
      carry(option, 1);
    }
  }

  /** Load and users of an option on its site and the way there, or on its beam. */
  private void carry(int option, int users) {
    long bps = users * options.demandBps(option);
    int site = options.site(option);
    if (site >= 0) {
      int opened = sites.add(site, bps, users * options.taken(option), users);
      trunk.flow(options.sitePlace(site), bps, opened);
    }
    if (options.beam(option) >= 0) {
      beams.add(options.beam(option), users * options.beamLoadBps(option));
    }
  }

  /** Load on the arc of a place, bit/s. */
  public long loadBps(int place) {
    return trunk.loadBps(place);
  }

  /** True when a site stands at a place or behind it: its arc is paid for. */
  public boolean isUsed(int place) {
    return trunk.isUsed(place);
  }

  /** What the arc of a place costs at its load; 0 where it is not used. */
  public long linkCents(int place) {
    return trunk.linkCents(place);
  }

  /** What nodes cost that sell more than their limit. */
  public long nodeCents() {
    return trunk.nodeCents();
  }

  /** Place at the other end of the arc of a place, or the root. */
  public int parent(int place) {
    return trunk.parent(place);
  }

  /** True when a place may use an arc without closing a loop. */
  public boolean canReach(int place, int newArc) {
    return trunk.canReach(place, newArc);
  }

  /** True when a place is, or has on its way to the network, another one. */
  public boolean isBehind(int place, int nearer) {
    return trunk.isBehind(place, nearer);
  }

  /** Takes a used branch off the forest for a while; only {@link #attach} may follow. */
  public void detach(int place) {
    trunk.detach(place);
  }

  /** Puts a detached branch back over its arc. */
  public void attach(int place) {
    trunk.attach(place);
  }

  /** Lets a place reach the network over another of its arcs; must not close a loop. */
  public void reparent(int place, int newArc) {
    trunk.reparent(place, newArc);
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
      if (arc(region.place(k)) != way[k]) {
        turn(region, way, region.place(k));
      }
    }
  }

  /** From the network outward, so that no loop closes between one forest and the other. */
  private void turn(Regions.Region region, int[] way, int place) {
    Deque<Integer> outward = new ArrayDeque<>();
    int v = place;
    while (v != question.links().root()) {
      int next = region.contains(v) ? way[region.position(v)] : arc(v);
      if (next != arc(v)) {
        outward.push(v);
      }
      v = question.links().head(next);
    }
    outward.forEach(u -> reparent(u, way[region.position(u)]));
  }

  /** Σ value of chosen options. */
  public long value() {
    return value;
  }

  /** Lifetime cost of everything, and what leaving settlements unserved costs, if it does. */
  public long costCents() {
    return privateCents + sites.cents() + trunk.cents();
  }

  /** Cap on {@link #costCents()}. */
  public long budgetCents() {
    return question.budgetCents();
  }

  /** What it spends of a budget, USD; may be below 0 where revenue exceeds costs. */
  public double spentUsd() {
    return question.spentUsd(costCents());
  }

  /**
   * How far the draft breaks its rules: cents over budget, beams' bits per second over capacity,
   * settlements that must be served and are not.
   */
  public long violation() {
    return Math.max(0, costCents() - question.budgetCents()) + unkept();
  }

  /** Beams' bits per second over capacity, and settlements that must be served and are not. */
  public long unkept() {
    return beams.overBps() + missing;
  }

  /**
   * Value less what money is worth, in value units.
   *
   * @param valuePerCent price of money up to the budget
   * @param valuePerCentBeyond price of money beyond it
   */
  public double profit(double valuePerCent, double valuePerCentBeyond) {
    long cost = costCents();
    long within = Math.min(cost, question.budgetCents());
    return value - valuePerCent * within - valuePerCentBeyond * (cost - within);
  }
}
