package org.kiungo.planner.verify.bound;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.verify.formula.BusyHourLoad;
import org.kiungo.planner.verify.formula.Coverage;
import org.kiungo.planner.verify.formula.SatelliteBeam;
import org.kiungo.planner.verify.formula.SkyLinks;
import org.kiungo.planner.verify.formula.TrafficPrices;
import org.kiungo.planner.verify.read.Facts;
import org.kiungo.planner.verify.read.NodeFacts.Seller;

/**
 * What every plan of a branch costs at the least, found from its decisions alone. Whoever must be
 * served and has one option left takes it: its own cost, the units of its site with all who must
 * use it, its load. A place where such a site stands needs a link; where one is left it is that
 * one, with the load of all that must come over it, and the next place needs one in turn; where
 * several are left, the cheapest that carries what must come. Nodes are paid for what must come
 * beyond their limit. No beam carries more than it can, and no way leads back to where it came
 * from: where either must be, there is no plan. Further people, load and links make none of these
 * sums smaller.
 */
final class ForcedCost {

  /** More than any plan costs. */
  static final long NEVER_CENTS = Long.MAX_VALUE / 4;

  private final ProofGraph graph;
  private final Facts facts;
  private final ProofBranch branch;
  private final int places;
  private final Map<Long, Long> takenAt = new HashMap<>();
  private final Map<Long, Integer> optionAt = new HashMap<>();
  private final Map<Beam, Long> beamBps = new HashMap<>();
  private final long[] placeBps;
  private final boolean[] needed;

  /** The last end left to a place; see {@link ProofLinks}. */
  private final int[] last;

  private static final int SEVERAL = -2;
  private static final int NO_END = -1;

  private record Beam(String technologyId, SatelliteBeam cell) {}

  private ForcedCost(ProofGraph graph, Facts facts, ProofBranch branch) {
    this.graph = graph;
    this.facts = facts;
    this.branch = branch;
    places = graph.names.places();
    placeBps = new long[places];
    needed = new boolean[places];
    last = new int[places];
  }

  /** {@link #NEVER_CENTS} where no plan is within the branch. */
  static long cents(ProofGraph graph, Facts facts, ProofBranch branch) {
    if (!graph.ends.areKept()) {
      throw new IllegalStateException("a branch without a price in a large graph");
    }
    return new ForcedCost(graph, facts, branch).cents();
  }

  private long cents() {
    long cents = 0;
    for (int i = 0; i < graph.settlementCount; i++) {
      boolean must = graph.demanded[i] || branch.serves(i);
      double least = must ? Double.POSITIVE_INFINITY : graph.forgoneCents[i];
      int only = NO_END;
      int left = 0;
      for (int o = graph.first[i]; o < graph.first[i + 1]; o++) {
        if (!branch.isOptionOut(o)) {
          least = Math.min(least, graph.aloneCents[o]);
          only = o;
          left++;
        }
      }
      if (left == 0 && must) {
        return NEVER_CENTS;
      }
      cents += (long) least;
      if (left == 1 && must) {
        take(only, i);
      }
    }
    for (Map.Entry<Long, Long> each : takenAt.entrySet()) {
      cents += graph.siteCents(optionAt.get(each.getKey()), Coverage.units(each.getValue()));
    }
    long links = linkCents();
    return links >= NEVER_CENTS || isAnyBeamTooSmall() ? NEVER_CENTS : cents + links;
  }

  private void take(int option, int settlement) {
    int place = graph.place(option);
    if (place >= 0) {
      takenAt.merge(graph.siteKey(option), graph.optionTaken[option], Long::sum);
      optionAt.put(graph.siteKey(option), option);
      placeBps[place] += graph.optionBps[option];
      needed[place] = true;
    }
    AccessTechnology terminals = graph.terminals(option);
    if (terminals != null && terminals.beamMbpsPerKm2() != null) {
      Beam beam = new Beam(terminals.id(), SatelliteBeam.of(graph.names.at(settlement)));
      beamBps.merge(beam, graph.terminalBps(option, settlement), Long::sum);
    }
  }

  private boolean isAnyBeamTooSmall() {
    return beamBps.entrySet().stream().anyMatch(each -> each.getValue() > bps(each.getKey()));
  }

