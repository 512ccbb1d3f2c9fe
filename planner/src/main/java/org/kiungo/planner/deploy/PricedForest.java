package org.kiungo.planner.deploy;

import org.kiungo.planner.network.Arborescence;
import org.kiungo.planner.network.ArborescenceInstance;
import org.kiungo.planner.network.Digraph;

/**
 * The whole choice at one price λ as one rooted Steiner arborescence in value units:
 *
 * <pre>
 * root ─ λ·link ─► place        link to the nearest existing node or fibre
 * place ─ λ·link ─► place       candidate links, both directions
 * place ─ λ·F ─► site           open a site that several settlements may use
 * site ─ λ·c + quality loss ─► settlement
 * place ─ λ·(c + units·F) + quality loss ─► settlement     a site only it can use
 * root ─ λ·c + quality loss ─► settlement                  free-standing
 * penalty of a settlement = its best value                 leave it unserved
 * </pre>
 *
 * Every arc is charged at most what any plan pays for it. Links cost one system of the cheapest
 * medium; a settlement whose own demand needs more gets a gate, a second copy of its place that its
 * own sites hang on, entered over the same links at the cost of its own demand and open towards the
 * place itself: so its first hop is paid in full. Units of a shared site with unit cost F and
 * capacity q: for 0 ≤ μ ≤ F/q, with d_i = q(k_i − 1) + r_i and 0 &lt; r_i ≤ q,
 *
 * <pre>F ⌈Σd/q⌉ ≥ (F − qμ) + Σ_i [F (k_i − 1) + μ r_i]</pre>
 *
 * so F − qμ is charged to the site and the bracket to the settlement. μ = F/q where all settlements
 * that may use the site need more than one unit together, else 0. Left out: beams' shared capacity,
 * further systems on all but those first hops. Costs are rounded down.
 */
final class PricedForest {

  private static final double CROWDED = 1;

  private final World world;
  private final AccessOptions options;
  final Digraph graph;

  /** Charge of each arc in cents (before λ), and its quality loss in value units. */
  private final double[] arcCents;

  private final long[] arcLoss;

  /** What an arc of the graph stands for: option o ≥ 0, or −1 − e for candidate arc e, or none. */
  private final int[] meaning;

  private static final int NOTHING = Integer.MIN_VALUE;

  private final int firstSite;
  private final int firstTerminal;
  private final int firstGate;
  private final long[] gateBps;
  private int inserted;

  PricedForest(World world) {
    this.world = world;
    options = world.options;
    firstSite = 1 + world.places.count;
    firstTerminal = firstSite + options.sites;
    firstGate = firstTerminal + world.places.settlements;
    gateBps = gates();
    Digraph.Builder builder = Digraph.builder(firstGate + world.places.settlements);
    int most =
        2 * world.links.head.length
            + world.places.settlements
            + options.sites
            + options.site.length;
    double[] cents = new double[most];
    long[] loss = new long[most];
    int[] means = new int[most];
    addLinks(builder, cents, means);
    addSites(builder, cents, means);
    addOptions(builder, cents, loss, means);
    graph = builder.build();
    arcCents = new double[inserted];
    arcLoss = new long[inserted];
    meaning = new int[inserted];
    for (int k = 0; k < inserted; k++) {
      int a = graph.arcOfInsertion(k);
      arcCents[a] = cents[k];
      arcLoss[a] = loss[k];
      meaning[a] = means[k];
    }
  }

  private void addLinks(Digraph.Builder builder, double[] cents, int[] means) {
    CandidateLinks links = world.links;
    for (int v = 0; v < world.places.count; v++) {
      for (int e = links.first[v]; e < links.first[v + 1]; e++) {
        int u = links.head[e] == links.root() ? 0 : 1 + links.head[e];
        builder.arc(u, 1 + v);
        cents[inserted] = links.media.cents(links.link[e], 0);
        means[inserted++] = -1 - e;
      }
      if (v < gateBps.length && gateBps[v] > 0) {
        addGate(builder, v, cents, means);
      }
    }
  }

  private void addGate(Digraph.Builder builder, int v, double[] cents, int[] means) {
    CandidateLinks links = world.links;
    for (int e = links.first[v]; e < links.first[v + 1]; e++) {
      int u = links.head[e] == links.root() ? 0 : 1 + links.head[e];
      builder.arc(u, firstGate + v);
      cents[inserted] = links.media.cents(links.link[e], gateBps[v]);
      means[inserted++] = -1 - e;
    }
    builder.arc(firstGate + v, 1 + v);
    means[inserted++] = NOTHING;
  }

  /** Least demand of each settlement's own sites where a link needs more than one system for it. */
  private long[] gates() {
    long[] least = new long[world.places.settlements];
    for (int i = 0; i < least.length; i++) {
      long own = Long.MAX_VALUE;
      for (int o = options.first[i]; o < options.first[i + 1]; o++) {
        int s = options.site[o];
        if (s >= 0 && !isShared(s) && options.sitePlace[s] == i) {
          own = Math.min(own, options.demandBps[o]);
        }
      }
      boolean heavy = false;
      for (int e = world.links.first[i]; e < world.links.first[i + 1]; e++) {
        int link = world.links.link[e];
        heavy |=
            own < Long.MAX_VALUE
                && world.links.media.cents(link, own) > world.links.media.cents(link, 0);
      }
      least[i] = heavy ? own : 0;
    }
    return least;
  }

