package org.kiungo.planner.verify.bound;

import java.io.IOException;
import java.util.Arrays;

/**
 * Replays the raises of one bound of a proof. State: what is left of every arc's shared charge and
 * of every settlement's penalty; and for each settlement t, class c of its loads (their distinct
 * values) and link arc a with systems, how much of its private charge there was used.
 *
 * <p>A raise of Δ at t: let W be the pairs (vertex, class) that reach t over passable arcs — an
 * option with nothing left leads to its tail with the option's load; further on an arc is passable
 * for a class when nothing is left of its shared charge and of the private charge of t in that
 * class. The raise is valid if the network is not in W, Δ is at most what is left of the penalty,
 * and at most what is left, shared and private together, of every arc that enters W. It is then
 * taken from all of these: from the private charge first, and what t takes of a shared charge for
 * one class serves its other classes too. The sum of valid raises bounds lost value + price · cost
 * of every plan from below.
 *
 * @see <a href="https://doi.org/10.1007/BF02612335">Wong 1984, A dual ascent approach for Steiner
 *     tree problems on a directed graph</a>
 */
final class ProofReplay {

  private static final int MOST_CLASSES = 8;

  private final ProofGraph graph;
  private final ProofCharges charges;
  private final long[] left;
  private final long[] optionLeft;
  private final long[] penaltyLeft;
  private final ChargesUsed paid = new ChargesUsed();
  private final int[] takenAt;
  private final int[] mask;
  private final int[] stamped;
  private int stamp;
  private int[] queueVertex = new int[256];
  private int[] queueClass = new int[256];
  private int queued;
  private int scanned;
  private int settlement = -1;
  private long[] classes;
  private boolean rooted;

  /** Arcs seen at W's edge; o is coded as −1 − o. */
  private int[] edge = new int[256];

  private int[] edgeClass = new int[256];
  private int edges;

  private long sum;
  private int raises;

  ProofReplay(ProofCharges charges) {
    this.charges = charges;
    graph = charges.graph;
    left = charges.shared.clone();
    optionLeft = charges.optionCost.clone();
    penaltyLeft = charges.penalty.clone();
    takenAt = new int[left.length];
    mask = new int[graph.in.length - 1];
    stamped = new int[graph.in.length - 1];
  }

  long sum() {
    return sum;
  }

  /**
   * Reads and replays all raises.
   *
   * @return null when all are valid, else what is wrong with the first that is not
   */
  String replay(ProofReader proof) throws IOException {
    long count = proof.number();
    int i = 0;
    for (long k = 0; k < count; k++) {
      long folded = proof.number();
      i += (int) ((folded & 1) == 0 ? folded >>> 1 : -(folded + 1 >>> 1));
      long step = proof.number();
      if (i < 0 || i >= graph.settlementCount) {
        return "raise " + k + " is at no settlement";
      }
      String wrong = raise(i, step);
      if (wrong != null) {
        return "raise " + k + " at " + graph.settlements.get(i).id() + ": " + wrong;
      }
      raises++;
    }
    return null;
  }

  private String raise(int i, long step) {
    if (i != settlement) {
      begin(i);
    }
    grow();
    if (rooted) {
      return "it is reached already";
    }
    if (step <= 0 || step > penaltyLeft[i]) {
      return step + " is more than " + penaltyLeft[i] + " that it may lose";
    }
    int kept = 0;
    for (int k = 0; k < edges; k++) {
      if (isOutside(k)) {
        edge[kept] = edge[k];
        edgeClass[kept++] = edgeClass[k];
        long most = leftAt(edge[k], edgeClass[k]);
        if (step > most) {
          return step + " is more than " + most + " left on an arc";
        }
      }
    }
    edges = kept;
    for (int k = 0; k < edges; k++) {
      take(edge[k], edgeClass[k], step);
    }
    penaltyLeft[i] -= step;
    sum += step;
    kept = 0;
    for (int k = 0; k < edges; k++) {
      if (leftAt(edge[k], edgeClass[k]) <= doubt(edge[k], edgeClass[k])) {
        pass(edge[k], edgeClass[k]);
      } else {
        edge[kept] = edge[k];
        edgeClass[kept++] = edgeClass[k];
      }
    }
    edges = kept;
    return null;
  }

