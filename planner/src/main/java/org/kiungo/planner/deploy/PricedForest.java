package org.kiungo.planner.deploy;

import java.util.Arrays;
import org.kiungo.planner.bound.LinkLoads;
import org.kiungo.planner.network.Arborescence;
import org.kiungo.planner.network.ArborescenceInstance;
import org.kiungo.planner.network.Digraph;

/**
 * The whole choice at one price λ as one rooted Steiner arborescence in value units:
 *
 * <pre>
 * root ─ λ·link ─► place        link to the nearest existing node or fibre, one arc per medium
 * place ─ λ·link ─► place       candidate links, both directions, one arc per medium
 * place ─ λ·F ─► site           open a site that several settlements may use
 * site ─ λ·c + quality loss ─► settlement
 * place ─ λ·(c + units·F) + quality loss ─► settlement     a site only it can use
 * root ─ λ·c + quality loss ─► settlement                  free-standing
 * penalty of a settlement = its best value + λ·forgone     leave it unserved
 * </pre>
 *
 * Every arc is charged at most what any plan pays for it. Links and shared sites are bought in
 * units: with unit capacity q, further units at φ, d_i = q(k_i − 1) + r_i, 0 &lt; r_i ≤ q and 0 ≤ μ
 * ≤ φ/q,
 *
 * <pre>w + φ(⌈Σd/q⌉ − 1) ≥ (w − qμ) + Σ_i [φ (k_i − 1) + μ r_i]</pre>
 *
 * so w − qμ is charged once and the bracket to each settlement: on links as the private charges of
 * {@link LinkLoads}, at sites on the settlement's own arc. On links μ = φ/q or 0, as asked for; at
 * sites μ = φ/q where all settlements that may use the site need more than one unit together, else
 * 0. Left out: beams' shared capacity. Costs are rounded down.
 */
final class PricedForest {

  private static final double CROWDED = 1;
  private static final int NOTHING = Integer.MIN_VALUE;

  private final World world;
  private final AccessOptions options;
  final Digraph graph;

  /** Charge of each arc in cents (before λ), and its quality loss in value units. */
  private final double[] arcCents;

  private final long[] arcLoss;

  /** Cents of a further system; 0 on all but links of a medium with systems. */
  private final double[] arcStepCents;

  private final long[] arcCapacityBps;
  private final long[] arcLoadBps;

  /** What an arc of the graph stands for: option o ≥ 0, or −1 − e for candidate arc e, or none. */
  private final int[] meaning;

  private final int firstSite;
  private final int firstTerminal;

  /** Arcs in the order they are made. */
  private static final class Arcs {
    private final Digraph.Builder builder;
    private double[] cents = new double[1024];
    private double[] stepCents = new double[1024];
    private long[] loss = new long[1024];
    private long[] capacity = new long[1024];
    private long[] load = new long[1024];
    private int[] means = new int[1024];

    Arcs(int vertices) {
      builder = Digraph.builder(vertices);
    }

    int add(int from, int to, double arcCents, int meaning) {
      int k = builder.arc(from, to);
      if (k == cents.length) {
        int size = k + (k >> 1);
        cents = Arrays.copyOf(cents, size);
        stepCents = Arrays.copyOf(stepCents, size);
        loss = Arrays.copyOf(loss, size);
        capacity = Arrays.copyOf(capacity, size);
        load = Arrays.copyOf(load, size);
        means = Arrays.copyOf(means, size);
      }
      cents[k] = arcCents;
      capacity[k] = Long.MAX_VALUE;
      means[k] = meaning;
      return k;
    }
  }

  PricedForest(World world) {
    this.world = world;
    options = world.options;
    firstSite = 1 + world.places.count;
    firstTerminal = firstSite + options.sites;
    Arcs arcs = new Arcs(firstTerminal + world.places.settlements);
    addLinks(arcs);
    addSites(arcs);
    addOptions(arcs);
    graph = arcs.builder.build();
    int count = graph.arcCount();
    arcCents = new double[count];
    arcStepCents = new double[count];
    arcLoss = new long[count];
    arcCapacityBps = new long[count];
    arcLoadBps = new long[count];
    meaning = new int[count];
    for (int k = 0; k < count; k++) {
      int a = graph.arcOfInsertion(k);
      arcCents[a] = arcs.cents[k];
      arcStepCents[a] = arcs.stepCents[k];
      arcLoss[a] = arcs.loss[k];
      arcCapacityBps[a] = arcs.capacity[k];
      arcLoadBps[a] = arcs.load[k];
      meaning[a] = arcs.means[k];
    }
  }

