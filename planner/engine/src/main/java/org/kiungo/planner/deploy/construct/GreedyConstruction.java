package org.kiungo.planner.deploy.construct;

import java.util.BitSet;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;
import org.kiungo.planner.deploy.draft.Draft;
import org.kiungo.planner.deploy.draft.Journal;
import org.kiungo.planner.deploy.links.PathsToNetwork;
import org.kiungo.planner.deploy.moves.HeavyPaths;
import org.kiungo.planner.deploy.options.AccessOptions;
import org.kiungo.planner.deploy.parallel.Blocks;
import org.kiungo.planner.deploy.question.Districts;
import org.kiungo.planner.deploy.question.Question;
import org.kiungo.planner.deploy.settings.SolverUnits;
import org.kiungo.planner.network.VertexQueue;

/**
 * First plan: again and again the step that serves most people per dollar — open a site (with the
 * way to the network it still lacks) for the settlements in reach that pay best, or give a
 * settlement a free-standing terminal — until nothing more fits the budget. Every site and every
 * settlement waits once, at the best ratio it is known to have; ratios are computed again when they
 * come up (lazy greedy) or when the network came closer. Heuristic, no guarantee; O(steps · options
 * per site · log).
 */
public final class GreedyConstruction {

  private final Question question;
  private final AccessOptions options;
  private final PathsToNetwork paths;

  /** Sites, then settlements, the best value per cent first. */
  private final VertexQueue queue;

  /** No less than the best ratio of each site while its way costs {@link #askedCents}. */
  private final double[] mostRatio;

  private final long[] askedCents;

  /** Settlements that are not to be served, or not otherwise than now. */
  private IntPredicate isFull = settlement -> false;

  /** Places whose links are to stay. */
  private IntPredicate isBuilt = place -> false;

  private Gain gain = (settlement, value) -> {};

  /** Finds other ways where what feeds a place from the sky has no room; made when asked for. */
  private HeavyPaths ways;

  /** What {@link #ways} turned and may have to turn back. */
  private Journal widened;

  /** Told what serving a settlement gains. */
  @FunctionalInterface
  private interface Gain {
    void of(int settlement, long value);
  }

  public GreedyConstruction(Question question) {
    this.question = question;
    options = question.options();
    paths = question.today().copy();
    queue = new VertexQueue(options.sites() + question.places().settlements());
    mostRatio = new double[options.sites()];
    askedCents = new long[options.sites()];
  }

  public Draft build(BooleanSupplier stop) {
    return fill(new Draft(question), stop);
  }

  /**
   * Serves each district up to its quota, as cheaply as the steps come.
   *
   * @param wanted people still missing per district
   */
  public Draft buildTo(Districts.Quota wanted, BooleanSupplier stop) {
    return fillTo(new Draft(question), wanted, stop);
  }

  /**
   * As the other, going on from a draft.
   *
   * @param wanted people still missing per district, the draft's not among them
   */
  public Draft fillTo(Draft draft, Districts.Quota wanted, BooleanSupplier stop) {
    isFull = wanted::isMet;
    gain = wanted::served;
    return fill(draft, stop);
  }

  /** Goes on from a draft, but leaves links and every settlement that has service as they are. */
  public Draft extend(Draft draft, BooleanSupplier stop) {
    BitSet kept = new BitSet();
    for (int i = 0; i < draft.settlements(); i++) {
      kept.set(i, draft.choice(i) >= 0);
    }
    isFull = kept::get;
    BitSet used = new BitSet();
    for (int v = 0; v < question.places().count(); v++) {
      used.set(v, draft.isUsed(v));
    }
    isBuilt = used::get;
    return fill(draft, stop);
  }