  private long bps(Beam beam) {
    AccessTechnology a = facts.technologies().get(beam.technologyId);
    return beam.cell.bps(a, facts.money());
  }

  private long linkCents() {
    for (int v = 0; v < places; v++) {
      last[v] = lastEnd(v);
    }
    Deque<Integer> waiting = new ArrayDeque<>();
    for (int v = 0; v < places; v++) {
      if (needed[v]) {
        waiting.add(v);
      }
    }
    // needed places make the next ones needed
    int[] feeding = new int[places];
    while (!waiting.isEmpty()) {
      int next = nextPlace(waiting.poll());
      if (next >= 0) {
        feeding[next]++;
        if (!needed[next]) {
          needed[next] = true;
          waiting.add(next);
        }
      }
    }
    int open = 0;
    for (int v = 0; v < places; v++) {
      open += needed[v] ? 1 : 0;
      if (needed[v] && feeding[v] == 0) {
        waiting.add(v);
      }
    }
    Map<String, Long> soldBps = new HashMap<>();
    long cents = 0;
    while (!waiting.isEmpty()) {
      int v = waiting.poll();
      open--;
      long link = last[v] == NO_END ? NEVER_CENTS : cheapest(v);
      if (link >= NEVER_CENTS) {
        return NEVER_CENTS;
      }
      cents += link;
      int next = nextPlace(v);
      if (next >= 0) {
        placeBps[next] += placeBps[v];
        if (--feeding[next] == 0) {
          waiting.add(next);
        }
      } else if (last[v] >= 1) {
        soldBps.merge(graph.names.root(v, last[v]), placeBps[v], Long::sum);
      }
    }
    return open > 0 ? NEVER_CENTS : cents + soldCents(soldBps);
  }

  private long soldCents(Map<String, Long> soldBps) {
    TrafficPrices traffic = facts.prices().traffic();
    long cents = 0;
    for (Map.Entry<String, Long> each : soldBps.entrySet()) {
      Seller seller = facts.nodeLimits().sellers().get(each.getKey());
      if (seller != null) {
        long further = each.getValue() - BusyHourLoad.bps(seller.capacityMbps());
        cents += traffic.widening(seller.country(), further).lifetimeCents();
      }
    }
    return cents;
  }

  private int nextPlace(int v) {
    return last[v] > ProofLinks.MOST_ROOTS ? last[v] - 1 - ProofLinks.MOST_ROOTS : -1;
  }

  private int lastEnd(int v) {
    int end = NO_END;
    for (int a = graph.in[1 + v]; a < graph.in[2 + v]; a++) {
      int other = graph.ends.end[a];
      if (other != end && !branch.isArcOut(a)) {
        if (end != NO_END) {
          return SEVERAL;
        }
        end = other;
      }
    }
    return end;
  }

  /** Of the links left to a place, the cheapest that carries what must come over one. */
  private long cheapest(int v) {
    long best = NEVER_CENTS;
    Beam loaded = null;
    int upward = 0;
    for (int a = graph.in[1 + v]; a < graph.in[2 + v]; a++) {
      if (!branch.isArcOut(a) && placeBps[v] <= graph.ends.mostBps[a]) {
        Medium up = graph.ends.up[a];
        Beam beam = up == null ? null : above(v, up);
        if (beam == null || placeBps[v] <= bps(beam)) {
          best = Math.min(best, cents(a, placeBps[v]));
        }
        loaded = beam == null ? loaded : beam;
        upward += up == null ? 0 : 1;
      }
    }
    if (last[v] == 0 && upward == 1 && loaded != null) {
      beamBps.merge(loaded, placeBps[v], Long::sum);
    }
    return best;
  }

  private Beam above(int place, Medium up) {
    return SkyLinks.carrier(up, facts.technologies().values())
        .map(a -> new Beam(a.id(), SatelliteBeam.of(graph.names.at(place))))
        .orElse(null);
  }

  private long cents(int arc, long bps) {
    long further = bps <= graph.capacityBps[arc] ? 0 : (bps - 1) / graph.capacityBps[arc];
    return (long) graph.cents[arc] + further * (long) graph.stepCents[arc];
  }
}
