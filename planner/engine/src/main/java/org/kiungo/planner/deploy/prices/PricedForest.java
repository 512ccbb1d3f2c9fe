package org.kiungo.planner.deploy.prices;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.kiungo.planner.bound.LinkLoads;
import org.kiungo.planner.bound.LoadedAscent;
import org.kiungo.planner.bound.Pools;
import org.kiungo.planner.deploy.draft.Draft;
import org.kiungo.planner.deploy.links.CandidateLinks;
import org.kiungo.planner.deploy.links.LinkMedia;
import org.kiungo.planner.deploy.options.AccessOptions;
import org.kiungo.planner.deploy.options.SitePrices;
import org.kiungo.planner.deploy.question.Question;
import org.kiungo.planner.network.Arborescence;
import org.kiungo.planner.network.ArborescenceInstance;
import org.kiungo.planner.network.Digraph;
import org.kiungo.planner.radio.SiteUnits;

/**
 * The whole choice at a price λ as one rooted Steiner arborescence in value units:
 *
 * <pre>
 * root ─ λ·link ─► place        link to the nearest existing node or fibre, one arc per medium
 * place ─ λ·link ─► place       candidate links, both directions, one arc per medium
 * place ─ λ·P(1) ─► site        open a site that several settlements may use
 * site ─ λ·c + quality loss ─► settlement
 * place ─ λ·(c + P(units)) + quality loss ─► settlement     a site only it can use
 * root ─ λ·c + quality loss ─► settlement                  free-standing
 * penalty of a settlement = its best value + λ·forgone     leave it unserved
 * </pre>
 *
 * Every arc is charged at most what any plan pays for it. Links are bought in systems: with
 * capacity q, further systems at φ, d_i = q(k_i − 1) + r_i, 0 &lt; r_i ≤ q and 0 ≤ μ ≤ φ/q,
 *
 * <pre>w + φ(⌈Σd/q⌉ − 1) ≥ (w − qμ) + Σ_i [φ (k_i − 1) + μ r_i]</pre>
 *
 * so w − qμ is charged once and the bracket to each settlement, as the private charges of {@link
 * LinkLoads}; μ = φ/q or 0, as asked for. What sites cost is divided as {@link SitePrices} has it:
 * wholly among the settlements where all that may use the site fill more than a mast together, else
 * the first unit is charged once. That is what trees are grown at; bounds divide those of {@link
 * SitePools} better. Left out: beams' shared capacity. Costs are rounded down.
 */
final class PricedForest {

  private final Question asked;
  private final AccessOptions options;
  private final LinkMedia media;
  final Digraph graph;

  /**
   * What an arc stands for: option o; opening site s as {@code options + s}; candidate arc e by
   * medium m as {@code −1 − (e · media + m)}.
   */
  private final int[] meaning;

  /** What each option loads the links behind it, by arc, from {@link #firstLoaded()} on. */
  private final long[] loadBps;

  /** Most that serving each settlement is worth. */
  private final long[] bestValue;

  private final boolean[] crowded;
  private final OptionCharges charges;
  private final SitePools pools;

  /** Member of each arc from {@link #firstLoaded()} on; the arcs that have one. */
  private final int[] memberOf;

  private final int[] pooledArcs;
  private final int firstSite;
  private final int firstTerminal;

  /** Arcs in the order they are made. */
  private static final class Arcs {
    private final Digraph.Builder builder;
    private int[] means;

    Arcs(int vertices, int expected) {
      builder = Digraph.builder(vertices, expected);
      means = new int[expected];
    }

    void add(int from, int to, int meaning) {
      int k = builder.arc(from, to);
      if (k == means.length) {
        means = Arrays.copyOf(means, k + (k >> 1) + 1);
      }
      means[k] = meaning;
    }
  }