  /** Goes on from a draft while money is left; each construction object serves one draft. */
  public Draft fill(Draft draft, BooleanSupplier stop) {
    paths.joinUsed(draft::isUsed);
    for (int i = 0; i < draft.settlements(); i++) {
      if (options.isDemanded(i) && draft.choice(i) < 0) {
        serveAtLeastCost(draft, i);
      }
    }
    offerAll(draft);
    SiteOffer sites = new SiteOffer(draft, isFull);
    int polled = 0;
    while (!queue.isEmpty() && !(polled++ % 256 == 0 && stop.getAsBoolean())) {
      int next = queue.poll();
      boolean isSite = next < options.sites();
      int terminal = isSite ? -1 : bestTerminal(draft, next - options.sites());
      double ratio = isSite ? ratio(draft, sites, next) : terminalRatio(draft, terminal);
      if (ratio <= 0) {
        continue;
      }
      if (!queue.isEmpty() && key(ratio) > queue.minKey()) {
        queue.offer(next, key(ratio));
      } else if (isSite) {
        open(draft, sites, next);
      } else {
        choose(draft, next - options.sites(), terminal);
        offer(next, terminalRatio(draft, bestTerminal(draft, next - options.sites())));
      }
    }
    queue.clear();
    return draft;
  }

  private void offerAll(Draft draft) {
    double[] first = new double[options.sites()];
    Blocks.of(
        options.sites(),
        question.settings().threads(),
        (from, to) -> {
          SiteOffer sites = new SiteOffer(draft, isFull);
          for (int s = from; s < to; s++) {
            first[s] = ratio(draft, sites, s);
          }
          return from;
        });
    for (int s = 0; s < options.sites(); s++) {
      offer(s, first[s]);
    }
    for (int i = 0; i < draft.settlements(); i++) {
      offer(options.sites() + i, terminalRatio(draft, bestTerminal(draft, i)));
    }
  }

  private void offer(int what, double ratio) {
    if (ratio > 0) {
      queue.offer(what, key(ratio));
    }
  }

  /** Least for the highest ratio: the bits of doubles ≥ 0 are ordered as they are. */
  private static long key(double ratio) {
    return -Double.doubleToLongBits(ratio);
  }

  private double ratio(Draft draft, SiteOffer sites, int s) {
    int place = options.sitePlace(s);
    askedCents[s] = paths.cents(place);
    mostRatio[s] = paths.arc(place) < 0 ? 0 : sites.ratio(s, paths.cents(place));
    return mostRatio[s];
  }

  /** Serves those whom the site was last asked about. */
  private void open(Draft draft, SiteOffer sites, int s) {
    int[] chosen = sites.chosen();
    int place = options.sitePlace(s);
    paths.join(draft::reparent, place, closer -> offerSitesAt(draft, sites, closer));
    boolean fits = serve(draft, chosen);
    if (!fits && draft.isFedFromSky(place) && !isOnBuiltWay(draft, place)) {
      ways(draft).widen(place, load(chosen));
      fits = serve(draft, chosen);
      if (fits) {
        widened.keep();
        paths.joinWay(place, draft::parent, closer -> offerSitesAt(draft, sites, closer));
      } else {
        // a wider way costs more, also those whom the place serves already
        widened.rollBackTo(0);
      }
    }
    if (fits) {
      offer(s, ratio(draft, sites, s));
    }
  }

  /** True where another way would leave links unused that the draft began with. */
  private boolean isOnBuiltWay(Draft draft, int place) {
    for (int v = place; v != question.links().root(); v = draft.parent(v)) {
      if (isBuilt.test(v)) {
        return true;
      }
    }
    return false;
  }

  private HeavyPaths ways(Draft draft) {
    if (ways == null) {
      widened = new Journal(draft);
      ways = new HeavyPaths(widened);
    }
    return ways;
  }

  private long load(int[] chosen) {
    long bps = 0;
    for (int o : chosen) {
      bps += options.demandBps(o);
    }
    return bps;
  }