  private void addSites(Digraph.Builder builder, double[] cents, int[] means) {
    for (int s = 0; s < options.sites; s++) {
      if (isShared(s)) {
        builder.arc(1 + options.sitePlace[s], firstSite + s);
        cents[inserted] = isCrowded(s) ? 0 : options.siteUnitCents[s];
        means[inserted++] = NOTHING;
      }
    }
  }

  private void addOptions(Digraph.Builder builder, double[] cents, long[] loss, int[] means) {
    for (int i = 0; i < world.places.settlements; i++) {
      long best = bestValue(i);
      for (int o = options.first[i]; o < options.first[i + 1]; o++) {
        int s = options.site[o];
        int own = gateBps[i] > 0 ? firstGate + i : 1 + i;
        boolean atOwn = s >= 0 && !isShared(s) && options.sitePlace[s] == i;
        int at = s < 0 ? 0 : isShared(s) ? firstSite + s : 1 + options.sitePlace[s];
        int from = atOwn ? own : at;
        builder.arc(from, firstTerminal + i);
        cents[inserted] = leastCents(o);
        loss[inserted] = best - options.value[o];
        means[inserted++] = o;
      }
    }
  }

  private boolean isShared(int s) {
    return options.siteFirst[s + 1] - options.siteFirst[s] > 1;
  }

  private boolean isCrowded(int s) {
    double demand = 0;
    for (int k = options.siteFirst[s]; k < options.siteFirst[s + 1]; k++) {
      demand += options.demandBps[options.siteOption[k]];
    }
    return demand >= CROWDED * options.siteUnitBps[s];
  }

  private double leastCents(int o) {
    int s = options.site[o];
    if (s < 0) {
      return options.privateCents[o];
    }
    long unitCents = options.siteUnitCents[s];
    int units = unitsAlone(s, options.demandBps[o]);
    if (!isShared(s)) {
      return options.privateCents[o] + (double) unitCents * units;
    }
    double rest = options.demandBps[o] - (units - 1.0) * options.siteUnitBps[s];
    double fluid = isCrowded(s) ? unitCents * rest / options.siteUnitBps[s] : 0;
    return options.privateCents[o] + (units - 1.0) * unitCents + fluid;
  }

  private int unitsAlone(int s, long bps) {
    long unit = options.siteUnitBps[s];
    return bps <= unit ? 1 : (int) ((bps - 1) / unit + 1);
  }

  long bestValue(int i) {
    long best = 0;
    for (int o = options.first[i]; o < options.first[i + 1]; o++) {
      best = Math.max(best, options.value[o]);
    }
    return best;
  }

  /** Σ best value of every settlement. */
  long totalValue() {
    long total = 0;
    for (int i = 0; i < world.places.settlements; i++) {
      total += bestValue(i);
    }
    return total;
  }

  /**
   * @param valuePerCent λ
   * @param budgetCents options that cost more by themselves are deleted
   */
  ArborescenceInstance at(double valuePerCent, long budgetCents) {
    long[] cost = new long[graph.arcCount()];
    for (int a = 0; a < cost.length; a++) {
      double priced = arcLoss[a] + valuePerCent * arcCents[a];
      boolean tooDear = arcCents[a] > budgetCents || priced >= ArborescenceInstance.MANDATORY;
      cost[a] = tooDear ? ArborescenceInstance.MANDATORY : (long) Math.floor(priced);
    }
    long[] penalty = new long[graph.vertexCount()];
    for (int i = 0; i < world.places.settlements; i++) {
      penalty[firstTerminal + i] =
          options.demanded[i] ? ArborescenceInstance.MANDATORY : bestValue(i);
    }
    return new ArborescenceInstance(graph, cost, 0, penalty);
  }

  /** The decisions a tree stands for, at their true cost. */
  Draft draft(ArborescenceInstance instance, Arborescence tree, int[] waysToNetwork) {
    Draft draft = new Draft(world, waysToNetwork);
    int[] parentArc = tree.parentArc();
    int[] order = tree.topDown(instance);
    for (int v : order) {
      if (v > 0 && v < firstSite) {
        int a = parentArc[v];
        int tail = graph.tail(a);
        draft.reparent(v - 1, -1 - meaning[tail >= firstGate ? parentArc[tail] : a]);
      } else if (v >= firstGate && parentArc[1 + v - firstGate] < 0) {
        draft.reparent(v - firstGate, -1 - meaning[parentArc[v]]);
      }
    }
    for (int v : order) {
      if (v >= firstTerminal && v < firstGate) {
        int o = meaning[parentArc[v]];
        if (roomInBeam(draft, o)) {
          draft.choose(options.owner[o], o);
        }
      }
    }
    return draft;
  }

  private boolean roomInBeam(Draft draft, int o) {
    int beam = options.beam[o];
    return beam < 0 || draft.beamLoadBps[beam] + options.demandBps[o] <= options.beamBps[beam];
  }
}
