package org.kiungo.planner.deploy.moves;

import java.util.Arrays;
import org.kiungo.planner.deploy.draft.Draft;
import org.kiungo.planner.deploy.draft.Journal;
import org.kiungo.planner.deploy.links.LinkMedia;
import org.kiungo.planner.deploy.options.AccessOptions;
import org.kiungo.planner.deploy.question.Question;
import org.kiungo.planner.radio.SiteUnits;

/**
 * Chooses anew whom a site serves, at the price of money: for every number of units, those who gain
 * most per part of a unit as far as they fit, improved by single exchanges; the number that leaves
 * most pays. What a bit costs on the way to the network is charged at the full rate of the systems
 * it fills. A settlement served elsewhere is weighed against what leaving there saves. Heuristic:
 * finding the best set is a knapsack problem.
 */
public final class SitePacking {

  private static final int MOST_UNITS = 64;

  /** Exchanges are looked for among so many settlements at most. */
  private static final int FEW = 64;

  private static final int[] NONE_LEFT = {};

  private final Journal journal;
  private final Draft draft;
  private final Question question;
  private final AccessOptions options;
  private final PricedMoves moves;
  private final HeavyPaths heavy;

  /** Options that would gain, most per part of a unit first. */
  private int[] offer = new int[FEW];

  private double[] gain = new double[FEW];
  private double[] rank = new double[FEW];
  private boolean[] isIn = new boolean[FEW];
  private boolean[] isBest = new boolean[FEW];
  private int count;

  /** The sites that those served by the last packing left, some more than once; −1 = none. */
  private int[] left = NONE_LEFT;

  /**
   * @param moves on the same journal
   * @param heavy likewise
   */
  public SitePacking(Journal journal, PricedMoves moves, HeavyPaths heavy) {
    this.journal = journal;
    this.moves = moves;
    this.heavy = heavy;
    draft = journal.draft();
    question = draft.question();
    options = question.options();
  }

  /**
   * Serves the best set of settlements from a reachable site.
   *
   * @param savedRatio share of its part of another site's units that a settlement saves by leaving,
   *     0–1: nothing while the others still need them, all of it when they go too
   * @return false when no set pays for the site, and nothing was changed
   */
  public boolean pack(int s, double savedRatio) {
    left = NONE_LEFT;
    collect(s, savedRatio);
    if (!choose(s)) {
      return false;
    }
    int place = options.sitePlace(s);
    if (!draft.isUsed(place)) {
      heavy.approach(place, load());
    }
    left = new int[count];
    for (int k = 0; k < count; k++) {
      int before = draft.choice(options.owner(offer[k]));
      left[k] = isBest[k] && before >= 0 ? options.site(before) : -1;
      if (isBest[k]) {
        journal.choose(options.owner(offer[k]), offer[k]);
      }
    }
    serveOthersElsewhere(s);
    for (int from : left) {
      if (from >= 0 && from != s) {
        moves.closeIfBetter(from);
      }
    }
    return true;
  }

  /** The sites that those whom the last packing serves left, some of them twice; −1 = none. */
  int[] left() {
    return left;
  }

  private long load() {
    long bps = 0;
    for (int k = 0; k < count; k++) {
      bps += isBest[k] ? options.demandBps(offer[k]) : 0;
    }
    return bps;
  }

  /** Those on the site who are not of the best set take the best of what stands. */
  private void serveOthersElsewhere(int s) {
    for (int k = options.siteFirst(s); k < options.siteEnd(s); k++) {
      int o = options.siteOption(k);
      if (draft.choice(options.owner(o)) == o && !isBest(o)) {
        journal.choose(options.owner(o), -1);
        moves.takeBest(options.owner(o), -1);
      }
    }
  }

  private boolean isBest(int o) {
    for (int k = 0; k < count; k++) {
      if (offer[k] == o) {
        return isBest[k];
      }
    }
    return false;
  }

