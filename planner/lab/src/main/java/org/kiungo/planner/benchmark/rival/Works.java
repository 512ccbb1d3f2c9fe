package org.kiungo.planner.benchmark.rival;

import java.util.HashMap;
import java.util.Map;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.PlanningProblem;

/**
 * What is built so far: who is served by what, and the hops of a given tree that this needs, at
 * their true cost, kept up to date in O(depth). Hops take the cheapest medium at their load.
 */
final class Works {

  final PlanningProblem problem;
  final NearestRoots roots;
  final int[] parent;
  final double[] hopKm;
  final OwnOption[] chosen;
  final long[] loadBps;

  /** Sites here plus used hops that end here. */
  final int[] active;

  private final HopPrices prices;
  private final double[][] firstUsd;
  private final Map<String, Long> beamBps = new HashMap<>();
  private long cents;

  /** Nothing built yet on a tree. */
  Works(PlanningProblem problem, NearestRoots roots, GrownTree tree) {
    this.problem = problem;
    this.roots = roots;
    parent = tree.parent().clone();
    hopKm = tree.hopKm().clone();
    int n = parent.length;
    prices = new HopPrices(problem);
    firstUsd = new double[n][];
    for (int i : tree.order()) {
      firstUsd[i] = prices.firstUsd(hopKm[i], roots.rainMmPerHour(i, parent[i]));
    }
    chosen = new OwnOption[n];
    loadBps = new long[n];
    active = new int[n];
  }

  /** Lifetime cost of everything built. */
  long cents() {
    return cents;
  }

  double value() {
    double value = 0;
    for (OwnOption option : chosen) {
      value += option == null ? 0 : option.value();
    }
    return value;
  }

  /** True when the settlement has a way to the network over the tree. */
  boolean isConnectable(int i) {
    return parent[i] != GrownTree.NONE;
  }

  /** Hangs an unused settlement directly on the existing network. */
  void hangOnRoot(int i, double km) {
    parent[i] = GrownTree.ROOT;
    hopKm[i] = km;
    firstUsd[i] = prices.firstUsd(km, roots.rainMmPerHour(i, GrownTree.ROOT));
  }

  /** A copy with nothing built, on the same tree. */
  Works empty() {
    return new Works(this);
  }

  private Works(Works other) {
    problem = other.problem;
    roots = other.roots;
    parent = other.parent.clone();
    hopKm = other.hopKm.clone();
    prices = other.prices;
    firstUsd = other.firstUsd.clone();
    chosen = new OwnOption[parent.length];
    loadBps = new long[parent.length];
    active = new int[parent.length];
  }

  /** True when a satellite's beam has room, or none is needed. */
  boolean fitsBeam(OwnOption option) {
    return option.beam() == null || beamLoad(option) + option.bps() <= beamCapacity(option);
  }

  private static String beamKey(OwnOption option) {
    return option.technology().id() + option.beam();
  }

  private long beamLoad(OwnOption option) {
    return beamBps.getOrDefault(beamKey(option), 0L);
  }

  private long beamCapacity(OwnOption option) {
    double mbps = option.beam().mbps(option.technology(), problem.money());
    return Math.round(mbps * 1e6);
  }

  /** Serves a settlement by an option, or by none. */
  void serve(int i, OwnOption option) {
    OwnOption old = chosen[i];
    if (old == option) {
      return;
    }
    if (old != null) {
      change(i, old, -1);
    }
    chosen[i] = option;
    if (option != null) {
      change(i, option, 1);
    }
  }

  private void change(int i, OwnOption option, int sign) {
    cents += sign * option.cents();
    if (option.beam() != null) {
      beamBps.merge(beamKey(option), sign * option.bps(), Long::sum);
    }
    if (option.units() > 0) {
      flow(i, sign * option.bps(), sign);
    }
  }

  private void flow(int from, long bps, int use) {
    int change = use;
    for (int v = from; v != GrownTree.ROOT; v = parent[v]) {
      cents -= hopCents(v);
      boolean wasUsed = active[v] > 0;
      loadBps[v] += bps;
      active[v] += change;
      boolean isUsed = active[v] > 0;
      cents += hopCents(v);
      change = (isUsed ? 1 : 0) - (wasUsed ? 1 : 0);
    }
  }

  private long hopCents(int v) {
    return active[v] == 0 ? 0 : prices.cents(firstUsd[v], loadBps[v]);
  }

  /** Medium of a hop at its load. */
  Medium medium(int v) {
    return prices.medium(prices.cheapest(firstUsd[v], loadBps[v]));
  }

  /** What serving a settlement would add, hops not yet built at one system included. */
  long extraCents(int i, OwnOption option) {
    long extra = option.cents() - (chosen[i] == null ? 0 : chosen[i].cents());
    for (int v = i; option.units() > 0 && v != GrownTree.ROOT && active[v] == 0; v = parent[v]) {
      extra += prices.cents(firstUsd[v], 0);
    }
    return extra;
  }
}