  /** Vertex of the first settlement. */
  int firstTerminal() {
    return firstTerminal;
  }

  private void addLinks(Arcs arcs) {
    CandidateLinks links = world.links;
    LinkMedia media = links.media;
    for (int v = 0; v < world.places.count; v++) {
      for (int e = links.first[v]; e < links.first[v + 1]; e++) {
        int u = links.head[e] == links.root() ? 0 : 1 + links.head[e];
        for (int m = 0; m < media.media.size(); m++) {
          if (!media.isDominated(m, links.link[e])) {
            int k = arcs.add(u, 1 + v, media.firstCents(m, links.link[e]), -1 - e);
            arcs.capacity[k] = media.systemBps(m);
            arcs.stepCents[k] = media.furtherCents(m, links.link[e]);
          }
        }
      }
    }
  }

  private void addSites(Arcs arcs) {
    for (int s = 0; s < options.sites; s++) {
      if (isShared(s)) {
        double cents = isCrowded(s) ? 0 : options.siteUnitCents[s];
        arcs.add(1 + options.sitePlace[s], firstSite + s, cents, NOTHING);
      }
    }
  }

  private void addOptions(Arcs arcs) {
    for (int i = 0; i < world.places.settlements; i++) {
      long best = bestValue(i);
      for (int o = options.first[i]; o < options.first[i + 1]; o++) {
        int s = options.site[o];
        int from = s < 0 ? 0 : isShared(s) ? firstSite + s : 1 + options.sitePlace[s];
        int k = arcs.add(from, firstTerminal + i, leastCents(o), o);
        arcs.loss[k] = best - options.value[o];
        arcs.load[k] = s < 0 ? 0 : options.demandBps[o];
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

  /** How links are charged for load; the order is that of the proof file. */
  enum Charging {
    /** μ = 0: the further systems that settlements need by themselves. */
    SYSTEMS,
    /** μ = φ/q: what each settlement loads. */
    FLUID,
    /** Not at all. */
    NONE
  }

  /**
   * An instance and the loads beside it.
   *
   * @param instance shared costs
   * @param loads private charges on links
   */
  record Priced(ArborescenceInstance instance, LinkLoads loads) {}

  /**
   * @param valuePerCent λ
   * @param budgetCents options that cost more by themselves are deleted
   * @param charging how links are charged for load
   */
  Priced at(double valuePerCent, long budgetCents, Charging charging) {
    int count = graph.arcCount();
    long[] cost = new long[count];
    double[] step = new double[count];
    boolean[] byLoad = new boolean[count];
    for (int a = 0; a < count; a++) {
      double cents = arcCents[a];
      if (arcCapacityBps[a] < Long.MAX_VALUE) {
        step[a] = valuePerCent * arcStepCents[a];
        byLoad[a] = charging == Charging.FLUID && arcStepCents[a] <= cents;
        cents -= byLoad[a] ? arcStepCents[a] : 0;
      }
      double priced = arcLoss[a] + valuePerCent * cents;
      boolean tooDear = arcCents[a] > budgetCents || priced >= ArborescenceInstance.MANDATORY;
      cost[a] = tooDear ? ArborescenceInstance.MANDATORY : (long) Math.floor(priced);
    }
    long[] endless = new long[charging == Charging.NONE ? count : 0];
    Arrays.fill(endless, Long.MAX_VALUE);
    long[] penalty = new long[graph.vertexCount()];
    for (int i = 0; i < world.places.settlements; i++) {
      penalty[firstTerminal + i] =
          options.demanded[i]
              ? ArborescenceInstance.MANDATORY
              : bestValue(i) + (long) Math.floor(valuePerCent * world.forgoneCents[i]);
    }
    return new Priced(
        new ArborescenceInstance(graph, cost, 0, penalty),
        new LinkLoads(
            arcLoadBps, charging == Charging.NONE ? endless : arcCapacityBps, step, byLoad));
  }

  /** The decisions a tree stands for, at their true cost. */
  Draft draft(ArborescenceInstance instance, Arborescence tree, int[] waysToNetwork) {
    Draft draft = new Draft(world, waysToNetwork);
    int[] parentArc = tree.parentArc();
    int[] order = tree.topDown(instance);
    for (int v : order) {
      if (v > 0 && v < firstSite) {
        draft.reparent(v - 1, -1 - meaning[parentArc[v]]);
      }
    }
    for (int v : order) {
      if (v >= firstTerminal) {
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
