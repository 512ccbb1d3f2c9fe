package org.kiungo.planner.programme;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.kiungo.planner.cost.AssetCost;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.PartService;
import org.kiungo.planner.model.Plan.Status;
import org.kiungo.planner.radio.SiteUnits;

/**
 * The phase from which each service of a network is given, the number of phases = never. A site or
 * link is built in the first phase of those who use it, so that whatever is nearer the network is
 * never later, and grows as more come to use it; what a phase adds is paid in it. A change of one
 * service costs O(depth · phases). Sums are whole cents.
 */
public final class Schedule {

  private final Network network;
  private final int phases;
  private final int[] phase;

  /** What serves each service's settlement before it, and from when; null = nothing. */
  private final Interim[] interim;

  private final int[] interimFrom;

  /** Until the end of each phase. */
  private final int[][] siteUsers;

  private final long[][] siteTaken;
  private final int[][] linkUsers;
  private final long[][] linkBps;
  private final long[][] nodeBps;

  /** Paid in each phase. */
  private final long[] spent;

  private long value;

  /** Value of those who are served until the end of each phase. */
  private final long[] served;

  /** Value of a year of service in thousandths, from each phase on. */
  private final long[] years;

  private final long[][] unitCents;
  private final Map<Long, long[]> systemCents;

  /** Nobody is served but who must be, in the last phase. */
  Schedule(Network network) {
    this(network, new long[network.plan.sites().size()][], new HashMap<>());
  }

  private Schedule(Network network, long[][] unitCents, Map<Long, long[]> systemCents) {
    this.network = network;
    this.unitCents = unitCents;
    this.systemCents = systemCents;
    phases = network.terms.count();
    phase = new int[network.services()];
    Arrays.fill(phase, phases);
    interim = new Interim[phase.length];
    interimFrom = new int[phase.length];
    int sites = network.plan.sites().size();
    int links = network.plan.links().size();
    siteUsers = new int[sites][phases];
    siteTaken = new long[sites][phases];
    linkUsers = new int[links][phases];
    linkBps = new long[links][phases];
    nodeBps = new long[network.nodes.size()][phases];
    spent = new long[phases];
    served = new long[phases];
    years = Arrays.stream(network.terms.yearsFrom()).mapToLong(y -> Math.round(1000 * y)).toArray();
    for (int k = 0; k < phase.length; k++) {
      move(k, phases);
    }
  }

  /** The same phases, computed from scratch. */
  public Schedule copy() {
    Schedule copy = new Schedule(network, unitCents, systemCents);
    for (int k = 0; k < phase.length; k++) {
      copy.move(k, phase[k]);
      copy.serveUntil(k, interim[k], interimFrom[k]);
    }
    return copy;
  }

  Network network() {
    return network;
  }

  /** Number of phases. */
  public int phases() {
    return phases;
  }

  /** Services that may be given. */
  public int services() {
    return phase.length;
  }

  /** True when some service is never given. */
  boolean isAnyNever() {
    return Arrays.stream(phase).anyMatch(each -> each == phases);
  }

  /** Phase from which a service is given; the number of phases = never. */
  public int phase(int service) {
    return phase[service];
  }

  /** Σ value of services · years in thousandths. */
  public long value() {
    return value;
  }

  /** People who are brought to the standard in some phase, each counted once. */
  double peopleServed() {
    double people = 0;
    for (int k = 0; k < phase.length; k++) {
      if (phase[k] < phases) {
        for (PartService part : network.plan.settlements().get(network.service[k]).each()) {
          people += part.status() == Status.STANDARD ? part.peopleServed() : 0;
        }
      }
    }
    return people;
  }

  /** Weighted people in millionths who are served until the end of a phase. */
  long served(int until) {
    return served[until];
  }

  /** Cents paid until the end of a phase. */
  long paid(int until) {
    long sum = 0;
    for (int t = 0; t <= until; t++) {
      sum += spent[t];
    }
    return sum;
  }

  /** Cents paid in a phase. */
  public long spent(int t) {
    return spent[t];
  }

  /** Cents over what has come in, of the worst phase; 0 where all keep to it. */
  long overCents(long[] cumulativeCents) {
    long worst = 0;
    long sum = 0;
    for (int t = 0; t < phases; t++) {
      sum += spent[t];
      worst = Math.max(worst, sum - cumulativeCents[t]);
    }
    return worst;
  }

  /** Cents that a phase may spend more without any later one going short; may be below 0. */
  long spareCents(long[] cumulativeCents, int from) {
    long least = Long.MAX_VALUE;
    for (int t = from; t < phases; t++) {
      least = Math.min(least, cumulativeCents[t] - paid(t));
    }
    return least;
  }

  /** Gives a service from another phase on; who must be served is served in the last, not never. */
  public void move(int k, int wanted) {
    int to = network.demanded[k] ? Math.min(wanted, phases - 1) : wanted;
    int from = phase[k];
    if (from == to) {
      return;
    }
    countInterim(k, -1);
    pay(network.ownCents[k], from, -1);
    pay(network.ownCents[k], to, 1);
    value += network.value[k] * (years[to] - years[from]);
    for (int t = to; t < from; t++) {
      served[t] += network.value[k];
    }
    for (int t = from; t < to; t++) {
      served[t] -= network.value[k];
    }
    phase[k] = to;
    int s = network.site[k];
    if (s >= 0) {
      int sign = to < from ? 1 : -1;
      int first = Math.min(from, to);
      int last = Math.max(from, to);
      site(s, k, first, last, sign);
      for (int v : network.way[s]) {
        link(v, k, first, last, sign);
      }
      node(network.node[s], k, first, last, sign);
    }
    countInterim(k, 1);
  }