  /** Serves them all, or none of them where budget, satellite or beam does not allow it. */
  private boolean serve(Draft draft, int[] chosen) {
    int[] before = new int[chosen.length];
    long unkept = draft.unkept();
    for (int k = 0; k < before.length; k++) {
      int i = options.owner(chosen[k]);
      before[k] = draft.choice(i);
      if (draft.hasRoomInBeam(chosen[k])) {
        choose(draft, i, chosen[k]);
      }
    }
    boolean fits = draft.costCents() <= question.budgetCents() && draft.unkept() <= unkept;
    for (int k = before.length - 1; !fits && k >= 0; k--) {
      choose(draft, options.owner(chosen[k]), before[k]);
    }
    return fits;
  }

  /**
   * Sites whose place came closer to the network. Whoever they serve for a value v costs at least a
   * unit u beside the way, so v / (u + way) rises by no more than (u + old way) / (u + way); the
   * ratio itself is computed when the site comes up.
   */
  private void offerSitesAt(Draft draft, SiteOffer sites, int place) {
    for (int k = options.sitesAtFirst(place); k < options.sitesAtEnd(place); k++) {
      int s = options.siteAt(k);
      if (mostRatio[s] == 0 || draft.isOpen(s)) {
        offer(s, ratio(draft, sites, s));
      } else {
        double unit = Math.max(1, options.sitePrices().cents(s, 1));
        mostRatio[s] *= (unit + askedCents[s]) / (unit + paths.cents(place));
        askedCents[s] = paths.cents(place);
        offer(s, mostRatio[s]);
      }
    }
  }

  /** The free-standing option that gains most per cent; −1 when none gains, fits or is open. */
  private int bestTerminal(Draft draft, int i) {
    int best = -1;
    double bestRatio = 0;
    for (int o = options.first(i); o < options.end(i) && !isFull.test(i); o++) {
      boolean room = draft.hasRoomInBeam(o);
      boolean fits =
          draft.costCents() + options.privateCents(o) - draft.ownCents(i) <= question.budgetCents();
      if (options.site(o) < 0 && room && fits && terminalRatio(draft, o) > bestRatio) {
        best = o;
        bestRatio = terminalRatio(draft, o);
      }
    }
    return best;
  }

  private double terminalRatio(Draft draft, int o) {
    if (o < 0) {
      return 0;
    }
    int i = options.owner(o);
    long gain = options.value(o) - draft.ownValue(i);
    return gain / (double) Math.max(1, options.privateCents(o) - draft.ownCents(i));
  }

  private void serveAtLeastCost(Draft draft, int i) {
    int best = -1;
    long bestCents = Long.MAX_VALUE;
    for (int o = options.first(i); o < options.end(i); o++) {
      int s = options.site(o);
      long cents = options.privateCents(o);
      if (s >= 0 && paths.arc(options.sitePlace(s)) < 0) {
        continue;
      }
      if (s >= 0) {
        cents += paths.cents(options.sitePlace(s)) - draft.siteCents(s);
        cents += options.siteCents(s, draft.siteTaken(s) + options.taken(o));
      }
      if (cents < bestCents) {
        best = o;
        bestCents = cents;
      }
    }
    if (best >= 0 && options.site(best) >= 0) {
      paths.join(
          draft::reparent, options.sitePlace(options.site(best)), PathsToNetwork.Listener.NONE);
    }
    long unkept = draft.unkept();
    choose(draft, i, best);
    boolean tooMuch = draft.unkept() >= unkept || draft.costCents() >= SolverUnits.UNLIMITED_CENTS;
    if (best >= 0 && options.site(best) >= 0 && tooMuch) {
      int place = options.sitePlace(options.site(best));
      ways(draft).widen(place, 0);
      widened.keep();
      paths.joinWay(place, draft::parent, PathsToNetwork.Listener.NONE);
    }
  }

  private void choose(Draft draft, int i, int option) {
    gain.of(i, options.valueOf(option) - draft.ownValue(i));
    draft.choose(i, option);
  }
}