  private void begin(int i) {
    settlement = i;
    stamp++;
    queued = 0;
    scanned = 0;
    edges = 0;
    rooted = false;
    long[] found = Arrays.copyOfRange(graph.optionBps, graph.first[i], graph.first[i + 1]);
    classes = Arrays.stream(found).filter(bps -> bps > 0).sorted().distinct().toArray();
    classes = classes.length == 0 ? new long[1] : classes;
    classes = classes.length <= MOST_CLASSES ? classes : Arrays.copyOf(classes, MOST_CLASSES);
    for (int o = graph.first[i]; o < graph.first[i + 1]; o++) {
      meet(-1 - o, classOf(graph.optionBps[o]));
    }
  }

  private int classOf(long bps) {
    int c = 0;
    while (c + 1 < classes.length && classes[c + 1] <= bps) {
      c++;
    }
    return c;
  }

  private void grow() {
    while (scanned < queued && !rooted) {
      int v = queueVertex[scanned];
      int c = queueClass[scanned++];
      for (int a = graph.in[v]; a < graph.in[v + 1] && !rooted; a++) {
        if (graph.tail[a] == 0 || !reaches(graph.tail[a], c)) {
          meet(a, c);
        }
      }
    }
  }

  private void meet(int arc, int c) {
    if (leftAt(arc, c) <= doubt(arc, c)) {
      pass(arc, c);
      return;
    }
    if (edges == edge.length) {
      edge = Arrays.copyOf(edge, 2 * edges);
      edgeClass = Arrays.copyOf(edgeClass, 2 * edges);
    }
    edge[edges] = arc;
    edgeClass[edges++] = c;
  }

  private void pass(int arc, int c) {
    int u = arc < 0 ? graph.optionTail[-1 - arc] : graph.tail[arc];
    if (u == 0) {
      rooted = true;
    } else if (!reaches(u, c)) {
      mask[u] = stamped[u] == stamp ? mask[u] | 1 << c : 1 << c;
      stamped[u] = stamp;
      if (queued == queueVertex.length) {
        queueVertex = Arrays.copyOf(queueVertex, 2 * queued);
        queueClass = Arrays.copyOf(queueClass, 2 * queued);
      }
      queueVertex[queued] = u;
      queueClass[queued++] = c;
    }
  }

  private boolean reaches(int v, int c) {
    return stamped[v] == stamp && (mask[v] >> c & 1) != 0;
  }

  /** True when an arc at the edge still enters W. */
  private boolean isOutside(int k) {
    int arc = edge[k];
    int u = arc < 0 ? graph.optionTail[-1 - arc] : graph.tail[arc];
    return u == 0 || !reaches(u, edgeClass[k]);
  }

  /** The private charge of a class on an arc, rounded down. */
  private long charge(int a, int c) {
    long q = charges.capacityBps[a];
    long whole = (classes[c] - 1) / q;
    double rest = charges.byLoad[a] ? (classes[c] - whole * q) / (double) q : 0;
    return (long) Math.floor(charges.stepPrice[a] * (whole + rest));
  }

  private boolean isPrivate(int arc) {
    return arc >= 0
        && charges.capacityBps[arc] < Long.MAX_VALUE
        && charge(arc, classes.length - 1) > 0;
  }

  private int entry(int a) {
    return paid.entry((long) settlement * graph.tail.length + a, classes.length);
  }

  private long leftAt(int arc, int c) {
    if (arc < 0) {
      return optionLeft[-1 - arc];
    }
    if (!isPrivate(arc)) {
      return left[arc];
    }
    return left[arc] + paid.free(entry(arc), c, charge(arc, c));
  }

  /**
   * What of a charge hangs on cents that the last bits of the arithmetic decide on: it is charged,
   * and nothing is left where no more than it is. Nearly always 0.
   */
  private long doubt(int arc, int c) {
    if (arc >= 0 && graph.unsureCents[arc] == 0) {
      return 0;
    }
    double systems = isPrivate(arc) ? classes[c] / (double) charges.capacityBps[arc] : 0;
    return charges.doubt(arc, systems);
  }

  private void take(int arc, int c, long step) {
    if (arc < 0) {
      optionLeft[-1 - arc] -= step;
    } else if (isPrivate(arc)) {
      left[arc] -= paid.take(entry(arc), c, charge(arc, c), step);
    } else if (takenAt[arc] != raises + 1) {
      takenAt[arc] = raises + 1;
      left[arc] -= step;
    }
  }
}
