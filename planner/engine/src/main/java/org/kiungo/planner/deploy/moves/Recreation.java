package org.kiungo.planner.deploy.moves;

import java.util.Random;
import org.kiungo.planner.deploy.draft.Draft;
import org.kiungo.planner.deploy.draft.Journal;
import org.kiungo.planner.deploy.options.AccessOptions;
import org.kiungo.planner.deploy.places.BuildPlaces;
import org.kiungo.planner.deploy.question.Question;

/**
 * Ruin and recreate (Schrimpf et al. 2000, Journal of Computational Physics 159, 139–171,
 * https://doi.org/10.1006/jcph.1999.6413): takes all service from some settlements, and gives it
 * back settlement by settlement in random order, each the option that is worth most with everything
 * it brings about — further units, links and systems on the whole way — or a site of its own choice
 * packed with those who gain by it. New sites come to the network over the way that is cheapest at
 * their load.
 */
final class Recreation {

  private static final int FEWEST = 2;
  private static final int MOST = 32;
  private static final int NEAR_BRANCH = 96;
  private static final int BESIDE = 8;

  /** One recreated settlement in so many tries to open a site although something else stands. */
  private static final int OPENING = 3;

  /**
   * One option in so many is overlooked, so that regions come back differently ("blinks" of
   * Christiaens and Vanden Berghe 2020, https://doi.org/10.1287/trsc.2019.0914).
   */
  private static final int BLINK = 20;

  private final Draft draft;
  private final Question question;
  private final AccessOptions options;
  private final Journal journal;
  private final PricedMoves moves;
  private final HeavyPaths heavy;
  private final SitePacking packing;

  Recreation(Journal journal, PricedMoves moves, HeavyPaths heavy, SitePacking packing) {
    this.packing = packing;
    this.journal = journal;
    this.moves = moves;
    this.heavy = heavy;
    draft = journal.draft();
    question = draft.question();
    options = question.options();
  }

  /** Around a settlement; small regions more often than large ones. */
  void around(int settlement, Random random) {
    int most = FEWEST + random.nextInt(FEWEST + random.nextInt(MOST));
    BuildPlaces places = question.places();
    int[] region = places.plane().nearest(settlement, most);
    int count = 0;
    for (int v : region) {
      if (v < places.settlements() && options.end(v) > options.first(v)) {
        region[count++] = v;
      }
    }
    rebuild(region, count, random);
  }

  /** Behind a link: those near a place whose sites hang on it, together with a few beside it. */
  void behind(int place, Random random) {
    BuildPlaces places = question.places();
    int[] region = places.plane().nearest(place, NEAR_BRANCH);
    int beside = random.nextInt(BESIDE);
    int count = 0;
    for (int v : region) {
      if (count < MOST && v < places.settlements() && options.end(v) > options.first(v)) {
        int s = draft.choice(v) < 0 ? -1 : options.site(draft.choice(v));
        boolean hangs = s >= 0 && draft.isBehind(options.sitePlace(s), place);
        if (hangs || beside-- > 0) {
          region[count++] = v;
        }
      }
    }
    rebuild(region, count, random);
  }

  private void rebuild(int[] region, int count, Random random) {
    for (int k = 0; k < count; k++) {
      journal.choose(region[k], -1);
    }
    for (int k = count - 1; k > 0; k--) {
      int other = random.nextInt(k + 1);
      int v = region[k];
      region[k] = region[other];
      region[other] = v;
    }
    for (int k = 0; k < count; k++) {
      if (draft.choice(region[k]) < 0) {
        serve(region[k], random);
      }
    }
    for (int k = 0; k < count; k++) {
      if (draft.isUsed(region[k])) {
        heavy.reroute(region[k]);
      }
    }
  }

  private void serve(int i, Random random) {
    if (!draft.isUsed(i) && draft.arc(i) >= 0) {
      heavy.approach(i, options.demandBps(options.first(i)));
    }
    int best = bestOption(i, random);
    int mark = journal.size();
    double before = moves.profit();
    if (best >= 0) {
      journal.choose(i, best);
    }
    if (best < 0 || random.nextInt(OPENING) == 0) {
      double standing = moves.profit();
      int chosen = journal.size();
      int o = options.first(i) + random.nextInt(options.end(i) - options.first(i));
      int s = options.site(o);
      if (s >= 0 && !draft.isOpen(s) && draft.isReachable(s) && !moves.isOwn(s)) {
        journal.rollBackTo(mark);
        packing.pack(s, 1);
        if (moves.profit() <= Math.max(standing, before)) {
          journal.rollBackTo(mark);
          if (best >= 0) {
            journal.choose(i, best);
          }
        }
      }
    }
  }

  /** Option that gains most; −1 when none gains. What only the way adds is asked last. */
  private int bestOption(int i, Random random) {
    double none = moves.profit();
    double best = options.isDemanded(i) ? Double.NEGATIVE_INFINITY : none;
    int bestOption = -1;
    int mark = journal.size();
    for (int o = options.first(i); o < options.end(i); o++) {
      boolean seen = options.isDemanded(i) || random.nextInt(BLINK) > 0;
      if (seen && none + moves.mostGain(o) > best && moves.isAllowed(o)) {
        journal.choose(i, o);
        double profit = moves.profit();
        journal.rollBackTo(mark);
        if (profit > best) {
          best = profit;
          bestOption = o;
        }
      }
    }
    return bestOption;
  }
}
