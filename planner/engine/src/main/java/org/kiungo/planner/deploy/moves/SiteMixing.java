package org.kiungo.planner.deploy.moves;

import java.util.Arrays;
import java.util.Random;
import org.kiungo.planner.deploy.draft.Draft;
import org.kiungo.planner.deploy.draft.Journal;
import org.kiungo.planner.deploy.options.AccessOptions;

/**
 * Takes all service of two sites that somebody may choose between and gives it back: one is packed,
 * then the other or not, whoever is left takes the best of what stands, and sites that lost
 * somebody to them are filled up again where that pays. A mast moves to a neighbouring place so,
 * two become one or one two, which no single closing or packing does without a loss between.
 */
final class SiteMixing {

  /** One mix in so many leaves the site closed that was packed last. */
  private static final int LEFT_CLOSED = 3;

  /** What leaving another site saves is taken to be half of its part there. */
  private static final double SAVED_RATIO = 0.5;

  /** Sites that lost somebody are filled up, so many at the most. */
  private static final int FILLED = 4;

  private final Journal journal;
  private final Draft draft;
  private final AccessOptions options;
  private final PricedMoves moves;
  private final SitePacking packing;

  private int[] freed = new int[64];
  private int count;

  SiteMixing(Journal journal, PricedMoves moves, SitePacking packing) {
    this.journal = journal;
    this.moves = moves;
    this.packing = packing;
    draft = journal.draft();
    options = draft.question().options();
  }

  /**
   * @param from a site that stands
   * @param to another, reachable, standing or not
   */
  void mix(int from, int to, Random random) {
    count = 0;
    clear(from);
    clear(to);
    boolean both = random.nextInt(LEFT_CLOSED) > 0;
    boolean first = random.nextBoolean();
    pack(first && both ? from : to);
    if (both) {
      pack(first ? to : from);
    }
    for (int k = 0; k < count; k++) {
      if (draft.choice(freed[k]) < 0) {
        moves.takeBest(freed[k], -1);
      }
    }
  }

  private void clear(int s) {
    for (int k = options.siteFirst(s); k < options.siteEnd(s) && draft.isOpen(s); k++) {
      int o = options.siteOption(k);
      if (draft.choice(options.owner(o)) == o) {
        if (count == freed.length) {
          freed = Arrays.copyOf(freed, 2 * count);
        }
        freed[count++] = options.owner(o);
        journal.choose(options.owner(o), -1);
      }
    }
  }

  private void pack(int s) {
    if (!draft.isReachable(s) || !packing.pack(s, SAVED_RATIO)) {
      return;
    }
    int[] left = packing.left();
    int last = -1;
    for (int k = 0; k < left.length && k < FILLED; k++) {
      if (left[k] >= 0 && left[k] != s && left[k] != last && draft.isOpen(left[k])) {
        last = left[k];
        double before = moves.profit();
        int mark = journal.size();
        if (!packing.pack(left[k], 0) || moves.profit() <= before) {
          journal.rollBackTo(mark);
        }
      }
    }
  }
}