  PricedForest(Question asked) {
    this.asked = asked;
    options = asked.options();
    media = asked.links().media();
    firstSite = 1 + asked.places().count();
    firstTerminal = firstSite + options.sites();
    pools = new SitePools(options);
    crowded = new boolean[options.sites()];
    for (int s = 0; s < options.sites(); s++) {
      crowded[s] = isShared(s) && (pools.isPooled(s) || taken(s) >= fullMast(s));
    }
    charges = new OptionCharges(asked, crowded);
    bestValue = new long[asked.places().settlements()];
    for (int o = 0; o < options.count(); o++) {
      int i = options.owner(o);
      bestValue[i] = Math.max(bestValue[i], options.value(o));
    }
    int expected = asked.links().arcs() + options.sites() + options.count();
    Arcs arcs = new Arcs(firstTerminal + asked.places().settlements(), expected);
    addLinks(arcs);
    addSites(arcs);
    addOptions(arcs);
    graph = arcs.builder.build();
    meaning = new int[graph.arcCount()];
    for (int k = 0; k < meaning.length; k++) {
      meaning[graph.arcOfInsertion(k)] = arcs.means[k];
    }
    loadBps = new long[meaning.length - firstLoaded()];
    for (int a = firstLoaded(); a < meaning.length; a++) {
      int o = meaning[a];
      loadBps[a - firstLoaded()] = options.site(o) < 0 ? 0 : options.demandBps(o);
    }
    memberOf = new int[loadBps.length];
    for (int k = 0; k < memberOf.length; k++) {
      memberOf[k] = pools.member[meaning[firstLoaded() + k]];
    }
    pooledArcs =
        IntStream.range(0, memberOf.length)
            .filter(k -> memberOf[k] >= 0)
            .map(k -> firstLoaded() + k)
            .toArray();
  }

  private PricedForest(PricedForest other, Question question) {
    asked = question;
    options = question.options();
    media = other.media;
    graph = other.graph;
    meaning = other.meaning;
    loadBps = other.loadBps;
    bestValue = other.bestValue;
    crowded = other.crowded;
    charges = new OptionCharges(question, crowded);
    pools = other.pools;
    memberOf = other.memberOf;
    pooledArcs = other.pooledArcs;
    firstSite = other.firstSite;
    firstTerminal = other.firstTerminal;
  }

  /**
   * The same graph for a question that differs in {@link Question#deciding} alone. Best values stay
   * those of the question as a whole: who is left out loses them.
   */
  PricedForest on(Question question) {
    return new PricedForest(this, question);
  }

  private int firstLoaded() {
    return graph.inStart(firstTerminal);
  }

  /** Steps that the question lets a search take. */
  long steps() {
    return asked.settings().steps();
  }

  /** Vertex of the first settlement. */
  int firstTerminal() {
    return firstTerminal;
  }

  private void addLinks(Arcs arcs) {
    CandidateLinks links = asked.links();
    int count = media.media().size();
    for (int v = 0; v < asked.places().count(); v++) {
      for (int e = links.first(v); e < links.end(v); e++) {
        int u = links.head(e) == links.root() ? 0 : 1 + links.head(e);
        for (int m = 0; m < count; m++) {
          if (!media.isDominated(m, links.link(e))) {
            arcs.add(u, 1 + v, -1 - Math.addExact(Math.multiplyExact(e, count), m));
          }
        }
      }
    }
  }

  private void addSites(Arcs arcs) {
    for (int s = 0; s < options.sites(); s++) {
      if (isShared(s)) {
        arcs.add(1 + options.sitePlace(s), firstSite + s, options.count() + s);
      }
    }
  }

  private void addOptions(Arcs arcs) {
    for (int o = 0; o < options.count(); o++) {
      int s = options.site(o);
      int from = s < 0 ? 0 : isShared(s) ? firstSite + s : 1 + options.sitePlace(s);
      arcs.add(from, firstTerminal + options.owner(o), o);
    }
  }

  private boolean isShared(int s) {
    return options.siteEnd(s) - options.siteFirst(s) > 1;
  }

  private double taken(int s) {
    double taken = 0;
    for (int k = options.siteFirst(s); k < options.siteEnd(s); k++) {
      taken += options.isVariant(k, s) ? 0 : options.taken(options.siteOption(k));
    }
    return taken;
  }

  private double fullMast(int s) {
    return (double) SiteUnits.WHOLE * options.sitePrices().perMast(s);
  }

  /** Most that serving a settlement is worth. */
  long bestValue(int settlement) {
    return bestValue[settlement];
  }

