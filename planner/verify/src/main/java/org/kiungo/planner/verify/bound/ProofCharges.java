package org.kiungo.planner.verify.bound;

import java.io.IOException;
import java.util.Arrays;

/**
 * What everything in a proof's graph is charged in one branch, at its price. A charge is never
 * above what a plan of the branch pays:
 *
 * <ul>
 *   <li>a link pays w for its first system of capacity q and φ for each further one; with d = q(k −
 *       1) + r, 0 &lt; r ≤ q, w + φ(⌈Σd/q⌉ − 1) ≥ (w − qμ) + Σ[φ(k − 1) + μr] for 0 ≤ μ ≤ φ/q;
 *   <li>a site's units cost P(u) = u·T + (⌈u / k⌉ − s)·(M − T), k of them on a mast, M with its
 *       mast, T on one that stands, s = 1 on towers; settlement i needs u = k·m + e + 1 of them
 *       alone and takes t = u − 1 + r; A = M + (k − 1)·T. P(Σ(u − 1) + ⌈Σr⌉) ≥ P(1) + Σ(m·A + e·T),
 *       and where the settlements that may use it fill more than a mast ≥ Σ t·A / k, on towers ≥
 *       Σ(m·A + e·T + r·T); one settlement's own site pays whole units;
 *   <li>where the branch gives shares of a site, these alone: {@link ProofShares};
 *   <li>an option loses what a better one is worth more;
 *   <li>options and links that the branch rules out are not to be had;
 *   <li>what a country with a budget of its own pays for is charged at its own price: a
 *       settlement's own costs where it lies, sites where they stand, links where they start
 *       towards the network;
 *   <li>who is not served loses the best option's value and costs what is forgone; nobody may be
 *       left unserved whom a rule or the branch wants served.
 * </ul>
 */
final class ProofCharges {

  /** Charge of what no plan within the ceiling can build. */
  static final long NEVER = 1L << 56;

  final ProofGraph graph;

  /** Value per cent. */
  final double price;

  final ProofPrices prices;
  final long[] shared;
  final long[] capacityBps;
  final double[] stepPrice;
  final boolean[] byLoad;
  final long[] optionCost;

  /** What of an option's charge hangs on cents that the last bits of the arithmetic decide on. */
  private final long[] optionDoubt;

  final long[] penalty;

  /**
   * @param proof at a bound's price
   * @param branch decides on settlements
   */
  ProofCharges(ProofGraph graph, ProofReader proof, ProofBranch branch) throws IOException {
    this.graph = graph;
    prices = new ProofPrices(graph, proof);
    price = prices.common();
    int charging = proof.number(2);
    ProofShares shares = new ProofShares(graph, proof, prices);
    int arcs = graph.tail.length;
    shared = new long[arcs];
    capacityBps = new long[arcs];
    stepPrice = new double[arcs];
    byLoad = new boolean[arcs];
    for (int a = 0; a < arcs; a++) {
      double cents = graph.cents[a];
      if (graph.capacityBps[a] < Long.MAX_VALUE) {
        stepPrice[a] = prices.ofPlace(graph.payer(a)) * graph.stepCents[a];
        byLoad[a] = charging == 1 && graph.stepCents[a] <= cents;
        cents -= byLoad[a] ? graph.stepCents[a] : 0;
      }
      capacityBps[a] = charging == 2 ? Long.MAX_VALUE : graph.capacityBps[a];
      int payer = graph.payer(a);
      boolean never = branch.isArcOut(a) || graph.cents[a] > prices.ceilingOfPlace(payer);
      shared[a] = charge(never, prices.ofPlace(payer) * cents);
    }
    for (int v = 0; v + 1 < graph.in.length; v++) {
      if (shares.isShared(v)) {
        Arrays.fill(shared, graph.in[v], graph.in[v + 1], 0);
      }
    }
    optionCost = new long[graph.aloneCents.length];
    optionDoubt = new long[graph.aloneCents.length];
    penalty = new long[graph.settlementCount];
    for (int i = 0; i < penalty.length; i++) {
      long best = graph.bestValue[i];
      for (int o = graph.first[i]; o < graph.first[i + 1]; o++) {
        long loss = best - graph.optionValue[o];
        boolean isShared = shares.isShared(graph.optionTail[o]);
        double part = isShared ? 0 : graph.partCents[o];
        double worth = prices.worth(i, graph.place(o), graph.aloneCents[o], part);
        boolean never = branch.isOptionOut(o) || prices.isTooDear(i, o);
        optionCost[o] = charge(never, loss + worth);
        double unsure = prices.most(i, graph.place(o)) * graph.optionUnsureCents[o];
        optionDoubt[o] = optionCost[o] - charge(never, loss + worth - unsure);
        optionCost[o] += isShared && optionCost[o] < NEVER ? shares.of(o) : 0;
      }
      boolean must = graph.demanded[i] || branch.serves(i);
      penalty[i] =
          must ? NEVER : best + (long) Math.floor(prices.ofPlace(i) * graph.forgoneCents[i]);
    }
  }

  /** The same of any arc; an option o is −1 − o. */
  long doubt(int arc, double systems) {
    return arc < 0
        ? optionDoubt[-1 - arc]
        : (long)
            Math.ceil(prices.ofPlace(graph.payer(arc)) * graph.unsureCents[arc] * (1 + systems));
  }

  private static long charge(boolean never, double priced) {
    return never || priced >= NEVER ? NEVER : (long) Math.floor(priced);
  }
}