  /** Those who gain by the site once it stands, most per part of a unit first. */
  private void collect(int s, double savedRatio) {
    count = 0;
    double wayCents = wayCentsPerBps(options.sitePlace(s));
    int best = -1;
    double bestMore = 0;
    for (int k = options.siteFirst(s); k < options.siteEnd(s); k++) {
      if (best >= 0 && !options.isVariant(k, s)) {
        insert(best, bestMore);
        best = -1;
        bestMore = 0;
      }
      int o = options.siteOption(k);
      int now = draft.choice(options.owner(o));
      double own =
          now < 0 || options.site(now) == s
              ? -moves.price() * question.forgoneCents(options.owner(o))
              : moves.worth(now, sharedCents(now, savedRatio));
      double more = moves.worth(o, wayCents * options.demandBps(o)) - own;
      if (more > bestMore && (now == o || draft.hasRoomInBeam(o))) {
        best = o;
        bestMore = more;
      }
    }
    if (best >= 0) {
      insert(best, bestMore);
    }
  }

  /** What an option's load costs at its site and on its way. */
  private double sharedCents(int o, double savedRatio) {
    int s = options.site(o);
    if (s < 0) {
      return 0;
    }
    double bps = options.demandBps(o);
    double unitShare = Math.min(1, options.taken(o) / (double) SiteUnits.WHOLE);
    return savedRatio * unitShare * options.sitePrices().cents(s, 1)
        + bps * wayCentsPerBps(options.sitePlace(s));
  }

  /** Further systems' cost per bit of their capacity, all the way to the network. */
  private double wayCentsPerBps(int place) {
    LinkMedia media = question.links().media();
    double cents = 0;
    for (int v = place; v != question.links().root(); v = draft.parent(v)) {
      int link = question.links().link(draft.arc(v));
      int medium = media.medium(link, Math.max(1, draft.loadBps(v)));
      cents += media.furtherCents(medium, link) / (double) media.systemBps(medium);
    }
    return cents;
  }

  private void insert(int o, double more) {
    if (count == offer.length) {
      offer = Arrays.copyOf(offer, 2 * count);
      gain = Arrays.copyOf(gain, 2 * count);
      rank = Arrays.copyOf(rank, 2 * count);
      isIn = new boolean[2 * count];
      isBest = new boolean[2 * count];
    }
    double perUnit = more / Math.max(1, options.taken(o));
    int at = count++;
    while (at > 0 && rank[at - 1] < perUnit) {
      offer[at] = offer[at - 1];
      gain[at] = gain[at - 1];
      rank[at] = rank[at - 1];
      at--;
    }
    offer[at] = o;
    gain[at] = more;
    rank[at] = perUnit;
  }

  /** Finds the best set; false when none pays. */
  private boolean choose(int s) {
    long all = 0;
    for (int k = 0; k < count; k++) {
      all += options.taken(offer[k]);
    }
    int most = Math.min(MOST_UNITS, SiteUnits.units(all));
    double best = 0;
    for (int units = 1; count > 0 && units <= most; units++) {
      double sum =
          fill(SiteUnits.WHOLE * units) - moves.price() * options.sitePrices().cents(s, units);
      if (sum > best) {
        best = sum;
        System.arraycopy(isIn, 0, isBest, 0, count);
      }
    }
    return best > 0;
  }

  private double fill(long room) {
    double sum = 0;
    long left = room;
    for (int k = 0; k < count; k++) {
      isIn[k] = options.taken(offer[k]) <= left;
      if (isIn[k]) {
        left -= options.taken(offer[k]);
        sum += gain[k];
      }
    }
    return count > FEW ? sum : sum + exchange(left);
  }

  /** Takes one for another while that gains; what was gained. */
  private double exchange(long room) {
    double gained = 0;
    long left = room;
    for (int in = 0; in < count; in++) {
      int out = isIn[in] ? -1 : cheapestInStead(in, left);
      if (out >= 0) {
        isIn[out] = false;
        isIn[in] = true;
        left += options.taken(offer[out]) - options.taken(offer[in]);
        gained += gain[in] - gain[out];
      }
    }
    return gained;
  }

  /** Who gains least of those in whose stead another fits and gains more; −1 = nobody. */
  private int cheapestInStead(int in, long left) {
    int least = -1;
    for (int k = 0; k < count; k++) {
      boolean fits = isIn[k] && options.taken(offer[in]) - options.taken(offer[k]) <= left;
      if (fits && gain[k] < gain[least < 0 ? in : least]) {
        least = k;
      }
    }
    return least;
  }
}