  /** Σ best value of every settlement. */
  long totalValue() {
    return Arrays.stream(bestValue).sum();
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
   * @param pools what sites are charged in its place
   */
  record Priced(ArborescenceInstance instance, LinkLoads loads, Pools pools) {

    LoadedAscent ascent() {
      return new LoadedAscent(instance, loads, pools);
    }
  }

  /**
   * @param prices of money; options dearer than anything in a plan are deleted
   * @param charging how links are charged for load
   */
  Priced at(MoneyPrices prices, Charging charging) {
    int stepped = graph.inStart(firstSite);
    int mediumCount = media.media().size();
    long[] cost = new long[meaning.length];
    double[] step = new double[stepped];
    byte[] kind = new byte[stepped];
    for (int a = 0; a < stepped; a++) {
      int m = (-1 - meaning[a]) % mediumCount;
      int link = asked.links().link((-1 - meaning[a]) / mediumCount);
      int payer = country(graph.head(a) - 1);
      double valuePerCent = prices.of(payer);
      double first = media.firstCents(m, link);
      double cents = first;
      if (media.systemBps(m) < Long.MAX_VALUE) {
        double further = media.furtherCents(m, link);
        boolean byLoad = charging == Charging.FLUID && further <= first;
        step[a] = valuePerCent * further;
        kind[a] = (byte) (charging == Charging.NONE ? 0 : 1 + 2 * m + (byLoad ? 1 : 0));
        cents -= byLoad ? further : 0;
      }
      boolean isOut = asked.isArcOut((-1 - meaning[a]) / mediumCount);
      cost[a] = priced(valuePerCent * cents, isOut || first > prices.ceiling(payer));
    }
    for (int a = stepped; a < meaning.length; a++) {
      int o = meaning[a];
      if (o < options.count()) {
        cost[a] = priced(loss(o) + charges.worth(o, prices), isOut(o, prices));
      } else {
        int s = o - options.count();
        double cents = crowded[s] ? 0 : options.sitePrices().cents(s, 1);
        long most = prices.ceiling(country(options.sitePlace(s)));
        cost[a] = priced(priceAt(prices, s) * cents, cents > most);
      }
    }
    long[] penalty = new long[graph.vertexCount()];
    for (int i = 0; i < asked.places().settlements(); i++) {
      penalty[firstTerminal + i] =
          options.isDemanded(i)
              ? ArborescenceInstance.MANDATORY
              : penalty(bestValue[i] + prices.of(country(i)) * asked.forgoneCents(i));
    }
    long[] capacity = new long[1 + 2 * mediumCount];
    boolean[] fluid = new boolean[1 + 2 * mediumCount];
    for (int m = 0; m < mediumCount; m++) {
      capacity[1 + 2 * m] = media.systemBps(m);
      capacity[2 + 2 * m] = media.systemBps(m);
      fluid[2 + 2 * m] = true;
    }
    return new Priced(
        new ArborescenceInstance(graph, cost, 0, penalty),
        new LinkLoads(firstLoaded(), loadBps, kind, capacity, fluid, step),
        poolsAt(prices));
  }

  /** Less than what mandatory terminals have: what is lost is finite at any price. */
  private static long penalty(double lost) {
    return (long) Math.min(Math.floor(lost), ArborescenceInstance.MANDATORY - 1.0);
  }

  private int country(int place) {
    return asked.places().country(place);
  }

  /** Price of money where a site stands. */
  private double priceAt(MoneyPrices prices, int s) {
    return prices.of(country(options.sitePlace(s)));
  }

  /** What an option is worth less than its settlement's best. */
  private long loss(int o) {
    return bestValue[options.owner(o)] - options.value(o);
  }

  private boolean isOut(int o, MoneyPrices prices) {
    return asked.isOut(o) || charges.isTooDear(o, prices);
  }

  private Pools poolsAt(MoneyPrices prices) {
    long[] own = new long[pooledArcs.length];
    for (int k = 0; k < own.length; k++) {
      int o = meaning[pooledArcs[k]];
      double price = prices.of(country(options.owner(o)));
      own[k] = priced(loss(o) + price * options.privateCents(o), isOut(o, prices));
    }
    long[] cap = new long[pools.setSite.length];
    for (int k = 0; k < cap.length; k++) {
      long cents = options.sitePrices().cents(pools.setSite[k], pools.setUnits[k]);
      cap[k] = (long) Math.floor(priceAt(prices, pools.setSite[k]) * cents);
    }
    return new Pools(firstLoaded(), memberOf, pooledArcs, own, pools.first, pools.sets, cap);
  }

  /** What settlements pay for pooled sites, given what each member of a pool paid. */
  SiteShares shares(long[] paid) {
    return SiteShares.of(pools.option, paid);
  }

  private static long priced(double priced, boolean isOut) {
    return isOut || priced >= ArborescenceInstance.MANDATORY
        ? ArborescenceInstance.MANDATORY
        : (long) Math.floor(priced);
  }

  /** The decisions a tree stands for, at their true cost. */
  Draft draft(Question question, ArborescenceInstance instance, Arborescence tree) {
    Draft draft = new Draft(question);
    int[] parentArc = tree.parentArc();
    int[] order = tree.topDown(instance);
    for (int v : order) {
      if (v > 0 && v < firstSite) {
        draft.reparent(v - 1, (-1 - meaning[parentArc[v]]) / media.media().size());
      }
    }
    for (int v : order) {
      if (v >= firstTerminal) {
        int o = meaning[parentArc[v]];
        if (draft.hasRoomInBeam(o)) {
          draft.choose(options.owner(o), o);
        }
      }
    }
    return draft;
  }
}
