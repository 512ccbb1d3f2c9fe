package org.kiungo.planner.benchmark.rival;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.planner.cost.LinkCost;
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

  private final Map<String, Long> beamBps = new HashMap<>();
  private long cents;

  Works(PlanningProblem problem, NearestRoots roots, int[] parent, double[] hopKm) {
    this.problem = problem;
    this.roots = roots;
    this.parent = parent.clone();
    this.hopKm = hopKm.clone();
    int n = parent.length;
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

  private static long beamCapacity(OwnOption option) {
    double mbps = option.technology().beamMbpsPerKm2().value() * option.beam().areaKm2();
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
    return active[v] == 0 ? 0 : hopCents(problem, hopKm[v], loadBps[v]);
  }

  /** Cost of a hop at a load, by its cheapest medium. */
  static long hopCents(PlanningProblem problem, double km, long bps) {
    Medium medium = medium(problem.catalogue().media(), problem, km, bps);
    return LinkCost.link(medium, km, systems(medium, bps), problem.money()).lifetimeCents();
  }

  static Medium medium(List<Medium> media, PlanningProblem problem, double km, long bps) {
    Medium best = null;
    long least = Long.MAX_VALUE;
    for (Medium medium : media) {
      if (LinkCost.reaches(medium, km)) {
        int systems = systems(medium, bps);
        long cents = LinkCost.link(medium, km, systems, problem.money()).lifetimeCents();
        if (cents < least) {
          least = cents;
          best = medium;
        }
      }
    }
    return best;
  }

  static int systems(Medium medium, long bps) {
    if (medium.systemMbps() == null) {
      return 1;
    }
    long system = Math.round(medium.systemMbps().value() * 1e6);
    return (int) Math.max(1, (bps + system - 1) / system);
  }

  /** What serving a settlement would add, hops not yet built at one system included. */
  long extraCents(int i, OwnOption option) {
    long extra = option.cents() - (chosen[i] == null ? 0 : chosen[i].cents());
    for (int v = i; option.units() > 0 && v != GrownTree.ROOT && active[v] == 0; v = parent[v]) {
      extra += hopCents(problem, hopKm[v], 0);
    }
    return extra;
  }
}