  /**
   * Lets something else serve a service's settlement from a phase on until the service is given; of
   * no effect while that is not after it, or never.
   *
   * @param other null = nothing does
   */
  void serveUntil(int k, Interim other, int from) {
    countInterim(k, -1);
    interim[k] = other;
    interimFrom[k] = from;
    countInterim(k, 1);
  }

  /** What is replaced when a service is given; null where nothing is. */
  Interim replaced(int k) {
    boolean isReplaced = interim[k] != null && interimFrom[k] < phase[k] && phase[k] < phases;
    return isReplaced ? interim[k] : null;
  }

  /** From when what is replaced serves. */
  int replacedFrom(int k) {
    return interimFrom[k];
  }

  private void countInterim(int k, int sign) {
    Interim each = replaced(k);
    if (each == null) {
      return;
    }
    int from = interimFrom[k];
    spent[from] += sign * each.cost().get(from).lifetimeCents();
    value += sign * each.value() * (years[from] - years[phase[k]]);
    for (int t = from; t < phase[k]; t++) {
      served[t] += sign * each.value();
    }
  }

  private void pay(long[] cents, int t, int sign) {
    if (t < phases) {
      spent[t] += sign * cents[t];
    }
  }

  private void site(int s, int k, int first, int last, int sign) {
    countSite(s, first, last, -1);
    for (int t = first; t < last; t++) {
      siteUsers[s][t] += sign;
      siteTaken[s][t] += sign * network.taken[k][t];
    }
    countSite(s, first, last, 1);
  }

  /** What a site costs in the phases that a change of some of them touches. */
  private void countSite(int s, int first, int last, int sign) {
    for (int t = first; t <= Math.min(last, phases - 1); t++) {
      int before = t == 0 ? 0 : units(s, t - 1);
      spent[t] += sign * (siteCents(s, units(s, t), t) - siteCents(s, before, t));
    }
  }

  /** Units of a site at the end of a phase. */
  int units(int s, int t) {
    return siteUsers[s][t] == 0 ? 0 : SiteUnits.units(siteTaken[s][t]);
  }

  /** A site's price is linear in masts and units: that of one with its mast, and of one without. */
  private long siteCents(int s, int units, int t) {
    if (units == 0) {
      return 0;
    }
    if (unitCents[s] == null) {
      unitCents[s] = unitCents(network.plan.sites().get(s));
    }
    return units == 1
        ? unitCents[s][t]
        : systemCents.computeIfAbsent((long) s << 32 | units, key -> unitsCents(s, units))[t];
  }

  private long[] unitCents(AccessSite site) {
    long[] cents = new long[phases];
    Arrays.setAll(cents, t -> network.prices.site(site, 1, t).lifetimeCents());
    return cents;
  }

  private long[] unitsCents(int s, int units) {
    long[] cents = new long[phases];
    AccessSite site = network.plan.sites().get(s);
    Arrays.setAll(cents, t -> network.prices.site(site, units, t).lifetimeCents());
    return cents;
  }

  private void link(int v, int k, int first, int last, int sign) {
    countLink(v, first, last, -1);
    for (int t = first; t < last; t++) {
      linkUsers[v][t] += sign;
      linkBps[v][t] += sign * network.bps[k][t];
    }
    countLink(v, first, last, 1);
  }

  private void countLink(int v, int first, int last, int sign) {
    for (int t = first; t <= Math.min(last, phases - 1); t++) {
      int before = t == 0 ? 0 : systems(v, t - 1);
      spent[t] += sign * (linkCents(v, systems(v, t), t) - linkCents(v, before, t));
    }
  }

  /** Systems of a link at the end of a phase. */
  int systems(int v, int t) {
    return linkUsers[v][t] == 0
        ? 0
        : network.prices.systems(network.plan.links().get(v), linkBps[v][t]);
  }

  private long linkCents(int v, int systems, int t) {
    if (systems == 0) {
      return 0;
    }
    return systemCents
        .computeIfAbsent(
            Long.MIN_VALUE | (long) v << 32 | systems, key -> systemsCents(v, systems))[t];
  }

  private long[] systemsCents(int v, int systems) {
    long[] cents = new long[phases];
    Arrays.setAll(
        cents, t -> network.prices.link(network.plan.links().get(v), systems, t).lifetimeCents());
    return cents;
  }

  private void node(int n, int k, int first, int last, int sign) {
    if (n < 0) {
      return;
    }
    countNode(n, first, last, -1);
    for (int t = first; t < last; t++) {
      nodeBps[n][t] += sign * network.bps[k][t];
    }
    countNode(n, first, last, 1);
  }

  private void countNode(int n, int first, int last, int sign) {
    for (int t = first; t <= Math.min(last, phases - 1); t++) {
      long before = t == 0 ? 0 : nodeBps[n][t - 1];
      AssetCost more = nodeCost(n, nodeBps[n][t], t).minus(nodeCost(n, before, t));
      spent[t] += sign * more.lifetimeCents();
    }
  }

  private AssetCost nodeCost(int n, long bps, int t) {
    return network.prices.node(network.nodes.get(n).country(), network.limitBps(n), bps, t);
  }

  /** What a node sells at the end of a phase. */
  long nodeBps(int n, int t) {
    return nodeBps[n][t];
  }
}
